"""An item's text as the block editor writes it, so that it opens there as blocks and saves without a change.

Made for WordPress 6.1 and later. What has no block of its own there (a table with joined cells, a list with
paragraphs in it) becomes a block of HTML. Text in square brackets would be run as a shortcode, and an address alone
in a paragraph be fetched and embedded: neither may happen because of what a letter says, nor because somebody saves
the article in the editor, which undoes entities. So an invisible character stands behind such a bracket.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from publish.portals.wordpress.places import Places
from publish.portals.wordpress.record import Record
from tinbai.html_normal import INLINE, REL
from tinbai.html_tree import Node, TooDeepError, tree, written
from tinbai.rough_lines import rough_lines

_DEPTH = 600  # clean HTML is never so deep
_LINE_BREAKS = re.compile(r"\s*[\r\n]\s*")
_BARE_ADDRESS = re.compile(r"\s*(https?://[^\s<>\"]+)\s*", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[(?!\d[\d\s,;.–-]*\]|[\s.…\]]|$)")  # [1], [2–3] and […] are what people write
_WORD_JOINER = "\u2060"
_ALIGNED = re.compile(r"text-align: ?(center|right)")
_INLINE = INLINE | {"br"}
_CAPTION = '<figcaption class="wp-element-caption">{}</figcaption>'


def content(record: Record, numbers: Mapping[str, int], places: Places) -> str:
    """The post_content: the summary, the body with its figures, the byline, the source, the files."""
    text = record.text
    parts = [
        *_paragraphs([("", "strong", text.summary)]),
        *(_block(node, numbers, places) for node in _nodes(text.body_html)),
        *_paragraphs([("right", "strong", text.byline), ("", "em", text.source and f"Nguồn: {text.source}")]),
        *_files(record, places),
    ]
    return "\n\n".join(parts)


def plain(text: str) -> str:
    """A text for a column that themes print as HTML: title, excerpt."""
    return escape(inert(text), quote=False)


def inert(text: str) -> str:
    """The same to read, and with no shortcode in it."""
    return _SHORTCODE.sub(f"[{_WORD_JOINER}", text)


def _paragraphs(texts: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    for align, mark, text in texts:
        if text.strip():
            style = {"style": f"text-align: {align}"} if align else {}
            yield _paragraph(_safe(Node(name="p", attributes=style, parts=[Node(name=mark, parts=[text])])))


def _files(record: Record, places: Places) -> Iterator[str]:
    if not record.attachments:
        return
    links = [
        Node(name="a", attributes={"href": places.address_of(file.file)}, parts=[file.name])
        for file in record.attachments
    ]
    yield from _paragraphs([("", "strong", "Tệp đính kèm:")])
    yield _list(_safe(Node(name="ul", parts=[Node(name="li", parts=[link]) for link in links])))


def _nodes(html: str) -> Iterator[Node]:
    """The top-level elements of a body. What is deeper than clean HTML can be did not come from here."""
    try:
        parts = tree(html, depth=_DEPTH)
    except TooDeepError:
        parts = [Node(name="p", parts=[line]) for line in rough_lines(html)]
    for part in parts:
        if isinstance(part, Node):
            yield _safe(part)
        elif part.strip():
            yield _safe(Node(name="p", parts=[part]))


def _safe(node: Node) -> Node:
    """The same, with nothing in it that WordPress would act upon."""
    parts = [inert(_LINE_BREAKS.sub(" ", part)) if isinstance(part, str) else _safe(part) for part in node.parts]
    attributes = {
        name: value.replace("[", "%5B") if name == "href" else inert(value) for name, value in node.attributes.items()
    }
    only = parts[0] if node.name == "p" and len(parts) == 1 else None
    if isinstance(only, str) and (bare := _BARE_ADDRESS.fullmatch(only)):
        parts = [Node(name="a", attributes={"href": bare[1].replace(_WORD_JOINER, ""), "rel": REL}, parts=[bare[1]])]
    return Node(name=node.name, attributes=attributes, parts=parts)


def _block(node: Node, numbers: Mapping[str, int], places: Places) -> str:
    match node.name:
        case "p":
            return _paragraph(node)
        case "h2" | "h3" | "h4":
            level = int(node.name[1])
            return _wrapped("heading", _plainly(node), {} if level == 2 else {"level": level})
        case "figure":
            return _image(node, numbers, places)
        case "hr":
            return _wrapped("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
        case "ul" | "ol" if _is_simple_list(node):
            return _list(node)
        case "blockquote" if all(isinstance(part, Node) and part.name == "p" for part in node.parts):
            quoted = "\n\n".join(_paragraph(part) for part in node.parts if isinstance(part, Node))
            return _wrapped("quote", f'<blockquote class="wp-block-quote">{quoted}</blockquote>')
        case "table" if _is_simple_table(node):
            return _table(node)
    return _wrapped("html", _html(node))


def _paragraph(node: Node) -> str:
    aligned = _ALIGNED.search(node.attributes.get("style", ""))
    if aligned is None:
        return _wrapped("paragraph", _plainly(node))
    opened = f'<p class="has-text-align-{aligned[1]}">'
    return _wrapped("paragraph", f"{opened}{_inside(node)}</p>", {"align": aligned[1]})


def _image(node: Node, numbers: Mapping[str, int], places: Places) -> str:
    image = next(part for part in node.parts if isinstance(part, Node) and part.name == "img")
    caption = "".join(_inside(part) for part in node.parts if isinstance(part, Node) and part.name == "figcaption")
    file = places.file_at(image.attributes["src"]) or ""
    number, source = numbers[file], _attribute(image.attributes["src"])
    inner = f'<img src="{source}" alt="{_attribute(image.attributes["alt"])}" class="wp-image-{number}"/>'
    inner += _CAPTION.format(caption) if caption else ""
    attributes = {"id": number, "sizeSlug": "full", "linkDestination": "none"}
    return _wrapped("image", f'<figure class="wp-block-image size-full">{inner}</figure>', attributes)


def _list(node: Node) -> str:
    items = [_wrapped("list-item", f"<li>{_list_item(part)}</li>") for part in node.parts if isinstance(part, Node)]
    start = node.attributes.get("start", "")
    attributes: dict[str, object] = {"ordered": True} if node.name == "ol" else {}
    attributes |= {"start": int(start)} if start else {}
    opened = f'<{node.name} start="{int(start)}">' if start else f"<{node.name}>"
    joined = "\n\n".join(items)
    return _wrapped("list", f"{opened}{joined}</{node.name}>", attributes)


def _list_item(node: Node) -> str:
    return "".join(
        _list(part) if isinstance(part, Node) and part.name in {"ol", "ul"} else _html(part) for part in node.parts
    )


def _is_simple_list(node: Node) -> bool:
    """Whether it is one of items with text in them, and at their end at most one list of the same sort."""
    items = [part for part in node.parts if isinstance(part, Node)]
    if len(items) != len(node.parts) or any(item.name != "li" or item.attributes for item in items):
        return False
    return all(_is_simple_item(item) for item in items)


def _is_simple_item(item: Node) -> bool:
    *before, last = item.parts or [""]
    ends_with_list = isinstance(last, Node) and last.name in {"ol", "ul"} and _is_simple_list(last)
    return _is_inline(before if ends_with_list else item.parts)


def _table(node: Node) -> str:
    parts = [part for part in node.parts if isinstance(part, Node)]
    caption = "".join(_CAPTION.format(_inside(part)) for part in parts if part.name == "caption")
    inner = "".join(_html(part) for part in parts if part.name != "caption")
    return _wrapped("table", f'<figure class="wp-block-table"><table>{inner}</table>{caption}</figure>')


def _is_simple_table(node: Node) -> bool:
    """Whether every cell is text in one place of the grid: the editor of 6.1 knows no others."""
    parts = [part for part in node.parts if isinstance(part, Node)]
    sections = [part for part in parts if part.name in {"thead", "tbody"}]
    rows = [row for section in sections for row in section.parts if isinstance(row, Node)]
    cells = [cell for row in rows for cell in row.parts if isinstance(cell, Node)]
    shape = [part.name for part in parts if part.name != "caption"]
    within_rows = all(cell.name in {"td", "th"} for cell in cells)
    return (
        shape in (["tbody"], ["thead", "tbody"])
        and within_rows
        and all(not cell.attributes and _is_inline(cell.parts) for cell in cells)
    )


def _is_inline(parts: Sequence[Node | str]) -> bool:
    return all(isinstance(part, str) or (part.name in _INLINE and _is_inline(part.parts)) for part in parts)


def _wrapped(name: str, inner: str, attributes: Mapping[str, object] | None = None) -> str:
    """A block with its delimiters, as serializeBlock() of the editor writes it."""
    said = f"{json.dumps(attributes, separators=(',', ':'))} " if attributes else ""
    return f"<!-- wp:{name} {said}-->\n{inner}\n<!-- /wp:{name} -->"


def _plainly(node: Node) -> str:
    return f"<{node.name}>{_inside(node)}</{node.name}>"


def _inside(node: Node) -> str:
    return "".join(_html(part) for part in node.parts)


def _html(part: Node | str) -> str:
    return written(part)


def _attribute(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;").replace("\u00a0", "&nbsp;")
