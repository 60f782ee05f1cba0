"""Tables that list the photos of an article: number, file's name, caption."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tinbai.blocks import Cell, Table, cell_text
from tinbai.text import fold

CAPTION = re.compile(
    r"(?:noi dung |loi )?(?:chu thich|ghi chu|mo ta)(?: (?:cho |cua )?(?:anh|hinh|cac anh))*"
    r"|noi dung (?:anh|hinh)"
)
PHOTO = re.compile(r"(?:ten |so |stt |ky hieu )?(?:file|tep|anh|hinh)(?: (?:anh|file|so|hinh))?|(?:stt|tt|so) anh")
NUMBER = re.compile(r"\s*(?:anh|hinh)?\s*(?:so)?\s*0*(\d{1,2})\s*\.?\s*")
FILE = re.compile(
    r"[^/\\:]{1,80}\.(?:jpe?g|png|heic|heif|webp|gif|bmp)|(?:img|dsc[nf]?|pxl"
    r"|z)[_-]?\d{3,}\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class CaptionRow:
    """One row: the caption, what it is the caption of, and the row's other words."""

    text: str
    rest: str
    number: int | None = None
    file: str | None = None


def caption_rows(table: Table) -> list[CaptionRow]:
    """The rows of a table whose head names captions and photos, its head as one without a caption; else nothing."""
    if len(table.rows) < len(("head", "photo")):
        return []
    head = [fold(cell_text(cell)).strip(" :.") for cell in table.rows[0]]
    column = next((place for place, text in enumerate(head) if CAPTION.fullmatch(text)), None)
    if column is None or not any(PHOTO.fullmatch(text) for text in head):
        return []
    return [CaptionRow(text="", rest=_joined(table.rows[0])), *(_row(row, column) for row in table.rows[1:])]


def _row(row: Sequence[Cell], column: int) -> CaptionRow:
    texts = [cell_text(cell).strip() for cell in row]
    others = [text for place, text in enumerate(texts) if place != column]
    numbers = [match[1] for text in others if (match := NUMBER.fullmatch(fold(text)))]
    files = [text for text in others if FILE.fullmatch(text)]
    return CaptionRow(
        text=texts[column] if column < len(texts) else "",
        rest="\n".join(others),
        number=int(numbers[0]) if numbers else None,
        file=files[0] if files else None,
    )


def _joined(row: Sequence[Cell]) -> str:
    return "\n".join(cell_text(cell) for cell in row)
