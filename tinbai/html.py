"""Blocks become small semantic HTML, and clean HTML becomes text.

What is written here passes `tinbai.clean` unchanged. Pictures are not written: photos stand beside the text with
the place they had.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from tinbai.blocks import Align, Block, Cell, Paragraph, Picture, Rule, Span, Table
from tinbai.html_lines import lines_of
from tinbai.html_lists import ListItem, lists
from tinbai.html_normal import REL
from tinbai.html_tree import Node, TooDeepError, tree, written
from tinbai.rough_lines import rough_lines

MOST_SPANNED = 999
_DEPTH = 600  # recursion ends here; clean HTML is never so deep


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """HTML, and for each picture the index of the top-level element it stands after (-1: before the first)."""

    html: str
    places: Sequence[tuple[str, int]] = ()


def render(blocks: Iterable[Block]) -> str:
    """The HTML of `blocks`, without their pictures."""
    return render_placed(blocks).html


def render_placed(blocks: Iterable[Block]) -> Rendered:
    """The HTML of `blocks`, and where their pictures stood."""
    blocks = list(blocks)
    ranks = _heading_ranks(blocks)
    elements: list[Node | ListItem] = []
    places: list[tuple[str, int]] = []
    for block in blocks:
        if isinstance(block, Picture):
            places.append((block.sha256, len(elements) - 1))
        elif (element := _element(block, ranks)) is not None:
            elements.append(element)
        places.extend((sha256, len(elements) - 1) for sha256 in _pictures_within(block))
    top, indexes = lists(elements)
    return Rendered(
        html="".join(map(written, top)),
        places=[(sha256, -1 if index < 0 else indexes[index]) for sha256, index in places],
    )


def _heading_ranks(blocks: Iterable[Block]) -> dict[int, int]:
    """Which of h2-h4 each heading level of the source becomes: the highest one used becomes h2."""
    used = sorted({block.heading for block in blocks if isinstance(block, Paragraph) and block.heading is not None})
    return {level: min(2 + rank, 4) for rank, level in enumerate(used)}


def _element(block: Block, ranks: dict[int, int]) -> Node | ListItem | None:
    match block:
        case Paragraph():
            return _paragraph(block, ranks)
        case Table():
            return _table(block)
        case Rule():
            return Node(name="hr")
        case _:
            return None


def _paragraph(block: Paragraph, ranks: dict[int, int]) -> Node | ListItem | None:
    parts = _inline(block.spans)
    if not parts:
        return None
    if block.list_level is not None and block.heading is None:
        return ListItem(level=block.list_level, ordered=block.ordered, marker=block.marker, parts=parts)
    name = "p" if block.heading is None else f"h{ranks.get(block.heading, 4)}"
    return Node(name=name, attributes=_aligned(block.align) if name == "p" else {}, parts=parts)


def _aligned(align: Align | None) -> dict[str, str]:
    """Only what carries meaning: a caption is centred, a signature stands right."""
    return {"style": f"text-align:{align}"} if align in {Align.CENTER, Align.RIGHT} else {}


def _inline(spans: Iterable[Span]) -> list[Node | str]:
    """Marks around text, links outermost, so that a link over several runs stays one link."""
    parts: list[Node | str] = []
    for link, linked in groupby(_trimmed(spans), key=lambda span: span.link):
        marked = [part for span in linked for part in _marked(span)]
        if link is None:
            parts.extend(marked)
        else:
            parts.append(Node(name="a", attributes={"href": link, "rel": REL}, parts=marked))
    return parts


def _trimmed(spans: Iterable[Span]) -> list[Span]:
    """Neighbours with the same marks joined; no blank text at either end."""
    joined = [
        replace(marks, text="".join(span.text for span in group))
        for marks, group in groupby(spans, key=lambda span: replace(span, text=""))
    ]
    while joined and not joined[0].text.strip():
        del joined[0]
    while joined and not joined[-1].text.strip():
        del joined[-1]
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return [span for span in joined if span.text]


def _marked(span: Span) -> list[Node | str]:
    parts: list[Node | str] = []
    for number, line in enumerate(span.text.split("\n")):
        parts.extend([Node(name="br")] if number else [])
        parts.extend([line] if line else [])
    marks = {
        "sub": span.subscript,
        "sup": span.superscript,
        "u": span.underline,
        "em": span.italic,
        "strong": span.bold,
    }
    for name in (name for name, wanted in marks.items() if wanted):
        parts = [Node(name=name, parts=parts)]
    return parts


def _table(block: Table) -> Node | None:
    rows = [Node(name="tr", parts=[_cell(cell) for cell in row]) for row in block.rows if row]
    heads = sum(1 for _ in takewhile(lambda row: all(cell.header for cell in row), filter(None, block.rows)))
    if heads == len(rows):  # a table of headers only has no header
        heads = 0
    groups = [("thead", rows[:heads]), ("tbody", rows[heads:])]
    parts: list[Node | str] = [Node(name=name, parts=list(some)) for name, some in groups if some]
    return Node(name="table", parts=parts) if parts else None


def _cell(cell: Cell) -> Node:
    top = _top_level_of(cell.blocks)
    spans = {"colspan": cell.colspan, "rowspan": cell.rowspan}
    attributes = {name: str(min(count, MOST_SPANNED)) for name, count in spans.items() if count > 1}
    if len(top) == 1 and top[0].name == "p":  # a cell of one paragraph needs no paragraph
        attributes |= top[0].attributes
        return Node(name="th" if cell.header else "td", attributes=attributes, parts=top[0].parts)
    return Node(name="th" if cell.header else "td", attributes=attributes, parts=list(top))


def _top_level_of(blocks: Sequence[Block]) -> list[Node]:
    ranks = _heading_ranks(blocks)
    elements = (_element(block, ranks) for block in blocks)
    return lists([element for element in elements if element is not None])[0]


def _pictures_within(block: Block) -> Iterator[str]:
    """The pictures in a table, in the order of its cells."""
    if isinstance(block, Table):
        for inner in (inner for row in block.rows for cell in row for inner in cell.blocks):
            if isinstance(inner, Picture):
                yield inner.sha256
            yield from _pictures_within(inner)


def text_of_html(html: str) -> str:
    """The text of clean HTML: blocks and rows on lines of their own, cells apart by tabs, list items numbered."""
    try:
        return "\n".join(line for part in _parts(html) for line in lines_of(part))
    except RecursionError:  # a level of elements takes up to three calls, and who calls us has some already
        return "\n".join(rough_lines(html))


def top_level(html: str) -> list[str]:
    """The top-level elements of clean HTML."""
    return [written(part) for part in _parts(html)]


def _parts(html: str) -> list[Node | str]:
    """The tree of stored HTML. What is deeper than clean HTML can be did not come from here: of it the lines remain."""
    try:
        return tree(html, depth=_DEPTH)
    except TooDeepError:
        return [Node(name="p", parts=[line]) for line in rough_lines(html)]
