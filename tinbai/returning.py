"""The letter to the contributor when the board returns an article: what to change, and how to send it again."""

from datetime import datetime

from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.clock import local
from tinbai.event import Event
from tinbai.outbox import UNDO_WINDOW, LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.people import User
from tinbai.workflow import Decision, decide

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


def returned(article: Article, event: Event, *, words: str, sender: str, at: datetime) -> OutgoingLetter | None:
    """The letter for a return that `event` records, answering the contributor's own; None: nobody may be written to.

    `sender` is our own address, `words` what the letter says (`text`, or what an editor made of it). The caller adds
    it in the transaction of the decision. It leaves after a while: until then the decision can be taken back.
    """
    to = addressee(article, sender)
    if to is None or article.message is None:
        return None
    return OutgoingLetter(
        site_id=article.site_id, kind=LetterKind.RETURN, once=f"return:{article.code}:{event.id}", to=to,
        subject=subject(article), text=words,
        message_id=own_message_id(sender), in_reply_to=article.message.message_id, status=LetterStatus.WAITING,
        not_before=at + UNDO_WINDOW, created_at=at, attempts=0, event_id=event.id,
    )  # fmt: skip


def subject(article: Article) -> str:
    """The subject; the code in it lets the answer find its article."""
    return f"Đề nghị chỉnh sửa, bổ sung tin, bài ({article.code})"


def text(article: Article, *, reason: str, site_name: str, added: str = "") -> str:
    """The words of the letter. `added` is what the board always says besides."""
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
        *([added.strip()] if added.strip() else []),
        "",
        "Trân trọng cảm ơn!",
        f"Ban biên tập {site_name}",
    ]
    return "\n".join(lines)


def send_back(
    session: Session, article: Article, *, reason: str, words: str, sender: str, by: User, at: datetime,
    via: str | None = None,
) -> OutgoingLetter | None:  # fmt: skip
    """Return an article with the letter that tells why; None when nobody may be written to.

    In the caller's transaction; rights are the caller's to check. Raises as `decide`.
    """
    data = {"via": via} if via else None
    event = decide(session, article, Decision.RETURN, by=by, at=at, note=reason, data=data)
    letter = returned(article, event, words=words, sender=sender, at=at)
    if letter is not None:
        session.add(letter)
    return letter
