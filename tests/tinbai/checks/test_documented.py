"""docs/checks.md says what the chain does."""

from tests.tinbai.checks.documented import DOCUMENT, document, table
from tinbai.checks import CHECKS
from tinbai.tuning import rules


def test_the_table_in_the_documents_is_that_of_the_chain() -> None:
    """Else: `.venv/bin/python -m tests.tinbai.checks.documented`."""
    assert DOCUMENT.read_text(encoding="utf-8") == document()


def test_the_table_has_every_check_and_every_source_is_used() -> None:
    written = table()
    assert [each.name for each in CHECKS if f"| `{each.name}` |" not in written] == []
    assert {each.source for each in CHECKS} <= set(rules().sources)
