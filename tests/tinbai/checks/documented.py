"""The table of docs/checks.md, made of the chain and of the planted slips.

`.venv/bin/python -m tests.tinbai.checks.documented` writes it; a test says when it is out of date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.tinbai.checks import measured, words_measured
from tinbai.checks import CHECKS, Check
from tinbai.finding import Severity
from tinbai.kind import Kind
from tinbai.tuning import rules

DOCUMENT = Path(__file__).parents[3] / "docs" / "checks.md"
BEGIN, END = "<!-- the table begins -->\n", "<!-- the table ends -->\n"
_KINDS = {frozenset(Kind): "all", frozenset(Kind) - {Kind.QUESTION}: "all but questions"}
WEIGHTS = {Severity.BLOCK: "blocks", Severity.WARN: "warns", Severity.HINT: "hints"}


def table() -> str:
    """One row a check, in the order of the chain."""
    columns = "| check | what it is about | weight | kinds | goes by | numbers | slips found | clean texts told |"
    head = [columns, "|---" * (columns.count("|") - 1) + "|"]
    return "\n".join([*head, *(_row(each) for each in CHECKS)]) + "\n"


def _row(each: Check) -> str:
    about = (sys.modules[each.rule.__module__].__doc__ or "").strip().split("\n")[0].rstrip(".").replace("|", "/")
    kinds = _KINDS.get(each.kinds) or ", ".join(sorted(each.kinds))
    numbers = ", ".join(f"`{name}` {number.value}" for name, number in rules().checks[each.name].items())
    cells = [f"`{each.name}`", about, WEIGHTS[each.severity], kinds, each.comes_from.name, numbers or "–"]
    return f"| {' | '.join([*cells, *_counts(each.name)])} |"


def _counts(name: str) -> Iterator[str]:
    """How many of the planted slips are found, and of the clean twins told all the same."""
    module = next((each for each, known in _MEASURED if name in known), None)
    counts = module.measured(name) if module else None
    yield f"{counts.found} of {counts.planted}" if counts else "–"
    yield f"{counts.in_vain} of {counts.clean}" if counts else "–"


_MEASURED = ((measured, measured.SLIPS), (words_measured, words_measured.PAIRS))


def document() -> str:
    """docs/checks.md with the table as it is now."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    return before + BEGIN + table() + END + rest.partition(END)[2]


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
