"""Events: who did what when, append-only. Every change of status is one, in the same transaction."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from tinbai.db import Base, Moment
from tinbai.people import User

WORDS_LOST = "words_lost"  # the reading of a letter missed words of it; they are set aside
LEFT_BEHIND = "left_behind"  # a letter over which the mail server ends the connection; a held stub stands for it
NEW_EPOCH = "new_epoch"  # the UIDs of a mailbox mean other letters from now on; why is in the data
EMPTIED = "emptied"  # a mailbox has no letter any more, and it was not we who moved them
RECONCILED = "reconcile"  # the daily comparison found letters on the server that were not here
BOUNCED = "bounced"  # a letter of ours did not reach a contributor
OPENED = "opened"  # somebody looked at a letter that only named roles see
DOWNLOADED = "downloaded"  # and took its bytes, or those of a file of it
_INTO = "go_into"  # tinbai.workflow.Decision.GO_INTO, which stands on this file
MACHINE = "máy"


class Event(Base):
    """Something that happened to a noun: its table's name, its id, the decision, and both statuses."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_noun_noun_id", "noun", "noun_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), comment="null: the program")
    actor: Mapped[str] = mapped_column(String(250), comment="the name at that time")
    noun: Mapped[str] = mapped_column(String(32))
    noun_id: Mapped[int]
    decision: Mapped[str] = mapped_column(String(32))
    before: Mapped[str | None] = mapped_column(String(32))
    after: Mapped[str | None] = mapped_column(String(32))
    note: Mapped[str] = mapped_column(default="", comment="the reason given")
    data: Mapped[dict[str, Any] | None]
    user: Mapped[User | None] = relationship()


def history(noun: str, noun_id: int) -> Select[Event]:
    """Everything that happened to one thing, oldest first."""
    return select(Event).where(Event.noun == noun, Event.noun_id == noun_id).order_by(Event.id)


def merged_into(session: Session, article_id: int, others: Collection[int]) -> set[int]:
    """Those of the articles `others` whose text went into that one."""
    went = select(Event.noun_id, Event.data).where(Event.noun == "article", Event.noun_id.in_(others))
    found = session.execute(went.where(Event.decision == _INTO))
    return {other for other, data in found if (data or {}).get("into") == article_id}
