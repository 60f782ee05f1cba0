"""What people call the parts of an article when they label them, folded, and which part each is."""

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "tieu de": "title",
    "tieu de bai viet": "title",
    "tit": "title",
    "ten bai": "title",
    "ten tin": "title",
    "ten bai viet": "title",
    "sapo": "summary",
    "tom tat": "summary",
    "loi dan": "summary",
    "mo ta": "summary",
    "chuyen muc": "column",
    "muc": "column",
    "the loai": "genre",
    "noi dung": "body",
    "noi dung tin": "body",
    "noi dung bai viet": "body",
}
WRITERS = frozenset(
    {"tac gia", "nguoi viet", "ho ten tac gia", "ho va ten tac gia", "ho va ten", "but danh", "nguoi gui"}
    | {"ho ten", "nguoi du thi", "ho va ten nguoi du thi", "tac gia du thi"}
)
ABOUT_WRITER = frozenset(
    {"so dien thoai", "dien thoai", "sdt", "dt", "don vi", "don vi cong tac", "noi cong tac", "chuc vu", "dia chi"}
    | {"email", "ngay sinh", "nam sinh", "so tai khoan", "nghe nghiep", "lop", "zalo"}
)
