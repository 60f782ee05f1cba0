"""Text in the old encodings, made from Unicode by the tables turned round."""

from ingest.vietnamese import tcvn3, vni

_TCVN3 = {letter: code for code, letter in tcvn3.LETTERS.items()}
_VNI = {letter: code for code, letter in sorted(vni.LETTERS.items(), key=lambda pair: pair[0].islower())}

LOWER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SENTENCE = (
    "Sáng ngày 18/9/2026, được sự quan tâm của Đảng ủy, UBND xã, hơn 120 hội viên nông dân thôn Đồng Thử đã ra quân "
    "đắp 350 m đường giao thông nông thôn."
)


def to_tcvn3(text: str) -> str:
    """`text` as a reader without the font sees it; capitals with tones have no code and become small."""
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def to_vni(text: str) -> str:
    """`text` as a reader without the font sees it."""
    return "".join(_VNI.get(letter, letter) for letter in text)
