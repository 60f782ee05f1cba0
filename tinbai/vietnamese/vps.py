"""VPS, of the Vietnamese Professionals Society: one byte a letter, drawn by fonts named `VPS ...`.

The table is the one that browsers had as x-viet-vps; that of the keyboard program xvnkb agrees in all it has.
Fourteen capitals stand among the control codes, which no XML can hold: they come in plain text only.
"""

from tinbai.vietnamese.eight_bit import letters_as_seen

# Codes 0x80 to 0xFF; a full stop where the code keeps its meaning of Latin-1.
_UPPER_HALF = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    "Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    ".ắằẳẵặỠớÙờởỡŨỨợỪ"
    "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    "ƯỦồốÔỏơÈừứÚũưÝẺ."
    "àáâãảạă.èéêẽìí.ĩ"
    "ẴĐòóôõ.Ơụùúủ.ỶẼỳ"
)
_AMONG_CONTROLS = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ",
    0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ", 0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
}  # fmt: skip

LETTERS = letters_as_seen(
    _AMONG_CONTROLS | {0x80 + place: letter for place, letter in enumerate(_UPPER_HALF) if letter != "."}
)
_TABLE = str.maketrans(LETTERS)


def decode(text: str) -> str:
    """Unicode of `text`, whose characters are VPS codes read as Latin-1 or Windows-1252."""
    return text.translate(_TABLE)
