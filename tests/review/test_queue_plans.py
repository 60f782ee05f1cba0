"""Filters that narrow a status by unit, column or kind read one index, and not the longer of two lists to its end."""

import pytest
from sqlalchemy import text

from tinbai.db import Database

BOTH = {
    "ix_article_unit_status": ("site_id = 1 AND status = 'rejected' AND unit_id = 2", "(unit_id=? AND status=?)"),
    "ix_article_site_column_status": (
        "site_id = 1 AND status = 'rejected' AND column_id = 2", "(site_id=? AND column_id=? AND status=?)",
    ),
    "ix_article_site_kind_status": (
        "site_id = 1 AND status = 'rejected' AND kind = 'document'", "(site_id=? AND kind=? AND status=?)",
    ),
}  # fmt: skip


def plan(database: Database, where: str) -> str:
    query = text(f"EXPLAIN QUERY PLAN SELECT id FROM article WHERE {where} ORDER BY id DESC LIMIT 31")
    with database.reading() as session:
        return " ".join(row.detail for row in session.execute(query))


@pytest.mark.parametrize("index", BOTH)
def test_a_status_and_one_other_filter_are_one_search_without_a_sort(database: Database, index: str) -> None:
    where, searched = BOTH[index]
    found = plan(database, where)
    assert searched in found
    assert "TEMP B-TREE" not in found
    with database.writing() as session:
        session.execute(text(f"DROP INDEX {index}"))
    database.engine.dispose()  # an open connection would explain as it did before
    assert searched not in plan(database, where)
