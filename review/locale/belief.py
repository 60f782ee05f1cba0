"""How far a sender, or a decision of the reader, is to be believed, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from review.language import N_, _


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How far a sender is to be believed, in words, and in a tone that the words do not need."""

    words: str
    tone: str


@dataclass(frozen=True, kw_only=True)
class Surety:
    """How sure a decision is, in words, and in a tone that the words do not need."""

    words: str
    tone: str


def surety(confidence: float) -> Surety:
    """The words for a confidence from 0 to 1."""
    if confidence >= 0.9:
        return Surety(words=_("chắc chắn"), tone="good")
    if confidence >= 0.75:
        return Surety(words=_("khá chắc"), tone="calm")
    if confidence >= 0.5:
        return Surety(words=_("chưa thật chắc, nên xem lại"), tone="warn")
    return Surety(words=_("không chắc, cần xem lại"), tone="warn")


def standing(value: str | None, known: bool) -> Standing:  # noqa: FBT001 - called from templates
    """The words for a message's standing; of a sender nothing was judged about, whether the register has him."""
    if value is not None and value in _STANDING:
        found = _STANDING[value]
        return replace(found, words=_(found.words))
    return (
        Standing(words=_("Người gửi đã đăng ký"), tone="good")
        if known
        else Standing(words=_("Người gửi chưa đăng ký"), tone="warn")
    )


_STANDING: Mapping[str, Standing] = {
    "verified": Standing(words=N_("Đã xác thực: người gửi đã đăng ký"), tone="good"),
    "unverified": Standing(words=N_("Người gửi đã đăng ký, thư chưa xác thực"), tone="calm"),
    "unknown": Standing(words=N_("Người gửi chưa đăng ký"), tone="warn"),
    "forged": Standing(words=N_("Có dấu hiệu giả mạo người gửi"), tone="bad"),
}
