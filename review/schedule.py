"""The publishing calendar: what goes out or went out on which day, in the time of Việt Nam."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from review.language import _
from review.security.rights import Right, Visitor, may
from tinbai.article import Article, ArticleStatus
from tinbai.clock import VIETNAM, local
from tinbai.publication import Publication, PublicationStatus
from tinbai.working_time import WorkingTime, holiday

SHOWN = (PublicationStatus.DUE, PublicationStatus.SENDING, PublicationStatus.LIVE, PublicationStatus.FAILED)
_DAY = timedelta(days=1)
_MOST = 5_000  # publications on one page: no board has so many in six weeks


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An article on its day. `clash`: what else goes out in the same minute, "column" in the same column too."""

    article_id: int
    version: int
    code: str
    title: str
    column: str
    at: datetime
    status: PublicationStatus
    was: str
    movable: bool
    clash: str = ""


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day with its entries in their order. `holiday` is its name; a day that is not `working` may be a weekend."""

    day: date
    within: bool
    today: bool
    working: bool
    holiday: str | None
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days of a page: whole weeks from Monday; `first` to `last` is what is asked for."""

    kind: str  # "month" or "week"
    first: date
    last: date

    @property
    def begins(self) -> date:
        """The Monday of the first week."""
        return self.first - self.first.weekday() * _DAY

    @property
    def ends(self) -> date:
        """The Sunday of the last week."""
        return self.last + (6 - self.last.weekday()) * _DAY

    @property
    def key(self) -> str:
        """How the address names it: 2026-11, 2026-W48."""
        if self.kind == "month":
            return f"{self.first:%Y-%m}"
        year, week, _ = self.first.isocalendar()
        return f"{year:04}-W{week:02}"

    def moved(self, by: int) -> "Span":
        """The month or week `by` further on."""
        return span_of(self.kind, self.last + _DAY if by > 0 else self.first - _DAY)


def span_of(kind: str, day: date) -> Span:
    """The month or week that `day` lies in."""
    if kind == "week":
        monday = day - day.weekday() * _DAY
        return Span(kind=kind, first=monday, last=monday + 6 * _DAY)
    first = day.replace(day=1)
    return Span(kind="month", first=first, last=(first + 31 * _DAY).replace(day=1) - _DAY)


def span_named(key: str) -> Span | None:
    """The span that an address names; None when it names none."""
    try:
        if "-W" in key:
            year, _, week = key.partition("-W")
            return span_of("week", date.fromisocalendar(int(year), int(week), 1))
        return span_of("month", date.fromisoformat(f"{key}-01"))
    except (ValueError, OverflowError):
        return None


def days_of(
    session: Session, visitor: Visitor, site_id: int, span: Span, *, now: datetime, working: WorkingTime
) -> list[Day]:
    """Every day of the span's weeks."""
    by_day: dict[date, list[Entry]] = {}
    for entry in _with_clashes(_entries(session, visitor, site_id, span, now)):
        by_day.setdefault(local(entry.at).date(), []).append(entry)
    today = local(now).date()
    count = (span.ends - span.begins).days + 1
    return [
        Day(
            day=day, within=span.first <= day <= span.last, today=day == today, working=working.is_working_day(day),
            holiday=holiday(day), entries=by_day.get(day, []),
        )
        for day in (span.begins + number * _DAY for number in range(count))
    ]  # fmt: skip


def _entries(session: Session, visitor: Visitor, site_id: int, span: Span, now: datetime) -> Iterator[Entry]:
    start = datetime.combine(span.begins, datetime.min.time(), VIETNAM)
    end = datetime.combine(span.ends + _DAY, datetime.min.time(), VIETNAM)
    query = (
        select(Publication)
        .join(Article, Article.id == Publication.article_id)
        .where(Publication.status.in_(SHOWN), Publication.due_at >= start, Publication.due_at < end)
        .where(Article.site_id == site_id)
        .order_by(Publication.due_at, Publication.id)
        .options(selectinload(Publication.article).selectinload(Article.column), selectinload(Publication.revision))
        .limit(_MOST)
    )
    of_article: dict[int, list[Publication]] = {}
    for publication in session.scalars(query):
        of_article.setdefault(publication.article_id, []).append(publication)
    for publications in of_article.values():
        yield _entry(visitor, publications, now)


def _entry(visitor: Visitor, publications: Sequence[Publication], now: datetime) -> Entry:
    first = publications[0]
    article = first.article
    untouched = all(each.status is PublicationStatus.DUE and not each.attempts for each in publications)
    movable = (
        untouched and article.status is ArticleStatus.APPROVED and first.due_at > now
        and article.publish_at is not None and may(visitor, Right.PUBLISH, article)
    )  # fmt: skip
    return Entry(
        article_id=article.id, version=article.version, code=article.code,
        title=first.revision.title or _("(chưa có tiêu đề)"), column=article.column.name if article.column else "",
        at=first.due_at, status=first.status, was=article.publish_at.isoformat() if article.publish_at else "",
        movable=movable,
    )  # fmt: skip


def _with_clashes(entries: Iterator[Entry]) -> list[Entry]:
    """Those that go out in the same minute as another one, of which at least one has not gone out yet."""
    found = list(entries)
    waiting = {_minute(entry) for entry in found if entry.status is PublicationStatus.DUE}
    minutes = Counter(_minute(entry) for entry in found)
    columns = Counter((_minute(entry), entry.column) for entry in found)
    return [
        Entry(**{**vars(entry), "clash": _clash(entry, waiting, minutes, columns)}) for entry in found
    ]  # fmt: skip


def _clash(
    entry: Entry, waiting: set[datetime], minutes: Counter[datetime], columns: Counter[tuple[datetime, str]]
) -> str:
    if _minute(entry) not in waiting or minutes[_minute(entry)] < 2:
        return ""
    return "column" if columns[_minute(entry), entry.column] > 1 else "minute"


def _minute(entry: Entry) -> datetime:
    return entry.at.replace(second=0, microsecond=0)
