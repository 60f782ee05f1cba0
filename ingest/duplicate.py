"""The same letter once more: delivered twice by the servers on its way, with other Received lines."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.reading import Reading, Verdict
from tinbai.message import Message, MessageStatus, cut

TAKEN = (MessageStatus.DRAFTED, MessageStatus.JOINED)


def twin_of(session: Session, message: Message, reading: Reading) -> Message | None:
    """Another message with the same Message-ID, text and files, whichever of the two was read first; else None.

    A Message-ID alone proves nothing: two letters may share one, and sender, subject and date even less. A letter that
    is held makes another held one its duplicate, and none that may pass: else a forgery that comes first would keep
    the true letter out.
    """
    if not reading.letter.message_id:
        return None
    counted = (*TAKEN, MessageStatus.HELD) if reading.verdict is Verdict.HELD else TAKEN
    query = select(Message).where(
        Message.site_id == message.site_id,
        Message.message_id == cut(reading.letter.message_id),
        Message.id != message.id,
        Message.status.in_(counted),
    )
    for other in session.scalars(query.order_by(Message.id)):
        if _said(other) == (reading.letter.text, sorted(part.sha256 for part in reading.letter.parts)):
            return other
    return None


def _said(message: Message) -> tuple[str, list[str]]:
    read = (message.reading or {}).get("message", {})
    return read.get("text", ""), sorted(part["sha256"] for part in read.get("parts", []))
