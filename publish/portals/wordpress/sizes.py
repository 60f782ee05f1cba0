"""Smaller copies of photos, so that lists do not load large ones: WordPress makes them when somebody uploads there.

They are named as the photos are, after their own content, so that whatever sweeps and removes files knows them.
The square "thumbnail" is left out: WordPress takes the next larger one for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from publish.file_names import HASH_LENGTH
from publish.media import inside
from publish.portal import PortalPhoto
from publish.portals.wordpress.record import Size
from tinbai.errors import PortalError
from tinbai.picture_sandbox import of_picture
from tinbai.pictures import PictureError
from tinbai.public_copy import public_copy

# WordPress's own defaults: "medium_large" is as wide, the others are at most as wide and as high.
_WITHIN = {"medium": 300, "large": 1024}
_WIDE = {"medium_large": 768}


def sizes(root: Path, photos: Sequence[PortalPhoto], portal: str) -> tuple[Sequence[Size], Mapping[str, bytes]]:
    """The smaller copies of `photos`, which lie under `root`, and their contents by path. Raises PortalError."""
    made: list[Size] = []
    contents: dict[str, bytes] = {}
    for photo in photos:
        for name, longest in _wanted(photo):
            try:
                copy = of_picture(public_copy, inside(root, photo.file), longest)
            except PictureError as error:
                problem = f"không làm được bản nhỏ của ảnh {photo.file}"
                raise PortalError(portal=portal, problem=problem) from error
            file = _file(photo.file, copy.content, copy.ending)
            contents[file] = copy.content
            made.append(
                Size(
                    photo=photo.file,
                    name=name,
                    file=file,
                    width=copy.width,
                    height=copy.height,
                    bytes=len(copy.content),
                )
            )
    return made, contents


def _wanted(photo: PortalPhoto) -> Iterator[tuple[str, int]]:
    """The names of the sizes that are smaller than the photo, with the longer side of each in pixels."""
    longest = max(photo.width, photo.height)
    for name, side in _WITHIN.items():
        if longest > side:
            yield name, side
    for name, width in _WIDE.items():
        if photo.width > width:
            yield name, round(longest * width / photo.width)


def _file(photo: str, content: bytes, ending: str) -> str:
    """A path in the photo's folder with the photo's first name and a hash of its own."""
    start, _, _ = photo.rpartition("-")
    return f"{start}-{sha256(content).hexdigest()[:HASH_LENGTH]}{ending}"
