"""The words of the queue: its filters, its empty lists, and what is done with several articles at once."""

from collections.abc import Mapping

from review.language import N_, Words
from review.queue_filters import ALL, Age, Sort, Who
from tinbai.article import ArticleStatus

WHO: Mapping[str, str] = Words({Who.MINE: "Của tôi", Who.NOBODY: "Chưa ai nhận", Who.SOMEBODY: "Đã có người nhận"})
AGE: Mapping[str, str] = Words(
    {
        Age.TODAY: "Trong 24 giờ qua",
        Age.WEEK: "Trong 7 ngày qua",
        Age.MONTH: "Trong 30 ngày qua",
        Age.OLDER: "Đã quá 3 ngày",
        Age.OLD: "Đã quá 30 ngày",
    }
)
SORT: Mapping[str, str] = Words({Sort.NEWEST: "Mới nhất trước", Sort.DEADLINE: "Gần hạn nhất trước"})

# Checks that one may look for, by their names in findings.
CHECK: Mapping[str, str] = Words(
    {
        "title_missing": "Thiếu tiêu đề",
        "title_shouting": "Tiêu đề viết hoa toàn bộ",
        "title_long": "Tiêu đề quá dài",
        "summary_missing": "Thiếu tóm tắt (sapo)",
        "body_short": "Bài quá ngắn",
        "photo_missing": "Thiếu ảnh",
        "photo_small": "Ảnh quá nhỏ",
        "photo_blurred": "Ảnh mờ",
        "caption_missing": "Ảnh thiếu chú thích",
        "alt_missing": "Ảnh thiếu văn bản thay thế",
        "author_missing": "Thiếu tác giả",
        "column_missing": "Chưa chọn chuyên mục",
        "attachment_unreadable": "Tệp không đọc được",
        "attachment_protected": "Tệp có mật khẩu",
        "words_lost": "Đọc thư bị sót chữ",
    }
)

# An empty list says what will stand there, and the one next step: heading, words.
EMPTY: Mapping[str, tuple[str, str]] = Words(
    {
        ArticleStatus.NEW: (
            "Hết bài chờ xử lý",
            (
                "Thư mới gửi tới hộp thư của Ban biên tập sẽ tự thành bản nháp và hiện ở đây. Nếu đang chờ một thư, "
                "hãy xem mục Thư đến: thư có thể đang bị tạm giữ."
            ),
        ),
        ArticleStatus.EDITING: (
            "Chưa có bài nào đang biên tập",
            "Mở một bài ở mục Mới tiếp nhận rồi bấm Nhận xử lý.",
        ),
        ArticleStatus.SUBMITTED: (
            "Không có bài nào chờ duyệt",
            "Bài được biên tập viên trình duyệt sẽ hiện ở đây.",
        ),
        ArticleStatus.RETURNED: (
            "Không có bài nào bị trả lại",
            "Bài trả lại cho đơn vị gửi sẽ nằm ở đây đến khi có bản mới.",
        ),
        ArticleStatus.APPROVED: (
            "Không có bài nào chờ đăng",
            "Bài đã duyệt hoặc hẹn giờ đăng sẽ hiện ở đây cho đến khi lên cổng.",
        ),
        ArticleStatus.PUBLISHED: ("Chưa có bài nào được đăng", "Bài đã lên cổng sẽ hiện ở đây."),
        ArticleStatus.WITHDRAWN: ("Không có bài nào đã gỡ", "Bài bị gỡ khỏi cổng sẽ hiện ở đây; có thể đăng lại."),
        ArticleStatus.REJECTED: (
            "Không có bài nào bị từ chối",
            "Bài không sử dụng sẽ nằm ở đây; có thể khôi phục.",
        ),
        "": ("Không có bài nào ở đây", "Bài ở tình trạng này sẽ hiện ở đây."),
        ALL: (
            "Chưa có tin, bài nào",
            "Thư gửi tới hộp thư của Ban biên tập sẽ tự thành bản nháp và hiện ở đây.",
        ),
    }
)

# What may be done with several articles at once: the button, and what is said afterwards.
BULK: Mapping[str, str] = Words(
    {
        "claim": "Nhận xử lý",
        "submission": "Trình duyệt",
        "approval": "Duyệt đăng",
        "return": "Trả lại",
        "rejection": "Từ chối",
        "column": "Đổi chuyên mục",
    }
)
BULK_DONE: Mapping[str, str] = Words(
    {
        "claim": "Đã nhận xử lý",
        "submission": "Đã trình duyệt",
        "approval": "Đã duyệt",
        "return": "Đã trả lại",
        "rejection": "Đã từ chối",
        "column": "Đã đổi chuyên mục",
    },
    context="done",
)
FAILED_GONE = N_("Không tìm thấy bài này nữa.")
FAILED_RIGHT = N_("Bạn không có quyền làm việc này với bài này.")
FAILED_STANDING = N_("Bài đang ở tình trạng không làm được việc này.")
FAILED_STALE = N_("Có người vừa thay đổi bài này. Mở bài để xem bản mới nhất rồi làm lại.")

# InputError.problem → what is wrong and what to do next.
PROBLEM: Mapping[str, str] = Words(
    {
        "action_unknown": "Chưa rõ phải làm gì với các bài đã chọn. Quay lại danh sách rồi bấm một nút.",
        "nothing_chosen": "Chưa chọn bài nào. Quay lại danh sách, đánh dấu các bài rồi bấm lại.",
        "filter_name_missing": "Bộ lọc chưa có tên. Nhập tên rồi lưu lại.",
        "filters_many": "Đã có đủ số bộ lọc được lưu. Bỏ bớt một bộ lọc rồi lưu lại.",
        "filters_shared_many": "Đã có đủ số bộ lọc chung của Ban biên tập. Bỏ bớt một bộ lọc chung rồi lưu lại.",
    }
)

# Keys, in the order in which they are told.
KEYS: Mapping[str, str] = Words(
    {
        "j": "bài tiếp theo",
        "k": "bài trước đó",
        "Enter": "mở bài",
        "x": "đánh dấu chọn bài",
        "c": "nhận xử lý",
        "s": "trình duyệt",
        "d": "duyệt đăng (hỏi lại trước khi duyệt)",
        "t": "trả lại",
        "l": "từ chối",
        "/": "tới ô tìm kiếm",
        "?": "xem các phím này",
    }
)


def capped(number: int, cap: int) -> str:
    """A number as far as it was counted: "999+" at 1,000."""
    return f"{cap - 1}+" if number >= cap else str(number)
