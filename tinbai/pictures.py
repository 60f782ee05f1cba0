"""Pictures: measured, compared, and copied for the web. Pillow ends at this file.

A public copy is always made anew from the pixels: upright, in sRGB, without EXIF, so without the place where a phone
took it. Nothing is decoded before its declared size is known to be within the limit.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from tinbai.errors import TinbaiError
from tinbai.picture_end import is_whole

MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "HEIF", "AVIF", "MPO")
_GPS_TAG = 0x8825
_EXIF_IFD = 0x8769
_QUALITY = 85
_REDUCING_GAP = 2.0  # decode at no more than twice the wanted size: half the time, no difference to see
_HASH_WIDTH, _HASH_HEIGHT = 9, 8
_OPAQUE = 255
_MODES_WITH_ALPHA = ("RGBA", "LA", "PA")


class PictureError(TinbaiError):
    """Bytes that are no picture, or one too large to decode. `pixels` is set when it is too large."""

    def __init__(self, problem: str, *, pixels: int | None = None) -> None:
        self.problem = problem
        self.pixels = pixels
        super().__init__(problem)


@dataclass(frozen=True, kw_only=True)
class PictureInfo:
    """What a picture is. Width and height are upright; `taken` is the moment its camera wrote into it, or empty."""

    width: int
    height: int
    format: str  # "JPEG", "PNG", "HEIF", ...
    has_gps: bool
    taken: str


@dataclass(frozen=True, kw_only=True)
class GreyPicture:
    """A picture in shades of grey, upright: a byte a pixel, from black to white, row by row."""

    width: int
    height: int
    pixels: bytes


def check(content: bytes, *, most_pixels: int = MOST_PIXELS) -> None:
    """Raise PictureError when `content` is no picture, or beyond `most_pixels`. Decodes nothing."""
    with _opened(content, most_pixels):
        pass


def measure(content: bytes, *, most_pixels: int = MOST_PIXELS) -> PictureInfo:
    """Size, format and GPS of a picture, its pixels not decoded where its end can be seen without.

    Raises PictureError, also for a file that was cut off.
    """
    with _opened(content, most_pixels) as image:
        form, exif = image.format or "", image.getexif()
        width, height = image.size
        if exif.get(0x0112, 1) in (5, 6, 7, 8):  # EXIF orientations that lie on their side
            width, height = height, width
        info = PictureInfo(width=width, height=height, format=form, has_gps=_GPS_TAG in exif, taken=_taken(exif))
        whole = is_whole(content, form)
        if whole is False:
            raise PictureError("the file is cut off")
        if whole is None:
            _load_small(image)
        return info


def fingerprint(content: bytes, *, most_pixels: int = MOST_PIXELS) -> int:
    """64 bits that stay alike when a picture is resized. Decodes it. Raises PictureError."""
    with _opened(content, most_pixels) as image:
        _load_small(image)
        return _difference_hash(ImageOps.exif_transpose(image))


def web_copy(content: bytes, *, longest: int, most_pixels: int = MOST_PIXELS) -> bytes:
    """A copy for the web, its longer side at most `longest`: PNG where it is transparent, else JPEG.

    Raises PictureError.
    """
    with _opened(content, most_pixels) as image:
        if image.format in ("JPEG", "MPO"):
            image.draft("RGB", (longest, longest))
        profile = image.info.get("icc_profile")
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)
        upright = ImageOps.exif_transpose(image)
        return _encoded(_in_srgb(_plain_mode(upright), profile))


def grey_copy(content: bytes, *, longest: int, most_pixels: int = MOST_PIXELS) -> GreyPicture:
    """A grey copy, upright, its longer side at most `longest`, for looking at what it shows. Raises PictureError."""
    with _opened(content, most_pixels) as image:
        if image.format in ("JPEG", "MPO"):
            image.draft("L", (longest, longest))
        image.thumbnail((longest, longest), reducing_gap=_REDUCING_GAP)
        grey = ImageOps.exif_transpose(image).convert("L")
        return GreyPicture(width=grey.width, height=grey.height, pixels=grey.tobytes())


def distance(one: int, other: int) -> int:
    """In how many of 64 bits two fingerprints differ: up to about 6 for copies of one photo."""
    return (one ^ other).bit_count()


@contextmanager
def _opened(content: bytes, most_pixels: int) -> Iterator[Image.Image]:
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
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, TypeError,
            KeyError, IndexError, EOFError, OverflowError, MemoryError, RuntimeError) as error:  # fmt: skip
        raise PictureError(str(error)) from error


@cache
def _register_heif() -> None:
    register_heif_opener()


def _taken(exif: Image.Exif) -> str:
    """Date, time and fraction of a second, as they stand there (EXIF 2.32, tags 36867 and 37521)."""
    inner = exif.get_ifd(_EXIF_IFD)
    moment = str(inner.get(0x9003, "")).strip("\0 ")
    return f"{moment}.{inner.get(0x9291, '')}" if moment[:1].isdigit() else ""


def _load_small(image: Image.Image) -> None:
    """Decode, a JPEG at the smallest scale that a fingerprint needs."""
    image.draft("L", (_HASH_WIDTH * 8, _HASH_HEIGHT * 8))
    image.load()


def _difference_hash(image: Image.Image) -> int:
    """Whether each point of a small grey copy is brighter than its right neighbour, row by row."""
    small = image.convert("L").resize((_HASH_WIDTH, _HASH_HEIGHT), Image.Resampling.BOX)
    points = small.tobytes()
    bits = 0
    for row in range(_HASH_HEIGHT):
        for column in range(_HASH_WIDTH - 1):
            at = row * _HASH_WIDTH + column
            bits = bits << 1 | (points[at] > points[at + 1])
    return bits


def _plain_mode(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "RGBA"):
        return image
    return image.convert("RGBA" if image.mode in _MODES_WITH_ALPHA or "transparency" in image.info else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB. Phones take theirs in Display P3; a broken profile is as good as none."""
    if not profile or b"sRGB" in profile[:512]:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=image.mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return image if converted is None else converted


def _encoded(image: Image.Image) -> bytes:
    """The bytes, without EXIF, profile or comment: a new image takes over nothing but the pixels."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    file = BytesIO()
    if image.mode == "RGBA" and image.getchannel("A").histogram()[_OPAQUE] < image.width * image.height:
        bare.save(file, "PNG", optimize=True)
    else:
        bare.convert("RGB").save(file, "JPEG", quality=_QUALITY, progressive=True, optimize=True)
    return file.getvalue()
