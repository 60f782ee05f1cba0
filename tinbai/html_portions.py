"""A tree of HTML washed in portions by a function whose time grows with the square of what it gets at once."""

from collections.abc import Callable, Iterable, Iterator

from tinbai.html_tree import Node, opening, written

PORTION = 60  # elements at once
SLICE = 8_000  # characters of one text

Wash = Callable[[str], str]


class UnevenError(Exception):
    """What stands around a portion did not come back as it was. Who calls `washed` catches it."""


def washed(wash: Wash, parts: Iterable[Node | str], *, before: str = "", after: str = "") -> Iterator[str]:
    """Everything in `parts` through `wash`, inside the tags `before` and `after`, which tell it where it stands.

    Raises UnevenError, and what `wash` raises.
    """
    portion: list[str] = []
    weight = 0
    for part in _sliced(parts):
        size = _weight(part)
        if weight + size > PORTION and portion:
            yield _inside(wash, "".join(portion), before, after)
            portion, weight = [], 0
        if isinstance(part, Node) and size > PORTION:
            yield from _washed_apart(wash, part, before, after)
            continue
        portion.append(written(part))
        weight += size
    if portion:
        yield _inside(wash, "".join(portion), before, after)


def _washed_apart(wash: Wash, node: Node, before: str, after: str) -> Iterator[str]:
    """A large element: its own tag first, then its content in portions."""
    closing = f"</{node.name}>"
    shell = _inside(wash, opening(node) + closing, before, after)
    if not shell.endswith(closing):
        raise UnevenError
    start = shell.removesuffix(closing)
    yield start
    yield from washed(wash, node.parts, before=before + start, after=closing + after)
    yield closing


def _inside(wash: Wash, html: str, before: str, after: str) -> str:
    result = wash(before + html + after)
    if not (result.startswith(before) and result.endswith(after)):
        raise UnevenError
    return result[len(before) : len(result) - len(after)]


def _sliced(parts: Iterable[Node | str]) -> Iterator[Node | str]:
    """Long texts in slices: the time grows with the square of the character references in one as well."""
    for part in parts:
        if isinstance(part, str):
            yield from (part[start : start + SLICE] for start in range(0, len(part), SLICE))
        else:
            yield part


def _weight(part: Node | str) -> int:
    """The number of elements in a part, with what its text weighs."""
    if isinstance(part, str):
        return 1 + len(part) * PORTION // SLICE // 2
    return 1 + sum(map(_weight, part.parts))
