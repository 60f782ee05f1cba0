"""The letters of Vietnamese names, for character classes: a range such as Ạ-Ỹ holds capitals and small letters."""

_LATIN = (range(0x41, 0x7B), range(0xC0, 0x250), range(0x1E00, 0x1EFA))
UPPER = "".join(chr(each) for block in _LATIN for each in block if chr(each).isupper())
LOWER = "".join(chr(each) for block in _LATIN for each in block if chr(each).islower())
