"""The words of the office for work on one article: drafts, who is there, findings, photos."""

from collections.abc import Mapping
from datetime import datetime

from review.language import Words
from tinbai.at_article import TAKE_OVER
from tinbai.clock import local
from tinbai.ignored import HEED, IGNORE

EVENT: Mapping[str, str] = Words(
    {
        TAKE_OVER: "nhận sửa thay",
        IGNORE: "bỏ qua một điểm kiểm tra",
        HEED: "thôi bỏ qua một điểm kiểm tra",
    }
)

DONE: Mapping[str, str] = Words(
    {
        "taken_over": "Bạn đang sửa bài này. Người sửa trước vẫn giữ bản nháp của mình.",
        "draft_dropped": "Đã bỏ bản nháp. Đây là bản đã lưu gần nhất.",
        "finding_ignored": "Đã bỏ qua điểm kiểm tra; lý do được ghi lại.",
        "finding_heeded": "Điểm kiểm tra này được tính lại.",
    }
)

PROBLEM: Mapping[str, str] = Words(
    {
        "photo_edit_wrong": (
            "Phần cắt ảnh không đúng: phải giữ lại ít nhất 5 % mỗi chiều. Sửa các ô cắt ảnh rồi lưu lại."
        ),
        "repair_gone": "Chỗ cần sửa đã được viết lại nên không thay tự động được. Xem lại rồi sửa tay.",
        "paragraph_gone": "Đoạn này đã được viết lại nên không đổi được cả đoạn. Xem lại rồi sửa tay.",
        "finding_unknown": "Điểm kiểm tra này không còn trên bài. Tải lại trang rồi xem lại.",
        "finding_blocks": "Lỗi phải xử lý chỉ Trưởng Ban biên tập được bỏ qua. Sửa lỗi rồi lưu, hoặc xin ý kiến.",
    }
)

SIDES: Mapping[str, str] = Words({"left": "trái", "top": "trên", "right": "phải", "bottom": "dưới"})


def clock_time(value: datetime) -> str:
    """The hour of the day: 9:41."""
    here = local(value)
    return f"{here.hour}:{here.minute:02}"
