"""UTF-7 (RFC 2152), as it is met: what is no shifted sequence stands for itself.

Python's codec drops or replaces a lone "+", and gives lone surrogates; both are ordinary in letters that only say
that they are UTF-7.
"""

import re
from binascii import a2b_base64

_SHIFTED = re.compile(r"\+([A-Za-z0-9+/]*)(-?)")
_BITS_OF_A_UNIT = 16
_SPARE_BITS = 6  # fewer than these may be left over, and are zero


def decode_utf7(data: bytes) -> str:
    """The text of `data`, in linear time. Bytes beyond ASCII have no place in it and give U+FFFD."""
    return _SHIFTED.sub(_unshifted, data.decode("ascii", "replace"))


def _unshifted(found: re.Match[str]) -> str:
    letters = found[1]
    if not letters:
        return "+" if found[2] else found[0]
    spare = 6 * len(letters) % _BITS_OF_A_UNIT
    if spare >= _SPARE_BITS:
        return found[0]
    data = a2b_base64(letters + "A" * (-len(letters) % 4))
    units = data[: 6 * len(letters) // _BITS_OF_A_UNIT * 2]
    if any(data[len(units) :]):
        return found[0]  # "a+bcd": the spare bits are not zero, so nobody meant a character
    return units.decode("utf-16-be", "replace")
