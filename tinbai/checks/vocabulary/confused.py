"""Words that are written wrongly again and again, with what is meant.

A wrong one may be right across the border of two words: "kiểm sát nhập khẩu", "chủ trương trình". `but` names the
words beside it that make it right; those before it end with a space, those behind it begin with one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

PAIRS: Mapping[str, str] = {
    "chia sẽ": "chia sẻ", "sữa chữa": "sửa chữa", "bổ xung": "bổ sung",
    "sát nhập": "sáp nhập", "thăm quan": "tham quan",
    "xuất xắc": "xuất sắc", "chuẩn đoán": "chẩn đoán", "đề suất": "đề xuất", "nghành": "ngành", "kỹ niệm": "kỷ niệm",
    "trương trình": "chương trình", "tuyền truyền": "tuyên truyền", "trao đỗi": "trao đổi", "cập nhập": "cập nhật",
    "trọng tậm": "trọng tâm", "tiền nhận bút": "tiền nhuận bút", "giành thời gian": "dành thời gian",
    "hổ trợ": "hỗ trợ", "nổ lực": "nỗ lực", "sẳn sàng": "sẵn sàng", "giử gìn": "giữ gìn", "cũng cố": "củng cố",
    "triễn khai": "triển khai", "mỡ rộng": "mở rộng", "lảnh đạo": "lãnh đạo", "nhửng": "những", "đãm bảo": "đảm bảo",
    "giãi quyết": "giải quyết", "sử lý": "xử lý", "xữ lý": "xử lý",
    "bàng giao": "bàn giao", "tuyên dượng": "tuyên dương",
    "bão đảm": "bảo đảm", "bão vệ": "bảo vệ", "chử ký": "chữ ký", "đở đầu": "đỡ đầu", "kiễm tra": "kiểm tra",
    "nâng cao chất lựơng": "nâng cao chất lượng", "phối hơp": "phối hợp", "thực hiên": "thực hiện",
    "nông thông mới": "nông thôn mới", "chính sánh": "chính sách", "xây dưng": "xây dựng", "đại hồi": "đại hội",
}  # fmt: skip
BUT: Mapping[str, Sequence[str]] = {
    "chia sẽ": ("phân ", "bị ", " được", " là", " do", " có"), "sữa chữa": (" bệnh", " trị"),
    "sát nhập": ("kiểm ", "cảnh ", "giám ", "khảo ", "quan "), "thăm quan": (" tài", " chức", " hệ", " khách", " họ"),
    "chuẩn đoán": ("tiêu ",), "đề suất": ("vấn ", "chủ ", "chuyên ", "tiêu "),
    "trương trình": ("chủ ", "khai ", "khẩn "),
    "cũng cố": (" gắng", " tình", " ý", " nhiên", " hết", " đưa", " đô", " định"), "sử lý": ("lịch ", "tiểu ", "quốc "),
    "cập nhập": ("trung ",), "bão vệ": ("cơn ",), "đại hồi": (" hương",),
}  # fmt: skip
_WRONG = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, PAIRS), key=len, reverse=True))})(?!\w)", re.IGNORECASE
)


def confused(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The places of wrong words, each with what is meant, in the case that the text has."""
    for found in _WRONG.finditer(text):
        wrong = found[0].lower()
        before, behind = text[: found.start()][-12:].lower(), text[found.end() : found.end() + 12].lower()
        if not any(before.endswith(word) or behind.startswith(word) for word in BUT.get(wrong, ())):
            yield found, _cased(PAIRS[wrong], found[0])


def _cased(right: str, wrong: str) -> str:
    if wrong.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right
