"""Names of parts: safe to show and to store, and stable for parts that have none."""

import re

from tinbai.text import clean_line

MAX_LENGTH = 200

_EXTENSIONS = {
    "application/ics": ".ics",
    "application/msword": ".doc",
    "application/ms-tnef": ".dat",
    "application/pdf": ".pdf",
    "application/mac-binhex40": ".hqx",
    "application/pgp-encrypted": ".asc",
    "application/pgp-signature": ".asc",
    "application/pkcs7-mime": ".p7m",
    "application/pkcs7-signature": ".p7s",
    "application/rtf": ".rtf",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-powerpoint": ".ppt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-pkcs7-mime": ".p7m",
    "application/x-pkcs7-signature": ".p7s",
    "application/vnd.ms-outlook": ".msg",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.rar": ".rar",
    "application/x-7z-compressed": ".7z",
    "application/zip": ".zip",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "image/jpeg": ".jpg",
    "image/jpg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "message/delivery-status": ".txt",
    "message/disposition-notification": ".txt",
    "message/global": ".eml",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/rfc822-headers": ".txt",
    "text/rtf": ".rtf",
    "text/vcard": ".vcf",
}
_STEMS = {"image": "anh", "message": "thu", "audio": "am-thanh", "video": "phim"}
# Names that Windows cannot open.
_DEVICES = re.compile(r"^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)
_ONLY_DOTS = re.compile(r"^[. ]*$")


def safe_name(name: str | None) -> str | None:
    """The name without path, line breaks or direction marks, of bearable length; None when nothing is left of it."""
    last = re.split(r"[/\\]", clean_line(name or ""))[-1].strip().rstrip(". ")
    if _ONLY_DOTS.match(last):
        return None
    return shortened(_DEVICES.sub(r"_\g<0>", last))


def name_for(position: int, media_type: str) -> str:
    """A name for a nameless part, from its place in the letter (from 1) and its type: "anh-2.jpg"."""
    stem = _STEMS.get(media_type.partition("/")[0], "tep")
    return f"{stem}-{position}{_EXTENSIONS.get(media_type, '.bin')}"


def shadow_name(name: str) -> str:
    """The name of the half of a Mac file that has no data (AppleDouble), as Macs themselves name it."""
    return name if name.startswith("._") else f"._{name}"


def name_of_letter(subject: str | None, position: int) -> str:
    """A file name for a nested letter: its subject, which says more than a number."""
    stem = safe_name((subject or "").replace("/", "-").replace("\\", "-"))
    return f"{shortened(stem, 100)}.eml" if stem else name_for(position, "message/rfc822")


def distinct(name: str, taken: set[str]) -> str:
    """`name`, or with a number when another container has it: `Part.inside` must say which one is meant."""
    stem, dot, extension = name.rpartition(".")
    number, result = 2, name
    while result in taken:
        result = f"{stem} ({number}).{extension}" if dot else f"{name} ({number})"
        number += 1
    return result


def shortened(name: str, length: int = MAX_LENGTH) -> str:
    """The name cut in its middle part, its extension kept."""
    if len(name) <= length:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:
        return name[:length]
    return f"{stem[: length - len(extension) - 1]}.{extension}"
