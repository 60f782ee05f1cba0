"""The log of a site (nhật ký thao tác): every event, by who, what and when; shown page by page, and exported.

Nothing here, nor anywhere in the site, changes or removes an event; the database itself refuses it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from review import found
from review.language import Words, _
from review.locale import people as people_words
from review.locale import vi
from tinbai.article import Article
from tinbai.clock import VIETNAM, local
from tinbai.event import Event
from tinbai.message import Message
from tinbai.people import User
from tinbai.text import clean_line

PAGE = 50
MOST_EXPORTED = 100_000  # rows in one file; the newest
NOUNS: Mapping[str, str] = Words({
    "article": "Tin, bài", "publication": "Đăng bài", "message": "Thư đến", "contributor": "Cộng tác viên",
    "refused_sender": "Người gửi", "user": "Người dùng", "column": "Chuyên mục", "unit": "Đơn vị",
    "site": "Thiết lập",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What is looked for. `until` is the last day, included; `actor` 0: the program; None: everybody.

    `open_letters` says which letters are there for whoever looks (`found.open_to`): of the others nothing is told, for
    the reasons that stand in their events are words of theirs.
    """

    site_id: int
    open_letters: ColumnElement[bool]
    actor: int | None = None
    noun: str = ""
    decision: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One event as people read it."""

    id: int
    at: datetime
    actor: str
    what: str
    noun: str
    about: str
    before: str
    after: str
    note: str

    def cells(self) -> tuple[str, ...]:
        """As one row of a table."""
        when = local(self.at).strftime("%Y-%m-%d %H:%M:%S")
        return (when, self.actor, self.what, self.noun, self.about, self.before, self.after, self.note)


def query(sought: Sought) -> Select[Event]:
    """The events, newest first."""
    closed = select(Message.id).where(Message.site_id == sought.site_id, ~sought.open_letters)
    about_closed = (Event.noun == "message") & Event.noun_id.in_(closed)
    found = select(Event).where(Event.site_id == sought.site_id, ~about_closed)
    if sought.actor is not None:
        found = found.where(Event.user_id.is_(None) if sought.actor == 0 else Event.user_id == sought.actor)
    if sought.noun:
        found = found.where(Event.noun == sought.noun)
    if sought.decision:
        found = found.where(Event.decision == sought.decision)
    if sought.since:
        found = found.where(Event.at >= _midnight(sought.since))
    if sought.until:
        found = found.where(Event.at < _midnight(sought.until + timedelta(days=1)))
    if sought.before is not None:
        found = found.where(Event.id < sought.before)
    return found.order_by(Event.id.desc())


def page(session: Session, sought: Sought) -> tuple[list[Line], int | None]:
    """A page of it, and where the next one begins."""
    events = session.scalars(query(sought).limit(PAGE + 1)).all()
    codes = _codes(session, events)
    columns = found.column_names(session, [sought.site_id])
    lines = [_line(event, codes, columns) for event in events[:PAGE]]
    return lines, lines[-1].id if len(events) > PAGE else None


def whole(session: Session, sought: Sought) -> Iterator[Line]:
    """All of it for a file, in portions."""
    events = session.scalars(query(sought).limit(MOST_EXPORTED).execution_options(yield_per=500))
    columns = found.column_names(session, [sought.site_id])
    for portion in events.partitions():
        codes = _codes(session, portion)
        yield from (_line(event, codes, columns) for event in portion)


def actors(session: Session, site_id: int) -> list[tuple[int, str]]:
    """Who has done something in this site."""
    acted = select(Event.user_id).where(Event.site_id == site_id, Event.user_id.is_not(None)).distinct()
    rows = session.execute(select(User.id, User.name).where(User.id.in_(acted)).order_by(User.name)).all()
    return [(row.id, row.name) for row in rows]


def decisions(session: Session, site_id: int) -> list[tuple[str, str]]:
    """What has been done in this site, in words."""
    names = session.scalars(select(Event.decision).where(Event.site_id == site_id).distinct())
    return sorted(((name, event_words(name)) for name in names), key=lambda one: one[1])


def headings() -> tuple[str, ...]:
    """What stands above the cells of a line (`Line.cells`)."""
    return (
        _("Thời điểm"), _("Người thực hiện"), _("Việc"), _("Về"), _("Đối tượng"), _("Trước"), _("Sau"), _("Ghi chú"),
    )  # fmt: skip


def event_words(decision: str) -> str:
    """What an event says."""
    return people_words.EVENT.get(decision) or vi.event_words(decision)


def _line(event: Event, codes: Mapping[int, str], columns: Mapping[int | None, str]) -> Line:
    data = event.data or {}
    about = codes.get(event.noun_id, "") if event.noun == "article" else str(data.get("about") or "")
    return Line(
        id=event.id, at=event.at, actor=_("Hệ thống") if event.user_id is None else event.actor,
        what=event_words(event.decision), noun=NOUNS.get(event.noun, event.noun),
        about=about or str(event.noun_id), before=_side(event.before, data.get("before"), columns),
        after=_side(event.after, data.get("after"), columns), note=clean_line(event.note),
    )  # fmt: skip


def _side(status: str | None, listed: object, columns: Mapping[int | None, str]) -> str:
    if status:
        tables: tuple[Mapping[Any, str], ...] = (vi.ARTICLE_STATUS, vi.MESSAGE_STATUS, vi.PUBLICATION_STATUS)
        return next((names[status] for names in tables if status in names), status)
    return (
        ", ".join(people_words.detail_words(str(each), columns) for each in listed) if isinstance(listed, list) else ""
    )


def _codes(session: Session, events: Sequence[Event]) -> Mapping[int, str]:
    ids = {event.noun_id for event in events if event.noun == "article"}
    return dict(session.execute(select(Article.id, Article.code).where(Article.id.in_(ids))).all()) if ids else {}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)
