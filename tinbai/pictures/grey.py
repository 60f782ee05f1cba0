"""A picture in shades of grey, for looking at what it shows."""

from dataclasses import dataclass

from PIL import ImageOps

from tinbai.pictures.opened import MOST_PIXELS, opened
from tinbai.pictures.sizes import scale_while_decoding


@dataclass(frozen=True, kw_only=True)
class GreyPicture:
    """A picture in shades of grey, upright: a byte a pixel, from black to white, row by row."""

    width: int
    height: int
    pixels: bytes


def grey_copy(content: bytes, *, longest: int, most_pixels: int = MOST_PIXELS) -> GreyPicture:
    """A grey copy, upright, its longer side at most `longest`, for looking at what it shows. Raises PictureError."""
    with opened(content, most_pixels) as image:
        scale_while_decoding(image, longest, "L")
        image.thumbnail((longest, longest), reducing_gap=2)
        grey = ImageOps.exif_transpose(image).convert("L")
        return GreyPicture(width=grey.width, height=grey.height, pixels=grey.tobytes())
