"""Messages (thư đến): a letter's bytes, stored before they are understood, and what became of it.

received ──▶ drafted   one or more articles were made of it
         ├─▶ joined    it became a new version of an article already there
         ├─▶ nothing   automatic reply, bounce, exact duplicate, calendar: counted, with its reason
         ├─▶ held      tạm giữ: a person must look first
         └─▶ failed    a bug or a limit; the bytes are kept, and it can be processed again
"""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    and_,
    func,
    select,
    text,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from tinbai.db import Base, Choice, Moment
from tinbai.people import Contributor
from tinbai.restriction import Restriction

HEADER_LENGTH = 998
LETTERS_A_TURN = 5


class MessageStatus(StrEnum):
    """Where a letter stands."""

    RECEIVED = "received"
    DRAFTED = "drafted"
    JOINED = "joined"
    NOTHING = "nothing"
    HELD = "held"
    FAILED = "failed"


UNJUDGED = (MessageStatus.RECEIVED, MessageStatus.FAILED)  # as long as no reading came to an end


class Message(Base):
    """A stored letter, unique by (site, SHA-256 of its bytes). The bytes lie in the blob store under that hash.

    A letter above the size limit has a stub: `stored` is False, the hash is of what the server says about it,
    and the letter stays on the server.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("site_id", "sha256"),
        Index("ix_message_site_status", "site_id", "status", "id"),
        Index("ix_message_site_message_id", "site_id", "message_id"),
        Index(
            "ix_message_restricted",
            "site_id",
            sqlite_where=text("restriction IS NOT NULL"),
            postgresql_where=text("restriction IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger, comment="bytes")
    stored: Mapped[bool] = mapped_column(default=True)
    status: Mapped[MessageStatus] = mapped_column(Choice(MessageStatus))
    reason: Mapped[str | None] = mapped_column(comment="why nothing, held or failed; for people")
    received_at: Mapped[datetime] = mapped_column(Moment)
    restriction: Mapped[Restriction | None] = mapped_column(
        Choice(Restriction), comment="only named roles see it; lifted when a person lets it through"
    )
    released: Mapped[bool] = mapped_column(default=False, comment="a person let it through: it is not held again")
    attempts: Mapped[int] = mapped_column(default=0, comment="counted and committed before each reading")
    lease_until: Mapped[datetime | None] = mapped_column(Moment, comment="somebody is reading it until then")
    version: Mapped[str | None] = mapped_column(String(32), comment="of the program that read it last")
    failed_version: Mapped[str | None] = mapped_column(String(32), comment="of the program that gave it up")
    malware: Mapped[str | None] = mapped_column(String(250), comment="what the scanner found in it as a whole")
    message_id: Mapped[str | None] = mapped_column(String(HEADER_LENGTH), comment="the header, as it came")
    sent_at: Mapped[datetime | None] = mapped_column(Moment, comment="the Date header; for display only")
    subject: Mapped[str | None]
    from_name: Mapped[str | None]
    from_address: Mapped[str | None] = mapped_column(String(HEADER_LENGTH))  # until it is read, at a glance
    standing: Mapped[str | None] = mapped_column(String(32), comment="how far the sender is to be believed")
    standing_reason: Mapped[str | None] = mapped_column(comment="why; for people")
    alike: Mapped[list[str] | None] = mapped_column(comment="whom an unknown sender looks like; for people")
    contributor_id: Mapped[int | None] = mapped_column(ForeignKey("contributor.id"))
    reading: Mapped[dict[str, Any] | None] = mapped_column(
        deferred=True, comment="what was understood, as `tinbai parse` prints it"
    )
    contributor: Mapped[Contributor | None] = relationship()
    parts: Mapped[list["MessagePart"]] = relationship(back_populates="message", order_by="MessagePart.position")

    @property
    def judged(self) -> bool:
        """Whether a reading has said whether the whole board may see it."""
        return self.version is not None or self.status not in UNJUDGED


class MessagePart(Base):
    """Something that came along with a letter; its bytes lie in the blob store."""

    __tablename__ = "message_part"
    __table_args__ = (UniqueConstraint("message_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"))
    position: Mapped[int]
    filename: Mapped[str]
    media_type: Mapped[str] = mapped_column(String(128))
    size: Mapped[int] = mapped_column(BigInteger, comment="bytes")
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    inline: Mapped[bool] = mapped_column(default=False)
    content_id: Mapped[str | None]
    inside: Mapped[str | None] = mapped_column(comment="the archive, document or letter it came out of")
    malware: Mapped[str | None] = mapped_column(String(250), comment="what the scanner found in it")
    message: Mapped[Message] = relationship(back_populates="parts")


def unread(now: datetime, limit: int, site_ids: Collection[int]) -> Select[Message]:
    """Letters of these sites waiting to be read that nobody is reading, oldest first.

    Of each sender LETTERS_A_TURN come before anybody's next: a thousand from one keep nobody else waiting. A sender's
    own letters stay in their order.
    """
    free = Message.lease_until.is_(None) | (Message.lease_until < now)
    waiting = (Message.status == MessageStatus.RECEIVED, Message.site_id.in_(site_ids), free)
    place = func.row_number().over(partition_by=(Message.site_id, Message.from_address), order_by=Message.id)
    turns = select(Message.id, ((place - 1) // LETTERS_A_TURN).label("turn")).where(*waiting).subquery()
    query = select(Message).join(turns, turns.c.id == Message.id)
    return query.order_by(turns.c.turn, Message.id).limit(limit)


def standing_at(site_id: int | BindParameter[int], *statuses: MessageStatus) -> ColumnElement[bool]:
    """The letters of a site with one of these statuses, found by the index of statuses alone.

    Nearly all letters are drafted, so SQLite, which knows only how many there are of a status in the mean, would rather
    read every letter when it has statistics.
    """
    same = aliased(Message)
    return Message.id.in_(select(same.id).where(same.site_id == site_id, same.status.in_(statuses)))


def unjudged() -> ColumnElement[bool]:
    """The letters of which nobody knows yet whether the whole board may see them: `Message.judged`, for lists."""
    return and_(Message.version.is_(None), Message.status.in_(UNJUDGED))


def cut(header: str | None) -> str | None:
    """A header's value as long as its column holds: RFC 5322, section 2.1.1, allows a line 998 characters."""
    return header[:HEADER_LENGTH] if header else None
