"""Files as WordPress's media library knows them: a post of their own beneath the article's, with three meta rows.

A file is ours when it lies in our folder, as its guid says from its first moment on and `_wp_attached_file` a little
later. It carries the key of its publication, since WordPress parts it from its article when somebody deletes that.
What somebody uploaded to the article in WordPress is not touched.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from publish.portal import PortalAttachment, PortalPhoto
from publish.portals.wordpress import meta
from publish.portals.wordpress.blocks import inert
from publish.portals.wordpress.php import Value, serialized
from publish.portals.wordpress.places import FOLDER, Places
from publish.portals.wordpress.record import Record, Size
from publish.portals.wordpress.schema import Tables

_NAME = re.compile(r'"([^"/]+\.[a-z0-9]{1,5})"')  # of a file, in what PHP serialized
_MEDIA_TYPES = {".jpg": "image/jpeg", ".png": "image/png"}


def present(connection: Connection, tables: Tables, number: int | None, key: str) -> Mapping[str, int]:
    """The numbers of the article's files of ours by their paths; of two for one path, the first.

    Those beneath the post with this number, if there is one, and those that carry the key.
    """
    posts, rows = tables.posts, tables.postmeta
    marked = select(rows.c.post_id).where(rows.c.meta_key == meta.KEY, rows.c.meta_value == key)
    marked_ones = posts.c.id.in_(connection.execute(marked).scalars().all())
    its = marked_ones if number is None else or_(marked_ones, posts.c.post_parent == number)
    query = select(posts.c.id, posts.c.guid).where(its, posts.c.post_type == "attachment").order_by(posts.c.id)
    guids = {row["ID"]: row["guid"] for row in connection.execute(query).mappings()}
    values = meta.of_posts(connection, tables, guids)
    found: dict[str, int] = {}
    for one, guid in guids.items():
        file = Places.file_at(guid) or _attached(values[one])
        if file is not None:
            found.setdefault(file, one)
    return found


def put(
    connection: Connection, tables: Tables, number: int, record: Record, places: Places, common: Mapping[str, Any]
) -> Mapping[str, int]:
    """Let every file of `record` be there; returns their numbers by path. `common`: the author and the four dates."""
    key = record.text.key
    numbers = dict(present(connection, tables, number, key))
    _put_beneath(connection, tables, number, numbers.values())
    for one in record.own_posts:
        if one.file not in numbers:
            numbers[one.file] = _add(connection, tables, number, one, places, common)
        meta.bring(connection, tables, numbers[one.file], {meta.KEY: key, **meta_of(one, record, places)})
    return numbers


def named(values: Mapping[str, str]) -> set[str]:
    """The paths under our folder that the meta rows of one attachment name: the file itself and its sizes."""
    path = _attached(values)
    if path is None:
        return set()
    folder = path.rpartition("/")[0]
    said = (values.get(meta.METADATA) or "") + (values.get(meta.BACKUP) or "")
    return {path, *(f"{folder}/{name}" for name in _NAME.findall(said))}


def files(numbers: Mapping[str, int], values: Mapping[int, Mapping[str, str]]) -> set[str]:
    """Every path under our folder that attachments stand for, with their numbers and meta rows."""
    return {*numbers, *(file for number in numbers.values() for file in named(values[number]))}


def drop(connection: Connection, tables: Tables, numbers: Collection[int]) -> None:
    """Let these attachments be gone, their meta rows first: without them nothing shows what is left."""
    if not numbers:
        return
    if any(meta.of_posts(connection, tables, numbers).values()):
        connection.execute(delete(tables.postmeta).where(tables.postmeta.c.post_id.in_(numbers)))
    connection.execute(delete(tables.posts).where(tables.posts.c.id.in_(numbers)))


def meta_of(one: PortalPhoto | PortalAttachment, record: Record, places: Places) -> Mapping[str, str]:
    """The meta rows of one file."""
    attached = {meta.FILE: places.below_uploads(one.file)}
    if isinstance(one, PortalAttachment):
        return attached
    sizes = {size.name: _size(size) for size in record.sizes if size.photo == one.file}
    metadata: Mapping[str, Value] = {
        "width": one.width,
        "height": one.height,
        "file": attached[meta.FILE],
        "sizes": sizes,
    }
    return attached | {meta.METADATA: serialized(metadata), meta.ALT: inert(one.alt)}


def _attached(values: Mapping[str, str]) -> str | None:
    """The path under our folder, where there is one."""
    file = values.get(meta.FILE) or ""
    path = file.removeprefix(f"{FOLDER}/")
    return None if path == file or ".." in path else path


def _put_beneath(connection: Connection, tables: Tables, number: int, ours: Collection[int]) -> None:
    """Let files belong to the post again that WordPress parted from one that was deleted."""
    posts = tables.posts
    strayed = and_(posts.c.id.in_(list(ours)), posts.c.post_parent != number)
    if connection.execute(select(posts.c.id).where(strayed).limit(1)).first() is not None:
        connection.execute(update(posts).where(strayed).values(post_parent=number))


def _add(
    connection: Connection, tables: Tables, number: int, one: PortalPhoto | PortalAttachment, places: Places,
    common: Mapping[str, Any],
) -> int:  # fmt: skip
    done = connection.execute(
        insert(tables.posts).values(
            post_parent=number, post_type="attachment", post_status="inherit", guid=places.address_of(one.file),
            post_name=PurePosixPath(one.file).stem, post_title=title_of(one), post_excerpt="", post_content="",
            post_mime_type=one.media_type if isinstance(one, PortalAttachment) else _media_type(one.file),
            to_ping="", pinged="", post_content_filtered="", comment_status="closed", ping_status="closed", **common,
        )
    )  # fmt: skip
    [added] = list(done.inserted_primary_key or ())
    return int(added)


def title_of(one: PortalPhoto | PortalAttachment) -> str:
    """What the media library calls it. ASCII: what contributors called a photo is not for readers."""
    return PurePosixPath(one.file).stem


def _size(size: Size) -> Mapping[str, str | int]:
    return {
        "file": PurePosixPath(size.file).name, "width": size.width, "height": size.height,
        "mime-type": _media_type(size.file), "filesize": size.bytes,
    }  # fmt: skip


def _media_type(file: str) -> str:
    return _MEDIA_TYPES[PurePosixPath(file).suffix]
