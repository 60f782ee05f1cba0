"""Pixels that were drawn here become a JPEG."""

from io import BytesIO

from PIL import Image

_QUALITY = 80
_ORDERS = {1: "L", 3: "BGR", 4: "BGRX"}


def in_rgb(pixels: bytes, channels: int) -> bytes:
    """Blue, green and red (and an empty byte), or grey alone, as red, green and blue."""
    count = len(pixels) // channels
    return (
        Image.frombytes("RGB" if channels > 1 else "L", (count, 1), pixels, "raw", _ORDERS[channels])
        .convert("RGB")
        .tobytes()
    )


def jpeg_of(width: int, height: int, pixels: bytes) -> bytes:
    """A picture of red, green and blue bytes, row by row."""
    file = BytesIO()
    Image.frombytes("RGB", (width, height), pixels).save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()
