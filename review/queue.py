"""The queue's queries: which articles, in which order, page by page, and how many there are, up to a cap."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, bindparam, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from review.listed import Listed, listed
from review.queue_filters import OPEN, Age, Filters, Who
from review.queue_search import expression, matching
from review.security.rights import Visitor, seen_by
from tinbai.article import Article, ArticleStatus
from tinbai.column import Column
from tinbai.kind import Kind
from tinbai.message import Message
from tinbai.people import Contributor, Unit
from tinbai.search_terms import check_term, severity_term, site_term, wanted
from tinbai.text import fold

PAGE = 30
CAP = 1_000  # what is more is shown as "999+"
MOST_SENDERS = 50
NONE = "none"  # of a column: articles that have none yet
_PLACE = re.compile(r"(~?)(\d{1,9})")
_AGES: Mapping[str, timedelta] = {
    Age.TODAY: timedelta(days=1), Age.WEEK: timedelta(days=7), Age.MONTH: timedelta(days=30),
    Age.OLDER: timedelta(days=3), Age.OLD: timedelta(days=30),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody asks for. `hidden`: articles that are not there for him. `late_before`: see `Deadlines`."""

    site_id: int
    user_id: int
    filters: Filters
    hidden: Collection[int]
    now: datetime
    late_before: datetime | None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A page of articles, and where the next page begins ("": nowhere)."""

    articles: Sequence[Listed]
    next: str


def question(
    session: Session, visitor: Visitor, site_id: int, filters: Filters, *, now: datetime, late_before: datetime | None
) -> Question:
    """What `visitor` asks for with `filters`."""
    return Question(
        site_id=site_id, user_id=visitor.user_id, filters=filters, hidden=hidden(session, visitor, site_id), now=now,
        late_before=late_before,
    )  # fmt: skip


def hidden(session: Session, visitor: Visitor, site_id: int) -> frozenset[int]:
    """The articles of a site whose letter is restricted and not for him: a handful, found by an index of their own."""
    query = select(Article.id).join(Message, Message.id == Article.message_id)
    closed = (Message.site_id == site_id, Message.restriction.is_not(None))
    seen = seen_by(visitor, site_id)
    return frozenset(session.scalars(query.where(*closed, *([Message.restriction.not_in(seen)] if seen else ()))))


def ask(session: Session, asked: Question, place: str = "") -> Answer:
    """A page of articles, from `place` on: what `Answer.next` said."""
    ids, following = ids_of(session, asked, PAGE, place)
    return Answer(articles=listed(session, ids, bodies=bool(asked.filters.words)), next=following)


def ids_of(session: Session, asked: Question, limit: int, place: str = "") -> tuple[Sequence[int], str]:
    """The ids of a page, and where the next one begins.

    Words that were typed with marks are found with the same marks first, and after those in any other way. A place
    is the id of the last article of the page before; "~" before it says that those with the same marks are done.
    """
    looser, before = _read(place)
    found: list[tuple[int, int]] = []
    base = _base(session, asked)
    for rank, match in enumerate(_matches(session, asked)):
        if rank >= looser and len(found) <= limit:
            below = before if rank == looser else None
            found += [(rank, key) for key in _ids(session, asked, base, match, limit + 1 - len(found), below)]
    rank, last = found[limit - 1] if len(found) > limit else (0, 0)
    return [key for _, key in found[:limit]], f"{'~' * rank}{last}" if last else ""


def count(session: Session, asked: Question, cap: int) -> int:
    """How many articles are asked for, but no more than `cap`."""
    base, match = _base(session, asked), _matches(session, asked)[-1]
    if match is not None:
        return len(matching(session, base, _loosest(session, asked), order=(), limit=cap))
    return session.scalar(select(func.count()).select_from(base.limit(cap).subquery())) or 0


def counts(session: Session, site_id: int) -> Mapping[ArticleStatus, int]:
    """How many articles of a site stand in each status, up to CAP: as many rows are looked at, and no more."""
    rows = session.execute(_counting(), {"site": site_id, "cap": CAP})
    return {ArticleStatus(row.status): row.number for row in rows}


@cache
def _counting() -> CompoundSelect[str, int]:
    parts = []
    for status in ArticleStatus:
        some = select(Article.id).where(Article.site_id == bindparam("site"), Article.status == status)
        some = some.limit(bindparam("cap"))
        parts.append(
            select(literal(status.value).label("status"), func.count().label("number")).select_from(some.subquery())
        )
    return union_all(*parts)


def _read(place: str) -> tuple[int, int | None]:
    """Raises ValueError for what is no place."""
    if not place:
        return 0, None
    read = _PLACE.fullmatch(place)
    if read is None:
        raise ValueError(place)
    return len(read[1]), int(read[2])


def _ids(
    session: Session, asked: Question, base: Select[int], match: str | None, limit: int, before: int | None
) -> Sequence[int]:
    order: tuple[ColumnElement[Any], ...] = ()
    if asked.filters.by_deadline:
        order = (Article.arrived_at.asc(), Article.id.asc())
        base = base.where(_after(session, before)) if before is not None else base
    elif before is not None:
        base = base.where(Article.id < before)
    if match is not None:
        return matching(session, base, match, order=order, limit=limit, below=before)
    return session.scalars(base.order_by(*(order or (Article.id.desc(),))).limit(limit)).all()


def _after(session: Session, before: int) -> ColumnElement[bool]:
    """What comes after the article `before` in the order of deadlines."""
    arrived = session.scalar(select(Article.arrived_at).where(Article.id == before))
    return or_(Article.arrived_at > arrived, and_(Article.arrived_at == arrived, Article.id > before))


def _matches(session: Session, asked: Question) -> list[str | None]:
    """What the index is asked for, one after the other; None: nothing."""
    terms, look = _terms(asked), wanted(asked.filters.words)
    if not look.folded and len(terms) == 1:
        return [None]
    loose = expression(session, [*terms, *look.folded], prefix=look.prefix)
    if look.exact is None:
        return [loose]
    exact = expression(session, [*terms, *look.exact])
    return [exact, expression(session, [*terms, *look.folded], prefix=look.prefix, without=look.exact)]


def _loosest(session: Session, asked: Question) -> str:
    look = wanted(asked.filters.words)
    return expression(session, [*_terms(asked), *look.folded], prefix=look.prefix)


def _terms(asked: Question) -> list[str]:
    """The terms that filters ask for; the site's own always."""
    found = [site_term(asked.site_id), check_term(asked.filters.check), severity_term(asked.filters.severity)]
    return [term for term in found if term is not None]


def _base(session: Session, asked: Question) -> Select[int]:
    """All that is asked for but words and findings, in no order."""
    filters, site = asked.filters, Article.site_id == asked.site_id
    conditions: list[ColumnElement[bool]] = [site]
    if len(filters.statuses) == 1:
        conditions.append(Article.status == filters.statuses[0])
    elif filters.statuses:
        conditions.append(Article.status.in_(filters.statuses))
    if asked.hidden:
        conditions.append(Article.id.not_in(asked.hidden))
    if filters.kind:
        conditions.append(Article.kind == Kind(filters.kind))
    if filters.late and asked.late_before is not None:
        conditions += [Article.status.in_(OPEN), Article.arrived_at < asked.late_before]
    conditions += [*_whose(asked), *_keyed(session, asked), *_aged(session, asked)]
    return select(Article.id).where(*conditions)


def _whose(asked: Question) -> Sequence[ColumnElement[bool]]:
    choices: Mapping[str, ColumnElement[bool]] = {
        Who.MINE: Article.editor_id == asked.user_id, Who.NOBODY: Article.editor_id.is_(None),
        Who.SOMEBODY: Article.editor_id.is_not(None),
    }  # fmt: skip
    return [choices[asked.filters.who]] if asked.filters.who else []


def _keyed(session: Session, asked: Question) -> Sequence[ColumnElement[bool]]:
    """Column, unit and sender. A key that there is not was never a choice."""
    found: list[ColumnElement[bool]] = []
    filters = asked.filters
    if filters.column == NONE:
        found.append(Article.column_id.is_(None))
    for noun, key, field in ((Column, filters.column, Article.column_id), (Unit, filters.unit, Article.unit_id)):
        number = session.scalar(select(noun.id).where(noun.site_id == asked.site_id, noun.key == key)) if key else None
        if number is not None:
            found.append(field == number)
    if filters.sender:
        found.append(Article.contributor_id.in_(_senders(session, asked.site_id, filters.sender)))
    return found


def _senders(session: Session, site_id: int, name: str) -> Sequence[int]:
    """The contributors whose name, or another name of theirs, holds `name`, with marks or without."""
    wanted_name = fold(name)
    rows = session.execute(select(Contributor.id, Contributor.name).where(Contributor.site_id == site_id))
    return [row.id for row in rows if wanted_name in fold(row.name)][:MOST_SENDERS]


def _aged(session: Session, asked: Question) -> Sequence[ColumnElement[bool]]:
    """An age as a bound on the id, which grows with the time: so every index that ends in the id serves."""
    if not asked.filters.age:
        return []
    age = Age(asked.filters.age)
    since = asked.now - _AGES[age]
    later = (Article.site_id == asked.site_id, Article.created_at >= since)
    first = session.scalar(select(Article.id).where(*later).order_by(Article.created_at, Article.id).limit(1))
    if age in {Age.OLDER, Age.OLD}:
        return [Article.id < first] if first is not None else []
    return [Article.id >= first] if first is not None else [Article.id < 0]
