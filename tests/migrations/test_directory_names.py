"""Migration 0014 on a database with rows: sessions and tries stay, and back again those that fit do."""

import pytest
from alembic import command
from alembic.config import Config as AlembicConfig
from sqlalchemy import text

from tinbai.db import Database, connect
from tinbai.migrate import SCRIPTS, migrate

TRY = "INSERT INTO login_failure (username, address, at) VALUES (:name, '10.0.0.1', '2026-10-15 05:00:00+00')"
LONG = f"{'a' * 60}@songmau.example"


@pytest.fixture(params=["sqlite", "postgresql"])
def before(request: pytest.FixtureRequest) -> Database:
    """A database of the release before, with a try in it."""
    if request.param == "sqlite":
        database = connect(f"sqlite:///{request.getfixturevalue('tmp_path')}/before.db")
    else:
        database = connect(request.getfixturevalue("postgresql_database"))
    migrate(database, "0013")
    with database.writing() as session:
        session.execute(text(TRY), {"name": "guong"})
    return database


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(text("SELECT username FROM login_failure ORDER BY id")))


def back(database: Database) -> None:
    config = AlembicConfig()
    config.set_main_option("script_location", str(SCRIPTS))
    with database.engine.execution_options(tinbai_writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0013")


def test_long_names_fit_afterwards_and_are_forgotten_on_the_way_back(before: Database) -> None:
    migrate(before, "0014")
    with before.writing() as session:
        session.execute(text(TRY), {"name": LONG})
        assert session.execute(text("SELECT directory_name FROM login_session")).all() == []
    assert names(before) == ["guong", LONG]
    back(before)
    assert names(before) == ["guong"]
    migrate(before, "0014")
    assert names(before) == ["guong"]
    before.close()
