"""A paragraph of WordprocessingML: its runs as ink, its pictures at their place, its text boxes after it."""

from collections.abc import Callable, Iterator

from lxml import etree

from ingest.openers.link import safe_link
from ingest.openers.wordml.names import GRAPHICS, MC, VAL, WP, A, M, R, V, W
from ingest.openers.wordml.story import Story
from ingest.openers.wordml.styles import RunLook, paragraph_look
from ingest.vietnamese.ink import Ink
from tinbai.blocks import Block, Paragraph, Picture, Role, Span

ReadBlocks = Callable[[Story, etree._Element], list[Block]]  # noqa: SLF001 - lxml names its element type so

_TRANSPARENT = frozenset(
    W + name
    for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir", "ruby",
                 "rubyBase")
) | frozenset(
    M + name
    for name in ("oMath", "oMathPara", "e", "sup", "sub", "num", "den", "f", "sSup", "sSub", "sSubSup", "d", "rad",
                 "deg", "nary", "func", "fName", "m", "mr", "acc", "bar", "box", "limLow", "limUpp", "lim", "eqArr")
)  # fmt: skip
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "softHyphen": "\u00ad",
    W + "noBreakHyphen": "-",
}
_TEXT = frozenset((W + "t", M + "t"))
_STRONG = 0x80  # of a colour, its largest part less its smallest
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))


class ParagraphReader:
    """Reads one `w:p`. Spans and pictures are gathered in the order of the text; floating things wait for its end."""

    def __init__(
        self,
        story: Story,
        element: etree._Element,
        read_blocks: ReadBlocks,
        initial: etree._Element | None = None,
    ) -> None:
        """`initial` is the paragraph that holds this one's first letter, when that is a drop cap."""
        self._story = story
        self._read_blocks = read_blocks
        self._properties = element.find(W + "pPr")
        self._style = _child_value(self._properties, "pStyle")
        self._pieces: list[Span | Block] = []
        self._after: list[Block] = []
        self._deleted: list[Span] = []
        self._hidden: list[Span] = []
        self._highlighting = False
        if initial is not None:
            self._walk(initial, link=None)
        self._walk(element, link=None)

    def blocks(self) -> list[Block]:
        """The paragraph, cut in pieces where pictures stand in it; what floats beside it comes after."""
        traces = self._story.traces
        for spans, heap in ((self._deleted, traces.deleted), (self._hidden, traces.hidden)):
            if spans:
                heap.append(Paragraph(spans=spans))
        return [*self._flowing(), *self._after]

    def _flowing(self) -> Iterator[Block]:
        shape = self._shape()
        spans: list[Span] = []
        for piece in self._pieces:
            if isinstance(piece, Span):
                spans.append(piece)
                continue
            if spans:
                yield shape(spans)
            spans = []
            yield piece
        if spans:
            yield shape(spans)

    def _shape(self) -> Callable[[list[Span]], Paragraph]:
        """A maker of paragraphs with this one's alignment, heading level and list mark."""
        own, inherited = paragraph_look(self._properties), self._story.styles.inherited_paragraph(self._style)
        align = own.align or inherited.align
        heading = own.heading or inherited.heading
        number = own.number or inherited.number
        mark = self._story.numbering.next_mark(*number) if number else None
        if mark is None or heading is not None:
            text = mark.text if mark is not None and mark.ordered else None
            role = Role.CAPTION if inherited.caption else Role.LEAD if inherited.lead else None
            return lambda spans: Paragraph(spans=spans, align=align, heading=heading, marker=text, role=role)
        level = number[1] if number else 0
        return lambda spans: Paragraph(
            spans=spans, align=align, list_level=level, ordered=mark.ordered, marker=mark.text or None
        )

    def _walk(self, element: etree._Element, link: str | None) -> None:
        for child in element:
            tag = child.tag
            if tag in (W + "r", M + "r"):
                self._run(child, link)
            elif tag in _TRANSPARENT:
                self._walk(child, link)
            elif tag == W + "hyperlink":
                self._walk(child, self._link(child))
            elif tag == W + "del":
                self._deleted.extend(self._deleted_ink(child))
            elif tag == MC + "AlternateContent":
                self._walk(_alternative(child), link)

    def _link(self, element: etree._Element) -> str | None:
        relation = self._story.relations.get(element.get(R + "id", ""))
        return safe_link(relation.target) if relation is not None and relation.external else None

    def _run(self, run: etree._Element, link: str | None) -> None:
        properties = run.find(W + "rPr")
        look = self._look(properties)
        text = "".join(self._texts(run, look, link))
        self._note_highlight(properties, text)
        self._add_ink(text, look, link)

    def _texts(self, run: etree._Element, look: RunLook, link: str | None) -> Iterator[str]:
        """The text of a run. A picture in the middle of it takes the text so far before itself."""
        before: list[str] = []
        for child in run:
            tag = child.tag
            if tag in _TEXT:
                before.append(child.text or "")
            elif tag in _SIGNS:
                before.append(_SIGNS[tag])
            elif tag == W + "sym":
                before.append(_symbol(child))
            elif tag in _DRAWN or tag == MC + "AlternateContent":
                self._add_ink("".join(before), look, link)
                before = []
                self._drawn(_alternative(child) if tag == MC + "AlternateContent" else child)
        yield from before

    def _add_ink(self, text: str, look: RunLook, link: str | None) -> None:
        if text:
            (self._hidden if look.hidden else self._pieces).append(_ink(text, look, link))

    def _look(self, properties: etree._Element | None) -> RunLook:
        styles = self._story.styles
        inherited = styles.inherited_run(_child_value(properties, "rStyle"), self._style, self._story.table_style)
        return inherited if properties is None else styles.run_look(properties).over(inherited)

    def _note_highlight(self, properties: etree._Element | None, text: str) -> None:
        """Runs with a highlight next to one another are one highlighted place."""
        highlighted = _child_value(properties, "highlight") not in (None, "none") or _is_shaded(properties)
        if highlighted and text.strip():
            heap = self._story.traces.highlighted
            if self._highlighting and heap:
                heap[-1] += text
            else:
                heap.append(text)
        self._highlighting = highlighted and (self._highlighting or bool(text.strip()))

    def _deleted_ink(self, element: etree._Element) -> Iterator[Span]:
        for run in element.iter(W + "r"):
            look = self._look(run.find(W + "rPr"))
            text = "".join(
                child.text or "" if child.tag == W + "delText" else _SIGNS.get(child.tag, "") for child in run
            )
            if text:
                yield _ink(text, look, None)

    def _drawn(self, drawing: etree._Element) -> None:
        """Pictures and text boxes. What floats does not cut the text that it was anchored in."""
        floating = next(drawing.iter(WP + "anchor"), None) is not None
        has_text = any(isinstance(piece, Span) and piece.text.strip() for piece in self._pieces)
        place: list[Span | Block] | list[Block] = self._after if floating and has_text else self._pieces
        for found in _outermost(drawing):
            if found.tag == W + "txbxContent":
                self._after.extend(self._read_blocks(self._story, found))
                continue
            media, relations = self._story.media, self._story.relations
            make = media.graphic if found.tag in GRAPHICS else media.picture
            picture = make(found, drawing, relations)
            if picture is not None:
                _put(place, picture)


def _put(place: "list[Span | Block] | list[Block]", picture: Picture) -> None:
    place.append(picture)


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """Pictures and text boxes under `element`; what stands inside a text box is that box's own."""
    for child in element:
        if child.tag in (W + "txbxContent", A + "blip", V + "imagedata", *GRAPHICS):
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _outermost(_alternative(child))
        elif isinstance(child.tag, str):
            yield from _outermost(child)


def _alternative(element: etree._Element) -> etree._Element:
    """The first choice that holds something to read, else the fallback: the same thing is there in both."""
    choices = [child for child in element if child.tag == MC + "Choice"]
    fallback = element.find(MC + "Fallback")
    wanted = (W + "t", W + "txbxContent", A + "blip", V + "imagedata", *GRAPHICS)
    for choice in choices:
        if fallback is None or next(choice.iter(*wanted), None) is not None:
            return choice
    return fallback if fallback is not None else element


def _symbol(element: etree._Element) -> str:
    """A character given by its code in a font. Those of symbol fonts (private use) are drawn as bullets."""
    code = element.get(W + "char", "")
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= character <= "\uf8ff" else character


def _ink(text: str, look: RunLook, link: str | None) -> Ink:
    return Ink(
        text=text,
        bold=bool(look.bold),
        italic=bool(look.italic),
        underline=bool(look.underline) and link is None,
        superscript=look.raised == "superscript",
        subscript=look.raised == "subscript",
        link=link,
        font=look.font,
    )


def _is_shaded(properties: etree._Element | None) -> bool:
    """Whether text stands on a strong colour: what other programs make of a highlight. Paper tints are no mark."""
    shade = None if properties is None else properties.find(W + "shd")
    try:
        colours = bytes.fromhex("" if shade is None else shade.get(W + "fill", ""))
    except ValueError:  # "auto"
        return False
    return bool(colours) and max(colours) - min(colours) >= _STRONG


def _child_value(properties: etree._Element | None, name: str) -> str | None:
    child = None if properties is None else properties.find(W + name)
    return None if child is None else child.get(VAL)
