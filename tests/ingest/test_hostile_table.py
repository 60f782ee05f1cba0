"""The table of dangerous letters is true: every case that it names is in the file that it names."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASE = re.compile(r"`(?P<file>[\w/]+\.py): (?P<case>[^`]+)`")


def cases(text: str) -> list[tuple[str, str]]:
    return [(found["file"], found["case"]) for found in CASE.finditer(text)]


def missing(named: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The cases that are in no file: a quoted name, or the name of a test."""
    return [(file, case) for file, case in named if not _is_there(file, case)]


def _is_there(file: str, case: str) -> bool:
    path = ROOT / file if file.startswith("tests/") else ROOT / "tests" / "ingest" / file
    source = path.read_text(encoding="utf-8") if path.is_file() else ""
    return f"def {case}(" in source if case.startswith("test_") else re.search(re.escape(case), source) is not None


def test_every_case_of_the_table_exists() -> None:
    named = cases((ROOT / "docs" / "hostile-letters.md").read_text(encoding="utf-8"))
    assert len(named) > 90
    assert missing(named) == []


def test_a_case_that_does_not_exist_is_found_out() -> None:
    text = "| a | `test_hostile_recipes.py: test_nothing` | `test_none.py: x` | `test_hostile_recipes.py: punycode` |"
    assert missing(cases(text)) == [("test_hostile_recipes.py", "test_nothing"), ("test_none.py", "x")]
