"""The walk over an HTML tree: block elements become blocks, what stands in them becomes ink."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from ingest.openers.css import Look, look_of
from ingest.openers.mail_roles import is_quoted_mail, role_of
from ingest.vietnamese.ink import Ink
from tinbai.blocks import Block, Cell, Paragraph, Picture, Role, Rule, Span, Table
from tinbai.limits import Limits

_DROPPED = frozenset(
    "script style head title noscript template svg math iframe object embed applet audio video canvas input button "
    "select textarea map meta link base xml".split()
)
_SOFT_BREAKS_IN = frozenset("p h1 h2 h3 h4 h5 h6 li td th caption figcaption dt dd".split())
_BLOCKS = _SOFT_BREAKS_IN | frozenset(
    "div section article header footer main aside nav address center pre figure dl fieldset form body html blockquote "
    "details summary".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 100  # elements in one another that are followed; the text of deeper ones is still taken
_LARGEST_FIGURE = 100_000
_WIDEST_SPAN = 1_000
_WORD_LIST = re.compile(r"mso-list:\s*l\d+\s+level([1-9])", re.IGNORECASE)
_WORD_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_COUNTED = re.compile(r"^\W?(\d+|[a-zđ]|[ivx]+)[.)]", re.IGNORECASE)


_ORDINARY = Look()


@dataclass(frozen=True, kw_only=True)
class _Around:
    """What the elements around say, inherited on the way down."""

    look: Look = _ORDINARY
    list_level: int | None = None
    ordered: bool = False
    heading: int | None = None
    quoted: int = 0
    role: Role | None = None
    verbatim: bool = False  # inside <pre>
    soft_breaks: bool = False  # a <br> breaks the line of a paragraph; elsewhere it ends one, as mail programs mean it


class HtmlReader:
    """Gathers the raw blocks of one document. A block element ends the paragraph before it and the one in it."""

    def __init__(self, limits: Limits, pictures: Mapping[str, str]) -> None:
        """`pictures` maps the addresses of pictures that came along to their hashes."""
        self._most_blocks = limits.document_blocks
        self._pictures = pictures
        self._inks: list[Span] = []
        self._marker: str | None = None
        self._depth = 0
        self._cells = 0
        self.blocks: list[Block] = []
        self.hidden: list[str] = []
        self.cut = False  # there were more blocks than the limit allows

    def read_document(self, root: etree._Element) -> None:
        """Read the whole tree."""
        self._read(root, _Around())
        self._end_paragraph(_Around())

    def _read(self, element: etree._Element, around: _Around) -> None:
        """Read `element` with everything in it, but not its tail."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or self._full():
            return
        look = look_of(element, around.look)
        if look.hidden:
            self.hidden += [text] if (text := _text_in(element)) else []
            return
        self._depth += 1
        inner = around if look is around.look else replace(around, look=look)
        if self._depth > _DEEPEST:
            self._text(_text_in(element), inner)
        else:
            self._read_kind(element, tag, inner)
        self._depth -= 1

    def _full(self) -> bool:
        self.cut = self.cut or len(self.blocks) + self._cells >= self._most_blocks
        return self.cut

    def _read_kind(self, element: etree._Element, tag: str, around: _Around) -> None:
        match tag:
            case "br":
                self._break(around)
            case "hr":
                self._end_paragraph(around)
                self.blocks.append(Rule())
            case "img":
                self._picture(element, around)
            case "table":
                self._table(element, around)
            case "ul" | "ol":
                self._list(element, replace(around, ordered=tag == "ol"))
            case _ if tag in _BLOCKS:
                self._block(element, tag, around)
            case _ if _WORD_MARKER.search(element.get("style", "")):
                self._marker = _text_in(element) or None
            case _:
                self._content(element, around)

    def _content(self, element: etree._Element, around: _Around) -> None:
        self._text(element.text, around)
        for child in element:
            self._read(child, around)
            self._text(child.tail, around)

    def _block(self, element: etree._Element, tag: str, around: _Around) -> None:
        self._end_paragraph(around)
        inner = replace(
            around,
            heading=_HEADINGS.get(tag, around.heading),
            verbatim=around.verbatim or tag == "pre",
            soft_breaks=tag in _SOFT_BREAKS_IN,
            quoted=around.quoted + is_quoted_mail(element),
            role=role_of(element, around.role),
        )
        word_list = _WORD_LIST.search(element.get("style", ""))
        if word_list:
            inner = replace(inner, list_level=int(word_list.group(1)) - 1)
        self._content(element, inner)
        self._end_paragraph(inner)

    def _list(self, element: etree._Element, around: _Around) -> None:
        self._end_paragraph(around)
        inner = replace(around, list_level=0 if around.list_level is None else around.list_level + 1)
        number = _figure(element.get("start"), 1)
        self._text(element.text, around)
        for child in element:
            if child.tag == "li":
                self._marker = f"{number}." if around.ordered else "•"
                number += 1
            self._read(child, inner)
            self._text(child.tail, around)
        self._end_paragraph(inner)
        self._marker = None

    def _text(self, text: str | None, around: _Around) -> None:
        if text:
            self._put(text if around.verbatim else re.sub(r"[ \t\r\n\f]+", " ", text), around.look)

    def _put(self, text: str, look: Look) -> None:
        self._inks.append(
            Ink(
                text=text,
                bold=look.bold,
                italic=look.italic,
                underline=look.underline and look.link is None,
                superscript=look.superscript,
                subscript=look.subscript,
                link=look.link,
                font=look.font,
            )
        )

    def _break(self, around: _Around) -> None:
        """A `<br>`: the end of a line, or of a paragraph; two in a row always end one."""
        before = next((ink.text for ink in reversed(self._inks) if ink.text.strip(" ")), "")
        if around.soft_breaks and not before.endswith("\n"):
            self._put("\n", around.look)
        else:
            self._end_paragraph(around)

    def _end_paragraph(self, around: _Around) -> None:
        inks, self._inks = self._inks, []
        if not any(ink.text.strip() for ink in inks):
            return
        listed = around.list_level is not None
        marker, self._marker = self._marker, None
        self.blocks.append(
            Paragraph(
                spans=_quoted(inks, around.quoted) if around.quoted else inks,
                align=around.look.align,
                heading=None if listed else around.heading,
                list_level=around.list_level,
                ordered=listed and (around.ordered or bool(marker and _COUNTED.match(marker))),
                marker=marker if listed else None,
                role=around.role,
            )
        )

    def _picture(self, element: etree._Element, around: _Around) -> None:
        address = element.get("src", "").strip()
        scheme, _, rest = address.partition(":")
        sha256 = self._pictures.get(f"{scheme.lower()}:{rest.strip('<>')}")
        if sha256 is None:
            return
        self._end_paragraph(around)
        width, height = _figure(element.get("width"), 0), _figure(element.get("height"), 0)
        alt = element.get("alt", "").strip() or None
        self.blocks.append(Picture(sha256=sha256, alt=alt, width=width or None, height=height or None))

    def _table(self, element: etree._Element, around: _Around) -> None:
        """A table. One that only stacks things gives what is in it, without a table."""
        self._end_paragraph(around)
        rows = [(row, list(_parts_of(row, "td", "th"))) for row in _parts_of(element, "tr")]
        for caption in element.iterchildren("caption"):
            self._read(caption, around)
        if all(len(cells) <= 1 for _, cells in rows):
            for row, cells in rows:
                for cell in cells:
                    self.blocks.extend(self._cell(cell, row, around).blocks)
            return
        table = Table(rows=[[self._cell(cell, row, around) for cell in cells] for row, cells in rows if cells])
        if any(cell.blocks for row_cells in table.rows for cell in row_cells):
            self.blocks.append(table)

    def _cell(self, element: etree._Element, row: etree._Element, around: _Around) -> Cell:
        self._cells += 1
        if self._full():
            return Cell(blocks=())
        outside, self.blocks = self.blocks, []
        look = look_of(element, look_of(row, around.look))
        self._read(element, replace(around, look=replace(look, hidden=False)))
        blocks, self.blocks = self.blocks, outside
        return Cell(
            blocks=blocks,
            header=element.tag == "th",
            colspan=min(_figure(element.get("colspan"), 1), _WIDEST_SPAN) or 1,
            rowspan=min(_figure(element.get("rowspan"), 1), _WIDEST_SPAN) or 1,
        )


def _parts_of(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Rows of a table, or cells of a row, through thead, tbody, tfoot and forms; not those of a table inside."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot", "form"):
            yield from _parts_of(child, *tags)


def _quoted(inks: list[Span], depth: int) -> list[Span]:
    prefix = ">" * depth + " "
    return [Ink(text=prefix), *(replace(ink, text=ink.text.replace("\n", "\n" + prefix)) for ink in inks)]


def _text_in(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _figure(text: str | None, default: int) -> int:
    digits = (text or "").strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) < len(str(_LARGEST_FIGURE)) else default
