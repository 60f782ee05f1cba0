"""What the looks of a photo say: known only when it has been decoded, which is after its article was drafted."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.checks import CHECKS, Checked, CheckedPhoto, findings_of
from tinbai.checks.earlier import UsedPhoto
from tinbai.ignored import carried
from tinbai.photo_edit import PhotoEdit
from tinbai.picture import Picture, pictures_of
from tinbai.revision import Revision, RevisionPhoto
from tinbai.site import Site
from tinbai.site_loading import data_of
from tinbai.used_photos import used_photos

BY_LOOKS = frozenset({"photo_small", "photo_blurred", "photo_sideways", "photo_used"})


def renew_photo_findings(session: Session, original: str) -> None:
    """Judge anew the articles whose newest revision shows this picture, in the caller's transaction."""
    shown = select(RevisionPhoto.revision_id).where(RevisionPhoto.sha256 == original)
    query = select(Article).where(Article.revision_id.in_(shown))
    for article in session.scalars(query):
        _renew(session, article)


def judge_known_photos(session: Session, article: Article, originals: Collection[str]) -> None:
    """Judge an article that comes with pictures of which some were decoded before: nobody decodes these again."""
    known = select(Picture.original).where(Picture.original.in_(originals), Picture.made_for.is_not(None)).limit(1)
    if originals and session.scalar(known) is not None:
        _renew(session, article)


def _renew(session: Session, article: Article) -> None:
    # Locked and read again: another process may be adding what another photo of the same article says.
    revision = session.scalars(
        select(Revision)
        .where(Revision.id == article.revision_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    others = [finding for finding in revision.findings if finding.get("check") not in BY_LOOKS]
    revision.findings = [*others, *carried(revision.findings, _found(session, article, revision))]


def checked_photos(session: Session, article: Article, revision: Revision) -> tuple[CheckedPhoto, ...]:
    """The photos that are to be published, as the checks want them: their looks, and where they stood before."""
    shown = [photo for photo in revision.photos if photo.place is not None]
    names = [photo.sha256 for photo in shown]
    pictures, used = pictures_of(session, names), used_photos(session, article, names)
    return tuple(_checked(photo, pictures.get(photo.sha256), used.get(photo.sha256)) for photo in shown)


def _found(session: Session, article: Article, revision: Revision) -> list[dict[str, Any]]:
    checked = Checked(photos=checked_photos(session, article, revision), kind=article.kind)
    site = data_of(session.get_one(Site, article.site_id))
    by_looks = [each for each in CHECKS if each.name in BY_LOOKS]
    found = [finding for each in by_looks for finding in findings_of(each, checked, site)]
    return [asdict(finding) | {"repairs": list(finding.repairs)} for finding in found]


def _checked(photo: RevisionPhoto, picture: Picture | None, used: UsedPhoto | None) -> CheckedPhoto:
    size = (picture.width or 0, picture.height or 0) if picture else (0, 0)
    turned = PhotoEdit.of(photo.edit or "").turn
    return CheckedPhoto(
        filename=photo.filename, caption=photo.caption or None, alt=photo.alt or None, longest=max(size) or None,
        sharp_at=picture.sharp_at if picture else None, sideways=bool(picture and picture.sideways and not turned),
        used=used,
    )  # fmt: skip
