"""The foot of an official paper: whom it goes to, and who signed. It is no part of what readers are told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.anatomy import byline
from ingest.anatomy.footers import is_name
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.words import words
from tinbai.blocks import Block, Paragraph, Picture, Rule, Table, cell_text, text_of
from tinbai.text import fold

WHY = "nơi nhận, chữ ký ở cuối văn bản"
LOOKED_AT = 16  # blocks from the end
LONGEST_LINE = 14  # words
LONGEST_TABLE = 120  # words
RECIPIENTS = re.compile(r"\s*noi nhan\s*:")
SIGNERS = re.compile(r"nguoi (?:duyet|viet|lap|thuc hien|ky)|thu truong don vi|xac nhan cua .{1,40}")
SIGNED_FOR = re.compile(r"\s*(?:TM|KT|TL|TUQ|T/M|Q)\b\.?\s*(?P<office>\S.*)")


def set_aside_foot(sheet: Sheet) -> None:
    """Set the foot aside, from the first block that opens it to the end, when nothing longer than a line follows."""
    last = sheet.left()[-LOOKED_AT:]
    start = next((order for order, (_, block) in enumerate(last) if _opens(block)), None)
    if start is None or not _only_foot([block for _, block in last[start:]]):
        return
    for place, block in last[start:]:
        writer = _writer_in(block)
        if not isinstance(block, Picture):
            sheet.set_aside([place], WHY)
        if writer:
            _leave(sheet, place, writer)


def _writer_in(block: Block) -> tuple[str, str] | None:
    """The cell "NGƯỜI VIẾT" with the name below it: label and name."""
    cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
    for lines in (cell_text(cell).split("\n") for cell in cells):
        if len(lines) > 1 and byline.is_label_alone(lines[0]) and is_name(lines[-1]):
            return lines[0].strip(), lines[-1].strip()
    return None


def _leave(sheet: Sheet, place: int, writer: tuple[str, str]) -> None:
    """Leave the writer for the byline, out of what was set aside."""
    label, name = writer
    whole = sheet.aside[place].pop()
    for said in writer:
        whole = replace(whole, text=whole.text.replace(said, "", 1))
    sheet.note(place, whole.text.strip(), WHY)
    sheet.put_back(place, f"{label.strip(' :')}: {name}")


def _opens(block: Block) -> bool:
    text = text_of(block)
    if isinstance(block, Table):
        lines = re.split(r"[\n\t]", text)
        signed = any(_is_signed_for(line) or SIGNERS.fullmatch(fold(line)) for line in lines)
        return bool(RECIPIENTS.match(fold(text))) or signed
    return isinstance(block, Paragraph) and (bool(RECIPIENTS.match(fold(text))) or _is_signed_for(text))


def _is_signed_for(line: str) -> bool:
    """Whether a line says in whose stead somebody signs: "TM. BAN VẬN ĐỘNG"."""
    match = SIGNED_FOR.fullmatch(line.strip())
    return match is not None and match["office"].isupper() and len(words(line)) <= LONGEST_LINE


def _only_foot(blocks: Sequence[Block]) -> bool:
    return all(
        isinstance(block, Rule | Picture)
        or len(words(text_of(block))) <= (LONGEST_TABLE if isinstance(block, Table) else LONGEST_LINE)
        for block in blocks
    )
