"""Pictures that a sender's letters bring again and again: the emblem of a unit, the banner below a signature.

One letter cannot tell them from photos where they are large and have no telling name; the letters before it can.
"""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from ingest.reading import ReadArticle, Reading
from tinbai.finding import Finding, Severity, Where
from tinbai.message import Message, MessagePart, MessageStatus

LEAST_LETTERS = 3  # earlier ones; a photo that was sent twice is a photo sent twice


def without_repeated(session: Session, message: Message, reading: Reading) -> Reading:
    """The reading with such pictures moved to the tray. Nothing is thrown away, and the editor is told.

    A picture with a caption stays: somebody wrote about it. Letters that were new versions of others do not count.
    """
    bare = {photo.sha256 for read in reading.articles for photo in read.photos if photo.place is not None}
    bare -= {photo.sha256 for read in reading.articles for photo in read.photos if photo.caption}
    repeated = _repeated(session, message, bare) if bare else set()
    if not repeated:
        return reading
    return replace(reading, articles=tuple(_in_tray(read, repeated) for read in reading.articles))


def _repeated(session: Session, message: Message, names: Collection[str]) -> set[str]:
    asked = {
        "names": list(names), "site": message.site_id, "sender": message.from_address, "itself": message.id,
    }  # fmt: skip
    return set(session.connection().execute(_REPEATED, asked).scalars())


_REPEATED = (  # built once: it is asked for every letter with such a picture
    select(MessagePart.sha256)
    .join(Message, Message.id == MessagePart.message_id)
    .where(
        MessagePart.sha256.in_(bindparam("names", expanding=True)),
        Message.site_id == bindparam("site"),
        Message.from_address == bindparam("sender"),
        Message.status == MessageStatus.DRAFTED,
        Message.id != bindparam("itself"),
    )
    .group_by(MessagePart.sha256)
    .having(func.count(MessagePart.message_id.distinct()) >= LEAST_LETTERS)
)


def _in_tray(read: ReadArticle, repeated: Collection[str]) -> ReadArticle:
    moved = [number for number, photo in enumerate(read.photos) if photo.sha256 in repeated]
    if not moved:
        return read
    photos = [replace(photo, place=None) if photo.sha256 in repeated else photo for photo in read.photos]
    findings = [each for each in read.findings if each.where.field != "photos" or each.where.block not in moved]
    names = ", ".join(dict.fromkeys(read.photos[number].filename for number in moved))
    return replace(read, photos=tuple(photos), findings=(*findings, _told(names)))


def _told(names: str) -> Finding:
    return Finding(
        check="picture_repeated",
        severity=Severity.HINT,
        where=Where(field="photos"),
        message=f"Ảnh lặp lại trong nhiều thư trước của người gửi này (lô-gô, ảnh trang trí) nên đã để trong khay: "
        f"{names}. Nếu là ảnh của bài, hãy chọn lại vị trí cho ảnh.",
    )
