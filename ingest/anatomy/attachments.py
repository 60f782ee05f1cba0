"""What goes with an article besides its photos: documents to download, tables, recordings."""

import re
from collections.abc import Collection, Sequence

from ingest.anatomy.photos import SHADOW_NAME, looks_like_image
from ingest.letter import Part

NEVER = re.compile(
    r"\.(?:zip|rar|7z|gz|tar|tgz|bz2|xz|cab|iso|img|ics|vcs|vcf|p7s|p7m|p7b|asc|sig|eml|msg|exe|com|bat|cmd|scr|pif|js|jse"
    r"|vbs|vbe|wsf|hta|ps1|jar|apk|lnk|url|dll|msi|reg|chm|docm|dotm|xlsm|xlam|pptm|ppam|svg|svgz|x?html?|shtml|xml|db|dat|hqx)$",
    re.IGNORECASE,
)
NEVER_TYPES = re.compile(
    r"text/calendar|text/x?-?vcard|application/(?:ics|ms-tnef|vnd\.ms-tnef|pgp-signature|(?:x-)?pkcs7-.*|zip|x-rar.*|vnd\.rar"
    r"|x-7z-compressed|mac-binhex(?:40)?|gzip|x-tar|x-msdownload|javascript)|message/.*|multipart/.*|text/html|image/svg\+xml"
)


def find_attachments(parts: Sequence[Part], own: Collection[str]) -> list[Part]:
    """The parts that can go with an article. `own` are the hashes of those whose text is an article itself.

    Archives are opened, calendars and signatures say nothing to readers, and nothing that a machine would run is
    ever put on a portal. Equal parts count once.
    """
    found = {part.sha256: part for part in reversed(parts) if _is_attachment(part) and part.sha256 not in own}
    return list(reversed(found.values()))


def _is_attachment(part: Part) -> bool:
    unwanted = NEVER.search(part.filename) or NEVER_TYPES.fullmatch(part.media_type) or SHADOW_NAME.match(part.filename)
    return not unwanted and not looks_like_image(part) and bool(part.content)
