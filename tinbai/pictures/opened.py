"""A picture opened: what may go wrong with bytes from outside becomes one error of ours here."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

from pi_heif import register_heif_opener
from PIL import Image, UnidentifiedImageError

from tinbai.errors import TinbaiError

MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "HEIF", "AVIF", "MPO")


class PictureError(TinbaiError):
    """Bytes that are no picture, or one too large to decode. `pixels` is set when it is too large."""

    def __init__(self, problem: str, *, pixels: int | None = None) -> None:
        self.problem = problem
        self.pixels = pixels
        super().__init__(problem)


@contextmanager
def opened(content: bytes, most_pixels: int = MOST_PIXELS) -> Iterator[Image.Image]:
    """The picture, not yet decoded; whatever goes wrong with it until it is closed becomes a PictureError."""
    _register_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what is refused here, and of untidy EXIF
            with Image.open(BytesIO(content), formats=_FORMATS) as image:
                pixels = image.width * image.height
                if pixels > most_pixels:
                    raise PictureError("too many pixels", pixels=pixels)
                yield image
    except PictureError:
        raise
    except Image.DecompressionBombError as error:  # Pillow's own limit, above ours: it says how many there are
        raise PictureError("too many pixels", pixels=_said_by_pillow(error)) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError,
            KeyError, IndexError, EOFError, OverflowError, MemoryError, RuntimeError) as error:  # fmt: skip
        raise PictureError(str(error)) from error


def _said_by_pillow(error: Image.DecompressionBombError) -> int:
    said = re.search(r"\d+", str(error))
    return int(said[0]) if said else 2 * (Image.MAX_IMAGE_PIXELS or MOST_PIXELS)


@cache
def _register_heif() -> None:
    register_heif_opener()
