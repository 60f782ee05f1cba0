"""The copy of a picture that goes public.

What an editor approves is a photo's original, named by its SHA-256 in the revision. What readers get is:

- the original, byte for byte, where it is a JPEG or PNG that holds nothing but a picture, stands upright and is no
  larger than the portal wants;
- otherwise a copy made anew from its pixels: the same original always gives the same copy.
"""

from dataclasses import dataclass

from tinbai.pictures import MOST_PIXELS, edited_copy, fingerprint, measure, web_copy
from tinbai.plain_picture import is_plain


@dataclass(frozen=True, kw_only=True)
class PublicCopy:
    """Bytes for readers, with what a page must know of them. Always JPEG or PNG."""

    content: bytes
    width: int
    height: int

    @property
    def ending(self) -> str:
        """The file name's, with its dot."""
        return ".png" if self.content.startswith(b"\x89PNG") else ".jpg"


def public_copy(original: bytes, longest_side: int, most_pixels: int = MOST_PIXELS) -> PublicCopy:
    """The copy of `original` that goes public. Raises PictureError when it is no picture."""
    copy = plain_original(original, longest_side, most_pixels)
    if copy is not None:
        return copy
    content = web_copy(original, longest=longest_side, most_pixels=most_pixels)
    made = measure(content)
    return PublicCopy(content=content, width=made.width, height=made.height)


def edited_public_copy(original: bytes, edit: str, longest_side: int, most_pixels: int = MOST_PIXELS) -> PublicCopy:
    """The same of a photo that an editor turned or cut: always made anew. Raises PictureError, InputError."""
    content = edited_copy(original, edit, longest_side, most_pixels)
    made = measure(content)
    return PublicCopy(content=content, width=made.width, height=made.height)


def plain_original(original: bytes, longest_side: int, most_pixels: int = MOST_PIXELS) -> PublicCopy | None:
    """The original, where it may go out as it is. Raises PictureError when it is plain and cannot be decoded."""
    if not is_plain(original):
        return None
    info = measure(original, most_pixels=most_pixels)
    if max(info.width, info.height) > longest_side:
        return None
    fingerprint(original, most_pixels=most_pixels)  # decoded once, for what goes out byte for byte must open
    return PublicCopy(content=original, width=info.width, height=info.height)
