"""What publishing left behind in WordPress: which files are still referred to, and posts that nobody finished."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, select

from publish.portals.wordpress import attachments, meta, posts, terms
from publish.portals.wordpress.places import Places
from publish.portals.wordpress.schema import Tables


def referred(connection: Connection, tables: Tables) -> Collection[str]:
    """The paths under our folder that any attachment in WordPress refers to, its sizes included."""
    rows = tables.postmeta
    query = select(rows.c.post_id, rows.c.meta_key, rows.c.meta_value).where(
        rows.c.meta_key.in_([meta.FILE, meta.METADATA])
    )
    values: dict[int, dict[str, str]] = {}
    for row in connection.execute(query).mappings():
        values.setdefault(row["post_id"], {})[row["meta_key"]] = row["meta_value"]
    return {file for one in values.values() for file in attachments.named(one)}


def remove_unfinished(connection: Connection, tables: Tables, places: Places, before: datetime) -> None:
    """Delete posts that were begun before `before`, were never visible, and were given up."""
    for number in posts.unfinished(connection, tables, places.utc(before)):
        attachments.drop(connection, tables, attachments.present(connection, tables, number, places).values())
        terms.take_out(connection, tables, number, ())
        rows = tables.postmeta
        connection.execute(delete(rows).where(rows.c.post_id == number))
        connection.execute(delete(tables.posts).where(tables.posts.c.id == number))
