"""Clean HTML as lines of plain text."""

from collections.abc import Iterable, Iterator

from tinbai.html_normal import INLINE
from tinbai.html_tree import Node


def lines_of(part: Node | str) -> Iterator[str]:
    """The lines of one element. A table row is one line, its cells apart by tabs; items carry their numbers."""
    if isinstance(part, str):
        yield from filter(str.strip, part.split("\n"))
        return
    match part.name:
        case "tr":
            yield "\t".join(" ".join(_flow(cell.parts)) for cell in part.parts if isinstance(cell, Node))
        case "ul" | "ol":
            yield from _items(part)
        case "table" | "thead" | "tbody" | "blockquote":
            for inner in part.parts:
                yield from lines_of(inner)
        case _:
            yield from _flow(part.parts)


def _items(part: Node) -> Iterator[str]:
    number = int(part.attributes.get("start", "1"))
    for item in part.parts:
        if isinstance(item, Node):
            first, *others = [*_flow(item.parts), ""]
            yield f"{number}. {first}" if part.name == "ol" else f"- {first}"
            yield from filter(None, others)
            number += 1


def _flow(parts: Iterable[Node | str]) -> Iterator[str]:
    """The lines of mixed content: inline parts run on until a line break or a block."""
    line: list[str] = []
    for part in _pieces(parts):
        if isinstance(part, str):
            line.append(part)
            continue
        if text := "".join(line).strip():
            yield text
        line = []
        if part.name != "br":
            yield from lines_of(part)
    if text := "".join(line).strip():
        yield text


def _pieces(parts: Iterable[Node | str]) -> Iterator[Node | str]:
    """Texts, line breaks and blocks, with the marks around them gone."""
    for part in parts:
        if isinstance(part, Node) and part.name in INLINE:
            yield from _pieces(part.parts)
        else:
            yield part.replace("\n", " ") if isinstance(part, str) else part
