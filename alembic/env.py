"""Alembic's entry: runs the migrations on the database that the caller hands over.

`tinbai migrate` and the tests pass an open connection in `config.attributes["connection"]`; for writing a new
migration by hand, `TINBAI_DATABASE_URL` names a scratch database.
"""

import os
from typing import Literal

from alembic import context
from sqlalchemy import Connection

from tinbai.article_search import is_described
from tinbai.db import WRITES, Choice, Moment, connect
from tinbai.nouns import METADATA


def run(connection: Connection) -> None:
    """Run them in one transaction, on whichever database this is.

    Alembic takes SQLite's tables for something that no transaction holds; they are, where the driver begins none of
    its own (tinbai/db.py).
    """
    context.configure(
        connection=connection, target_metadata=METADATA, render_as_batch=True, compare_type=True,
        render_item=_plain_type, transactional_ddl=True, include_name=is_described,
    )  # fmt: skip
    with context.begin_transaction():
        context.run_migrations()


def _plain_type(kind: str, thing: object, _: object) -> str | Literal[False]:
    """Migrations name the database's own types, so that they still run when ours change."""
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, Choice):
        return "sa.String(32)"
    return False


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    scratch = connect(os.environ["TINBAI_DATABASE_URL"])
    with scratch.engine.execution_options(**{WRITES: True}).begin() as opened:
        run(opened)
    scratch.close()
