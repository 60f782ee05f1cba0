"""What `tinbai check` tries at a reference portal, and says in words. Nothing is changed on the portal."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, delete, false, insert, inspect, select, update

from publish.media_owner import MARKER, marked_by
from publish.portal import Checked
from publish.portal_database import reading, writing
from publish.portals.reference.schema import FILE_TABLES, PORTAL, portal_article
from tinbai.errors import PortalError


def check_portal(engine: Engine, portal: str, media_path: Path, owner: str) -> Sequence[Checked]:
    """Everything that publishing needs; what cannot be tried because of an earlier fault is left out."""
    found = list(_database(engine, portal))
    return [*found, _folder(media_path, owner)]


def not_ours(media_path: Path) -> str:
    """In words: the media folder's marker names another portal, and what to do about it."""
    return (
        f"thư mục ảnh {media_path} đang thuộc một cổng khác (cơ sở dữ liệu khác). Mỗi cổng phải có thư mục ảnh riêng: "
        f"sửa media_path. Nếu vẫn là cổng ấy, chỉ chuyển cơ sở dữ liệu sang địa chỉ khác, thì xóa tệp {MARKER} "
        "trong thư mục này"
    )


def _database(engine: Engine, portal: str) -> Iterator[Checked]:
    try:
        with reading(engine, portal) as connection:
            missing = _missing(connection)
    except PortalError as error:
        yield Checked(ok=False, words=f"Không kết nối được: {error.problem}")
        return
    yield Checked(ok=True, words="Kết nối được cơ sở dữ liệu của cổng")
    if missing:
        yield Checked(ok=False, words=f"Thiếu bảng hoặc cột: {', '.join(missing)}; xem docs/portal-reference.md")
        return
    yield Checked(ok=True, words="Đủ các bảng và cột")
    yield from _rights(engine, portal)


def _missing(connection: Connection) -> Sequence[str]:
    inspector = inspect(connection)
    missing = []
    for table in PORTAL.sorted_tables:
        if not inspector.has_table(table.name):
            missing.append(table.name)
            continue
        there = {column["name"] for column in inspector.get_columns(table.name)}
        missing += [f"{table.name}.{column.name}" for column in table.columns if column.name not in there]
    return missing


def _rights(engine: Engine, portal: str) -> Iterator[Checked]:
    """Statements that touch no row: the server looks at the rights all the same."""
    tries = {"SELECT, INSERT, UPDATE": [portal_article], "SELECT, INSERT, DELETE": list(FILE_TABLES)}
    for rights, tables in tries.items():
        for table in tables:
            try:
                with writing(engine, portal) as connection:
                    _try_on_nothing(connection, table, rights)
                yield Checked(ok=True, words=f"Đủ quyền {rights} trên {table.name}")
            except PortalError as error:
                yield Checked(ok=False, words=f"Cần quyền {rights} trên {table.name}: {error.problem}")


def _try_on_nothing(connection: Connection, table: Table, rights: str) -> None:
    names = [column.name for column in table.columns if column.name != "id"]
    connection.execute(insert(table).from_select(names, select(*(table.c[name] for name in names)).where(false())))
    if "UPDATE" in rights:
        connection.execute(update(table).where(false()).values({names[0]: table.c[names[0]]}))
    if "DELETE" in rights:
        connection.execute(delete(table).where(false()))


def _folder(media_path: Path, owner: str) -> Checked:
    try:
        if marked_by(media_path) not in {None, owner}:
            words = not_ours(media_path)
            return Checked(ok=False, words=words[0].upper() + words[1:])
        with tempfile.NamedTemporaryFile(prefix=".tinbai-", dir=media_path):
            return Checked(ok=True, words=f"Ghi được vào thư mục ảnh {media_path}")
    except OSError as error:
        return Checked(ok=False, words=f"Không ghi được vào thư mục ảnh {media_path}: {error.strerror or error}")
