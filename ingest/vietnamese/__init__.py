"""Repair of Vietnamese text that was stored in another way than Unicode NFC.

Fonts such as `.VnTime` (TCVN3, also called ABC) and `VNI-Times` draw Vietnamese over Latin-1 codes; whoever reads
such a file without its font sees garbage. The repair goes run by run: first by the font, then by the content. When
neither is sure, the text is left as it came.
"""
