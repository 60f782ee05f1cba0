"""What `tinbai check` tries at a mapped portal, and says in words. Nothing is changed on the portal."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine, Executable, Table, delete, false, insert, select, update

from publish.media_owner import MARKER, marked_by
from publish.portal import Checked
from publish.portal_database import reading, writing
from publish.portals.mapped.schema import Schema, UnfitError, reflected
from publish.portals.mapped.values import looked_up
from tinbai.config import PortalConfig
from tinbai.config_mapping import ColumnMapping, MappingConfig, Source
from tinbai.errors import PortalError


def check_mapped(engine: Engine, config: PortalConfig, media_path: Path, owner: str) -> Sequence[Checked]:
    """Everything that publishing needs; what cannot be tried because of an earlier fault is left out."""
    return [*_database(engine, config), _folder(media_path, owner)]


def not_ours(media_path: Path) -> str:
    """In words: the media folder's marker names another portal, and what to do about it."""
    return (
        f"thư mục ảnh {media_path} đang thuộc một cổng khác (cơ sở dữ liệu hoặc bảng khác). Mỗi cổng phải có thư mục "
        f"riêng: sửa media_path. Nếu vẫn là cổng ấy thì xóa tệp {MARKER} trong thư mục này"
    )


def _database(engine: Engine, config: PortalConfig) -> Iterator[Checked]:
    try:
        with reading(engine, config.key) as connection:
            schema = reflected(connection, config.mapping)
    except PortalError as error:
        yield Checked(ok=False, words=f"Không kết nối được: {error.problem}")
        return
    except UnfitError as unfit:
        yield Checked(ok=True, words="Kết nối được cơ sở dữ liệu của cổng")
        yield from (Checked(ok=False, words=problem) for problem in unfit.problems)
        return
    yield Checked(ok=True, words="Kết nối được cơ sở dữ liệu của cổng")
    how = "có giao dịch" if schema.transactional else "không có giao dịch: bài được ghi ẩn trước, hiện sau cùng"
    yield Checked(ok=True, words=f"Bảng, cột đúng như khai báo ({how})")
    yield from _rights(engine, config, schema)
    yield from _categories(engine, config, schema)


def _rights(engine: Engine, config: PortalConfig, schema: Schema) -> Iterator[Checked]:
    """Statements that touch no row: the server looks at the rights all the same."""
    for name, rights in needed_rights(config.mapping).items():
        try:
            with writing(engine, config.key) as connection:
                for statement in _statements(schema.tables[name], rights):
                    connection.execute(statement)
            yield Checked(ok=True, words=f"Đủ quyền {rights} trên {name}")
        except PortalError as error:
            yield Checked(ok=False, words=f"Cần quyền {rights} trên {name}: {error.problem}")


def needed_rights(mapping: MappingConfig) -> dict[str, str]:
    """What must be granted on each table, by its name."""
    columns = [*mapping.columns.values(), *(one for rows in mapping.rows for one in rows.columns.values())]
    rights = {column.look_up.table: "SELECT" for column in columns if column.look_up is not None}
    for rows in mapping.rows:
        rights[rows.table] = "SELECT, INSERT, UPDATE, DELETE" if rows.of == "item" else "SELECT, INSERT, DELETE"
    if mapping.key.table:
        rights[mapping.key.table] = "SELECT, INSERT, UPDATE, DELETE"
    rights[mapping.table] = "SELECT, INSERT, UPDATE" + (", DELETE" if mapping.take_down == "delete" else "")
    return rights


def _statements(table: Table, rights: str) -> Iterator[Executable]:
    names = [column.name for column in table.columns if not column.primary_key] or [column.name for column in table.c]
    yield select(table).where(false())
    if "INSERT" in rights:
        yield insert(table).from_select(names, select(*(table.c[name] for name in names)).where(false()))
    if "UPDATE" in rights:
        yield update(table).where(false()).values({names[0]: table.c[names[0]]})
    if "DELETE" in rights:
        yield delete(table).where(false())


def _categories(engine: Engine, config: PortalConfig, schema: Schema) -> Iterator[Checked]:
    """Those of config.toml must be found; which others there will be nobody knows yet."""
    groups = [config.mapping.columns, *(rows.columns for rows in config.mapping.rows)]
    looking = [one for columns in groups for one in columns.values() if one.source is Source.CATEGORY and one.look_up]
    for name in sorted({name for names in config.categories.values() for name in names}):
        for column in looking:
            yield from _category(engine, config, schema, column, name)


def _category(
    engine: Engine, config: PortalConfig, schema: Schema, column: ColumnMapping, name: str
) -> Iterator[Checked]:
    table = schema.tables[column.look_up.table if column.look_up else ""]
    try:
        with reading(engine, config.key) as connection:
            looked_up(connection, table, column.values.get(name, name), column, config.key)
        yield Checked(ok=True, words=f"Có chuyên mục “{name}” trên cổng")
    except PortalError as error:
        yield Checked(ok=False, words=f"Chuyên mục “{name}”: {error.problem}")


def _folder(media_path: Path, owner: str) -> Checked:
    try:
        if marked_by(media_path) not in {None, owner}:
            words = not_ours(media_path)
            return Checked(ok=False, words=words[0].upper() + words[1:])
        with tempfile.NamedTemporaryFile(prefix=".tinbai-", dir=media_path):
            return Checked(ok=True, words=f"Ghi được vào thư mục ảnh {media_path}")
    except OSError as error:
        return Checked(ok=False, words=f"Không ghi được vào thư mục ảnh {media_path}: {error.strerror or error}")
