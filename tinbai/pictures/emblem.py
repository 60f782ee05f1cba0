"""Whether a picture is an emblem: something drawn, in a few colours, that stands free on a plain ground."""

from collections import Counter

from PIL import Image

from tinbai.pictures.opened import MOST_PIXELS, opened

_SIDE = 64
_FEW = 8
_LEAST_SHARE = 0.7  # of the points, in the few commonest colours
_CORNER = 5  # points: an emblem that is round leaves them free
_LEAST_GROUND = 0.95  # of the points in the four corners, in one colour
_SHADES = 16  # by which two colours are told apart, in each channel


def is_emblem(content: bytes, *, most_pixels: int = MOST_PIXELS) -> bool:
    """Whether it is one: a logo, an icon, a smiley. Decodes it; a photo fills its corners. Raises PictureError."""
    with opened(content, most_pixels) as image:
        image.draft("RGB", (_SIDE * 2, _SIDE * 2))
        # Points are picked and not averaged: averages would be new colours.
        points = image.convert("RGBA").resize((_SIDE, _SIDE), Image.Resampling.NEAREST).tobytes()
    colours = [_colour(points[at : at + 4]) for at in range(0, len(points), 4)]
    corners = [colour for at, colour in enumerate(colours) if _is_in_corner(at)]
    common = sum(count for _, count in Counter(colours).most_common(_FEW))
    ground = Counter(corners).most_common(1)[0][1]
    return common >= _LEAST_SHARE * len(colours) and ground >= _LEAST_GROUND * len(corners)


def _colour(point: bytes) -> tuple[int, ...]:
    red, green, blue, opaque = point
    return (red // _SHADES, green // _SHADES, blue // _SHADES) if opaque > 127 else ()


def _is_in_corner(at: int) -> bool:
    row, column = divmod(at, _SIDE)
    return all(where < _CORNER or where >= _SIDE - _CORNER for where in (row, column))
