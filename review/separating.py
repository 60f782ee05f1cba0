"""Separating: a letter that is a version of an article by mistake becomes an article of its own.

Nothing is erased: the article gets back, as a version of its own, what it said before, and the letter's versions stay
in its history. What the program joined is read once more by ingest and never joined again (`ingest/joining.py`); what a
person joined (`review/joining.py`) comes back as the article that it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from review.joining import AS_VERSION, come_back
from review.language import kept
from review.restoring import restore_version
from review.security.rights import Right, Visitor, may
from tinbai.approval import publications_of
from tinbai.article import Article, ArticleStatus
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.people import User
from tinbai.publication import PublicationStatus
from tinbai.revision import Revision
from tinbai.workflow import Decision, Fate, decide, record, settle

SEPARATE = "separate"


@dataclass(frozen=True, kw_only=True)
class JoinedLetter:
    """A letter that became version `number` of an article. `back`: what the article says again without it.

    `back` is None where a later letter, or somebody who took an earlier version back, has replaced its text already.
    `own` is the article that a person made of it a version; None where the program joined it.
    """

    message: Message
    number: int
    back: Revision | None
    own: Article | None


def joined_letters(session: Session, visitor: Visitor, article: Article) -> Sequence[JoinedLetter]:
    """The letters that `article` has got new versions from, in their order, as far as the visitor may see them."""
    first: dict[int, Revision] = {}
    previous: Revision | None = None
    for revision in article.revisions:
        begins = previous is None or previous.message_id != revision.message_id
        if begins and revision.message_id is not None and revision.message_id != article.message_id:
            first[revision.message_id] = revision  # joined again after a parting: the newest time counts
        previous = revision
    messages = session.scalars(select(Message).where(Message.id.in_(first))).all() if first else ()
    own = made_versions(session, article) if first else {}
    joined = {each.id for each in messages if each.status is MessageStatus.JOINED or each.id in own}
    return [
        JoinedLetter(
            message=message, number=first[message.id].number, own=own.get(message.id),
            back=_before(article, first[message.id], joined),
        )
        for message in sorted(messages, key=lambda each: first[each.id].number)
        if message.id in joined and may(visitor, Right.READ, message)
    ]  # fmt: skip


def separate(session: Session, article: Article, joined: JoinedLetter, *, by: User, at: datetime) -> None:
    """Part the letter off, in the caller's transaction, `article` locked. Rights are the caller's to check.

    Raises ForbiddenMoveError where the article cannot be edited, StaleError where somebody was faster.
    """
    renewed = _was_published(session, article, joined.message)
    if joined.back is not None:
        restore_version(session, article, joined.back, by=by, at=at)
        article.arrived_at = _arrival(session, article, joined.back)
    else:
        article.version += 1
    article.set_aside = _without(article.set_aside, _aside_of(joined))
    subject = joined.message.subject or ""
    data = {"message": joined.message.id, "version": joined.number}
    record(session, "article", article.id, article.site_id, SEPARATE, by=by, at=at, note=subject, data=data)
    if renewed and joined.back is not None and _is_live(session, article, joined.back):
        note = kept("Bản đang hiển thị vẫn đúng.")
        decide(session, article, Decision.BACK_TO_PUBLISHED, by=by, at=at, note=note)
    if joined.own is not None:
        come_back(session, joined.own, article, by=by, at=at)
        return
    reason = kept(f"Tách khỏi bài {article.code}.")
    settle(session, joined.message, Fate.SEPARATE, by=by, at=at, reason=reason)
    joined.message.attempts = 0


def letter_of(letters: Iterable[JoinedLetter], message_id: int) -> JoinedLetter:
    """The one that a form names. Raises InputError: it was separated meanwhile, or never joined."""
    found = next((each for each in letters if each.message.id == message_id), None)
    if found is None:
        raise InputError(field="message", problem="not_joined")
    return found


def made_versions(session: Session, article: Article) -> dict[int, Article]:
    """The articles that a person made versions of this one and nobody has brought back, by their letters."""
    events = select(Event).where(Event.noun == "article", Event.noun_id == article.id)
    made = [
        event.data["other"]
        for event in session.scalars(events.where(Event.decision == Decision.RENEW))
        if event.data and event.data.get("as") == AS_VERSION
    ]
    query = select(Article).where(Article.id.in_(made), Article.status == ArticleStatus.REJECTED)
    return {each.message_id: each for each in session.scalars(query) if each.message_id} if made else {}


def _before(article: Article, first: Revision, joined: set[int]) -> Revision | None:
    """The last version before the letter that does not come from a letter that was separated since."""
    newest = article.revision
    if newest is None or newest.message_id != first.message_id:
        return None
    here = (*joined, article.message_id, None)
    earlier = [each for each in article.revisions if each.number < first.number and each.message_id in here]
    return earlier[-1] if earlier else None


def _arrival(session: Session, article: Article, back: Revision) -> datetime:
    letter = session.get(Message, back.message_id) if back.message_id else None
    return letter.received_at if letter else article.created_at


def _aside_of(joined: JoinedLetter) -> list[str]:
    """The texts that the letter has brought into the article's set-aside ones."""
    if joined.own is not None:
        return [str(piece.get("text")) for piece in joined.own.set_aside]
    reading = joined.message.reading or {}
    articles = reading.get("articles") or []
    pieces = [*(reading.get("set_aside") or []), *(piece for each in articles for piece in each["set_aside"])]
    # Of a letter that brought photos and a remark, the remark was set aside as well (`ingest/photos_anew.py`).
    remarks = [each[name] for each in articles for name in ("title", "summary", "body_text", "byline") if each[name]]
    return [*(str(piece.get("text")) for piece in pieces), *map(str, remarks)]


def _without(pieces: Sequence[dict[str, str]], texts: Iterable[str]) -> list[dict[str, str]]:
    """Without one piece of each text, the last one: the letter's came to the end."""
    left = list(pieces)
    for text in texts:
        place = next((n for n in range(len(left) - 1, -1, -1) if left[n].get("text") == text), None)
        if place is not None:
            del left[place]
    return left


def _was_published(session: Session, article: Article, message: Message) -> bool:
    """Whether the letter's arrival is the last that happened to an article that was published until then."""
    moves = select(Event).where(Event.noun == "article", Event.noun_id == article.id, Event.before.is_not(None))
    last = session.scalars(moves.order_by(Event.id.desc()).limit(1)).first()
    if last is None or last.decision != Decision.RENEW or last.before != ArticleStatus.PUBLISHED:
        return False
    return (last.data or {}).get("message") == message.id


def _is_live(session: Session, article: Article, version: Revision) -> bool:
    publications = publications_of(session, article)
    return bool(publications) and all(
        each.status is PublicationStatus.LIVE and each.live_revision_id == version.id for each in publications
    )
