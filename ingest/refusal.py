"""The word to a contributor whose letter came from a private mailbox, where the site takes none from there.

He is registered, and a witness confirmed that it is his mailbox; nobody else is written to: an answer to somebody
whose address was forged would reach a stranger, and one to a machine could be part of a loop (RFC 3834, section 2).
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.reading import Reading
from ingest.receipt import ours
from ingest.trust import Standing
from tinbai.clock import local
from tinbai.config import SiteConfig
from tinbai.message import Message
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id


def refusal(
    session: Session, message: Message, reading: Reading, site: SiteConfig, sender: str, at: datetime
) -> OutgoingLetter | None:
    """The letter that says where to write from instead; None when nobody is to be told, or was in this week."""
    to, trust = message.from_address, reading.trust
    if not site.refusals or trust is None or not trust.refused_as_personal or trust.standing is not Standing.VERIFIED:
        return None
    if not to or reading.letter.automatic or reading.restriction is not None or to.lower() in ours(site, sender):
        return None
    year, week, _ = local(at).isocalendar()
    once = f"refusal:{message.site_id}:{year}-{week}:{to.lower()}"[:200]
    if session.scalar(select(OutgoingLetter.id).where(OutgoingLetter.once == once)) is not None:
        return None
    return OutgoingLetter(
        site_id=message.site_id, kind=LetterKind.REFUSAL, once=once, to=to,
        subject="Thư chưa được nhận: đề nghị gửi lại từ hộp thư công vụ", text=_text(message, site),
        message_id=own_message_id(sender), in_reply_to=message.message_id, status=LetterStatus.WAITING,
        not_before=at, created_at=at, attempts=0,
    )  # fmt: skip


def _text(message: Message, site: SiteConfig) -> str:
    when = local(message.received_at).strftime("%H giờ %M, ngày %d/%m/%Y")
    return "\n".join(
        [
            f"Kính gửi: {message.from_name or message.from_address}",
            "",
            f"{site.name} có nhận thư gửi lúc {when} từ hộp thư cá nhân này. Ban biên tập chỉ nhận tin, bài từ hộp thư",
            "công vụ của đơn vị, nên thư chưa được lập thành tin, bài.",
            "",
            "Đề nghị gửi lại thư ấy, cùng các tệp kèm theo, từ hộp thư công vụ đã đăng ký với Ban biên tập.",
            *([f"Hướng dẫn gửi tin, bài: {site.guide}"] if site.guide else []),
            "Thư này được lập tự động, mỗi tuần nhiều nhất một lần.",
            "",
            "Trân trọng cảm ơn!",
            f"Ban biên tập {site.name}",
        ]
    )
