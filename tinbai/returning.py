"""The letter to the contributor when the board returns an article: what to change, and how to send it again."""

from datetime import datetime

from tinbai.article import Article
from tinbai.clock import local
from tinbai.event import Event
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id

FORGED = "forged"  # the standing of a letter that pretends to be from somebody


def addressee(article: Article, sender: str) -> str | None:
    """Who would be written to; None when nobody may be.

    Only a registered contributor is answered, and never a machine or ourselves: an answer to anybody else could be
    part of a loop, or reach somebody whose address was forged (RFC 3834, section 2).
    """
    message = article.message
    if message is None or message.contributor_id is None or message.standing == FORGED or not message.from_address:
        return None
    if ((message.reading or {}).get("message") or {}).get("automatic"):
        return None
    to = message.from_address
    return None if to.lower() == sender.lower() else to


def returned(
    article: Article, event: Event, *, reason: str, site_name: str, sender: str, at: datetime
) -> OutgoingLetter | None:
    """The letter for a return that `event` records, answering the contributor's own; None: nobody may be written to.

    `sender` is our own address. The caller adds the letter in the transaction of the decision.
    """
    to = addressee(article, sender)
    if to is None or article.message is None:
        return None
    return OutgoingLetter(
        site_id=article.site_id, kind=LetterKind.RETURN, once=f"return:{article.code}:{event.id}", to=to,
        subject=subject(article), text=text(article, reason=reason, site_name=site_name),
        message_id=own_message_id(sender), in_reply_to=article.message.message_id, status=LetterStatus.WAITING,
        not_before=at, created_at=at, attempts=0,
    )  # fmt: skip


def subject(article: Article) -> str:
    """The subject; the code in it lets the answer find its article."""
    return f"Đề nghị chỉnh sửa, bổ sung tin, bài ({article.code})"


def text(article: Article, *, reason: str, site_name: str) -> str:
    """The words of the letter."""
    message = article.message
    title = article.revision.title if article.revision else ""
    greeting = (message.from_name or message.from_address or "") if message else ""
    day = local(message.received_at if message else article.created_at).strftime("%d/%m/%Y")
    lines = [
        f"Kính gửi: {greeting}",
        "",
        f"Ban biên tập {site_name} đã xem tin, bài gửi ngày {day}:",
        "",
        f"Mã số: {article.code}",
        f"Tiêu đề: {title or '(chưa rõ)'}",
        "",
        "Để có thể đăng, đề nghị chỉnh sửa, bổ sung:",
        "",
        reason.strip(),
        "",
        "Xin trả lời thư này (giữ nguyên mã số trong tiêu đề thư) và gửi kèm bản mới.",
        "",
        "Trân trọng cảm ơn!",
        f"Ban biên tập {site_name}",
    ]
    return "\n".join(lines)
