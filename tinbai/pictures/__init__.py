"""Pictures: measured, compared, and copied for the web. Pillow ends at this folder.

Nothing is decoded before its declared size is known to be within the limit.
"""

from tinbai.pictures.copies import Looked, WebCopy, looked_at, web_copy
from tinbai.pictures.drawn import in_rgb, jpeg_of
from tinbai.pictures.edited import edited_copy
from tinbai.pictures.emblem import is_emblem
from tinbai.pictures.grey import GreyPicture, grey_copy
from tinbai.pictures.likeness import Pattern, distance, fingerprint, is_same, pattern
from tinbai.pictures.measured import PictureInfo, check, measure
from tinbai.pictures.opened import MOST_PIXELS, PictureError

__all__ = [
    "MOST_PIXELS", "GreyPicture", "Looked", "Pattern", "PictureError", "PictureInfo", "WebCopy", "check", "distance",
    "edited_copy", "fingerprint", "grey_copy", "in_rgb", "is_emblem", "is_same",
    "jpeg_of", "looked_at", "measure", "pattern", "web_copy",
]  # fmt: skip
