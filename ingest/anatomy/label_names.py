"""What people call the parts of an article when they label them, folded, and which part each is."""

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {  # of a part -> what people call it, folded
    "title": r"(?:tieu de|tit|tua|tua de|dau de|ten)(?: (?:cua )?(?:tin|bai|bai viet|tin bai|tac pham))?(?: chinh)?",
    "summary": r"sapo|sa po|chapo|cha po|chapeau|tom tat(?: noi dung)?|loi dan|dan de|mo ta(?: ngan)?",
    "column": r"(?:de nghi )?(?:dang )?(?:o )?(?:chuyen muc|muc|chuyen trang)(?: (?:de nghi|dang|de xuat))*",
    "genre": r"the loai(?: (?:tin|bai|tin bai|bai viet))?|loai (?:tin|bai|tin bai|bai viet)",
    "body": r"(?:noi dung|than bai|phan than bai)(?: (?:tin|bai|bai viet|tin bai|chinh|chi tiet|cu the))*|chinh van",
}
_SHORT: Mapping[str, str] = {"td": "title", "nd": "body"}  # alone they may be the initials of somebody who speaks
_BETWEEN = re.compile(r"\s*[,/&]\s*|\s+va\s+")


def name_of(label: str) -> str | None:
    """Which part a folded label names: "ten tin, bai" is a title, "noi dung chinh" the body; None for another."""
    plain = _BETWEEN.sub(" ", label).strip()
    named = (name for name, pattern in _NAMES.items() if re.fullmatch(pattern, plain))
    return next(named, None) if plain != "ten" else None


def name_in_form(label: str) -> str | None:
    """As `name_of`, where title and text are surely labelled: "td" and "nd" name them too."""
    return _SHORT.get(label.strip()) or name_of(label)


WRITERS = frozenset(
    {"tac gia", "nguoi viet", "ho ten tac gia", "ho va ten tac gia", "ho va ten", "but danh", "nguoi gui"}
    | {"ho ten", "nguoi du thi", "ho va ten nguoi du thi", "tac gia du thi"}
)
ABOUT_WRITER = frozenset(
    {"so dien thoai", "dien thoai", "sdt", "dt", "don vi", "don vi cong tac", "noi cong tac", "chuc vu", "dia chi"}
    | {"email", "ngay sinh", "nam sinh", "so tai khoan", "nghe nghiep", "lop", "zalo"}
)
