"""A photo's public copy: prepared in advance where it is, made now where it is not. Both give the same bytes.

Both hashes, the original's and the copy's, stand in the publication's proof, so that it can be shown which approved
photo each public file is.
"""

from sqlalchemy.orm import Session, object_session

from tinbai.blobs import Blobs
from tinbai.errors import BlobMissingError
from tinbai.picture import portal_copy
from tinbai.picture_sandbox import of_picture
from tinbai.public_copy import PublicCopy, public_copy
from tinbai.revision import RevisionPhoto


def photo_copy(photo: RevisionPhoto, longest_side: int, blobs: Blobs) -> PublicCopy:
    """The copy of `photo` for a portal that wants it no longer than `longest_side`.

    Raises BlobMissingError when the original is gone, PictureError when it is no picture.
    """
    if not blobs.has(photo.sha256):
        raise BlobMissingError(photo.sha256)
    session = object_session(photo)
    prepared = _prepared(session, photo.sha256, longest_side, blobs) if session else None
    return prepared or of_picture(public_copy, blobs.path(photo.sha256), longest_side)


def _prepared(session: Session, original: str, longest_side: int, blobs: Blobs) -> PublicCopy | None:
    copy = session.scalar(portal_copy(original, longest_side))
    if copy is None or not blobs.has(copy.sha256):
        return None
    return PublicCopy(content=blobs.get(copy.sha256), width=copy.width, height=copy.height)
