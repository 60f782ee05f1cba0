"""Phiếu duyệt tin, bài: what such a slip says of an article, gathered from its history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from review.locale import slip as words
from tinbai.article import Article
from tinbai.event import Event, history
from tinbai.html import text_of_html
from tinbai.people import User
from tinbai.workflow import Decision


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What somebody decided or said, when, and by which way if not on the pages."""

    at: datetime
    name: str
    title: str
    did: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Signature:
    """A place to sign: whose, and what is on record of it already."""

    role: str
    name: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Slip:
    """The slip."""

    words: int
    photos: int
    opinions: Sequence[Opinion]
    signatures: Sequence[Signature]


def slip_of(session: Session, article: Article) -> Slip:
    """The slip of an article as it stands."""
    events = session.scalars(history("article", article.id)).all()
    revision = article.revision
    text = f"{revision.title} {revision.summary} {text_of_html(revision.body_html)}" if revision else ""
    titles = _titles(session, events)
    return Slip(
        words=len(text.split()),
        photos=sum(1 for photo in revision.photos if photo.place is not None) if revision else 0,
        opinions=[_opinion(event, titles) for event in events if event.user_id and event.decision in words.OPINION],
        signatures=list(_signatures(article, events)),
    )


def _titles(session: Session, events: Sequence[Event]) -> dict[int, str]:
    ids = {event.user_id for event in events if event.user_id}
    rows = session.execute(select(User.id, User.title).where(User.id.in_(ids))).all()
    return {key: title for key, title in rows if title}


def _opinion(event: Event, titles: dict[int, str]) -> Opinion:
    by_link = (event.data or {}).get("via") == "link"
    did = words.OPINION[event.decision] + (f" ({words.BY_LINK})" if by_link else "")
    return Opinion(at=event.at, name=event.actor, title=titles.get(event.user_id or 0, ""), did=did, note=event.note)


def _signatures(article: Article, events: Sequence[Event]) -> Iterator[Signature]:
    """Who edited, and who approved last: an approval that was taken back is none."""
    submitted = _last(events, {Decision.SUBMIT, Decision.ESCALATE})
    approved = _last(events, {Decision.APPROVE})
    undone = {(event.data or {}).get("undone") for event in events}
    editor = submitted.actor if submitted else (article.editor.name if article.editor else "")
    yield Signature(role=words.EDITOR, name=editor, at=submitted.at if submitted else None)
    stands = approved is not None and approved.id not in undone
    yield Signature(
        role=words.APPROVER, name=approved.actor if approved and stands else "",
        at=approved.at if approved and stands else None,
    )  # fmt: skip


def _last(events: Sequence[Event], decisions: set[Decision]) -> Event | None:
    return next((event for event in reversed(events) if event.decision in decisions), None)
