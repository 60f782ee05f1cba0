"""Is all well? What `GET /healthz` answers, and the figures of `GET /metrics`."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from sqlalchemy import Select, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import InstrumentedAttribute, Session

from tinbai.article import Article, ArticleStatus
from tinbai.clock import Clock
from tinbai.delivery import MailboxRow
from tinbai.message import Message, MessageStatus
from tinbai.migrate import current, head
from tinbai.office import Office
from tinbai.outbox import LetterStatus, OutgoingLetter
from tinbai.publication import Publication, PublicationStatus
from tinbai.site import Site

LATE = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class Health:
    """`problems` maps what is not well to words; empty when all is well."""

    problems: Mapping[str, str]

    @property
    def well(self) -> bool:
        """Whether there is no problem."""
        return not self.problems


def health(office: Office, *, clock: Clock) -> Health:
    """Look at the database, the disk, the mailboxes and what is due. Never raises."""
    try:
        return Health(problems=dict(_problems(office, clock())))
    except SQLAlchemyError as error:
        return Health(problems={"database": f"cannot be reached: {type(error).__name__}"})


def metrics(office: Office, *, clock: Clock) -> bytes:
    """The figures in Prometheus's text format, counted at this moment."""
    registry = CollectorRegistry()
    with office.database.reading() as session:
        _count(session, registry, "tinbai_messages", "Letters by status", Message.status, MessageStatus)
        _count(session, registry, "tinbai_articles", "Articles by status", Article.status, ArticleStatus)
        _count(
            session, registry, "tinbai_publications", "Publications by status", Publication.status, PublicationStatus
        )
        _count(session, registry, "tinbai_outgoing_letters", "Letters of ours", OutgoingLetter.status, LetterStatus)
        gauge = Gauge(
            "tinbai_mailbox_seconds_since_poll",
            "Seconds since the last pass that reached the mailbox; -1: never",
            ["site", "mailbox"],
            registry=registry,
        )
        for site, row in _mailboxes(session):
            seconds = (clock() - row.polled_at).total_seconds() if row.polled_at else -1
            gauge.labels(site=site, mailbox=row.key).set(seconds)
    return generate_latest(registry)


def _problems(office: Office, now: datetime) -> Iterator[tuple[str, str]]:
    if current(office.database) != head():
        yield "database", "is not at the newest migration; run: tinbai migrate"
        return
    free = shutil.disk_usage(office.blobs.root).free
    if free < office.config.blobs.free_bytes:
        yield "disk", f"{free // 1_000_000} MB free"
    patience = timedelta(seconds=5 * office.config.timetable.poll_seconds) + timedelta(minutes=1)
    wanted = {(site.key, box.key) for site, box in office.mailboxes()}
    with office.database.reading() as session:
        for site, row in _mailboxes(session):
            if (site, row.key) in wanted:
                yield from _mailbox_problem(site, row, now, patience)
        late = session.scalar(_late(now)) or 0
        if late:
            yield "publications", f"{late} late by more than {LATE.seconds // 60} minutes"
        failed = session.scalar(
            select(func.count()).select_from(Publication).where(Publication.status == PublicationStatus.FAILED)
        )
        if failed:
            yield "publications_failed", f"{failed} refused by their portal"


def _mailbox_problem(site: str, row: MailboxRow, now: datetime, patience: timedelta) -> Iterator[tuple[str, str]]:
    name = f"mailbox {site}/{row.key}"
    if row.error is not None:
        yield name, row.error
    elif row.polled_at is not None and now - row.polled_at > patience:
        yield name, f"last reached {row.polled_at.isoformat(timespec='seconds')}"


def _late(now: datetime) -> Select[int]:
    due = Publication.status.in_((PublicationStatus.DUE, PublicationStatus.SENDING))
    return select(func.count()).select_from(Publication).where(due, Publication.due_at < now - LATE)


def _mailboxes(session: Session) -> list[tuple[str, MailboxRow]]:
    query = select(Site.key, MailboxRow).join(Site, MailboxRow.site_id == Site.id).order_by(Site.key, MailboxRow.key)
    return [(key, row) for key, row in session.execute(query)]


def _count(
    session: Session,
    registry: CollectorRegistry,
    name: str,
    help_: str,
    column: InstrumentedAttribute[Any],
    kind: type[StrEnum],
) -> None:
    gauge = Gauge(name, help_, ["status"], registry=registry)
    counted: dict[StrEnum, int] = dict(session.execute(_counts(column)).all())
    for status in kind:
        gauge.labels(status=status.value).set(counted.get(status, 0))


def _counts(column: InstrumentedAttribute[Any]) -> Select[Any, int]:
    return select(column, func.count()).group_by(column)
