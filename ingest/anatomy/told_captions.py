"""Captions that stand in the covering note: a list below "Chú thích ảnh:", "Ảnh 1: ...", "Ảnh 1 là ..., ảnh 2 là ...".

Who sends photos beside the text often says in the letter itself what they show. The lines go to the end of the only
article of that letter, from where its captions are taken.
"""

from collections.abc import Iterable

from ingest.anatomy.caption_labels import is_header, label_of
from ingest.anatomy.captions import Caption, take_counted, take_loose
from ingest.anatomy.sheet import Sheet
from tinbai.blocks import Block, Picture, plain, text_of

MOST_LINES = 10  # of a note above an article


def take_told_in_note(note: Sheet, article: Sheet) -> list[Block]:
    """The captions in a note that came with an article which has no labelled ones of its own."""
    own = any(label_of(text_of(line)) or is_header(text_of(line)) for _, line in article.paragraphs())
    if own or any(isinstance(block, Picture) for _, block in note.left()):
        return []
    return _lines(take_loose(note))


def take_told_above(sheet: Sheet) -> list[Block]:
    """The captions that a line above an article in the letter itself counts one after the other."""
    return _lines(take_counted(sheet, sheet.paragraphs()[:MOST_LINES]))


def _lines(captions: Iterable[Caption]) -> list[Block]:
    """A line each, its label before it again; without a number and a file's name there is nothing to match."""
    return [plain(f"{_label(caption)}: {caption.text}") for caption in captions if caption.text]


def _label(caption: Caption) -> str:
    if caption.file:
        return caption.file
    return f"Ảnh {caption.number}" if caption.number is not None else "Ảnh"
