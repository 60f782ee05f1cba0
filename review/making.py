"""A revision made of pieces of others: what splitting and merging have in common."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from review.checking import findings_of
from review.finding_moves import joined
from tinbai.article import Article
from tinbai.people import User
from tinbai.plain_rows import table_of
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto

_OWN = frozenset({"id", "revision_id", "position", "place"})


def photo_at(photo: RevisionPhoto, place: int | None) -> RevisionPhoto:
    """The same photo, with all that belongs to it, at another place."""
    return RevisionPhoto(**_values(photo), place=place)


def attachment_like(file: RevisionAttachment) -> RevisionAttachment:
    """The same file."""
    return RevisionAttachment(**_values(file))


def add_revision(
    session: Session, article: Article, *, like: Revision, by: User, at: datetime, photos: Iterable[RevisionPhoto],
    attachments: Iterable[RevisionAttachment], further: Sequence[Mapping[str, Any]] = (), **texts: str,
) -> Revision:  # fmt: skip
    """The article's next revision: `texts`, and for the rest what `like` has. The checks are run on it.

    `further` findings are said of the text that comes from another article; what the checks find is found anew.
    """
    named = ("title", "summary", "body_html", "byline", "author", "source")
    values: dict[str, Any] = {name: texts.get(name, getattr(like, name)) for name in named}
    number = article.revision.number + 1 if article.revision else 1
    revision = Revision(
        article_id=article.id, number=number, made_at=at, made_by_id=by.id, message_id=like.message_id,
        from_part=like.from_part, encoding=like.encoding, findings=[],
        origin=(like.origin or like.number) if like.article_id == article.id else None, **values,
    )  # fmt: skip
    revision.photos = _in_order(photos)
    revision.attachments = _in_order(attachments)
    before = article.revision.findings if article.revision else []
    revision.findings = findings_of(session, article, revision, joined(before, further))
    session.add(revision)
    session.flush()
    article.revision_id = revision.id
    session.flush()
    session.refresh(article, ["revision", "revisions"])
    return revision


def _in_order(files: Iterable[Any]) -> list[Any]:
    ordered = list(files)
    for position, file in enumerate(ordered):
        file.position = position
    return ordered


def _values(file: RevisionPhoto | RevisionAttachment) -> dict[str, Any]:
    names = [name for name in table_of(type(file)).columns.keys() if name not in _OWN]  # noqa: SIM118 - no dict
    return {name: getattr(file, name) for name in names}
