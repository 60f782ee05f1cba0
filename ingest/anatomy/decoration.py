"""Pictures that belong to the letter and not to the article: icons, logos, banners of a signature, stickers.

Size alone tells the small ones. A larger one must look like an emblem and be called like one; whatever a camera took
is a photo, and so is a drawing without such a name: a chart, a poster, a QR code.
"""

import re

from ingest.letter import Part
from tinbai.pictures import PictureError, PictureInfo, is_emblem

SMALLEST_SIDE = 100  # pixels; anything smaller is an icon or a logo
SMALLEST_PHOTO = 200  # of the longer side; below this, what a mail program named is decoration whatever it shows
SMALLEST_NAMED = 400  # below this, an emblem that a mail program named is decoration
LARGEST_EMBLEM = 1200
LARGEST_STICKER = 256
BANNER_SHAPE = 4  # so many times as long as high
HIGHEST_BANNER = 250
MAIL_PROGRAM_NAME = re.compile(r"(?:image\d{3}|image\d|outlook-\w+)\.(?:png|gif|jpe?g)", re.IGNORECASE)
EMBLEM_NAME = re.compile(
    r"(?:.*[\W_])?(?:logo|icon|signature|banner|footer|header|facebook|zalo|youtube|tiktok|twitter|linkedin"
    r"|chu[-_ ]?ky|bieu[-_ ]?trung|quoc[-_ ]?huy)\w*(?:[\W_].*)?\.(?:png|gif|jpe?g|webp)",
    re.IGNORECASE,
)


def is_decoration(part: Part, info: PictureInfo) -> bool:
    """Whether a picture is no photo. Decodes at most those that are called like an emblem."""
    shortest, longest = sorted((info.width, info.height))
    if shortest < SMALLEST_SIDE:
        return True
    if info.taken:
        return False
    if part.inline and part.inside is None and _is_signatures(info, shortest, longest):
        return True
    if MAIL_PROGRAM_NAME.fullmatch(part.filename):
        return longest < SMALLEST_PHOTO or (longest < SMALLEST_NAMED and _is_emblem(part))
    return bool(EMBLEM_NAME.fullmatch(part.filename)) and longest <= LARGEST_EMBLEM and _is_emblem(part)


def _is_signatures(info: PictureInfo, shortest: int, longest: int) -> bool:
    """In the text of a mail: the strip below a signature, or a sticker."""
    if longest >= BANNER_SHAPE * shortest and shortest < HIGHEST_BANNER:
        return True
    return info.transparent and longest <= LARGEST_STICKER


def _is_emblem(part: Part) -> bool:
    try:
        return is_emblem(part.content)
    except PictureError:
        return False
