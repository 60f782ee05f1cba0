"""Splitting an article: from one of its top-level elements on it becomes another one. Nothing is lost on the way."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from review.finding_moves import moved
from review.language import kept
from review.making import add_revision, attachment_like, photo_at
from review.restoring import restore_version
from tinbai.article import Article, ArticleStatus
from tinbai.clock import local
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.html import text_of_html, top_level
from tinbai.numbering import next_code
from tinbai.people import User
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.workflow import Decision, decide, record

LONGEST_TITLE = 300  # characters
MOST_TITLE_WORDS = 30


def split(session: Session, article: Article, place: int, *, by: User, at: datetime) -> Article:
    """Part off what begins with top-level element `place` (from 1); returns the new article.

    A short first line becomes its title. Photos go with the text they stand in; those in the tray stay. Both have
    the author, the source, what the reader said of the letter, and the question to the head where there is one. In
    the caller's transaction; raises InputError, and ForbiddenMoveError as `decide`.
    """
    before = article.revision
    elements = top_level(before.body_html) if before else []
    if before is None or not 0 < place < len(elements):
        raise InputError(field="place", problem="place_wrong")
    title = _title(elements[place]) if place + 1 < len(elements) else ""
    begins = place + 1 if title else place
    made = _new(session, article, at=at)
    note = kept(f"Tách thành bài {made.code}.")
    data = {"made": made.id, "code": made.code, "from": before.number, "version": article.version + 1}
    decide(session, article, Decision.SPLIT, by=by, at=at, note=note, data=data)
    article.version += 1
    article.editor_id = article.editor_id or by.id
    going = [photo for photo in before.photos if photo.place is not None and photo.place >= place]
    add_revision(
        session, made, like=before, by=by, at=at, title=title, summary="", body_html="".join(elements[begins:]),
        photos=[photo_at(photo, max(-1, (photo.place or 0) - begins)) for photo in going], attachments=(),
        further=moved(before.findings, by=-begins, first=place),
    )  # fmt: skip
    add_revision(
        session, article, like=before, by=by, at=at, body_html="".join(elements[:place]),
        photos=[photo_at(photo, photo.place) for photo in before.photos if photo not in going],
        attachments=map(attachment_like, before.attachments),
    )  # fmt: skip
    record(
        session, "article", made.id, made.site_id, "made_by_split", by=by, at=at, after=made.status,
        note=kept(f"Tách từ bài {article.code}."), data={"article": article.id},
    )  # fmt: skip
    return made


def split_that_can_be_undone(session: Session, article: Article) -> Article | None:
    """What was parted off last, as long as nobody has worked on either since."""
    return still_parted(session, article, _last(session, article))


def still_parted(session: Session, article: Article, event: Event | None) -> Article | None:
    """The same, where the last splitting is known."""
    data = (event.data or {}) if event is not None else {}
    made = session.get(Article, data["made"]) if data else None
    if made is None or article.version != data["version"]:
        return None
    untouched = made.status is ArticleStatus.NEW and made.version == 1
    return made if untouched else None


def undo_split(session: Session, article: Article, *, by: User, at: datetime) -> None:
    """Put the two together again as they were; what was parted off is put away. Raises InputError when it is late."""
    made, event = split_that_can_be_undone(session, article), _last(session, article)
    if made is None or event is None:
        raise InputError(field="undo", problem="undo_changed")
    version = next(each for each in article.revisions if each.number == (event.data or {})["from"])
    restore_version(session, article, version, by=by, at=at)
    decide(session, made, Decision.GO_INTO, by=by, at=at, note=kept(f"Hoàn tác việc tách từ bài {article.code}."))
    made.version += 1
    record(
        session, "article", article.id, article.site_id, "split_undone", by=by, at=at, note=made.code,
        data={"undone": event.id},
    )  # fmt: skip


def _last(session: Session, article: Article) -> Event | None:
    query = select(Event).where(Event.noun == "article", Event.noun_id == article.id, Event.decision == Decision.SPLIT)
    return session.scalars(query.order_by(Event.id.desc()).limit(1)).first()


def _title(element: str) -> str:
    """The text of a short line; "" where it is none: a table, a list, a paragraph."""
    if not element.startswith(("<p", "<h2", "<h3", "<h4")):
        return ""
    text = text_of_html(element)
    short = len(text) <= LONGEST_TITLE and len(text.split()) <= MOST_TITLE_WORDS
    return text.strip() if short and "\n" not in text.strip() and "\t" not in text else ""


def _new(session: Session, article: Article, *, at: datetime) -> Article:
    site = session.get_one(Site, article.site_id)
    last = select(func.max(Article.ordinal)).where(Article.message_id == article.message_id)
    ordinal = (session.scalar(last) or 0) + 1 if article.message_id else 0
    made = Article(
        site_id=site.id, code=next_code(session, site.id, local(at).year), kind=article.kind, status=ArticleStatus.NEW,
        message_id=article.message_id, ordinal=ordinal, contributor_id=article.contributor_id, unit_id=article.unit_id,
        column_id=article.column_id, genre=article.genre, forwarded_by=article.forwarded_by, suggestions=[], fields={},
        set_aside=[], created_at=at, changed_at=at, needs_head=article.needs_head,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def revision_of(article: Article) -> Revision:
    """The newest revision. Raises InputError where there is none."""
    if article.revision is None:
        raise InputError(field="body", problem="text_missing")
    return article.revision
