"""The photos as the form shows them: those of the article in order, then the tray with the letters' other pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from review.draft_form import DraftPhoto
from review.gallery import gallery
from tinbai.article import Article
from tinbai.photo_edit import PhotoEdit


@dataclass(frozen=True, kw_only=True)
class PhotoRow:
    """A picture in the form: used by the article, or waiting in the tray. `place` as the form sends it."""

    sha256: str
    filename: str
    caption: str
    alt: str
    place: str
    unused: str  # what the form sends when the picture is not to be published
    edit: PhotoEdit
    cover: bool


def photo_rows(session: Session, article: Article, photos: Sequence[DraftPhoto]) -> list[PhotoRow]:
    """These photos in order, then the tray."""
    names = gallery(session, article)
    saved = {photo.sha256: photo for photo in (article.revision.photos if article.revision else ())}
    rows = []
    for photo in photos:
        now = saved.get(photo.sha256)
        rows.append(
            PhotoRow(
                sha256=photo.sha256, filename=names.get(photo.sha256, ""), caption=photo.caption, alt=photo.alt,
                place="tray" if photo.place is None else str(photo.place), unused="tray",
                edit=PhotoEdit.of((now.edit if now else "") if photo.edit is None else photo.edit),
                cover=(bool(now and now.cover)) if photo.cover is None else photo.cover,
            )
        )  # fmt: skip
    used = {row.sha256 for row in rows}
    rows += [
        PhotoRow(
            sha256=sha256, filename=name, caption="", alt="", place="out", unused="out", edit=PhotoEdit(), cover=False
        )
        for sha256, name in names.items()
        if sha256 not in used
    ]
    return sorted(rows, key=lambda row: row.place in {"tray", "out"})
