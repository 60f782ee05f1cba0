"""The words of the page that a link in a letter opens, and of the PIN's."""

from collections.abc import Mapping

CLOSED: Mapping[str, str] = {
    "used": "Liên kết này đã được dùng. Mỗi liên kết chỉ dùng được một lần.",
    "expired": "Liên kết này đã hết hạn. Đăng nhập trang biên tập để xem và quyết định.",
    "newer": "Bài đã có bản mới hơn bản trong thư, nên liên kết không còn hiệu lực. Đăng nhập để xem bản mới nhất.",
    "decided": "Bài không còn chờ bạn duyệt: có thể đã được xử lý hoặc rút lại. Đăng nhập để xem tình trạng hiện nay.",
}
UNKNOWN = "Liên kết này không đúng. Mở lại liên kết từ thư, hoặc đăng nhập trang biên tập."
PIN_WRONG = "Mã PIN không đúng."
PIN_LOCKED = "Mã PIN đang bị khóa vì nhập sai nhiều lần. Thử lại sau một giờ, hoặc đăng nhập để quyết định."
PIN_MISSING = "Bạn chưa đặt mã PIN. Đăng nhập để quyết định; đặt mã PIN ở trang biên tập cho những lần sau."
TOO_MANY = "Có quá nhiều lần thử từ địa chỉ này. Chờ ít phút rồi thử lại."
REASON_MISSING = "Cần ghi lý do trả lại."
CHOICE_MISSING = "Chọn Duyệt đăng hoặc Trả lại."
APPROVED = "Đã duyệt. Bài sẽ được đăng trong ít phút tới."
RETURNED = "Đã trả lại bài."
