"""The pictures that an article may use: those of its own revisions and of the letters these were made from."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.message import MessagePart
from tinbai.revision import Revision, RevisionPhoto

SHOWN_TYPES = frozenset(
    {"image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/heic",
     "image/heif", "image/tiff"}
)  # fmt: skip
_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".heic", ".heif", ".tif", ".tiff")


def is_picture(part: MessagePart) -> bool:
    """Whether a part calls itself a raster picture. What it is shows when it is decoded; malware is not decoded."""
    if part.malware:
        return False
    return part.media_type in SHOWN_TYPES or part.filename.lower().endswith(_ENDINGS)


def gallery(session: Session, article: Article) -> Mapping[str, str]:
    """File names by SHA-256: first what the newest revisions use, then the letters' pictures in their order."""
    names: dict[str, str] = {}
    for sha256, filename in _used(session, article):
        names.setdefault(sha256, filename)
    for part in _parts(session, article):
        if is_picture(part):
            names.setdefault(part.sha256, part.filename)
    return names


def _used(session: Session, article: Article) -> Iterable[tuple[str, str]]:
    newest = article.revision
    if newest is not None and newest.number == 1:  # there is no other, and its page has loaded it
        return [(photo.sha256, photo.filename) for photo in newest.photos]
    used = (
        select(RevisionPhoto.sha256, RevisionPhoto.filename)
        .join(Revision, Revision.id == RevisionPhoto.revision_id)
        .where(Revision.article_id == article.id)
        .order_by(Revision.number.desc(), RevisionPhoto.position)
    )
    return [(row.sha256, row.filename) for row in session.execute(used)]


def _parts(session: Session, article: Article) -> Iterable[MessagePart]:
    ids = message_ids(session, article)
    if article.message is not None and ids == {article.message_id}:
        return article.message.parts
    query = select(MessagePart).where(MessagePart.message_id.in_(ids))
    return session.scalars(query.order_by(MessagePart.message_id, MessagePart.position)) if ids else ()


def message_ids(session: Session, article: Article) -> set[int]:
    """The letters that the article and its revisions came from."""
    newest = article.revision
    if newest is not None and newest.number == 1:
        return {each for each in (newest.message_id, article.message_id) if each is not None}
    query = select(Revision.message_id).where(Revision.article_id == article.id, Revision.message_id.is_not(None))
    ids = set(session.scalars(query))
    return {each for each in (*ids, article.message_id) if each is not None}
