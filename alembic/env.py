"""Alembic's entry: runs the migrations on the database that the caller hands over.

`tinbai migrate` and the tests pass an open connection in `config.attributes["connection"]`; for writing a new
migration by hand, `TINBAI_DATABASE_URL` names a scratch database.
"""

import os
from typing import Literal

from alembic import context
from sqlalchemy import Connection, create_engine

from tinbai.db import Choice, Moment
from tinbai.nouns import METADATA


def run(connection: Connection) -> None:
    """Run them in one transaction, on whichever database this is."""
    context.configure(
        connection=connection, target_metadata=METADATA, render_as_batch=True, compare_type=True,
        render_item=_plain_type,
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
    with create_engine(os.environ["TINBAI_DATABASE_URL"]).connect() as opened:
        run(opened)
        opened.commit()
