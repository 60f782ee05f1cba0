"""Correcting what is published (đính chính): the text is edited, and a note for readers goes with it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.clock import local
from tinbai.correction import Correction
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.publication import REACHED, Publication, PublicationStatus
from tinbai.workflow import Decision, decide, record

LONGEST = 2_000  # characters
_ON_ITS_WAY = (PublicationStatus.DUE, PublicationStatus.SENDING)


def correct(session: Session, article: Article, *, words: str, by: User, at: datetime) -> Correction:
    """Note what was wrong, and open the article for editing; what is live stays until the next approval.

    It changes what the next approval sends out, and so the article's version. One transaction, the caller's. Raises
    InputError, and ForbiddenMoveError as `decide`.
    """
    words = words.strip()
    if not words:
        raise InputError(field="note", problem="correction_missing")
    if len(words) > LONGEST:
        raise InputError(field="note", problem="correction_long")
    event = decide(session, article, Decision.CORRECT, by=by, at=at, note=words)
    article.editor_id = article.editor_id or by.id
    article.version += 1
    made = Correction(article_id=article.id, event_id=event.id, user_id=by.id, actor=by.name, at=at, words=words)
    session.add(made)
    session.flush()
    return made


def drop(session: Session, article: Article, correction: Correction, *, by: User, at: datetime) -> None:
    """Take a note back that has not gone out. The article has another version then, as with `correct`."""
    if correction.dropped_at is not None:
        return
    if is_out(correction, publications_of(session, article)):
        raise InputError(field="correction", problem="correction_out")
    correction.dropped_at = at
    article.version += 1
    record(
        session, "article", article.id, article.site_id, "correction_dropped", by=by, at=at, note=correction.words
    )  # fmt: skip


def is_out(correction: Correction, publications: Iterable[Publication]) -> bool:
    """Whether readers have got a note, or are about to: a portal has it, or may have it, or it is on its way there.

    The number of the approval alone says nothing: a publication keeps that of an approval which was taken back.
    """
    return any(
        max((each.proof or {}).get(key, 0) for key in ("approval", REACHED)) > correction.event_id
        or (each.status in _ON_ITS_WAY and each.approval > correction.event_id)
        for each in publications
    )


def as_printed(correction: Correction) -> str:
    """What readers see, beneath the text."""
    return f"Đính chính ({local(correction.at).strftime('%H:%M ngày %d/%m/%Y')}): {correction.words}"
