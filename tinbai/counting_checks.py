"""Counting what the checks said, from the revisions themselves: by the timetable, or all of it anew by a command.

A revision is counted an hour after it was made: by then its photos were judged, and no transaction is open any more
that began before a later one. So each is counted once, whatever is killed when.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, aliased

from tinbai.article import Article
from tinbai.check_count import CheckCount, CheckCounted, add, month_of
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.event import Event
from tinbai.ignored import HEED, IGNORE, key_of
from tinbai.revision import Revision
from tinbai.tuning import rules

SETTLED = timedelta(hours=1)
BATCH = 500  # revisions a transaction
MOST = 50_000  # revisions a run of the timetable, some seconds: a long past is counted hour by hour
Figures = Counter[tuple[int, str, str, str]]  # by site, month, check and figure


def count_checks(
    database: Database, *, clock: Clock, most: int = MOST, stopping: Callable[[], bool] = lambda: False
) -> int:
    """Count what was not yet; how many revisions. Each batch is a transaction of its own."""
    counted = 0
    while counted < most and not stopping():
        with database.writing() as session:
            number = _count_batch(session, clock() - SETTLED)
        counted += number
        if number < BATCH:
            break
    return counted


def recount_checks(database: Database, *, clock: Clock) -> int:
    """Throw the figures away and count everything again, passed-over findings from their events."""
    with database.writing() as session:
        _how_far(session).revision_id = 0
        session.execute(delete(CheckCount))
        _add_all(session, _dismissed(session))
    total = 0
    while number := count_checks(database, clock=clock):
        total += number
    return total


def _count_batch(session: Session, before: datetime) -> int:
    counted = _how_far(session)
    earlier = aliased(Revision)
    query = (
        select(Revision.id, Revision.made_at, Revision.made_by_id, Revision.findings, earlier.findings, Article.site_id)
        .join(Article, Article.id == Revision.article_id)
        .outerjoin(earlier, (earlier.article_id == Revision.article_id) & (earlier.number == Revision.number - 1))
        .where(Revision.id > counted.revision_id)
        .order_by(Revision.id)
        .limit(BATCH)
    )
    figures: Figures = Counter()
    number = 0
    for key, made_at, made_by, findings, was, site_id in session.execute(query):
        if made_at >= before:
            break  # those behind it wait with it: none is passed over
        _count(figures, site_id, month_of(made_at), findings or [], was or [], by_editor=made_by is not None)
        counted.revision_id, number = key, number + 1
    _add_all(session, figures)
    return number


def _count(
    figures: Figures, site_id: int, month: str, now: Iterable[Mapping[str, Any]], was: Iterable[Mapping[str, Any]], *,
    by_editor: bool,
) -> None:  # fmt: skip
    ours = rules().checks
    after = {key_of(each): each for each in now if each.get("check") in ours}
    before = {key_of(each): each for each in was if each.get("check") in ours}
    for key in after.keys() - before.keys():
        figures[site_id, month, after[key]["check"], "hits"] += 1
    for key in before.keys() - after.keys() if by_editor else ():
        if not before[key].get("ignored"):
            figures[site_id, month, before[key]["check"], "followed"] += 1


def _dismissed(session: Session) -> Figures:
    figures: Figures = Counter()
    query = select(Event.site_id, Event.decision, Event.data).where(Event.decision.in_((IGNORE, HEED)))
    for site_id, decision, data in session.execute(query.execution_options(yield_per=1_000)):
        if data and "check" in data:
            figures[site_id, data["month"], data["check"], "dismissed"] += 1 if decision == IGNORE else -1
    return figures


def _add_all(session: Session, figures: Figures) -> None:
    for (site_id, month, check, name), number in sorted(figures.items()):
        if number:
            add(session, site_id, month, check, **{name: number})


def _how_far(session: Session) -> CheckCounted:
    """The row that says it, locked: two who count wait for one another."""
    row = session.scalar(select(CheckCounted).where(CheckCounted.id == 1).with_for_update())
    if row is None:
        row = CheckCounted(id=1, revision_id=0)
        session.add(row)
        session.flush()
    return row
