"""Ingest's answer to editors who want an article read in another way: the letter is read again, a revision follows.

Nothing that somebody wrote is lost: every revision stays and can be restored. When the article has changed since the
editor asked, nothing is done and he is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ingest.draft import add_article, add_revision, column_id, store_parts
from ingest.reading import ReadArticle, Reading
from ingest.sandbox import Reader
from ingest.scanning import scanned
from tinbai.approval import cancel_due, on_a_portal
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.clamd import Clamd
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.errors import BlobMissingError, ForbiddenMoveError, ReadingFailedError
from tinbai.people import User
from tinbai.rereading import Rereading, besides_text, waiting
from tinbai.site import Site
from tinbai.site_loading import data_of
from tinbai.wish import Items, Wish
from tinbai.workflow import Decision, decide

MOST_ATTEMPTS = 2
REQUESTS_A_PASS = 20
LEASE = timedelta(minutes=3)  # on top of the time that a reading may take
CHANGED = (
    "Có người vừa sửa hoặc xử lý bài trong khi máy đọc lại, nên bài để nguyên. Mở lại bài rồi chọn lại nếu vẫn cần."
)
NOT_ALLOWED = "Bài đã sang tình trạng không sửa được nữa, nên bài để nguyên."
NOTHING_READ = "Đọc theo cách này không lập được bài nào, nên bài để nguyên."
NOT_READ = "Máy không đọc lại được thư này, nên bài để nguyên."

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class _Claimed:
    """A request that nobody else is at."""

    id: int
    sha256: str
    site: Site
    wish: Wish


def serve_rereadings(
    config: Config,
    database: Database,
    blobs: Blobs,
    reader: Reader,
    *,
    clock: Clock,
    stopping: Callable[[], bool] = lambda: False,
) -> int:
    """Serve every request that waits; returns how many got an answer. May run twice at once: each is served once."""
    served = 0
    with database.reading() as session:
        ids = list(session.scalars(waiting(clock(), REQUESTS_A_PASS).with_only_columns(Rereading.id)))
    for request_id in ids:
        if stopping():
            break
        claimed = _claim(config, database, request_id, clock)
        if claimed is not None:
            served += _serve(config, database, blobs, reader, claimed, clock)
    return served


def _claim(config: Config, database: Database, request_id: int, clock: Clock) -> _Claimed | None:
    """Count the attempt and take the lease; None when somebody else was faster or the attempts are used up."""
    at = clock()
    free = Rereading.lease_until.is_(None) | (Rereading.lease_until < at)
    lease = timedelta(seconds=config.limits.wall_seconds + config.scanner.letter_seconds) + LEASE
    with database.writing() as session:
        request = session.scalar(
            update(Rereading)
            .where(Rereading.id == request_id, Rereading.done_at.is_(None), free)
            .values(attempts=Rereading.attempts + 1, lease_until=at + lease)
            .returning(Rereading)
        )
        if request is None:
            return None
        if request.attempts > MOST_ATTEMPTS:
            _end(request, at, problem=NOT_READ)
            return None
        site = session.get_one(Site, request.message.site_id)
        return _Claimed(id=request.id, sha256=request.message.sha256, site=site, wish=Wish(**request.wish))


def _serve(config: Config, database: Database, blobs: Blobs, reader: Reader, claimed: _Claimed, clock: Clock) -> bool:
    """Read the letter as it is wished, and write down what came of it. True when there is an answer, good or bad."""
    try:
        with blobs.opened(claimed.sha256) as letter:
            reading = reader.read(letter, site=data_of(claimed.site), limits=config.limits, wish=claimed.wish)
            if config.scanner.address:  # what it names is left out here, too
                reading = scanned(reading, letter, Clamd(config.scanner))
        store_parts(reading, blobs)
        with database.writing() as session:
            _answer(session, claimed.id, reading, clock())
    except (ReadingFailedError, BlobMissingError, ForbiddenMoveError) as error:
        log.warning("letter not read anew", request=claimed.id, error=str(error))
        problem = NOT_ALLOWED if isinstance(error, ForbiddenMoveError) else NOT_READ
        with database.writing() as session:
            request = session.get_one(Rereading, claimed.id, with_for_update=True)
            if request.done_at is None:
                _end(request, clock(), problem=problem)
    except Exception:
        log.exception("reading anew broke", request=claimed.id)  # its lease ends, and it is tried once more
        return False
    return True


def _answer(session: Session, request_id: int, reading: Reading, at: datetime) -> None:
    """In one transaction: the revision, the articles that were parted off or merged, and the end of the request."""
    request = session.get_one(Rereading, request_id, with_for_update=True)  # of two past their lease, one answers
    if request.done_at is not None:
        return
    article = session.get_one(Article, request.article_id, with_for_update=True)
    if article.version != request.seen:
        _end(request, at, problem=CHANGED)
        return
    if not reading.articles:
        _end(request, at, problem=NOTHING_READ)
        return
    by = session.get_one(User, request.asked_by_id)
    first, *rest = reading.articles
    request.base_id, was = article.revision_id, besides_text(article)
    number = article.revision.number + 1 if article.revision else 1
    decide(session, article, Decision.EDIT, by=by, at=at, data={"changed": ["reading"], "revision": number})
    cancel_due(session, article, by=by, at=at)
    _rewrite(session, article, first, reading, at)
    article.editor_id = article.editor_id or by.id
    findings = [*(reading.findings if article.ordinal == 0 else ()), *first.findings]
    add_revision(session, article, first, findings, message=request.message, at=at)
    request.revision_id, request.besides = article.revision_id, {"was": was, "became": besides_text(article)}
    request.made = _part_off(session, request, reading, rest, at)
    request.merged = _merge(session, request, reading.merged, by, at)
    _end(request, at)


def _end(request: Rereading, at: datetime, *, problem: str | None = None) -> None:
    request.done_at, request.lease_until, request.problem = at, None, problem


def _rewrite(session: Session, article: Article, read: ReadArticle, reading: Reading, at: datetime) -> None:
    """What belongs to the reading and not to the revision. A column or genre that somebody chose stays."""
    if article.kind != read.kind or article.genre is None:
        article.genre = read.genre
    article.kind, article.fields = read.kind, dict(read.fields)
    article.suggestions = [asdict(guess) for guess in read.columns]
    if article.column_id is None:
        article.column_id = column_id(session, article.site_id, read)
    article.set_aside = [asdict(piece) for piece in (*reading.set_aside, *read.set_aside)]
    article.publish_at = None
    article.changed_at = at
    article.version += 1


def _part_off(
    session: Session, request: Rereading, reading: Reading, rest: Sequence[ReadArticle], at: datetime
) -> list[dict[str, Any]]:
    """The further items of a text become articles of their own, behind those that the letter has already."""
    if not rest:
        return []
    last = session.scalar(select(func.max(Article.ordinal)).where(Article.message_id == request.message_id)) or 0
    made = [
        add_article(session, request.message, reading, read, last + 1 + number, at) for number, read in enumerate(rest)
    ]
    return [{"id": article.id, "code": article.code} for article in made]


def _parted_off(session: Session, request: Rereading) -> list[int]:
    """The articles that earlier readings parted off this one, where it is to be one article again."""
    if request.wish["items"] != Items.ONE:
        return []
    made = session.scalars(select(Rereading.made).where(Rereading.article_id == request.article_id))
    return [each["id"] for articles in made for each in articles]


def _merge(
    session: Session, request: Rereading, ordinals: Sequence[int], by: User, at: datetime
) -> list[dict[str, Any]]:
    """The articles that went into this one are put away, as far as nobody has begun to work on them.

    One that a portal has stays: a new version may have come of it after it was published, and nobody takes it down
    who rejects it.
    """
    parted = _parted_off(session, request)
    if not ordinals and not parted:
        return []
    siblings = select(Article).where(
        Article.message_id == request.message_id, Article.ordinal.in_(ordinals) | Article.id.in_(parted),
        Article.id != request.article_id, Article.status == ArticleStatus.NEW, ~on_a_portal(),
    )  # fmt: skip
    merged = []
    for sibling in session.scalars(siblings.order_by(Article.ordinal)):
        note = f"Đã gộp vào bài {request.article.code}."
        decide(session, sibling, Decision.REJECT, by=by, at=at, note=note, data={"rereading": request.id})
        sibling.version += 1
        merged.append({"id": sibling.id, "code": sibling.code})
    return merged
