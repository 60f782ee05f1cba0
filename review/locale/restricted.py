"""The words for letters that only named roles see."""

from collections.abc import Mapping

from tinbai.restriction import Restriction

RESTRICTED = "Hạn chế"
RESTRICTION: Mapping[Restriction, str] = {
    Restriction.SECRET: "Có dấu mật",
    Restriction.PETITION: "Đơn thư",
}
RESTRICTION_SEEN_BY: Mapping[Restriction, str] = {
    Restriction.SECRET: "Chỉ Trưởng Ban biên tập thấy thư này.",
    Restriction.PETITION: "Chỉ Trưởng Ban biên tập và thư ký thấy thư này.",
}
