"""HTML, as Outlook, Word, Gmail and Zimbra write it, to blocks.

Only structure and marks are taken. Scripts and styles are dropped, hidden text is set aside, nothing is fetched.
Fonts are kept on the ink, because `<font face=".VnTime">` says that the text is no Unicode.
"""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from lxml import etree
from lxml import html as lxml_html

from ingest.data_uri import take_pictures
from ingest.letter import Part
from ingest.openers.finish import Aside, conversion_findings, finish
from ingest.openers.html_reader import HtmlReader
from ingest.openers.plain import decoded_text
from ingest.openers.unreadable import about_attachment
from ingest.source import BODY, Opened
from tinbai.blocks import plain
from tinbai.html_size import has_endless_tag
from tinbai.limits import Limits
from tinbai.rough_lines import rough_lines

_HIDDEN = "chữ ẩn trong thư"
_CUT = "Nội dung HTML quá dài: chỉ đọc phần đầu, đề nghị xem phần còn lại ở thư gốc."


def open_html(part: Part, limits: Limits) -> Opened:
    """An HTML file that came along, Word's "web page" under the name .doc among them."""
    text = decoded_text(part.content[: limits.html_bytes])
    return html_source(text, limits, name=part.filename, inside=part.filename)


def html_source(
    html: str,
    limits: Limits,
    pictures: Mapping[str, str] | None = None,
    *,
    name: str = BODY,
    inside: str | None = None,
) -> Opened:
    """The text of `html` as a source, and the pictures written into it as parts."""
    slim, taken = take_pictures(html, 1)
    parts = [replace(part, inside=inside) for part in taken]
    known = {f"cid:{content_id}": sha256 for content_id, sha256 in (pictures or {}).items()}
    known |= {f"cid:{part.content_id}": part.sha256 for part in parts}
    reader = HtmlReader(limits, known)
    reader.read_document(_tree(slim[: limits.html_bytes]))
    asides = [Aside(blocks=[plain(text) for text in reader.hidden], why=_HIDDEN)] if reader.hidden else []
    source = finish(name, reader.blocks, asides)
    cut = [about_attachment("document_cut", _CUT)] if len(slim) > limits.html_bytes or reader.cut else []
    unique = {part.sha256: part for part in parts}
    return Opened(source=source, parts=list(unique.values()), findings=[*conversion_findings(source), *cut])


def _tree(html: str) -> etree._Element:
    """The tree of `html`. Never raises: what would keep the parser too long, or is too deep, is read without tags."""
    if has_endless_tag(html):
        html = _without_tags(html)
    parser = _parser()
    content = html.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return lxml_html.fragment_fromstring("<p></p>")  # there is nothing in it
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return lxml_html.document_fromstring(_without_tags(html).encode("utf-8", "replace"), parser=_parser())
    return root


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _without_tags(html: str) -> str:
    return "<p></p>" + "".join(f"<p>{escape(line)}</p>" for line in rough_lines(html.replace("\x00", "")))
