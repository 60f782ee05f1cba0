"""A tree of sanitized HTML.

Reads only the well-formed HTML that nh3 and `tinbai.html` write: every tag balanced, every value in double quotes,
every `<` of a text escaped. It is no parser for what comes from outside; that is what makes it short and exact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

VOID = frozenset({"br", "col", "hr", "img"})

_TAG = re.compile(r'<(?P<closing>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [^\s"<>=]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([^\s"<>=]+)="([^"]*)"')


@dataclass(kw_only=True)
class Node:
    """An element. `parts` are its children in order: elements, and texts without escapes."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list["Node | str"] = field(default_factory=list)


class TooDeepError(Exception):
    """The tree is deeper than it may be. Internal to `tinbai`: who calls `tree` catches it."""


def tree(html: str, *, depth: int) -> list[Node | str]:
    """The top-level elements and texts of `html`. Raises TooDeepError."""
    stack = [Node(name="")]
    position = 0
    for tag in _TAG.finditer(html):
        _add_text(stack[-1], html[position : tag.start()])
        position = tag.end()
        if tag["closing"]:
            _close(stack, tag["name"])
            continue
        node = Node(
            name=tag["name"],
            attributes={key: unescape(value) for key, value in _ATTRIBUTE.findall(tag[3])},
        )
        stack[-1].parts.append(node)
        if node.name not in VOID:
            stack.append(node)
        if len(stack) > depth:
            raise TooDeepError
    _add_text(stack[-1], html[position:])
    return stack[0].parts


def _add_text(node: Node, text: str) -> None:
    if text:
        node.parts.append(unescape(text))


def _close(stack: list[Node], name: str) -> None:
    """Close the innermost `name`. One that is not open is ignored, as it cannot be in what a sanitizer wrote."""
    for level in range(len(stack) - 1, 0, -1):
        if stack[level].name == name:
            del stack[level:]
            return


def written(part: Node | str) -> str:
    """A node as HTML, exactly as nh3 would write it."""
    return "".join(_pieces(part))


def _pieces(part: Node | str) -> Iterator[str]:
    if isinstance(part, str):
        yield escaped(part)
        return
    yield opening(part)
    if part.name not in VOID:
        for inner in part.parts:
            yield from _pieces(inner)
        yield f"</{part.name}>"


def opening(node: Node) -> str:
    """The opening tag of a node. Attributes stand in alphabetical order, as bleach writes them."""
    pairs = sorted(node.attributes.items())
    attributes = "".join(f' {key}="{escape(value, quote=False).replace(chr(34), "&quot;")}"' for key, value in pairs)
    return f"<{node.name}{attributes.replace(chr(160), '&nbsp;')}>"


def escaped(text: str) -> str:
    """A text for HTML: markup characters and the no-break space escaped, as the HTML standard serializes them."""
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")
