"""A release of the tables that comes after the newest one, and processes that are killed on the way to it."""

import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from sqlalchemy import event, inspect, text
from sqlalchemy.engine import Connection

import tinbai.migrate
from tests.rows import NOON, a_site, an_article
from tinbai.db import Database, connect
from tinbai.errors import MigrationBusyError
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.nouns import METADATA

NEXT = "next_release"
BUSY = 3
LAST_COMMIT = -1
FORK = multiprocessing.get_context("fork")
# It rewrites a table that others refer to, changes every row of another, and makes a new one.
MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{head}"


def upgrade():
    op.create_table("shelf", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String()))
    with op.batch_alter_table("article", recreate="{recreate}") as batch:
        batch.add_column(sa.Column("shelf", sa.Integer(), server_default="7", nullable=False))
    op.execute("UPDATE message SET reason = 'moved'")
    op.execute("INSERT INTO shelf (id, name) VALUES (1, 'first')")
    {last}
"""

Work = Callable[[Database], None]


def scripts_with_next(folder: Path, *, last: str = "pass", recreate: str = "auto") -> Path:
    """The migrations of the tree with one more, in a folder of their own."""
    scripts = folder / "scripts"
    shutil.copytree(tinbai.migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    words = MIGRATION.format(revision=NEXT, head=tinbai.migrate.head(), last=last, recreate=recreate)
    (scripts / "versions" / "9999_next_release.py").write_text(words, encoding="utf-8")
    return scripts


def fill(database: Database) -> None:
    """Articles, letters with parts: rows that refer to each other."""
    with database.writing() as session:
        site = a_site(session)
        for number in range(20):
            an_article(session, site)
            message = Message(
                site_id=site.id, sha256=f"{number:064x}", size=1, status=MessageStatus.RECEIVED, received_at=NOON
            )
            message.parts = [MessagePart(position=0, filename="a", media_type="b/c", size=1, sha256=f"{number:064x}")]
            session.add(message)


def state(database: Database) -> tuple[object, ...]:
    """The revision, every table with its columns, and every row."""
    with database.engine.connect() as connection:
        looked = inspect(connection)
        tables = sorted(looked.get_table_names())
        columns = {table: [column["name"] for column in looked.get_columns(table)] for table in tables}
        rows = {table: sorted(map(repr, connection.execute(text(f'SELECT * FROM "{table}"')))) for table in tables}
    return tinbai.migrate.current(database), columns, rows


def old_rows(database: Database) -> dict[str, list[str]]:
    """Every row of the tables as the release before knew them, but what the next one changes."""
    with database.engine.connect() as connection:
        return {
            table.name: sorted(
                repr([value for key, value in row._mapping.items() if key != "reason"])
                for row in connection.execute(table.select())
            )
            for table in METADATA.sorted_tables
        }


def statements(url: str, work: Work) -> int:
    """How many statements `work` runs before its last commit, at which it is killed: nothing of it stays."""
    count = FORK.Value("i", 0)
    _ended(url, LAST_COMMIT, work, count)
    return int(count.value)


def killed_at(url: str, moment: int, work: Work) -> int | None:
    """Run `work` in a process that is killed before its statement number `moment`, or before its LAST_COMMIT."""
    return _ended(url, moment, work, FORK.Value("i", 0))


def _ended(url: str, moment: int, work: Work, count: "Synchronized[int]") -> int | None:
    process = FORK.Process(target=_dying, args=(url, moment, work, count))
    process.start()
    process.join(timeout=120)
    return process.exitcode


def _dying(url: str, moment: int, work: Work, count: "Synchronized[int]") -> None:
    database = connect(url)

    def statement(*_given: object) -> None:
        if count.value == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        count.value += 1

    def commit(_connection: Connection) -> None:
        if moment == LAST_COMMIT:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database.engine, "before_cursor_execute", statement)
    event.listen(database.engine, "commit", commit)
    try:
        work(database)
    except MigrationBusyError:
        os._exit(BUSY)
    os._exit(0)
