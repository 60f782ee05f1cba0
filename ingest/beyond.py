"""What in a letter goes beyond a limit: a defect of the letter, and a finding that says what the editor can do.

Limits of files that came along are told by their openers, those of the child process by `ingest.sandbox`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from tinbai.finding import Finding, Severity, Where
from tinbai.limits import COMBINING_MARKS, PARAMETERS, Limits


class Beyond(StrEnum):
    """The limits of a letter; the value is the defect, in Vietnamese."""

    READ_BYTES = "thư quá lớn, chỉ đọc phần đầu thư"
    HEADER_BYTES = "phần đầu thư quá dài, đã cắt bớt"
    HEADER_LINE_BYTES = "có dòng đầu thư quá dài, đã cắt bớt"
    HEADERS = "thư có quá nhiều dòng đầu thư, các dòng sau bị bỏ qua"
    ENCODED_WORDS = "có dòng đầu thư chứa quá nhiều từ mã hóa, các từ sau để nguyên dạng mã"
    PARAMETERS = "có dòng đầu thư chứa quá nhiều tham số, các tham số sau bị bỏ qua"
    MULTIPARTS = "thư có quá nhiều nhóm phần, các nhóm sau để nguyên thành tệp"
    PART_DEPTH = "các phần lồng nhau quá sâu, đã đọc dàn phẳng"
    NESTED_LETTERS = "thư lồng trong thư quá sâu, thư trong cùng không mở"
    PARTS = "thư có quá nhiều phần, các phần sau không được liệt kê"
    COMBINING_MARKS = "có chữ mang quá nhiều dấu chồng lên nhau, đã bỏ bớt dấu"
    TEXT_BYTES = "phần chữ của thư quá dài, chỉ đọc đoạn đầu"
    HTML_BYTES = "phần HTML của thư quá dài, chỉ lấy chữ"
    HTML_DEPTH = "phần HTML của thư lồng quá sâu, định dạng được giản lược"


_LOOK = "Thư gốc vẫn được giữ nguyên; hãy mở thư gốc để kiểm tra"
_ADVICE: Mapping[Beyond, str] = {
    Beyond.READ_BYTES: "Hãy tải thư gốc về, lấy tin bài và ảnh bằng tay, hoặc đề nghị người gửi chia nhỏ.",
    Beyond.HEADER_BYTES: f"{_LOOK} người gửi, người nhận và tiêu đề.",
    Beyond.HEADER_LINE_BYTES: f"{_LOOK} người gửi, người nhận và tiêu đề.",
    Beyond.HEADERS: f"{_LOOK} người gửi, người nhận và tiêu đề.",
    Beyond.ENCODED_WORDS: f"{_LOOK} tiêu đề và người gửi.",
    Beyond.PARAMETERS: f"{_LOOK} tên tệp đính kèm.",
    Beyond.MULTIPARTS: f"{_LOOK} các tệp, hoặc đề nghị người gửi gửi lại từng tệp.",
    Beyond.PART_DEPTH: f"{_LOOK} thứ tự chữ và ảnh.",
    Beyond.NESTED_LETTERS: "Hãy tải thư đính kèm về mở, hoặc đề nghị người gửi gửi thẳng thư ban đầu.",
    Beyond.PARTS: f"{_LOOK} các tệp còn thiếu, hoặc đề nghị người gửi gửi lại thành nhiều thư.",
    Beyond.COMBINING_MARKS: f"{_LOOK} chữ ở chỗ nhiều dấu.",
    Beyond.TEXT_BYTES: f"{_LOOK} phần còn lại, hoặc đề nghị người gửi gửi tệp Word.",
    Beyond.HTML_BYTES: f"{_LOOK} định dạng và bảng biểu, hoặc đề nghị người gửi gửi tệp Word.",
    Beyond.HTML_DEPTH: f"{_LOOK} định dạng và bảng biểu.",
}
_FIXED = {Beyond.COMBINING_MARKS: COMBINING_MARKS, Beyond.PARAMETERS: PARAMETERS}
_FIELDS = {Beyond.NESTED_LETTERS: "part_depth"}  # where it is not called as the limit is


def limit_findings(defects: Iterable[str], limits: Limits) -> list[Finding]:
    """What an editor should see of `defects`: those that are a limit's, each once."""
    told = dict.fromkeys(Beyond(defect) for defect in defects if defect in set(Beyond))
    return [_finding(beyond, limits) for beyond in told]


def _finding(beyond: Beyond, limits: Limits) -> Finding:
    most = _FIXED.get(beyond) or getattr(limits, _FIELDS.get(beyond, beyond.name.lower()))
    figure = f"{most:,}".replace(",", ".")
    begun = f"{beyond[0].upper()}{beyond[1:]}"
    message = f"{begun} (giới hạn: {figure}). {_ADVICE[beyond]}"
    return Finding(check="limit_passed", severity=Severity.WARN, where=Where(field="letter"), message=message)
