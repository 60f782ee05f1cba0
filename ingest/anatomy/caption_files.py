"""Documents that hold nothing but the captions of photos: "Chú thích ảnh.docx" beside the article's own file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.anatomy.captions import take_loose
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.told_captions import take_told_in_note
from ingest.anatomy.words import words
from ingest.source import SetAside, Source
from tinbai.blocks import Block, Picture, text_of

MOST_LEFT = 12  # words beside the captions: a heading, "Ảnh kèm tin Ngày hội đọc sách"
WHY = "danh sách chú thích ảnh trong tệp đi kèm"


@dataclass(frozen=True, kw_only=True)
class CaptionFiles:
    """The documents of a letter, those that only list captions apart from the others."""

    others: list[Source]
    lists: list[Source] = field(default_factory=list)


def sort_out_caption_files(documents: list[Source], *, typed: bool) -> CaptionFiles:
    """Tell the lists of captions from the other documents. `typed`: the letter's own text may be the article."""
    if len(documents) < 2 and not typed:
        return CaptionFiles(others=documents)
    lists = [source for source in documents if _lists_captions(source)]
    if len(lists) == len(documents) and not typed:
        return CaptionFiles(others=documents)
    return CaptionFiles(others=[source for source in documents if source not in lists], lists=lists)


def captions_of(lists: Sequence[Source], article: Sheet | None) -> tuple[list[Block], list[SetAside]]:
    """The captions for an article's end, and what else stood in those documents; all of it where there is none."""
    told: list[Block] = []
    aside: list[SetAside] = []
    for source in lists:
        sheet = Sheet.of(source.blocks)
        told += take_told_in_note(sheet, article) if article is not None else []
        sheet.set_aside([place for place, _ in sheet.left()], WHY)
        aside += [*sheet.pieces(), *source.set_aside]
    return told, aside


def _lists_captions(source: Source) -> bool:
    if any(isinstance(block, Picture) for block in source.blocks):
        return False
    sheet = Sheet.of(source.blocks)
    found = take_loose(sheet)
    return bool(found) and sum(len(words(text_of(block))) for _, block in sheet.left()) <= MOST_LEFT
