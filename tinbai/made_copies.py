"""Everything that is wanted of a picture, made in one go: copies for the pages, copies for the portals, its looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinbai.picture import LARGE, MEDIUM, SMALL
from tinbai.pictures import PictureInfo, looked_at, measure, pattern, web_copy
from tinbai.public_copy import plain_original


@dataclass(frozen=True, kw_only=True)
class MadeCopy:
    """One copy. `content` is None where readers get the original itself."""

    longest: int
    public: bool
    width: int
    height: int
    content: bytes | None


@dataclass(frozen=True, kw_only=True)
class Made:
    """What came of decoding a picture."""

    info: PictureInfo
    sharp_at: int | None
    look: int | None  # 64 bits that copies of one photo share; None: it looks like every plain surface
    copies: tuple[MadeCopy, ...]


def make_copies(content: bytes, sides: Sequence[int], most_pixels: int) -> Made:
    """Everything that is wanted of a picture. In the child. Raises PictureError."""
    info = measure(content, most_pixels=most_pixels)
    looked = looked_at(content, sizes=(LARGE, MEDIUM, SMALL), most_pixels=most_pixels)
    copies = [
        MadeCopy(longest=copy.longest, public=False, width=copy.width, height=copy.height, content=copy.content)
        for copy in looked.copies
    ]
    large = copies[0]
    for side in sides:
        plain = plain_original(content, side, most_pixels)
        if plain is not None:
            copy = MadeCopy(longest=side, public=True, width=plain.width, height=plain.height, content=None)
        elif side == LARGE:  # the first of a row is always the same as one that is made alone
            copy = MadeCopy(longest=side, public=True, width=large.width, height=large.height, content=large.content)
        else:
            alone = web_copy(content, longest=side, most_pixels=most_pixels)
            size = measure(alone)
            copy = MadeCopy(longest=side, public=True, width=size.width, height=size.height, content=alone)
        copies.append(copy)
    seen = pattern(copies[2].content or content, most_pixels=most_pixels)  # the small copy has all that counts
    look = None if seen.is_plain else seen.bits
    return Made(info=info, sharp_at=looked.sharp_at, look=look, copies=tuple(copies))
