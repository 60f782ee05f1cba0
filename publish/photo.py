"""A photo's public copy: prepared in advance where it is, made now where it is not. Both give the same bytes.

Both hashes, the original's and the copy's, stand in the publication's proof, so that it can be shown which approved
photo each public file is.
"""

from collections.abc import Callable
from functools import partial

from sqlalchemy.orm import object_session

from tinbai.blobs import Blobs
from tinbai.errors import BlobMissingError
from tinbai.picture import PictureCopy, portal_copy
from tinbai.picture_sandbox import of_picture
from tinbai.public_copy import PublicCopy, edited_public_copy, public_copy
from tinbai.revision import RevisionPhoto


def photo_copy(photo: RevisionPhoto, longest_side: int, blobs: Blobs) -> PublicCopy:
    """The copy of `photo`, turned and cut as it says, for a portal that wants it no longer than `longest_side`.

    Raises BlobMissingError when the original is gone, PictureError when it is no picture.
    """
    return copier(photo, longest_side, blobs)()


def copier(photo: RevisionPhoto, longest_side: int, blobs: Blobs) -> Callable[[], PublicCopy]:
    """What returns the copy or raises as `photo_copy`. It needs the database no more, and may wait for a child."""
    session = None if photo.edit else object_session(photo)
    prepared = session.scalar(portal_copy(photo.sha256, longest_side)) if session else None
    return partial(_copy, photo, prepared, longest_side, blobs)


def _copy(photo: RevisionPhoto, prepared: PictureCopy | None, longest_side: int, blobs: Blobs) -> PublicCopy:
    if not blobs.has(photo.sha256):
        raise BlobMissingError(photo.sha256)
    if photo.edit:
        return of_picture(edited_public_copy, blobs.path(photo.sha256), photo.edit, longest_side)
    if prepared is not None and blobs.has(prepared.sha256):
        return PublicCopy(content=blobs.get(prepared.sha256), width=prepared.width, height=prepared.height)
    return of_picture(public_copy, blobs.path(photo.sha256), longest_side)
