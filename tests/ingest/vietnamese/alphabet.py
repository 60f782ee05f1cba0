"""Text in the old encodings, made from Unicode by the tables turned round."""

from tinbai.vietnamese import tcvn3, viscii, vni, vps

_TCVN3 = {letter: code for code, letter in tcvn3.LETTERS.items()}
_VISCII = {letter: code for code, letter in reversed(viscii.LETTERS.items())}
_VPS = {letter: code for code, letter in reversed(vps.LETTERS.items())}
_VNI = {letter: code for code, letter in sorted(vni.LETTERS.items(), key=lambda pair: pair[0].islower())}

LOWER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
# A syllable for each of the 67 small letters, so that a document of them all is one of words.
ALL_SYLLABLES = (
    "ba bà bả bã bá bạ băn bằn bẳn bẵn bắn bặn bân bần bẩn bẫn bấn bận be bè bẻ bẽ bé bẹ bê bề bể bễ bế bệ mi mì mỉ mĩ "
    "mí mị no nò nỏ nõ nó nọ nô nồ nổ nỗ nố nộ nơ nờ nở nỡ nớ nợ thu thù thủ thũ thú thụ thư thừ thử thữ thứ thự ly lỳ "
    "lỷ lỹ lý lỵ đi"
)
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


def to_viscii(text: str) -> str:
    """`text` as a reader sees it who takes its bytes for Latin-1."""
    return "".join(_VISCII.get(letter, letter) for letter in text)


def to_vps(text: str) -> str:
    """`text` as a reader sees it who takes its bytes for Latin-1."""
    return "".join(_VPS.get(letter, letter) for letter in text)
