"""Picture files: JPEG with what a camera writes, PNG."""

from io import BytesIO

from PIL import Image, ImageDraw

EXIF = 0x8769
MAKE, MODEL, TAKEN = 0x010F, 0x0110, 0x9003


def jpeg(image: Image.Image, *, quality: int = 78, camera: str | None = None) -> bytes:
    """A JPEG; with `camera` it says who made it and when."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True, exif=camera_exif(camera) if camera else Image.Exif())
    return buffer.getvalue()


def png(image: Image.Image) -> bytes:
    """A PNG."""
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def logo(size: int = 120) -> Image.Image:
    """A unit's emblem for the foot of its letters."""
    image = Image.new("RGB", (size, size), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, size - 4, size - 4), fill=(178, 32, 86), outline=(246, 214, 92), width=4)
    draw.ellipse((size * 0.34, size * 0.28, size * 0.66, size * 0.6), fill=(250, 236, 240))
    draw.rectangle((size * 0.25, size * 0.66, size * 0.75, size * 0.74), fill=(246, 214, 92))
    return image


def smiley(size: int = 20) -> Image.Image:
    """The small picture that a mail program sets in place of an emoji."""
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((1, 1, size - 2, size - 2), fill=(252, 204, 60, 255))
    draw.ellipse((6, 6, 8, 9), fill=(70, 50, 20, 255))
    draw.ellipse((12, 6, 14, 9), fill=(70, 50, 20, 255))
    draw.arc((5, 7, 15, 15), 20, 160, fill=(70, 50, 20, 255))
    return image


def camera_exif(camera: str, taken: str = "2026:10:10 15:20:41") -> Image.Exif:
    """What a camera or a phone writes about itself and the hour."""
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = ("Apple", camera) if camera.startswith("iPhone") else ("NIKON CORPORATION", camera)
    exif.get_ifd(EXIF)[TAKEN] = taken
    return exif
