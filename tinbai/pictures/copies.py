"""Copies for the web, made anew from the pixels: upright, in sRGB, without anything that is no picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from tinbai.pictures.colours import in_srgb
from tinbai.pictures.opened import MOST_PIXELS, opened
from tinbai.pictures.sharpness import LOOKED_AT, sharp_at
from tinbai.pictures.sizes import decoded_at, no_longer_than

PHOTO_FORMATS = ("JPEG", "MPO", "HEIF", "AVIF")
_QUALITY = 85
_OPAQUE = 255


@dataclass(frozen=True, kw_only=True)
class WebCopy:
    """A copy for the web, asked for with `longest` as its longer side."""

    longest: int
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Looked:
    """Copies of a picture, and `sharp_at`: the longer side, in pixels, at which it begins to look sharp.

    Up to 1024, or the picture's own side where that is less. None: nothing in it tells.
    """

    copies: tuple[WebCopy, ...]
    sharp_at: int | None


def web_copy(content: bytes, *, longest: int, most_pixels: int = MOST_PIXELS) -> bytes:
    """A copy for the web, its longer side at most `longest`: PNG where it is transparent, else JPEG.

    Raises PictureError.
    """
    return looked_at(content, sizes=(longest,), most_pixels=most_pixels).copies[0].content


def looked_at(content: bytes, *, sizes: Sequence[int], most_pixels: int = MOST_PIXELS) -> Looked:
    """Copies for the web and how sharp the picture is, all from one decoding. Raises PictureError.

    The copies come largest first, each made from the one before. The first is always the same for the same size,
    whatever else is asked for.
    """
    with opened(content, most_pixels) as image:
        fine = image.format not in PHOTO_FORMATS
        shrunk = in_srgb(decoded_at(image, max(sizes)))
        copies: list[WebCopy] = []
        looked: Image.Image = shrunk
        for longest in sorted(set(sizes), reverse=True):
            shrunk = no_longer_than(shrunk, longest)
            looked = shrunk if longest >= LOOKED_AT[0] else looked
            copies.append(
                WebCopy(longest=longest, width=shrunk.width, height=shrunk.height, content=encoded(shrunk, fine=fine))
            )
        return Looked(copies=tuple(copies), sharp_at=sharp_at(looked.convert("L")))


def encoded(image: Image.Image, *, fine: bool) -> bytes:
    """The bytes, without EXIF, profile or comment: a new image takes over nothing but the pixels.

    `fine`: what was drawn, or captured from a screen, keeps the colours of its thin lines.
    """
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    file = BytesIO()
    if image.mode == "RGBA" and image.getchannel("A").histogram()[_OPAQUE] < image.width * image.height:
        bare.save(file, "PNG", optimize=True)
    else:
        subsampling = "4:4:4" if fine else "4:2:0"
        bare.convert("RGB").save(
            file, "JPEG", quality=_QUALITY, progressive=True, optimize=True, subsampling=subsampling
        )
    return file.getvalue()
