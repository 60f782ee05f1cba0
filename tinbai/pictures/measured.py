"""What a picture is, its pixels not decoded where that can be helped."""

from dataclasses import dataclass

from PIL import Image

from tinbai.picture_end import is_whole
from tinbai.pictures.opened import MOST_PIXELS, PictureError, opened

_GPS_TAG = 0x8825
_EXIF_IFD = 0x8769


@dataclass(frozen=True, kw_only=True)
class PictureInfo:
    """What a picture is. Width and height are upright; `taken` is the moment its camera wrote into it, or empty."""

    width: int
    height: int
    format: str  # "JPEG", "PNG", "HEIF", ...
    has_gps: bool
    transparent: bool  # it may be: it has room for that
    taken: str
    sideways: bool  # it was turned after it was taken, and its mark says to turn it once more


def check(content: bytes, *, most_pixels: int = MOST_PIXELS) -> None:
    """Raise PictureError when `content` is no picture, or beyond `most_pixels`. Decodes nothing."""
    with opened(content, most_pixels):
        pass


def measure(content: bytes, *, most_pixels: int = MOST_PIXELS) -> PictureInfo:
    """Size, format and GPS of a picture, its pixels not decoded where its end can be seen without.

    Raises PictureError, also for a file that was cut off.
    """
    with opened(content, most_pixels) as image:
        form, exif = image.format or "", image.getexif()
        width, height = image.size
        on_its_side = form != "TIFF" and exif.get(0x0112, 1) in (5, 6, 7, 8)  # Pillow turns a TIFF itself
        sideways = on_its_side and width < height and _camera_size(exif) == (height, width)
        if on_its_side:
            width, height = height, width
        info = PictureInfo(
            width=width,
            height=height,
            format=form,
            has_gps=_GPS_TAG in exif,
            transparent=image.has_transparency_data,
            taken=_taken(exif),
            sideways=sideways,
        )
        whole = is_whole(content, form)
        if whole is False:
            raise PictureError("the file is cut off")
        if whole is None:
            image.draft("L", (1, 1))
            image.load()
        return info


def _taken(exif: Image.Exif) -> str:
    """Date, time and fraction of a second, as they stand there (EXIF 2.32, tags 36867 and 37521)."""
    inner = exif.get_ifd(_EXIF_IFD)
    moment = str(inner.get(0x9003, "")).strip("\0 ")
    return f"{moment}.{inner.get(0x9291, '')}" if moment[:1].isdigit() else ""


def _camera_size(exif: Image.Exif) -> tuple[object, object]:
    """Width and height as the camera wrote them down (EXIF 2.32, tags 40962 and 40963)."""
    inner = exif.get_ifd(_EXIF_IFD)
    return inner.get(0xA002), inner.get(0xA003)
