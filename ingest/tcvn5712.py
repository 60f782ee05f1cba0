"""TCVN 5712:1993, VN1, as a declared charset ("TCVN", "x-viet-tcvn5712"): Python has no codec for it.

The fonts named `.Vn...` draw a part of it over Latin-1; that repair, of text without a label, is
`tinbai/vietnamese/tcvn3.py`.
"""

# Codes 0x80 to 0xFF. B0 to B4 are the five tone marks on their own, which combine with the letter before them.
_UPPER_HALF = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ"
    "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_AMONG_CONTROLS = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự",
    0x13: "Ỳ", 0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip
_TABLE = {code: _AMONG_CONTROLS.get(code, chr(code)) for code in range(0x80)}
_TABLE |= {0x80 + place: letter for place, letter in enumerate(_UPPER_HALF)}


def decode_tcvn5712(data: bytes) -> str:
    """The text of `data`; every byte has a letter. Tone marks may still stand apart: NFC comes after."""
    return data.decode("latin-1").translate(_TABLE)
