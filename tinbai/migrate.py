"""Bring the database to the form this program knows: runs the migrations in `alembic/`.

SQLAlchemy's own `create_all` is never used outside tests of the migrations themselves.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from tinbai.db import WRITES, Database

SCRIPTS = Path(__file__).resolve().parent.parent / "alembic"


def migrate(database: Database, target: str = "head") -> None:
    """Run every migration up to `target`, in one transaction. Nothing happens when there is nothing to do."""
    with database.engine.execution_options(**{WRITES: True}).begin() as connection:
        command.upgrade(_config(connection), target)


def current(database: Database) -> str | None:
    """The migration the database stands at; None when it is empty."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The newest migration this program has."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def _config(connection: object) -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config
