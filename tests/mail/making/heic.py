"""A photo as an iPhone stores it: HEIC, with a place on the map. Apart, because only making it needs pillow-heif."""

from io import BytesIO

import pillow_heif
from PIL import Image

from tests.mail.making.photos import camera_exif

GPS = 0x8825
# In the sea, far from anybody's house.
NORTH, EAST = (10.0, 30.0, 12.5), (110.0, 15.0, 30.0)


def heic(image: Image.Image, *, quality: int = 50) -> bytes:
    """A photo as an iPhone stores it, GPS included."""
    exif = camera_exif("iPhone 13")
    exif.get_ifd(GPS).update({1: "N", 2: NORTH, 3: "E", 4: EAST})
    buffer = BytesIO()
    pillow_heif.from_pillow(image).save(buffer, quality=quality, exif=exif.tobytes())
    return buffer.getvalue()
