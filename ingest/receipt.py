"""The receipt (thư xác nhận đã nhận): what a contributor is told as soon as the letter has become a draft."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import object_session

from ingest.reading import ReadArticle, Reading
from ingest.trust import Standing
from tinbai.article import Article
from tinbai.clock import local
from tinbai.config import SiteConfig
from tinbai.finding import Severity
from tinbai.message import Message
from tinbai.no_receipt import NoReceipt
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.site_text import TextKey, text_of


def why_none(message: Message, reading: Reading, site: SiteConfig, sender: str) -> NoReceipt | None:
    """Why nobody is to be answered, apart from how many letters an address has had; None when the sender is.

    Only a registered contributor is answered of whom a witness confirmed that it is he, and never a machine: an answer
    to anybody else could be part of a loop, or reach somebody whose address was forged (RFC 3834, section 2). Nothing
    is written about a letter that had been kept from the board, even after somebody let it through: the receipt names
    titles.
    """
    to = (message.from_address or "").lower()
    reasons = {
        NoReceipt.SWITCHED_OFF: not site.receipts,
        NoReceipt.MACHINE: reading.letter.automatic,
        NoReceipt.OURSELVES: to != "" and to in ours(site, sender),
        NoReceipt.RESTRICTED: reading.restriction is not None,
        NoReceipt.UNREGISTERED: not to or message.contributor_id is None,
        NoReceipt.UNVERIFIED: message.standing != Standing.VERIFIED,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def receipt(
    message: Message, made: Sequence[tuple[Article, ReadArticle]], site: SiteConfig, sender: str, at: datetime
) -> OutgoingLetter:
    """The letter that says what arrived and what is missing. Ask `why_none` first."""
    to = message.from_address or ""
    codes = ", ".join(article.code for article, _ in made)
    return OutgoingLetter(
        site_id=message.site_id, kind=LetterKind.RECEIPT, once=f"receipt:{made[0][0].id}:{message.id}", to=to,
        subject=f"Đã nhận tin, bài của đơn vị ({codes})", text=_text(message, made, site),
        message_id=own_message_id(sender), in_reply_to=message.message_id, status=LetterStatus.WAITING,
        not_before=at, created_at=at, attempts=0,
    )  # fmt: skip


def ours(site: SiteConfig, sender: str) -> set[str]:
    """The addresses that letters of ours come from or come back to."""
    return {address.lower() for address in (sender, *(box.username for box in site.mailboxes))}


def _text(message: Message, made: Sequence[tuple[Article, ReadArticle]], site: SiteConfig) -> str:
    when = local(message.received_at).strftime("%H giờ %M, ngày %d/%m/%Y")
    lines = [f"Kính gửi: {message.from_name or message.from_address}", "", f"{site.name} đã nhận thư lúc {when}.", ""]
    for article, read in made:
        lines += [*_about(article, len(read.photos)), ""]
    lines += [
        "Khi cần gửi bổ sung hoặc đính chính, đề nghị trả lời thư này (giữ nguyên mã số) và gửi kèm tệp mới.",
        *([f"Hướng dẫn gửi tin, bài: {site.guide}"] if site.guide else []),
        *_added(message),
        "Thư này được lập tự động.",
        "",
        "Trân trọng cảm ơn!",
        f"Ban biên tập {site.name}",
    ]
    return "\n".join(lines)


def _added(message: Message) -> list[str]:
    """What the board always says besides."""
    session = object_session(message)
    added = text_of(session, message.site_id, TextKey.RECEIPT) if session else ""
    return [added.strip()] if added.strip() else []


def _about(article: Article, photos: int) -> list[str]:
    revision = article.revision
    if revision is None:
        return [f"Mã số: {article.code}"]
    lines = [f"Mã số: {article.code}", f"Tiêu đề: {revision.title or '(chưa rõ)'}", f"Số ảnh: {photos:02}"]
    missing = [finding["message"] for finding in revision.findings if finding["severity"] != Severity.HINT]
    if missing:
        lines += ["Ban biên tập lưu ý:", *(f"- {text}" for text in missing)]
    return lines
