"""The words of the office for what the program calls by English names (the glossary of the project)."""

from collections.abc import Mapping
from typing import Any

from review.language import N_, Words, _, kept
from review.locale import at_article, decisions, lists, opening, people, queue, senders
from review.locale.belief import standing as standing  # noqa: PLC0414 - templates and choices ask here
from review.locale.belief import surety as surety  # noqa: PLC0414
from review.locale.restricted import RESTRICTED, RESTRICTION, RESTRICTION_SEEN_BY  # noqa: F401 - templates ask here
from tinbai.article import ArticleStatus
from tinbai.event import BOUNCED, WORDS_LOST
from tinbai.finding import Severity
from tinbai.kind import Kind
from tinbai.message import MessageStatus
from tinbai.publication import PublicationStatus
from tinbai.workflow import Fate, Step

ARTICLE_STATUS: Mapping[ArticleStatus, str] = Words(
    {
        ArticleStatus.NEW: "Mới tiếp nhận",
        ArticleStatus.EDITING: "Đang biên tập",
        ArticleStatus.SUBMITTED: "Chờ duyệt",
        ArticleStatus.RETURNED: "Trả lại",
        ArticleStatus.APPROVED: "Đã duyệt",
        ArticleStatus.PUBLISHED: "Đã đăng",
        ArticleStatus.WITHDRAWN: "Đã gỡ",
        ArticleStatus.REJECTED: "Từ chối",
    },
    context="status",
)

MESSAGE_STATUS: Mapping[MessageStatus, str] = Words(
    {
        MessageStatus.HELD: "Tạm giữ",
        MessageStatus.FAILED: "Đọc bị lỗi",
        MessageStatus.RECEIVED: "Đang chờ đọc",
        MessageStatus.NOTHING: "Không có tin, bài",
        MessageStatus.DRAFTED: "Đã thành bản nháp",
        MessageStatus.JOINED: "Bản mới của bài đã có",
    },
    context="status",
)

PUBLICATION_STATUS: Mapping[PublicationStatus, str] = Words(
    {
        PublicationStatus.DUE: "Chờ đăng",
        PublicationStatus.SENDING: "Đang đăng",
        PublicationStatus.LIVE: "Đang hiển thị",
        PublicationStatus.WITHDRAWING: "Đang gỡ",
        PublicationStatus.WITHDRAWN: "Không hiển thị",
        PublicationStatus.FAILED: "Cổng không nhận",
    },
    context="status",
)

SEVERITY: Mapping[Severity, str] = Words(
    {
        Severity.BLOCK: "Lỗi phải xử lý",
        Severity.WARN: "Cảnh báo",
        Severity.HINT: "Gợi ý",
    }
)

KIND: Mapping[Kind, str] = Words(
    {
        Kind.ARTICLE: "Tin, bài",
        Kind.DOCUMENT: "Văn bản",
        Kind.QUESTION: "Hỏi đáp",
        Kind.SETTLEMENT: "Kết quả giải quyết đơn thư",
    }
)

# What stands in the history for each decision, after the name of who made it.
EVENT: Mapping[str, str] = Words(
    {
        "create": "tạo bản nháp",
        "draft": "tạo bản nháp từ thư",
        "receive": "nhận thư từ hộp thư",
        BOUNCED: "thư trả lời không tới nơi",
        WORDS_LOST: "đọc thư bị sót chữ, chữ sót để riêng",
        **decisions.EVENT,
        **opening.EVENT,
        Fate.JOIN: "ghép vào bài đã có",
        Fate.DISMISS: "bỏ qua thư",
        Fate.HOLD: "tạm giữ thư",
        Fate.FAIL: "không đọc được thư",
        Fate.REPROCESS: "cho đọc lại thư",
        Step.ORDER: "xếp lịch đăng",
        Step.KEEP_BACK: "giữ lại vì quá giờ đăng",
        Step.SEND: "bắt đầu đăng",
        Step.RETRY: "chưa đăng được, sẽ thử lại",
        Step.PROVE: "đã kiểm tra: bài có trên cổng",
        Step.REFUSE: "cổng không nhận",
        Step.CANCEL: "hủy lịch đăng vì bài được sửa tiếp",
        Step.KEEP: "giữ bản đang hiển thị",
        Step.TAKE_DOWN: "yêu cầu gỡ khỏi cổng",
        Step.CONFIRM_DOWN: "đã gỡ khỏi cổng",
        **senders.EVENT,
        **people.EVENT,
        **lists.EVENT,
        **at_article.EVENT,
    }
)

FIELD: Mapping[str, str] = Words(
    {
        "title": "Tiêu đề",
        "summary": "Tóm tắt (sapo)",
        "body": "Nội dung",
        "byline": "Dòng ghi tác giả",
        "author": "Tác giả",
        "source": "Nguồn tin",
        "column": "Chuyên mục",
        "genre": "Thể loại",
        "photos": "Ảnh",
        "attachments": "Tệp đính kèm",
        "letter": "Thư",
        "needs_head": "Xin ý kiến Trưởng ban",
        "unit": "Đơn vị",
        "caption": "Chú thích ảnh",
        "reading": "Cách đọc thư",
        "revision": "Lấy lại bản cũ",
    }
)

# Decisions of the reader that only another reading of the letter changes.
READING: Mapping[str, str] = Words(
    {
        "source": "Nguồn của bài",
        "note": "Thân thư",
        "items": "Số bài trong văn bản",
        "encoding": "Bảng mã chữ Việt",
        "kind": "Loại nội dung",
    }
)
_READ_VALUES: Mapping[tuple[str, str], str] = Words(
    {
        ("note", "note"): "Lời thư, để riêng",
        ("note", "article"): "Cũng là một bài",
        ("items", "one"): "Một bài",
        ("items", "several"): "Nhiều bài",
        ("encoding", "unicode"): "Unicode",
        ("encoding", "tcvn3"): "TCVN3 (ABC)",
        ("encoding", "vni"): "VNI",
        ("encoding", "viscii"): "VISCII",
        ("encoding", "vps"): "VPS",
        ("encoding", "viqr"): "VIQR",
        ("encoding", "mixed"): "Nhiều bảng mã",
        ("source", "body"): "Thân thư",
    }
)

GENRES = kept(("Tin", "Bài", "Phóng sự ảnh", "Chùm ảnh", "Thông báo", "Gương điển hình", "Bài chuyên sâu"))

# Said at the top of a page after something was done.
DONE: Mapping[str, str] = Words(
    {
        "saved": "Đã lưu bản sửa.",
        "unchanged": "Không có gì thay đổi nên không tạo bản mới.",
        **decisions.DONE,
        "reprocessing": "Thư đã được xếp vào hàng chờ đọc lại.",
        "release": "Đã thả thư ra. Bản nháp sẽ xuất hiện sau ít phút.",
        "dismissal": "Đã bỏ qua thư này. Thư gốc vẫn được lưu.",
        "rereading": "Đã yêu cầu đọc lại thư.",
        "revision_restored": "Đã lấy lại bản cũ. Các bản khác vẫn còn trong lịch sử.",
        "logout": "Bạn đã đăng xuất.",
        **senders.DONE,
        **at_article.DONE,
    }
)

# InputError.problem → what is wrong and what to do next.
PROBLEM: Mapping[str, str] = Words(
    {
        **decisions.PROBLEM,
        "column_unknown": "Chuyên mục này không có trong danh sách. Chọn lại chuyên mục.",
        "text_missing": "Bài chưa có nội dung. Nhập nội dung rồi lưu.",
        "title_missing": "Bài chưa có tiêu đề. Nhập tiêu đề rồi lưu.",
        "title_long": "Tiêu đề quá dài (trên 300 ký tự). Rút gọn tiêu đề rồi lưu lại.",
        "line_long": "Có ô nhập quá dài (trên 2.000 ký tự). Rút gọn rồi lưu lại.",
        "number_wrong": "Có một ô số không đúng. Tải lại trang rồi thử lại.",
        "photo_unknown": "Ảnh này không thuộc bài. Tải lại trang rồi chọn lại ảnh.",
        "photos_uneven": "Danh sách ảnh gửi lên bị thiếu. Tải lại trang rồi thử lại.",
        "letter_not_stored": (
            "Thư này quá lớn nên ở đây chỉ có phần đầu; thư gốc còn nằm trên máy chủ thư. Mở thư bằng "
            "chương trình thư, "
            "đề nghị người gửi chia nhỏ rồi gửi lại, sau đó bỏ qua thư này."
        ),
        "choice_unknown": "Lựa chọn này không còn trên bài. Tải lại trang rồi chọn lại.",
        "reading_unknown": "Không đọc lại được theo cách này. Tải lại trang rồi chọn lại.",
        "reading_waits": "Bài đang được đọc lại. Chờ vài giây rồi tải lại trang.",
        "unit_unknown": "Đơn vị này không có trong danh sách. Chọn lại đơn vị.",
        "password_short": "Mật khẩu quá ngắn. Dùng ít nhất 10 ký tự.",
        "password_long": "Mật khẩu quá dài. Dùng nhiều nhất 200 ký tự.",
        "password_simple": "Mật khẩu quá dễ đoán. Dùng ít nhất 4 ký tự khác nhau.",
        "password_is_name": "Mật khẩu không được trùng hay chứa tên đăng nhập.",
        "username_wrong": "Tên đăng nhập gồm 2 đến 64 chữ thường, số, dấu chấm, gạch nối.",
        "username_taken": "Tên đăng nhập này đã có người dùng.",
        "name_missing": "Cần có họ và tên.",
        **senders.PROBLEM,
        **people.PROBLEM,
        **lists.PROBLEM,
        **queue.PROBLEM,
        **at_article.PROBLEM,
    }
)

ERROR: Mapping[int, tuple[str, str]] = Words(
    {
        400: ("Yêu cầu không hợp lệ", "Quay lại trang trước, tải lại trang rồi thử lại."),
        403: (
            "Bạn không có quyền làm việc này",
            "Nếu cần, hãy nhờ Trưởng Ban biên tập hoặc người quản trị giao quyền.",
        ),
        404: (
            "Không tìm thấy trang",
            "Địa chỉ này không có, hoặc không thuộc đơn vị của bạn. Quay về danh sách để tìm.",
        ),
        405: ("Yêu cầu không hợp lệ", "Quay lại trang trước, tải lại trang rồi thử lại."),
        409: ("Bài đã thay đổi", "Có người vừa xử lý bài này trước bạn. Mở lại bài để xem tình trạng mới nhất."),
        413: (
            "Nội dung gửi lên quá lớn",
            "Rút gọn nội dung, bỏ ảnh dán trong bài (ảnh được quản lý riêng), rồi lưu lại.",
        ),
        422: ("Chưa thực hiện được", "Quay lại, sửa chỗ được nêu rồi thử lại."),
        500: ("Hệ thống gặp lỗi", "Dữ liệu không bị mất. Thử lại sau ít phút; nếu vẫn lỗi, báo cho người quản trị."),
    }
)


CROSS_SITE: Mapping[str, str] = Words(
    {
        "other_site": "Yêu cầu được gửi từ một trang khác nên đã bị chặn. Mở trang duyệt bài rồi thao tác lại từ đó.",
        "token": "Trang bạn đang mở thuộc một lần đăng nhập cũ. Tải lại trang rồi thử lại.",
    }
)

LOGIN_WRONG = N_("Tên đăng nhập hoặc mật khẩu không đúng.")
LOGIN_LOCKED = N_(
    "Có quá nhiều lần đăng nhập sai. Thử lại sau {minutes} phút, hoặc nhờ người quản trị đặt lại mật khẩu."
)


def read_value(field: str, value: str) -> str:
    """What the reader chose, in words; "" where the reason says it."""
    return KIND[Kind(value)] if field == "kind" else _READ_VALUES.get((field, value), "")


def wish_words(wish: Mapping[str, Any]) -> str:
    """How a letter was asked to be read."""
    found = []
    if wish.get("source"):
        found.append(_("lấy bài từ thân thư") if wish["source"] == "body" else _("lấy bài từ một tệp khác"))
    if wish.get("raw"):
        found.append(_("chép nguyên toàn văn"))
    if wish.get("encoding"):
        found.append(_("bảng mã {encoding}").format(encoding=read_value("encoding", wish["encoding"])))
    if wish.get("kind"):
        found.append(_("loại nội dung: {kind}").format(kind=KIND[Kind(wish["kind"])]))
    if wish.get("items"):
        found.append(_("gộp thành một bài") if wish["items"] == "one" else _("tách thành nhiều bài"))
    return ", ".join(found) or _("như lúc đầu")


def event_words(decision: str) -> str:
    """What an event says; its own name when there is no word for it."""
    return EVENT.get(decision, decision)
