"""Letters that no person wrote for the board: bounces, out-of-office replies, newsletters, our own mail coming back.

They are counted with their reason and never answered (RFC 3834), or two machines would write to each other for ever.
"""

import re
from collections.abc import Callable, Mapping

from ingest.letter import Letter, Part
from tinbai.text import fold

LOOP_HEADER = "x-tinbai"  # stands in every letter that we send

_READABLE = ("text/", "image/", "application/msword", "application/vnd.", "application/pdf", "application/rtf")
_CALENDAR = frozenset({"text/calendar", "application/ics"})
_REPORTS = frozenset({"message/delivery-status", "message/disposition-notification", "message/global-delivery-status"})
_AWAY = re.compile(
    r"^(?:(?:re|tra loi|tl)\s*:\s*)*(?:"
    r"out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|abwesenheit|"
    r"tra loi tu dong|thu tra loi tu dong|tu dong tra loi|vang mat khoi co quan|toi dang di vang|"
    r"undelivered mail returned|undeliverable\b|delivery status notification|mail delivery (?:failed|failure|system)|"
    r"returned mail\b|failure notice|delivery failure|khong gui duoc thu|thu khong gui duoc|khong the chuyen thu"
    r")"
)
_DAEMONS = re.compile(r"^(?:mailer-daemon|postmaster)@", re.IGNORECASE)


def automatic_reason(letter: Letter) -> str | None:
    """Why a letter is automatic, in Vietnamese for the editor; None for one that a person sent."""
    headers = letter.headers or {}
    for rule in _RULES:
        reason = rule(letter, headers)
        if reason is not None:
            return reason
    return None


def _own(_letter: Letter, headers: Mapping[str, str]) -> str | None:
    return "thư do chính hệ thống này gửi đi, quay vòng trở lại" if LOOP_HEADER in headers else None


def _report(letter: Letter, headers: Mapping[str, str]) -> str | None:
    """A bounce or a receipt. One that was forwarded to us stands inside another letter, and is no bounce of ours."""
    content_type = fold(headers.get("content-type", ""))
    own = any(part.media_type in _REPORTS and part.inside is None for part in letter.parts)
    if not (content_type.startswith("multipart/report") or own):
        return None
    if "disposition-notification" in content_type:
        return "giấy báo đã đọc thư"
    return "thông báo của máy chủ thư (không gửi được hoặc báo phát)"


def _submitted(_letter: Letter, headers: Mapping[str, str]) -> str | None:
    value = fold(headers.get("auto-submitted", "")).partition(";")[0].strip()
    if value in ("", "no"):
        return None
    return "thư trả lời tự động" if value == "auto-replied" else "thư do máy tự động gửi"


def _replied(_letter: Letter, headers: Mapping[str, str]) -> str | None:
    marked = any(name in headers for name in ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-autoresponder"))
    suppress = fold(headers.get("x-auto-response-suppress", ""))
    precedence = fold(headers.get("precedence", ""))
    if marked or precedence in ("auto_reply", "auto-reply"):
        return "thư trả lời tự động"
    return "thư do máy tự động gửi" if suppress and suppress != "none" and precedence in _BULK else None


_BULK = frozenset({"bulk", "junk", "list"})


def _bulk(_letter: Letter, headers: Mapping[str, str]) -> str | None:
    if any(name in headers for name in ("list-id", "list-unsubscribe", "list-post")):
        return "thư của danh sách gửi chung (bản tin, quảng bá)"
    return "thư gửi hàng loạt" if fold(headers.get("precedence", "")) in _BULK else None


def _no_return(letter: Letter, headers: Mapping[str, str]) -> str | None:
    """RFC 5321 section 4.5.5: the null return path is for notifications."""
    if headers.get("return-path", "").replace(" ", "") == "<>":
        return "thông báo của máy chủ thư (không có địa chỉ trả về)"
    address = letter.sender.address if letter.sender else None
    return "thông báo của máy chủ thư" if address and _DAEMONS.match(address) else None


def _away(letter: Letter, _headers: Mapping[str, str]) -> str | None:
    return "thư trả lời tự động (theo tiêu đề thư)" if _AWAY.match(fold(letter.subject or "")) else None


def _only_calendar(letter: Letter, _headers: Mapping[str, str]) -> str | None:
    """An invitation and nothing that could be an article beside it."""
    outer = [part for part in letter.parts if part.inside is None]
    calendars = [part for part in outer if part.media_type in _CALENDAR]
    others = [part for part in outer if part.media_type not in _CALENDAR and _could_be_read(part)]
    few_words = len(letter.text.split()) < _WORDS_OF_AN_INVITATION
    return "lịch họp, không có tin bài kèm theo" if calendars and not others and few_words else None


_WORDS_OF_AN_INVITATION = 80


def _could_be_read(part: Part) -> bool:
    return part.media_type.startswith(_READABLE) or part.media_type == "application/octet-stream"


_RULES: tuple[Callable[[Letter, Mapping[str, str]], str | None], ...] = (
    _own, _report, _submitted, _replied, _bulk, _no_return, _away, _only_calendar,
)  # fmt: skip
