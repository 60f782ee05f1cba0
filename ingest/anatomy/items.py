"""Several items in one text: parted by a drawn line, by "Tin 1:", "Tin 2:", or by the byline that ends each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import announces_pictures, is_header, label_of
from ingest.anatomy.footers import is_signature_line
from ingest.anatomy.led_items import with_titles_apart
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold, split_at, stripped
from ingest.anatomy.title import LONGEST_UNMARKED, SENTENCE_ENDS, is_marked, looks_like_title
from ingest.anatomy.words import is_shouting, one_line, words
from tinbai.blocks import Block, Paragraph, Rule, text_of

SHORTEST_ITEM = 12  # words of one of several items
SHORTEST_PARAGRAPH = 20  # words that a paragraph of an item parted by bylines alone has at least once
MOST_ITEMS = 30
TITLE_AND_TEXT = 8  # blocks that tell whether an item begins
RULE_WHY = "dòng kẻ"
LABEL_WHY = "nhãn ghi trong bài"
PARTING = re.compile(r"[*#~=•·+\s]{3,}|(?:[-–—_]\s?){5,}|(?:\W*o0o\W*)|(?:\W*ooo\W*)", re.IGNORECASE)
NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})\s*[.)/–-]\s*(?=\S)")
LETTERED = re.compile(r"\s*(?P<number>IV|V?I{1,3}|V|IX|X|[a-eđ])\s*[.)/]\s*(?=\S)")
SHORTEST_TITLE = 4  # words
STARRED = re.compile(r"\s*(?P<sign>[*+•▪–-])\s*(?=\S)")
TOLD = re.compile(r"\b(?:0?([2-9])|(hai|ba|bốn|năm|sáu|bảy|tám|chín))\s+(?:tin|bài|bai|mẩu|mau)\b", re.IGNORECASE)
WHITE = re.compile(r"\s*")
COUNTED = re.compile(
    r"\s*(?:tin|bài|bai)(?:\s+số|\s+so|\s+thứ|\s+thu)?\s*(?P<number>\d{1,2}|(?<=\s)(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy"
    r"|tám|chín|mười|I{1,3}|IV|VI{0,3}|IX|X))\s*(?:[:.)/–-]\s*|$)",
    re.IGNORECASE,
)
SPOKEN_NUMBERS = "nhất|một|i|a hai|ii|b ba|iii|c bốn|tư|iv|d năm|v|đ sáu|vi bảy|vii tám|viii chín|ix mười|x".split()


@dataclass(frozen=True, kw_only=True)
class _Cut:
    """Where an item begins in the list of what is left, and what goes before it does."""

    start: int
    labelled: bool = False


def split_items(sheet: Sheet, told: str = "", *, alone: bool = False) -> list[Sheet]:
    """The items of a text as sheets of their own, or the sheet alone. No word is lost: labels and lines are noted.

    `told` is what the letter says, which may be how many items there are; `alone`: all of them are in this text.
    """
    sheet = with_titles_apart(sheet, _told_counts(told))
    left = sheet.left()
    counted = (partial(_at_told_numbers, told=told), partial(_at_told_stars, told=told))
    titled = (partial(_at_told_titles, told=told),) if alone else ()
    for find in (_at_lines, _at_labels, _at_numbers, *counted, *titled, _at_bylines):
        cuts = find([block for _, block in left])
        if 1 < len(cuts) <= MOST_ITEMS:
            return list(_parted(sheet, left, cuts))
    return [sheet]


def split_freely(sheet: Sheet) -> list[Sheet]:
    """The items of a text that somebody says holds several: it is also parted at every title, or at every line."""
    left = sheet.left()
    for find in (_at_lines, _at_labels, _at_numbers, _at_bylines, _at_titles, _at_any_line):
        cuts = find([block for _, block in left])
        if 1 < len(cuts) <= MOST_ITEMS:
            return list(_parted(sheet, left, cuts))
    return [sheet]


def could_be_split(sheet: Sheet) -> bool:
    """Whether `split_freely` would find several items."""
    blocks = [block for _, block in sheet.left()]
    return 1 < max(len(_at_titles(blocks)), len(_at_any_line(blocks))) <= MOST_ITEMS


def is_parting(block: Block) -> bool:
    """Whether a block is a line that parts two items."""
    return isinstance(block, Paragraph | Rule) and bool(
        (isinstance(block, Rule) and WHITE.fullmatch(block.text)) or PARTING.fullmatch(text_of(block))
    )


def _at_lines(blocks: Sequence[Block]) -> list[_Cut]:
    """Items between lines, when each begins like an article."""
    lines = [order for order, block in enumerate(blocks) if is_parting(block)]
    starts = [start for start in (0, *(line + 1 for line in lines)) if start < len(blocks)]
    groups = _groups(blocks, starts)
    full = [(start, group) for start, group in zip(starts, groups, strict=True) if _count(group)]
    return [_Cut(start=start) for start, _ in full] if all(_is_item(group) for _, group in full) else []


def _at_labels(blocks: Sequence[Block]) -> list[_Cut]:
    """Items that are counted, from one on; nothing but a heading of a few words stands before the first."""
    labels = [(order, match) for order, block in enumerate(blocks) if (match := _label(block))]
    if [_count_in(match["number"]) for _, match in labels] != list(range(1, len(labels) + 1)):
        return []
    starts = [order for order, _ in labels]
    if not starts or _count(blocks[: starts[0]]) > SHORTEST_ITEM:
        return []
    long = all(_count(group) >= SHORTEST_ITEM for group in _groups(blocks, starts))
    return [_Cut(start=start, labelled=True) for start in starts] if long else []


def _count_in(number: str) -> int:
    """The number that a label gives in figures, in words or as the Romans did: "02", "hai", "II"."""
    if number.isdigit():
        return int(number)
    spoken = number.lower()
    return next((count for count, names in enumerate(SPOKEN_NUMBERS, start=1) if spoken in names.split("|")), 0)


def _at_numbers(blocks: Sequence[Block]) -> list[_Cut]:
    """Items whose titles are counted and in capitals, the first line among them: no title stands above them all."""
    starts = [order for order, block in enumerate(blocks) if _numbered(block) and is_shouting(text_of(block))]
    return _at_starts(blocks, starts)


def _at_told_numbers(blocks: Sequence[Block], *, told: str) -> list[_Cut]:
    """The same for titles in any dress, where the letter says how many items there are: "gửi BBT 02 tin"."""
    starts = [order for order, block in enumerate(blocks) if _numbered(block, dressed=False)]
    return _at_starts(blocks, starts) if starts and len(starts) in _told_counts(told) else []


def _at_told_stars(blocks: Sequence[Block], *, told: str) -> list[_Cut]:
    """The same for titles that begin with a sign instead of a number: "* Chuyến xe sách lưu động"."""
    starts = [order for order, block in enumerate(blocks) if _starred(block)]
    if list(starts[:1]) != [0] or len(starts) not in _told_counts(told):
        return []
    return [_Cut(start=start, labelled=True) for start in starts] if _are_long(_groups(blocks, starts)) else []


def _at_told_titles(blocks: Sequence[Block], *, told: str) -> list[_Cut]:
    """Items that begin with a line like a title above a real paragraph, when there are just as many as are told."""
    counts = _told_counts(told)
    starts = [order for order in range(len(blocks) - 1) if _heads(blocks[order : order + 2])] if counts else []
    return [_Cut(start=start) for start in starts] if starts[:1] == [0] and len(starts) in counts else []


def _heads(blocks: Sequence[Block]) -> bool:
    """Whether the first of two blocks could be the title of an item, the second its beginning."""
    first, below = blocks
    if not isinstance(first, Paragraph) or not isinstance(below, Paragraph):
        return False
    text = one_line(text_of(first))
    named = label_of(text) or is_header(text) or announces_pictures(text) or text.endswith(SENTENCE_ENDS)
    fits = SHORTEST_TITLE <= len(words(text)) <= LONGEST_UNMARKED and len(words(text_of(below))) >= SHORTEST_PARAGRAPH
    return fits and not named and looks_like_title([first, below])


def _told_counts(told: str) -> set[int]:
    return {_count_in(match[1] or match[2]) for match in TOLD.finditer(told)}


def _at_starts(blocks: Sequence[Block], starts: Sequence[int]) -> list[_Cut]:
    """Items that begin with lines counted from one on, the first line of all among them, each with a real paragraph."""
    matches = [_numbered(blocks[order], dressed=False) for order in starts]
    numbers = [_count_in(match["number"]) for match in matches if match]
    if list(starts[:1]) != [0] or numbers != list(range(1, len(numbers) + 1)):
        return []
    return [_Cut(start=start, labelled=True) for start in starts] if _are_long(_groups(blocks, starts)) else []


def _are_long(groups: Iterable[Sequence[Block]]) -> bool:
    """Whether a real paragraph stands below the title of each."""
    longest = (max((len(words(text_of(block))) for block in group[1:]), default=0) for group in groups)
    return all(count >= SHORTEST_PARAGRAPH for count in longest)


def _numbered(block: Block, *, dressed: bool = True) -> re.Match[str] | None:
    """The number before a title; one that need not be `dressed` ends without a sign, as titles do."""
    text = text_of(block) if isinstance(block, Paragraph) else ""
    match = NUMBERED.match(text) or (None if dressed else LETTERED.match(text))
    return match if match is not None and _is_title_after(match, block, dressed=dressed) else None


def _starred(block: Block) -> re.Match[str] | None:
    match = STARRED.match(text_of(block)) if isinstance(block, Paragraph) else None
    return match if match is not None and _is_title_after(match, block, dressed=False) else None


def _is_title_after(match: re.Match[str], block: Block, *, dressed: bool) -> bool:
    rest = match.string[match.end() :].strip()
    count = len(words(rest))
    plain = not dressed and count <= LONGEST_UNMARKED and not rest.endswith(SENTENCE_ENDS)
    headed = isinstance(block, Paragraph) and (block.heading is not None or is_bold(block))
    return count >= SHORTEST_TITLE and (plain or headed or is_shouting(rest))


def _label(block: Block) -> re.Match[str] | None:
    return COUNTED.match(text_of(block)) if isinstance(block, Paragraph) else None


def _at_bylines(blocks: Sequence[Block]) -> list[_Cut]:
    """Items that each end with a byline, when a title in its dress and real paragraphs follow."""
    starts = [0]
    for order, block in enumerate(blocks[:-2]):
        if isinstance(block, Paragraph) and byline.parse(text_of(block)) and _begins(blocks[order + 1 :]):
            starts.append(order + 1)
    groups = _groups(blocks, starts)
    return [_Cut(start=start) for start in starts] if all(map(_is_whole, groups)) else []


def _at_titles(blocks: Sequence[Block]) -> list[_Cut]:
    """Items that each begin with a line in a title's dress, with a real paragraph somewhere below it."""
    starts = [0, *(order for order in range(1, len(blocks) - 1) if _begins(blocks[order : order + TITLE_AND_TEXT]))]
    if len(starts) == 1:
        return []
    groups = _groups(blocks, starts)
    return [_Cut(start=start) for start in starts] if all(map(_is_whole, groups)) else []


def _at_any_line(blocks: Sequence[Block]) -> list[_Cut]:
    """Whatever stands between lines, as long as it is longer than a heading."""
    lines = [order for order, block in enumerate(blocks) if is_parting(block)]
    if not lines:
        return []
    starts = [start for start in (0, *(line + 1 for line in lines)) if start < len(blocks)]
    groups = _groups(blocks, starts)
    return [_Cut(start=start) for start, group in zip(starts, groups, strict=True) if _count(group) >= SHORTEST_ITEM]


def _begins(blocks: Sequence[Block]) -> bool:
    first = blocks[0]
    text = one_line(text_of(first))
    if not isinstance(first, Paragraph) or label_of(text) or is_header(text) or announces_pictures(text):
        return False
    return is_marked(first, text) and looks_like_title(_paragraphs(blocks)[:2])


def _is_whole(group: Sequence[Block]) -> bool:
    longest = max((len(words(text_of(block))) for block in _paragraphs(group)), default=0)
    return _is_item(group) and longest >= SHORTEST_PARAGRAPH


def _is_item(group: Sequence[Block]) -> bool:
    paragraphs = _paragraphs(group)
    told = any(not is_marked(paragraph, one_line(text_of(paragraph))) for paragraph in paragraphs[1:])
    told = told and not all(is_signature_line(paragraph) for paragraph in paragraphs[1:])
    return _count(group) >= SHORTEST_ITEM and told and looks_like_title(paragraphs[:2])


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph) and not is_parting(block)]


def _groups(blocks: Sequence[Block], starts: Sequence[int]) -> list[Sequence[Block]]:
    """What stands from each start to the next, without the lines that part."""
    ends = [*starts[1:], len(blocks)][: len(starts)]
    return [
        [block for block in blocks[start:end] if not is_parting(block)] for start, end in zip(starts, ends, strict=True)
    ]


def _count(blocks: Sequence[Block]) -> int:
    return sum(len(words(text_of(block))) for block in blocks)


def _parted(sheet: Sheet, left: Sequence[tuple[int, Block]], cuts: Sequence[_Cut]) -> Iterator[Sheet]:
    """The sheets, each with the places of the whole; what was set aside goes with the item it stood in."""
    starts = [0, *(left[cut.start][0] for cut in cuts[1:])]
    ends = [*starts[1:], len(sheet.blocks)]
    for cut, start, end in zip(cuts, starts, ends, strict=True):
        last = end == len(sheet.blocks)
        kept = {place: list(pieces) for place, pieces in sheet.aside.items() if _within(place, start, end, last=last)}
        blocks = [block if start <= place < end else None for place, block in enumerate(sheet.blocks)]
        part = Sheet(blocks=blocks, aside=kept, ended=set(sheet.ended))
        for place, block in part.left():
            if is_parting(block):
                part.set_aside([place], RULE_WHY)
        if cut.labelled:
            _take_label(part)
        yield part


def _within(place: int, start: int, end: int, *, last: bool) -> bool:
    return (start <= place or start == 0) and (place < end or last)


def _take_label(part: Sheet) -> None:
    """Take "Tin 1:" off; what stood above the first one, a heading for them all, goes with it."""
    for place, paragraph in part.paragraphs():
        match = _label(paragraph) or _numbered(paragraph, dressed=False) or _starred(paragraph)
        if match is None:
            part.set_aside([place], LABEL_WHY)
            continue
        part.note(place, match[0].strip(), LABEL_WHY)
        rest = stripped(split_at(paragraph.spans, [match.end()])[-1]) if match.end() < len(text_of(paragraph)) else ()
        part.blocks[place] = replace(paragraph, spans=rest) if rest else None
        return
