"""Rows of posts: found by their key, begun invisible, made visible in one statement, hidden in one statement.

A post is begun under a name that holds its key, since its meta rows come later: whoever dies between the two leaves
a row that is found again.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, or_, select, update

from publish.portals.wordpress.meta import KEY
from publish.portals.wordpress.schema import LONGEST_NAME, Tables

BEGUN = "tinbai-"
_ANY_KEY = "________-____-____-____-____________"  # for LIKE: as long as a UUID
_TRASHED = re.compile(r"__trashed(-\d+)?$")
_NOT_ARTICLES = ("revision", "attachment")


def find(connection: Connection, tables: Tables, key: str) -> RowMapping | None:
    """The post of `key`, visible or not, perhaps a page by now. Of copies that somebody made of it, the first."""
    posts, meta = tables.posts, tables.postmeta
    marked = select(meta.c.post_id).where(meta.c.meta_key == KEY, meta.c.meta_value == key)
    numbers = list(connection.execute(marked).scalars())
    named = select(posts.c.id).where(posts.c.post_name == begun_name(key))
    numbers += connection.execute(named).scalars()
    row = select(posts).where(posts.c.id.in_(numbers), posts.c.post_type.not_in(_NOT_ARTICLES))
    return connection.execute(row.order_by(posts.c.id).limit(1)).mappings().one_or_none() if numbers else None


def begin(connection: Connection, tables: Tables, key: str, now: Mapping[str, datetime]) -> int:
    """Insert a draft that says nothing; returns its number. `now` holds the four dates."""
    empty = dict.fromkeys(("post_content", "post_title", "post_excerpt", "to_ping", "pinged"), "")
    done = connection.execute(
        insert(tables.posts).values(
            post_status="draft", post_type="post", post_name=begun_name(key), post_content_filtered="",
            comment_status="closed", ping_status="closed", **empty, **now,
        )
    )  # fmt: skip
    [number] = list(done.inserted_primary_key or ())
    return int(number)


def publish(connection: Connection, tables: Tables, number: int, values: Mapping[str, Any]) -> None:
    """The one statement that changes what readers see; none where they see it already. A guid is given only once."""
    known = connection.execute(select(tables.posts.c.guid).where(tables.posts.c.id == number)).scalar()
    shown = {"post_status": "publish", "post_password": "", "post_type": "post", **values}
    _bring(connection, tables, number, shown | ({"guid": known} if known else {}))


def hide(connection: Connection, tables: Tables, number: int) -> None:
    """Readers see it no more; those who edit the portal still do."""
    _bring(connection, tables, number, {"post_status": "private"})


def _bring(connection: Connection, tables: Tables, number: int, values: Mapping[str, Any]) -> None:
    posts = tables.posts
    row = connection.execute(select(posts).where(posts.c.id == number)).mappings().one_or_none()
    if row is None or any(row[name] != value for name, value in values.items()):
        connection.execute(update(posts).where(posts.c.id == number).values(values))


def name_for(
    connection: Connection, tables: Tables, row: RowMapping | None, key: str, former: str | None, slug: str
) -> str:  # fmt: skip
    """The name that stands in the address: the one it has, else the `former` one, else `slug`, numbered where taken."""
    name = "" if row is None else str(row["post_name"])
    if name not in {"", begun_name(key)} and not _TRASHED.search(name):
        return name
    posts, slug = tables.posts, slug[: LONGEST_NAME - 10]
    others = select(posts.c.post_name).where(
        or_(posts.c.post_name.like(f"{slug}%"), posts.c.post_name == former),
        posts.c.id != (0 if row is None else row["ID"]),
    )
    taken = {name.lower() for name in connection.execute(others).scalars()} | {"feed", "rss", "rss2", "atom", "embed"}
    if former and former.lower() not in taken:
        return former
    names = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name.lower() not in taken)


def unfinished(connection: Connection, tables: Tables, before: datetime) -> Mapping[int, str]:
    """The keys, by number, of posts of ours that were begun before `before` (UTC, naive) and never seen by anybody."""
    posts = tables.posts
    found = select(posts.c.id, posts.c.post_name).where(
        posts.c.post_name.like(begun_name(_ANY_KEY)), posts.c.post_type == "post", posts.c.post_status != "publish",
        posts.c.post_title == "", posts.c.post_modified_gmt < before,
    )  # fmt: skip
    return {number: name.removeprefix(BEGUN) for number, name in connection.execute(found)}


def begun_name(key: str) -> str:
    """The name of a post whose key is in no meta row yet."""
    return f"{BEGUN}{key}"
