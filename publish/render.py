"""A publication becomes what its portal is given. Reads our database and the blobs; writes nothing."""

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from slugify import slugify
from sqlalchemy.orm import object_session

from publish.corrections import with_corrections
from publish.figures import with_figures
from publish.file_names import attachment_file, beginning, photo_file
from publish.kinds import public_fields
from publish.photo import photo_copy
from publish.portal import Portal, PortalAttachment, PortalItem, PortalPhoto, PortalText
from tinbai.article import Article
from tinbai.blobs import Blobs
from tinbai.correction import Correction, corrections_of
from tinbai.errors import PortalError
from tinbai.pictures import PictureError
from tinbai.public_copy import PublicCopy
from tinbai.publication import Publication
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto

LONGEST_SLUG = 120


def render(publication: Publication, portal: Portal, blobs: Blobs) -> PortalItem:
    """The item of the approved revision: the same publication always gives the same item.

    Raises PortalError (not retryable) when a photo is none or a file may not go out, BlobMissingError.
    """
    article, revision = publication.article, publication.revision
    placed = [photo for photo in revision.photos if photo.place is not None]
    copies = [_copy(photo, portal, blobs) for photo in placed]
    cover = next((photo for photo in placed if photo.cover), placed[0] if placed else None)
    photos = [_photo(article, photo, copy, is_cover=photo is cover) for photo, copy in zip(placed, copies, strict=True)]
    files = [(_attachment(article, file, portal, blobs), blobs.get(file.sha256)) for file in revision.attachments]
    body = with_figures(
        revision.body_html, zip([photo.place or 0 for photo in placed], photos, strict=True), portal.media_url
    )
    body = with_corrections(body, _corrections(publication))
    return PortalItem(
        text=_text(publication, portal, body),
        files_begin=beginning(article.code, article.created_at),
        photos=photos,
        attachments=[attachment for attachment, _ in files],
        contents={photo.file: copy.content for photo, copy in zip(photos, copies, strict=True)}
        | {attachment.file: content for attachment, content in files},
        originals={photo.file: original.sha256 for photo, original in zip(photos, placed, strict=True)},
    )


def _corrections(publication: Publication) -> Sequence[Correction]:
    """The notes for readers that the approval which is being carried out has seen."""
    session = object_session(publication)
    if session is None:
        raise TypeError("a publication is rendered within the transaction that has read it")
    return corrections_of(session, publication.article_id, before=publication.approval)


def _copy(photo: RevisionPhoto, portal: Portal, blobs: Blobs) -> PublicCopy:
    try:
        return photo_copy(photo, portal.longest_photo_side, blobs)
    except PictureError as error:
        problem = f"không mở được ảnh {photo.filename}; đề nghị thay ảnh khác rồi duyệt lại"
        raise PortalError(portal=portal.key, problem=problem, retryable=False) from error


def _photo(article: Article, photo: RevisionPhoto, copy: PublicCopy, *, is_cover: bool) -> PortalPhoto:
    digest = sha256(copy.content).hexdigest()
    return PortalPhoto(
        file=photo_file(article.code, article.created_at, digest, copy.ending), caption=photo.caption,
        alt=photo.alt or photo.caption, width=copy.width, height=copy.height, sha256=digest, is_cover=is_cover,
    )  # fmt: skip


def _attachment(article: Article, file: RevisionAttachment, portal: Portal, blobs: Blobs) -> PortalAttachment:
    try:
        path = attachment_file(article.code, article.created_at, file.sha256, file.filename)
    except ValueError as error:
        problem = f"tệp {file.filename} thuộc loại không được đưa lên cổng; đề nghị bỏ tệp hoặc chuyển sang PDF"
        raise PortalError(portal=portal.key, problem=problem, retryable=False) from error
    size = blobs.path(file.sha256).stat().st_size if blobs.has(file.sha256) else 0
    return PortalAttachment(
        file=path, name=file.filename, media_type=file.media_type, size=size, sha256=file.sha256
    )  # fmt: skip


def _text(publication: Publication, portal: Portal, body_html: str) -> PortalText:
    article, revision = publication.article, publication.revision
    if article.column is None:
        raise PortalError(
            portal=portal.key, problem="bài chưa có chuyên mục; chọn chuyên mục rồi duyệt lại", retryable=False
        )
    published_at, updated_at = _times(publication)
    return PortalText(
        key=publication.key, approval=publication.approval, column_key=article.column.key,
        column_name=article.column.name, title=revision.title, slug=_slug(article, revision),
        summary=revision.summary, body_html=body_html, byline=revision.byline, author=revision.author,
        source=revision.source, kind=article.kind.value,
        fields=json.dumps(public_fields(article.kind, article.fields), ensure_ascii=False, sort_keys=True),
        published_at=published_at, updated_at=updated_at,
    )  # fmt: skip


def _times(publication: Publication) -> tuple[datetime, datetime | None]:
    """When it was published first, and when renewed. What stood on the portal once keeps its first date."""
    due_at = publication.due_at.replace(microsecond=0)  # as coarse as the coarsest portal
    first = (publication.proof or {}).get("published_at")
    return (due_at, None) if first is None else (datetime.fromisoformat(first), due_at)


def _slug(article: Article, revision: Revision) -> str:
    return slugify(revision.title, max_length=LONGEST_SLUG, word_boundary=True) or slugify(article.code)
