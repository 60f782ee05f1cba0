"""Rows of posts: found by their key, begun invisible, made visible in one statement, hidden in one statement.

A post is begun under a name that holds its key, since its meta rows come later: whoever dies between the two leaves
a row that is found again.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from publish.portals.wordpress.meta import KEY
from publish.portals.wordpress.schema import LONGEST_NAME, Tables

BEGUN = "tinbai-"
_ANY_KEY = "________-____-____-____-____________"  # for LIKE: as long as a UUID
_TRASHED = "__trashed"


def find(connection: Connection, tables: Tables, key: str) -> RowMapping | None:
    """The post of `key`, visible or not. Of copies that somebody made of it in WordPress, the first."""
    posts, meta = tables.posts, tables.postmeta
    marked = select(meta.c.post_id).where(meta.c.meta_key == KEY, meta.c.meta_value == key)
    numbers = list(connection.execute(marked).scalars())
    named = select(posts.c.id).where(posts.c.post_name == begun_name(key), posts.c.post_type == "post")
    numbers += connection.execute(named).scalars()
    row = select(posts).where(posts.c.id.in_(numbers), posts.c.post_type == "post").order_by(posts.c.id).limit(1)
    return connection.execute(row).mappings().one_or_none() if numbers else None


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
    """The one statement that changes what readers see; none where they see it already."""
    _bring(connection, tables, number, {"post_status": "publish", "post_password": "", **values})


def hide(connection: Connection, tables: Tables, number: int) -> None:
    """Readers see it no more; those who edit the portal still do."""
    _bring(connection, tables, number, {"post_status": "private"})


def _bring(connection: Connection, tables: Tables, number: int, values: Mapping[str, Any]) -> None:
    posts = tables.posts
    row = connection.execute(select(posts).where(posts.c.id == number)).mappings().one_or_none()
    if row is None or any(row[name] != value for name, value in values.items()):
        connection.execute(update(posts).where(posts.c.id == number).values(values))


def name_for(connection: Connection, tables: Tables, row: RowMapping | None, slug: str) -> str:
    """The name that stands in the address: the one it has already, else `slug`, with a number where it is taken."""
    if row is not None and not row["post_name"].startswith(BEGUN) and not row["post_name"].endswith(_TRASHED):
        return str(row["post_name"])
    posts = tables.posts
    slug = slug[: LONGEST_NAME - 10]
    others = select(posts.c.post_name).where(
        posts.c.post_name.like(f"{slug}%"), posts.c.id != (0 if row is None else row["ID"])
    )
    taken = {name.lower() for name in connection.execute(others).scalars()} | {"feed", "rss", "rss2", "atom", "embed"}
    names = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name.lower() not in taken)


def unfinished(connection: Connection, tables: Tables, before: datetime) -> Sequence[int]:
    """Posts of ours that were begun before `before` (UTC, naive) and that nobody has ever seen."""
    posts = tables.posts
    found = select(posts.c.id).where(
        posts.c.post_name.like(begun_name(_ANY_KEY)), posts.c.post_type == "post", posts.c.post_status != "publish",
        posts.c.post_title == "", posts.c.post_modified_gmt < before,
    )  # fmt: skip
    return connection.execute(found).scalars().all()


def begun_name(key: str) -> str:
    """The name of a post whose key is in no meta row yet."""
    return f"{BEGUN}{key}"
