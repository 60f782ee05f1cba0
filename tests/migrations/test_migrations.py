"""Migrations run from empty on SQLite and PostgreSQL, and leave exactly the tables that the nouns describe."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from tinbai.article_search import is_described
from tinbai.db import Database, connect
from tinbai.migrate import current, head, migrate
from tinbai.nouns import METADATA


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> Database:
    """An empty database on each engine."""
    if request.param == "sqlite":
        return connect(f"sqlite:///{request.getfixturevalue('tmp_path')}/empty.db")
    return connect(request.getfixturevalue("postgresql_database"))


def test_from_empty_the_migrations_make_what_the_nouns_describe(empty: Database) -> None:
    migrate(empty)
    assert current(empty) == head()
    with empty.engine.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_name": is_described}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, METADATA) == []
        tables = {name for name in inspect(connection).get_table_names() if is_described(name, "table", {})}
        assert tables == {*METADATA.tables, "alembic_version"}
    empty.close()


def test_a_second_run_changes_nothing(empty: Database) -> None:
    migrate(empty)
    migrate(empty)
    assert current(empty) == head()
    empty.close()
