"""The words for letters that only named roles see."""

from collections.abc import Mapping

from review.language import N_, Words
from tinbai.restriction import Restriction

RESTRICTED = N_("Hạn chế")
RESTRICTION: Mapping[Restriction, str] = Words(
    {
        Restriction.SECRET: "Có dấu mật",
        Restriction.PETITION: "Đơn thư",
    }
)
RESTRICTION_SEEN_BY: Mapping[Restriction, str] = Words(
    {
        Restriction.SECRET: "Chỉ Trưởng Ban biên tập thấy thư này.",
        Restriction.PETITION: "Chỉ Trưởng Ban biên tập và thư ký thấy thư này.",
    }
)
