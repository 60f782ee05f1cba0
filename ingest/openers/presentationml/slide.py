"""One slide: its title, its text, its tables and its pictures; what is printed on every slide is kept apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ingest.openers.wordml.media import Media
from ingest.openers.wordml.names import GRAPHICS, MC, A
from ingest.openers.wordml.package import Relation
from ingest.openers.xml_stream import local_name
from ingest.vietnamese.ink import Ink
from tinbai.blocks import Block, Cell, Paragraph, Table

_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr")  # placeholders that stand on every slide
_TITLE_LEVEL = 2
_WIDEST_SPAN = 1_000


@dataclass(kw_only=True)
class Slide:
    """What one slide holds: titles first, then the rest in the order of the file."""

    titles: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Block] = field(default_factory=list)


class SlideReader:
    """Reads the shapes of one slide, or of its notes."""

    def __init__(self, root: etree._Element, relations: Mapping[str, Relation], media: Media, most_blocks: int) -> None:
        self.slide = Slide()
        self.cut = False
        self._relations = dict(relations)
        self._media = media
        self._left = most_blocks
        for tree in root.iter():
            if local_name(tree) == "spTree":
                self._read(tree)
                break

    def _read(self, tree: etree._Element) -> None:
        for shape in tree:
            match local_name(shape):
                case "sp" | "cxnSp":
                    self._shape(shape)
                case "grpSp":
                    self._read(shape)
                case "graphicFrame":
                    self._add(self.slide.blocks, self._tables(shape))
                    self._add(self.slide.blocks, self._graphics(shape))
                case "pic":
                    self._add(self.slide.blocks, self._pictures(shape))
                case "AlternateContent":
                    choice = shape.find(MC + "Choice")
                    self._read(choice if choice is not None else shape)

    def _shape(self, shape: etree._Element) -> None:
        kind = next((each.get("type", "") for each in shape.iter() if local_name(each) == "ph"), "")
        body = next((each for each in shape if local_name(each) == "txBody"), None)
        is_title = kind in _TITLES
        place = self.slide.titles if is_title else self.slide.furniture if kind in _FURNITURE else self.slide.blocks
        self._add(place, self._pictures(shape))
        if body is not None:
            self._add(place, paragraphs(body, heading=_TITLE_LEVEL if is_title else None))

    def _add(self, place: list[Block], blocks: Iterator[Block]) -> None:
        for block in blocks:
            self._left -= sum(map(len, block.rows)) if isinstance(block, Table) else 1
            if self._left < 0:
                self.cut = True
                return
            place.append(block)

    def _tables(self, frame: etree._Element) -> Iterator[Block]:
        for table in frame.iter(A + "tbl"):
            rows = [list(_cells(row)) for row in table.iterchildren(A + "tr")]
            yield Table(rows=[row for row in rows if row])

    def _graphics(self, frame: etree._Element) -> Iterator[Block]:
        for reference in frame.iter(*GRAPHICS):
            picture = self._media.graphic(reference, frame, self._relations)
            if picture is not None:
                yield picture

    def _pictures(self, shape: etree._Element) -> Iterator[Block]:
        for blip in shape.iter(A + "blip"):
            picture = self._media.picture(blip, shape, self._relations)
            if picture is not None:
                yield picture


def paragraphs(body: etree._Element, heading: int | None = None) -> Iterator[Block]:
    """The paragraphs of a text body (`a:p`) that hold anything."""
    for element in body.iterchildren(A + "p"):
        inks = [ink for child in element if (ink := _ink(child)) is not None]
        if any(ink.text.strip() for ink in inks):
            yield Paragraph(spans=inks, heading=heading)


def _ink(element: etree._Element) -> Ink | None:
    """A run, a field, or a line break."""
    name = local_name(element)
    if name == "br":
        return Ink(text="\n")
    if name not in ("r", "fld"):
        return None
    properties, text = element.find(A + "rPr"), element.find(A + "t")
    if text is None or not text.text:
        return None
    latin = None if properties is None else properties.find(A + "latin")
    marks: Mapping[str, str] = {} if properties is None else properties.attrib
    raised = marks.get("baseline", "0")
    return Ink(
        text=text.text,
        bold=marks.get("b") in ("1", "true"),
        italic=marks.get("i") in ("1", "true"),
        underline=marks.get("u", "none") != "none",
        superscript=raised.isdecimal() and raised != "0",
        subscript=raised.startswith("-"),
        font=None if latin is None else latin.get("typeface"),
    )


def _cells(row: etree._Element) -> Iterator[Cell]:
    """The cells of a row; those that a merged one covers are there too, and empty."""
    for cell in row.iterchildren(A + "tc"):
        body = cell.find(A + "txBody")
        blocks = [] if body is None else list(paragraphs(body))
        covered = cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true")
        if not covered or blocks:
            yield Cell(blocks=blocks, colspan=_span(cell.get("gridSpan")), rowspan=_span(cell.get("rowSpan")))


def _span(text: str | None) -> int:
    return max(1, min(int(text), _WIDEST_SPAN)) if text and text.isdecimal() and len(text) < 7 else 1
