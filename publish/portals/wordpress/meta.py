"""Rows of postmeta: each brought to its value, so that doing it twice changes nothing."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from publish.portals.wordpress.schema import Tables

KEY = "_tinbai_key"  # of the publication; how its post and its files are found again
ITEM = "_tinbai_item"  # the item as it was given, see record.py
THUMBNAIL = "_thumbnail_id"
FILE = "_wp_attached_file"
METADATA = "_wp_attachment_metadata"
BACKUP = "_wp_attachment_backup_sizes"  # what was there before somebody cropped the photo in the media library
ALT = "_wp_attachment_image_alt"
TRASH = ("_wp_trash_meta_status", "_wp_trash_meta_time", "_wp_desired_post_slug")


def of_posts(connection: Connection, tables: Tables, numbers: Collection[int]) -> Mapping[int, Mapping[str, str]]:
    """The values by post and key; of two for one key, the first, which is the one that WordPress reads."""
    meta = tables.postmeta
    found: dict[int, dict[str, str]] = {number: {} for number in numbers}
    if not numbers:
        return found
    query = select(meta).where(meta.c.post_id.in_(numbers)).order_by(meta.c.meta_id)
    for row in connection.execute(query).mappings():
        found[row["post_id"]].setdefault(row["meta_key"], row["meta_value"])
    return found


def bring(connection: Connection, tables: Tables, number: int, values: Mapping[str, str]) -> None:
    """Let a post have `values`; what it has already is not written again."""
    meta = tables.postmeta
    present = of_posts(connection, tables, [number])[number]
    for key, value in values.items():
        if key not in present:
            connection.execute(insert(meta).values(post_id=number, meta_key=key, meta_value=value))
        elif present[key] != value:
            changed = update(meta).where(meta.c.post_id == number, meta.c.meta_key == key)
            connection.execute(changed.values(meta_value=value))


def drop(connection: Connection, tables: Tables, number: int, keys: Collection[str]) -> None:
    """Let a post have no values for `keys`."""
    meta = tables.postmeta
    if of_posts(connection, tables, [number])[number].keys() & set(keys):
        connection.execute(delete(meta).where(meta.c.post_id == number, meta.c.meta_key.in_(keys)))
