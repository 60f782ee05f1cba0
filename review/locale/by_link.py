"""The words of the page that a link in a letter opens, and of the PIN's."""

from collections.abc import Mapping

from review.language import N_, Words

CLOSED: Mapping[str, str] = Words(
    {
        "used": "Liên kết này đã được dùng. Mỗi liên kết chỉ dùng được một lần.",
        "expired": "Liên kết này đã hết hạn. Đăng nhập trang biên tập để xem và quyết định.",
        "newer": "Bài đã có bản mới hơn bản trong thư, nên liên kết không còn hiệu lực. Đăng nhập để xem bản mới nhất.",
        "decided": (
            "Bài không còn chờ bạn duyệt: có thể đã được xử lý hoặc rút lại. Đăng nhập để xem tình trạng hiện nay."
        ),
    }
)
UNKNOWN = N_("Liên kết này không đúng. Mở lại liên kết từ thư, hoặc đăng nhập trang biên tập.")
PIN_WRONG = N_("Mã PIN không đúng.")
PIN_LOCKED = N_("Mã PIN đang bị khóa vì nhập sai nhiều lần. Thử lại sau một giờ, hoặc đăng nhập để quyết định.")
PIN_MISSING = N_("Bạn chưa đặt mã PIN. Đăng nhập để quyết định; đặt mã PIN ở trang biên tập cho những lần sau.")
TOO_MANY = N_("Có quá nhiều lần thử từ địa chỉ này. Chờ ít phút rồi thử lại.")
REASON_MISSING = N_("Cần ghi lý do trả lại.")
CHOICE_MISSING = N_("Chọn Duyệt đăng hoặc Trả lại.")
APPROVED = N_("Đã duyệt. Bài sẽ được đăng trong ít phút tới.")
RETURNED = N_("Đã trả lại bài.")
