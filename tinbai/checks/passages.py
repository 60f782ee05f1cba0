"""The texts of an article that readers get, each with the way back to its place: what rules on words run over."""

from collections.abc import Iterator
from dataclasses import dataclass

from tinbai.checks.tables import Table, table_of
from tinbai.finding import Where
from tinbai.html_lines import lines_of
from tinbai.html_tree import Node, TooDeepError, tree
from tinbai.rough_lines import rough_lines

_DEPTH = 600  # as in tinbai.html; clean HTML is never so deep


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One text. `block` is the index of the element of the body, or of the photo whose caption it is."""

    field: str
    text: str
    block: int | None = None
    placed: bool = True  # whether characters of it can be named: not where the body is known as lines only

    def where(self, start: int, end: int) -> Where:
        """The place of the characters from `start` up to `end` of this text."""
        if not self.placed:
            return Where(field=self.field)
        return Where(field=self.field, block=self.block, start=start, end=end)


@dataclass(frozen=True, kw_only=True)
class Body:
    """The body, parsed once: a passage for each top-level element, and its tables."""

    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]


def body_of(html: str, text: str) -> Body:
    """The body from its HTML; where there is none, or it is deeper than clean HTML can be, from its lines."""
    try:
        parts = tree(html, depth=_DEPTH)
        passages = tuple(_passages(parts))
        tables = tuple(table_of(part, n) for n, part in enumerate(parts) if isinstance(part, Node) and _is_table(part))
    except (RecursionError, TooDeepError):
        return _of_lines(rough_lines(html))
    return Body(passages=passages, tables=tables) if passages else _of_lines(text.split("\n"))


def _passages(parts: list[Node | str]) -> Iterator[Passage]:
    """Text as `tinbai.html.text_of_html` writes it, element by element: so findings count characters."""
    for number, part in enumerate(parts):
        if text := "\n".join(lines_of(part)):
            yield Passage(field="body", block=number, text=text)


def _is_table(part: Node) -> bool:
    return part.name == "table"


def _of_lines(lines: list[str]) -> Body:
    return Body(
        passages=tuple(Passage(field="body", text=line, placed=False) for line in lines if line.strip()), tables=()
    )
