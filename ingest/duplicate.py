"""The same letter once more: delivered twice by the servers on its way, with other Received lines."""

from sqlalchemy import bindparam, select
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
    asked = {
        "site": message.site_id, "name": cut(reading.letter.message_id), "itself": message.id, "counted": counted,
    }  # fmt: skip
    for (number,) in session.connection().execute(_OF_THAT_NAME, asked):
        other = session.get_one(Message, number)
        if _said(other) == (reading.letter.text, sorted(part.sha256 for part in reading.letter.parts)):
            return other
    return None


_OF_THAT_NAME = (  # built once: it is asked for every letter
    select(Message.id)
    .where(
        Message.site_id == bindparam("site"),
        Message.message_id == bindparam("name"),
        Message.id != bindparam("itself"),
        Message.status.in_(bindparam("counted", expanding=True)),
    )
    .order_by(Message.id)
)


def _said(message: Message) -> tuple[str, list[str]]:
    read = (message.reading or {}).get("message", {})
    return read.get("text", ""), sorted(part["sha256"] for part in read.get("parts", []))
