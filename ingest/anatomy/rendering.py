"""The body of an article as clean HTML and as text, with the places where its pictures stood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from ingest.anatomy.words import words
from tinbai.blocks import Block, Paragraph, Rule, text_of
from tinbai.clean import clean
from tinbai.html import render_placed

VOID = frozenset({"br", "hr", "img", "col", "wbr"})


@dataclass(frozen=True, kw_only=True)
class RenderedBody:
    """`places` says after which top-level element each picture stood; `elements` is how many there are."""

    html: str
    text: str
    places: Mapping[str, int]
    elements: int


def render_body(blocks: Sequence[Block]) -> RenderedBody:
    """Render what is left for the body."""
    rendered = render_placed(blocks)
    html = clean(rendered.html)
    elements = count_elements(html)
    places: dict[str, int] = {}
    for sha256, place in rendered.places:
        places.setdefault(sha256, min(place, elements - 1))
    text = "\n".join(line for line in map(_line, blocks) if line)
    return RenderedBody(html=html, text=text, places=places, elements=elements)


def _line(block: Block) -> str:
    """The text of a block; a list item with the number that was printed before it."""
    if isinstance(block, Rule):
        return ""
    text = text_of(block).strip()
    if isinstance(block, Paragraph) and block.marker and words(block.marker) and text:
        return f"{block.marker} {text}"
    return text if not isinstance(block, Paragraph) or words(text) or text else ""


def count_elements(html: str) -> int:
    """How many elements stand at the top level of clean HTML."""
    counter = _TopLevel()
    counter.feed(html)
    counter.close()
    return counter.found


class _TopLevel(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.found = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - HTMLParser hands them over
        self.found += self.depth == 0
        self.depth += tag not in VOID

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag not in VOID and self.depth > 0
