"""Whether two pictures are copies of one photo: first by 64 bits, and where these agree, point by point."""

from dataclasses import dataclass

from PIL import Image, ImageFilter, ImageOps

from tinbai.pictures.opened import MOST_PIXELS, opened

_HASH_WIDTH, _HASH_HEIGHT = 9, 8
_SIDE = 64  # points of the grey copy in which two pictures are compared, whatever their shape
_CELL = 4
_FINER = 4  # decoded at so many times that size at least, or where the decoder puts its points would show
_LIKE_BITS = 10
_LIKE_SHADES = 8  # copies differ by up to 5 (by up to 8 at 150 pixels), frames of a burst mostly by more than 10
_MOST_SHIFT = 16  # shades by which one of two copies may be brighter: colour spaces, a program's correction
_LEAST_PATTERN = 6  # bits that must differ from a plain surface before they say anything


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """What is compared of a picture: the 64 bits, and a small grey copy row by row."""

    bits: int
    points: bytes

    @property
    def is_plain(self) -> bool:
        """A plain surface looks like every other, so nothing can be said of it."""
        return not _LEAST_PATTERN <= self.bits.bit_count() <= 64 - _LEAST_PATTERN


def pattern(content: bytes, *, most_pixels: int = MOST_PIXELS) -> Pattern:
    """The pattern of a picture. Decodes it. Raises PictureError."""
    with opened(content, most_pixels) as image:
        width, height = image.size
        finer = _SIDE * _FINER / min(width, height)
        if finer < 1:
            image.draft("L", (round(width * finer), round(height * finer)))
        grey = ImageOps.exif_transpose(image).convert("L")
        small = grey.resize((_SIDE, _SIDE), Image.Resampling.HAMMING).filter(ImageFilter.GaussianBlur(1))
        return Pattern(bits=_difference_hash(grey), points=small.tobytes())


def fingerprint(content: bytes, *, most_pixels: int = MOST_PIXELS) -> int:
    """64 bits that stay alike when a picture is resized. Decodes it. Raises PictureError."""
    return pattern(content, most_pixels=most_pixels).bits


def distance(one: int, other: int) -> int:
    """In how many of 64 bits two fingerprints differ."""
    return (one ^ other).bit_count()


def is_same(one: Pattern, other: Pattern) -> bool:
    """Whether two pictures of one shape are copies of one photo: recompressed, made smaller, made a little brighter.

    Two frames of a burst are two photos: between them somebody moved, and there a cell differs by far more than
    compression ever does. So are a photo and its mirror image, or the same one with a mark stamped on it.
    """
    if one.is_plain or other.is_plain or distance(one.bits, other.bits) > _LIKE_BITS:
        return False
    shift = round((sum(one.points) - sum(other.points)) / len(one.points))
    if abs(shift) > _MOST_SHIFT:
        return False
    limit = _LIKE_SHADES * _CELL * _CELL
    return all(
        _difference(one.points, other.points, top * _SIDE + left, shift) <= limit
        for top in range(0, _SIDE, _CELL)
        for left in range(0, _SIDE, _CELL)
    )


def _difference(one: bytes, other: bytes, start: int, shift: int) -> int:
    """The sum over a cell."""
    total = 0
    for row in range(start, start + _CELL * _SIDE, _SIDE):
        for a, b in zip(one[row : row + _CELL], other[row : row + _CELL], strict=True):
            total += abs(a - b - shift)
    return total


def _difference_hash(grey: Image.Image) -> int:
    """Whether each point of a small copy is brighter than its right neighbour, row by row."""
    points = grey.resize((_HASH_WIDTH, _HASH_HEIGHT), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(_HASH_HEIGHT):
        for column in range(_HASH_WIDTH - 1):
            at = row * _HASH_WIDTH + column
            bits = bits << 1 | (points[at] > points[at + 1])
    return bits
