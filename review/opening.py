"""Opening a letter: who looked at one that is not for everybody is on record, and malware is handed to nobody.

Not even the head of the board gets a file in which the scanner found malware, or the letter that brought it: nobody in
an office needs it, and who means to look only once has opened it. Where the scanner was wrong, the letter is read again
after the scanner's next update, and the file is there. The bytes stay in the store for whoever looks after the machine.
"""

from datetime import timedelta

from sqlalchemy import select

from review import found
from review.desk import Desk
from review.security.rights import Visitor
from tinbai.errors import MalwareError
from tinbai.event import DOWNLOADED, OPENED, Event
from tinbai.message import Message, MessagePart
from tinbai.people import User
from tinbai.workflow import record

ONE_OPENING = timedelta(minutes=10)  # a page and what it shows, and its being loaded again


def note_opened(desk: Desk, visitor: Visitor, message_id: int, *, download: bool = False) -> None:
    """Write down that he opens this letter, when only named roles see it. Raises 404. Before anything is shown."""
    what, at = DOWNLOADED if download else OPENED, desk.clock()
    with desk.database.reading() as session:
        message = found.message(session, visitor, message_id)
        if message.restriction is None and message.judged:
            return
        earlier = select(Event.id).where(
            Event.noun == "message", Event.noun_id == message.id, Event.user_id == visitor.user_id,
            Event.decision == what, Event.at > at - ONE_OPENING,
        )  # fmt: skip
        if session.scalar(earlier.limit(1)) is not None:
            return
    with desk.database.writing() as session:
        by = session.get_one(User, visitor.user_id)
        record(session, "message", message.id, message.site_id, what, by=by, at=at)


def demand_harmless(message: Message, part: MessagePart | None = None) -> None:
    """Raise MalwareError for what the scanner named: a part, or the letter that holds it."""
    named = part.malware if part is not None else malware_in(message)
    if named:
        raise MalwareError(name=named)


def demand_scanned(desk: Desk, message: Message) -> None:
    """Raise MalwareError for a letter that the scanner, where there is one, has not seen yet."""
    if desk.config.scanner.address and not message.judged:
        raise MalwareError(name=None)


def malware_in(message: Message) -> str | None:
    """What the scanner found anywhere in a letter."""
    return message.malware or next((part.malware for part in message.parts if part.malware), None)
