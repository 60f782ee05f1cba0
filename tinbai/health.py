"""Is all well? What `GET /healthz` answers, and the figures of `GET /metrics`."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from prometheus_client import CollectorRegistry, Gauge, Summary, generate_latest
from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import InstrumentedAttribute, Session

from tinbai.alarm import lasting
from tinbai.article import Article, ArticleStatus
from tinbai.clock import Clock
from tinbai.delivery import MailboxRow
from tinbai.event import WORDS_LOST, Event
from tinbai.message import Message, MessageStatus
from tinbai.migrate import current, head
from tinbai.office import Office
from tinbai.outbox import LetterStatus, OutgoingLetter
from tinbai.publication import WORK, Publication, PublicationStatus
from tinbai.site import Site

LATE = timedelta(minutes=5)
DAY = timedelta(days=1)
UNREAD = timedelta(minutes=15)


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
        lost = select(func.count()).select_from(Event).where(Event.noun == "message", Event.decision == WORDS_LOST)
        words = Gauge("tinbai_letters_with_words_lost", "Readings that missed words of their letter", registry=registry)
        words.set(session.scalar(lost) or 0)
        gauge = Gauge(
            "tinbai_mailbox_seconds_since_poll",
            "Seconds since the last pass that reached the mailbox; -1: never",
            ["site", "mailbox"],
            registry=registry,
        )
        for site, row in _mailboxes(session):
            seconds = (clock() - row.polled_at).total_seconds() if row.polled_at else -1
            gauge.labels(site=site, mailbox=row.key).set(seconds)
        _count_mailboxes(session, registry)
        _measure_publications(session, registry, clock())
        alarms = Gauge("tinbai_alarm", "1 for each trouble that lasts", ["name"], registry=registry)
        for alarm in session.scalars(lasting()):
            alarms.labels(name=alarm.name).set(1)
    return generate_latest(registry)


def _count_mailboxes(session: Session, registry: CollectorRegistry) -> None:
    """An epoch that goes up says that the UIDs of the folder have begun anew; the guide for operators says why."""
    labels = ["site", "mailbox"]
    epoch = Gauge("tinbai_mailbox_epoch", "How often the UIDs began anew, from 1", labels, registry=registry)
    missing = Gauge(
        "tinbai_mailbox_missing_letters",
        "Letters on the server that the last comparison found missing here and could not fetch",
        labels,
        registry=registry,
    )
    waiting = Gauge("tinbai_mailbox_waiting_letters", "Letters on the server to be fetched", labels, registry=registry)
    for site, row in _mailboxes(session):
        waiting.labels(site=site, mailbox=row.key).set(row.waiting)
        epoch.labels(site=site, mailbox=row.key).set(row.epoch)
        missing.labels(site=site, mailbox=row.key).set(row.missing)


def _measure_publications(session: Session, registry: CollectorRegistry, now: datetime) -> None:
    """From the hour that was agreed on to the proof; of those that were due within a day and are live."""
    query = select(Site.key, Publication.portal, Publication.due_at, Publication.live_at)
    query = query.join(Article, Article.id == Publication.article_id).join(Site, Site.id == Article.site_id)
    recent = (Publication.status == PublicationStatus.LIVE, Publication.due_at > now - DAY)
    seconds = Summary(
        "tinbai_publication_seconds_from_due_to_live",
        "Seconds from the due moment to the proof, of what was due in the last day",
        ["site", "portal"],
        registry=registry,
    )
    longest: dict[tuple[str, str], float] = {}
    for site, portal, due_at, live_at in session.execute(query.where(*recent)):
        if live_at is None:
            continue
        took = max(0.0, (live_at - due_at).total_seconds())
        seconds.labels(site=site, portal=portal).observe(took)
        longest[site, portal] = max(took, longest.get((site, portal), 0.0))
    most = Gauge(
        "tinbai_publication_most_seconds_from_due_to_live",
        "The longest of these",
        ["site", "portal"],
        registry=registry,
    )
    for (site, portal), took in longest.items():
        most.labels(site=site, portal=portal).set(took)


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
        rows = {(site, row.key): row for site, row in _mailboxes(session)}
        for site, key in sorted(wanted):
            yield from _mailbox_problem(f"mailbox {site}/{key}", rows.get((site, key)), now, patience)
        for name, (query, words) in _piles(now).items():
            count = session.scalar(query)
            if count:
                yield name, f"{count} {words}"


def _mailbox_problem(
    name: str, row: MailboxRow | None, now: datetime, patience: timedelta
) -> Iterator[tuple[str, str]]:
    """A mailbox that was never asked and has no error is a new one, and no problem."""
    if row is None:
        yield name, "is in the configuration only; run: tinbai migrate"
    elif row.error is not None:
        yield name, row.error
    elif row.polled_at is not None and now - row.polled_at > patience:
        yield name, f"last reached {row.polled_at.isoformat(timespec='seconds')}"
    elif row.missing:
        yield name, f"{row.missing} letters on the server are missing here and could not be fetched"


def _piles(now: datetime) -> Mapping[str, tuple[Select[int], str]]:
    """What should not lie anywhere, and the words for it."""
    late, unread = f"late by more than {LATE.seconds // 60} minutes", f"unread after {UNREAD.seconds // 60} minutes"
    messages, letters = select(func.count()).select_from(Message), select(func.count()).select_from(OutgoingLetter)
    publications = select(func.count()).select_from(Publication)
    kept = publications.where(Publication.status == PublicationStatus.DUE, Publication.kept_at.is_not(None))
    overdue = publications.where(
        Publication.status.in_(WORK), Publication.due_at < now - LATE,
        (Publication.status != PublicationStatus.DUE) | Publication.kept_at.is_(None),
    )  # fmt: skip
    refused = publications.where(Publication.status == PublicationStatus.FAILED)
    return {
        "publications": (overdue, late),
        "publications_kept": (kept, "kept back as too late; somebody must say whether they still go out"),
        "publications_failed": (refused, "refused by their portal"),
        "letters_failed": (letters.where(*_unsent(now)), "of ours could not be sent since yesterday"),
        "messages_failed": (messages.where(*_failed(now)), "could not be read since yesterday"),
        "messages_unread": (messages.where(*_unread(now)), unread),
    }


def _failed(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Letters given up lately. Older ones are in the figures: a stranger's broken letter must not alarm for ever."""
    lately = exists().where(Event.noun == "message", Event.noun_id == Message.id, Event.at > now - DAY)
    return Message.status == MessageStatus.FAILED, lately


def _unsent(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return OutgoingLetter.status == LetterStatus.FAILED, OutgoingLetter.created_at > now - DAY


def _unread(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Letters that wait to be read for too long; one that is to be read again has waited since that was said."""
    said = exists().where(Event.noun == "message", Event.noun_id == Message.id, Event.at > now - UNREAD)
    return Message.status == MessageStatus.RECEIVED, Message.received_at < now - UNREAD, ~said


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
