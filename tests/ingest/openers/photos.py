"""Small pictures for tests."""

import random
from io import BytesIO

from PIL import Image

_COARSE = 12


def jpeg(width: int = 320, height: int = 200, *, seed: int = 1, exif: Image.Exif | None = None) -> bytes:
    """A JPEG of soft patches that depend on `seed`, so that two seeds give two pictures."""
    patches = Image.frombytes("L", (_COARSE, _COARSE), random.Random(seed).randbytes(_COARSE**2))
    file = BytesIO()
    picture = patches.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")
    picture.save(file, "JPEG", **({"exif": exif} if exif else {}))
    return file.getvalue()
