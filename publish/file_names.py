"""The names of files on a portal: ASCII, telling nothing that was not approved, the same for the same bytes.

A photo is called after its article's reference number: what a contributor called it was never meant for readers.
The hash in a name makes a changed file a new file, so that no cache on the way shows the old one.
"""

import re
from datetime import datetime
from pathlib import PurePosixPath

from slugify import slugify

from tinbai.clock import local

HASH_LENGTH = 16
OURS = re.compile(rf"[a-z0-9][a-z0-9-]{{0,200}}-[0-9a-f]{{{HASH_LENGTH}}}\.[a-z0-9]{{1,5}}")

# Nothing that a web server may run or a browser may draw as a page of the portal's own, whatever a letter brought.
MAY_BE_ATTACHED = frozenset(
    "pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt csv zip rar 7z jpg jpeg png gif webp tif tiff mp3 mp4".split()
)


def photo_file(code: str, made_at: datetime, sha256: str, ending: str) -> str:
    """The path of a photo under the media folder: 2026/10/am-2026-0123-0f3a….jpg."""
    return f"{_folder(made_at)}/{slugify(code)}-{sha256[:HASH_LENGTH]}{ending}"


def attachment_file(code: str, made_at: datetime, sha256: str, filename: str) -> str:
    """The path of an attachment, whose name readers may see. Raises ValueError for a kind that may not go out."""
    name = PurePosixPath(filename.replace("\\", "/"))
    ending = name.suffix.lower().removeprefix(".")
    if ending not in MAY_BE_ATTACHED:
        raise ValueError(filename)
    stem = slugify(f"{code} {name.stem}", max_length=100)
    return f"{_folder(made_at)}/{stem}-{sha256[:HASH_LENGTH]}.{ending}"


def beginning(code: str, made_at: datetime) -> str:
    """What the path of every file of an article begins with, and that of no other article's."""
    return f"{_folder(made_at)}/{slugify(code)}-"


def _folder(moment: datetime) -> str:
    return f"{local(moment):%Y/%m}"
