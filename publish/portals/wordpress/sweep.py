"""What publishing left behind in WordPress: which files are still referred to, and posts that nobody finished."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection, delete, select

from publish.portals.wordpress import attachments, meta, posts, terms
from publish.portals.wordpress.places import FOLDER, Places
from publish.portals.wordpress.record import loaded
from publish.portals.wordpress.schema import Tables


def referred(connection: Connection, tables: Tables) -> Collection[str]:
    """The paths under our folder that anything in WordPress refers to.

    Attachments with their sizes, by what their rows say now and by their guid, since cropping changes the rows and the
    articles show the photo as it was; and what was put there for every article that was not taken down.
    """
    return {*_attached(connection, tables), *_guids(connection, tables), *_recorded(connection, tables)}


def _attached(connection: Connection, tables: Tables) -> Iterator[str]:
    rows = tables.postmeta
    query = select(rows.c.post_id, rows.c.meta_key, rows.c.meta_value).where(
        rows.c.meta_key.in_([meta.FILE, meta.METADATA, meta.BACKUP])
    )
    values: dict[int, dict[str, str]] = {}
    for row in connection.execute(query).mappings():
        values.setdefault(row["post_id"], {})[row["meta_key"]] = row["meta_value"]
    return (file for one in values.values() for file in attachments.named(one))


def _guids(connection: Connection, tables: Tables) -> Iterator[str]:
    posts = tables.posts
    query = select(posts.c.guid).where(posts.c.post_type == "attachment", posts.c.guid.contains(f"/{FOLDER}/"))
    return (file for guid in connection.execute(query).scalars() if (file := Places.file_at(guid)) is not None)


def _recorded(connection: Connection, tables: Tables) -> Iterator[str]:
    posts, rows = tables.posts, tables.postmeta
    query = select(rows.c.meta_value).join(posts, posts.c.id == rows.c.post_id)
    query = query.where(rows.c.meta_key == meta.ITEM, posts.c.post_status != "private")
    records = (loaded(value) for value in connection.execute(query).scalars())
    return (file for record in records if record is not None for file in record.files)


def remove_unfinished(connection: Connection, tables: Tables, places: Places, before: datetime) -> None:
    """Delete posts that were begun before `before`, were never visible, and were given up."""
    for number, key in posts.unfinished(connection, tables, places.utc(before)).items():
        attachments.drop(connection, tables, attachments.present(connection, tables, number, key).values())
        terms.take_out(connection, tables, number, ())
        rows = tables.postmeta
        connection.execute(delete(rows).where(rows.c.post_id == number))
        connection.execute(delete(tables.posts).where(tables.posts.c.id == number))
