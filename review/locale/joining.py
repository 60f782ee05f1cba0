"""The words for new versions of articles: a letter parted off, an article that becomes a version of another."""

from collections.abc import Mapping

from review.language import Words
from tinbai.workflow import Fate

EVENT: Mapping[str, str] = Words({Fate.SEPARATE: "tách thư thành bài riêng"})

DONE: Mapping[str, str] = Words(
    {
        "separated": (
            "Đã tách thư ra. Bài này trở lại như trước khi ghép; bài riêng của thư sẽ có trong danh sách mới tiếp nhận "
            "sau ít giây."
        ),
        "separated_back": "Đã tách ra. Cả hai bài trở lại như trước khi ghép.",
        "joining": "Đã nhận làm bản mới. Xem phần khác nhau ngay dưới đây.",
    }
)

PROBLEM: Mapping[str, str] = Words(
    {
        "not_joined": "Thư này không còn nằm trong bài: đã có người tách ra. Tải lại trang để xem.",
        "no_version": "Chỉ bài đến từ thư, chưa duyệt và chưa lên cổng mới thành bản mới của bài khác được.",
        "join_closed": "Bài kia đã từ chối hoặc đã gỡ, hoặc đến từ cùng một thư, nên không nhận bản mới được.",
    }
)
