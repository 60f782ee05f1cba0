"""The house's structure of HTML: which elements an article is made of, and how others become these.

Works on trees that nh3 has already made safe; decides nothing about safety. No word is lost: an element that has
no place here leaves its words behind, as a paragraph of their own where it stood for a block.
"""

import re
from collections.abc import Iterable, Iterator

from tinbai.html_links import outward
from tinbai.html_tree import Node

REL = "noopener nofollow"  # of every link: what contributors link to is not the office's recommendation
INLINE = frozenset({"a", "em", "strong", "sub", "sup", "u"})
TEXT_BLOCKS = frozenset({"h2", "h3", "h4", "p"})
FLOWS = frozenset({"blockquote", "caption", "li", "td", "th"})
STRUCTURES = {
    "ol": frozenset({"li"}),
    "ul": frozenset({"li"}),
    "table": frozenset({"caption", "tbody", "thead", "tr"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"td", "th"}),
}
ALLOWED = INLINE | TEXT_BLOCKS | FLOWS | STRUCTURES.keys() | {"br", "hr"}
RENAMED = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "tfoot": "tbody",
}
CONTAINERS = frozenset(
    """address article aside center dd details dir div dl dt fieldset figcaption figure footer form header hgroup
    legend main menu nav option pre section summary""".split()
)
_PARTS_OF_STRUCTURES = frozenset[str]().union(*STRUCTURES.values())
_ALIGNMENT = re.compile(r"text-align\s*:[^;]*", re.IGNORECASE)
_LISTS = frozenset({"ol", "ul"})
MOST_GRID = 100_000  # columns times rows of a table


class _Break:
    """Where the words of a dissolved block begin and end."""


_BREAK = _Break()
Item = Node | str | _Break


def normal(parts: Iterable[Node | str]) -> list[Node]:
    """The same words in the elements of `ALLOWED`, every top-level part an element; blank paragraphs are gone."""
    return [part for part in _flow(_spread_all(parts), bare=False) if isinstance(part, Node)]


def _spread_all(parts: Iterable[Node | str]) -> list[Item]:
    return [item for part in parts for item in _spread(part)]


def _spread(part: Node | str) -> Iterable[Item]:
    """What stands in the parent's place for `part`: itself in order, or its content when it cannot stand."""
    if isinstance(part, str):
        return [part]
    name = RENAMED.get(part.name, part.name)
    attributes = _aligned(part.attributes)
    if name in {"br", "hr"}:
        return [Node(name=name)]
    items = _spread_all(_lines(part.parts) if name == "pre" else part.parts)
    if name in INLINE:
        return _spread_inline(name, attributes, items)
    if name in TEXT_BLOCKS:
        return _spread_text_block(name, attributes, items)
    if name in FLOWS:
        return [
            Node(
                name=name,
                attributes=attributes,
                parts=_flow(items, bare=name != "blockquote"),
            )
        ]
    if name in STRUCTURES:
        return _spread_structure(name, attributes, items)
    return [_BREAK, *items, _BREAK]


def _aligned(attributes: dict[str, str]) -> dict[str, str]:
    """Of a style only the alignment: Word writes twenty declarations a paragraph, and a CSS parser is slow."""
    if "style" not in attributes:
        return attributes
    kept = {key: value for key, value in attributes.items() if key != "style"}
    found = _ALIGNMENT.search(attributes["style"])
    return kept | {"style": found[0]} if found else kept


def _lines(parts: Iterable[Node | str]) -> Iterator[Node | str]:
    """The line breaks of preformatted text as elements."""
    for part in parts:
        if isinstance(part, Node):
            yield part
            continue
        first, *others = part.split("\n")
        yield first
        for line in others:
            yield from (Node(name="br"), line)


def _spread_inline(name: str, attributes: dict[str, str], items: list[Item]) -> list[Item]:
    """A mark around blocks is dropped: which of their words it meant is not worth broken structure."""
    if not items or any(map(_is_block, items)):
        return items
    if name == "a":
        href = outward(attributes.get("href", ""))
        if href is None:
            return items
        attributes = attributes | {"href": href, "rel": REL}
    return [Node(name=name, attributes=attributes, parts=_inline(items))]


def _spread_text_block(name: str, attributes: dict[str, str], items: list[Item]) -> list[Item]:
    if any(map(_is_block, items)):
        return [_BREAK, *items, _BREAK]
    parts = _trimmed(_inline(items))
    return [Node(name=name, attributes=attributes, parts=parts)] if parts else [_BREAK]


def _spread_structure(name: str, attributes: dict[str, str], items: list[Item]) -> list[Item]:
    """A list or a table; what does not belong into it stands after it, or in a list, in an item."""
    own: list[Node | str] = []
    strays: list[Item] = []
    for item in items:
        if isinstance(item, Node) and item.name in STRUCTURES[name]:
            own.append(item)
        elif name in _LISTS and isinstance(item, Node) and item.name in _LISTS and own and isinstance(own[-1], Node):
            own[-1].parts.append(item)  # a list directly in a list belongs to the item before it
        elif name in _LISTS and not _is_blank(item):
            own.append(Node(name="li", parts=_flow([item], bare=True)))
        elif not _is_blank(item):
            strays.append(item)
    if not own:
        return [_BREAK, *strays]
    structure = Node(name=name, attributes=attributes, parts=own)
    if name == "table" and _grid(structure) > MOST_GRID:
        _forget_spans(structure)
        if _grid(structure) > MOST_GRID:
            return [_BREAK, *own, _BREAK, *strays]
    return [structure, *strays]


def _grid(table: Node) -> int:
    """The places that a table spans: those who edit tables keep every one of them in memory."""
    rows = list(_rows(table))
    width = max((sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows), default=0)
    return width * len(rows)


def _rows(node: Node) -> Iterator[Node]:
    for part in node.parts:
        if isinstance(part, Node) and part.name in STRUCTURES:
            yield from (part,) if part.name == "tr" else _rows(part)


def _cells(row: Node) -> Iterator[Node]:
    return (part for part in row.parts if isinstance(part, Node))


def _span(cell: Node, name: str) -> int:
    value = cell.attributes.get(name, "1")
    return int(value) if len(value) <= 3 and value.isdecimal() else 1


def _forget_spans(table: Node) -> None:
    for row in _rows(table):
        for cell in _cells(row):
            cell.attributes = {key: value for key, value in cell.attributes.items() if not key.endswith("span")}


def _flow(items: Iterable[Item], *, bare: bool) -> list[Node | str]:
    """Content in order, runs of inline content as paragraphs. `bare`: a single run may stand without one."""
    groups = list(_groups(items))
    runs = sum(isinstance(group, list) for group in groups)
    blocks = any(isinstance(group, Node) and group.name not in _LISTS for group in groups)
    settled: list[Node | str] = []
    for group in groups:
        if isinstance(group, Node):
            settled.append(group)
        elif bare and runs == 1 and not blocks:
            settled.extend(group)
        else:
            settled.append(Node(name="p", parts=group))
    return settled


def _groups(items: Iterable[Item]) -> Iterator[Node | list[Node | str]]:
    """Blocks, and the runs of inline content between them."""
    run: list[Node | str] = []
    for item in _placed(items):
        if not isinstance(item, _Break) and not _is_block(item):
            run.append(item)
            continue
        if trimmed := _trimmed(run):
            yield trimmed
        run = []
        if isinstance(item, Node):
            yield item
    if trimmed := _trimmed(run):
        yield trimmed


def _placed(items: Iterable[Item]) -> Iterator[Item]:
    """Cells, rows and list items that stand outside their table or list leave their content behind."""
    for item in items:
        if isinstance(item, Node) and item.name in _PARTS_OF_STRUCTURES:
            yield _BREAK
            yield from _placed(item.parts)
            yield _BREAK
        else:
            yield item


def _is_block(item: Item) -> bool:
    return isinstance(item, _Break) or (isinstance(item, Node) and item.name not in INLINE and item.name != "br")


def _inline(items: Iterable[Item]) -> list[Node | str]:
    return [item for item in items if not isinstance(item, _Break)]


def _trimmed(run: list[Node | str]) -> list[Node | str]:
    """Without blank parts, line breaks and spaces at either end."""
    start, end = 0, len(run)
    while start < end and _is_blank(run[start]):
        start += 1
    while start < end and _is_blank(run[end - 1]):
        end -= 1
    kept = run[start:end]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return kept


def _is_blank(item: Item) -> bool:
    if isinstance(item, str):
        return not item.strip()
    return isinstance(item, _Break) or (not _is_block(item) and all(map(_is_blank, item.parts)))
