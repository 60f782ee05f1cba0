"""HTML as it would read in plain text: tags removed, block elements and <br> as line breaks, entities decoded.

Quoted history, which HTML marks with elements, gets the "> " of plain text, so that one reader serves both.
"""

import re

from lxml import etree

from tinbai.html_size import has_endless_tag
from tinbai.rough_lines import rough_lines
from tinbai.text import clean_text

_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg", "math", "xml"})
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl"})
_LINES = frozenset(
    {"address", "article", "aside", "body", "caption", "center", "dd", "div", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "header", "li", "main", "nav", "option", "section", "tr"}
)
_CELLS = frozenset({"td", "th"})
_SPACES = re.compile(r"[ \t\r\n]+")
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CODE_PAGE_ENTITY = re.compile(r"&#(1[2-5]\d);?")
_RULE = "-" * 10


def text_of_html(html: str) -> str:
    """The text of a whole document or a piece of one; never raises."""
    root = _parsed(html)
    if root is None:
        return clean_text("\n".join(rough_lines(html)))
    writer = _Writer()
    _write(root, writer)
    return clean_text(writer.finished()).replace("\u00a0", " ").strip("\n")


def _parsed(html: str) -> etree._Element | None:
    """The tree, or None when libxml2 would not read to the end (elements nested thousands deep, an endless tag)."""
    if has_endless_tag(html):
        return None
    source = _CODE_PAGE_ENTITY.sub(_code_page_letter, clean_text(html))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError):
        return None
    cut_off = any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log)
    return None if cut_off else root


def _code_page_letter(entity: re.Match[str]) -> str:
    """What `&#150;` means to every browser: the Windows-1252 letter of that number."""
    number = int(entity[1])
    return bytes([number]).decode("cp1252", "ignore") if 128 <= number < 160 else entity[0]


def _write(root: etree._Element, writer: "_Writer") -> None:
    """Walk without recursion: a hostile document may be nested as deeply as it is long."""
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        skip = tag in _HIDDEN or _NO_DISPLAY.search(element.get("style", "")) is not None
        if event == "start":
            hidden += skip
            if not hidden:
                _open(tag, element, writer)
                writer.text(element.text or "")
            continue
        if not hidden:
            _close(tag, element, writer)
        hidden -= skip
        if not hidden and element is not root:
            writer.text(element.tail or "")


def _open(tag: str, element: etree._Element, writer: "_Writer") -> None:
    if tag == "br":
        writer.line_break()
    elif tag == "hr":
        writer.rule()
    elif tag in _PARAGRAPHS:
        writer.end_line(blank=True)
    elif tag in _LINES:
        writer.end_line()
    elif tag in _CELLS:
        writer.cell()
    if tag == "li":
        writer.text("- ")
    writer.preformatted += tag == "pre"
    writer.quoted += _is_quote(tag, element)


def _close(tag: str, element: etree._Element, writer: "_Writer") -> None:
    if tag in _PARAGRAPHS:
        writer.end_line(blank=True)
    elif tag in _LINES:
        writer.end_line()
    writer.preformatted -= tag == "pre"
    writer.quoted -= _is_quote(tag, element)


def _is_quote(tag: str, element: etree._Element) -> bool:
    """A quotation by a mail program; a plain blockquote is how many programs indent."""
    return tag == "blockquote" and (element.get("type") == "cite" or "gmail_quote" in element.get("class", ""))


class _Writer:
    """Collects text line by line; knows where a space or an empty line is due."""

    def __init__(self) -> None:
        self.preformatted = 0
        self.quoted = 0
        self._lines: list[str] = []
        self._line: list[str] = []
        self._blank_due = False

    def text(self, text: str) -> None:
        if self.preformatted:
            first, *others = text.split("\n")
            self._line.append(first)
            for other in others:
                self.line_break()
                self._line.append(other)
            return
        text = _SPACES.sub(" ", text)
        if not self._line or self._line[-1].endswith((" ", "\t")):
            text = text.lstrip(" ")
        if text:
            self._line.append(text)

    def line_break(self) -> None:
        """End the line here, even an empty one."""
        self._emit("".join(self._line).rstrip(" "))
        self._line = []

    def end_line(self, *, blank: bool = False) -> None:
        """End the line if there is one; with `blank`, an empty line stands before what follows."""
        if "".join(self._line).strip(" \t"):
            self.line_break()
        self._line = []
        self._blank_due = self._blank_due or (blank and bool(self._lines))

    def cell(self) -> None:
        """A tab between the cells of a row."""
        if self._line:
            self._line.append("\t")

    def rule(self) -> None:
        self.end_line()
        self._emit(_RULE)

    def finished(self) -> str:
        self.end_line()
        return "\n".join(self._lines)

    def _emit(self, line: str) -> None:
        quote = "> " * min(self.quoted, 20)
        if self._blank_due and line:
            if self._lines and self._lines[-1].strip("> "):
                self._lines.append(quote.rstrip() if self._lines[-1].startswith(">") else "")
            self._blank_due = False
        self._lines.append(quote + line if line else quote.rstrip())
