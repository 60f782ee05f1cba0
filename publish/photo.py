"""The public copy of a photo.

What an editor approves is a photo's original, named by its SHA-256 in the revision. What readers get is:

- the original, byte for byte, where it is a JPEG or PNG that holds nothing but a picture, stands upright and is no
  larger than the portal wants;
- otherwise a copy made from its pixels by `tinbai.pictures.web_copy`: the same original always gives the same copy.

Both hashes stand in the publication's proof, so that it can be shown which approved photo each public file is.
"""

from dataclasses import dataclass

from publish.plain_picture import is_plain
from tinbai.pictures import PictureInfo, fingerprint, measure, web_copy

_ENDINGS = {"JPEG": ".jpg", "PNG": ".png"}  # what `web_copy` and `is_plain` know


@dataclass(frozen=True, kw_only=True)
class PublicCopy:
    """Bytes for readers, with what a page must know of them. `ending` is the file name's, with its dot."""

    content: bytes
    width: int
    height: int
    ending: str


def public_copy(original: bytes, longest_side: int) -> PublicCopy:
    """The copy of `original` that goes public. Raises PictureError when it is no picture."""
    if is_plain(original):
        info = measure(original)
        fingerprint(original)  # decoded once, for what goes out byte for byte must open
        if max(info.width, info.height) <= longest_side:
            return _described(original, info)
    copy = web_copy(original, longest=longest_side)
    return _described(copy, measure(copy))


def _described(content: bytes, info: PictureInfo) -> PublicCopy:
    return PublicCopy(content=content, width=info.width, height=info.height, ending=_ENDINGS[info.format])
