"""The tables that a mapping names, as the database itself tells them. No name is used that is not found there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Date, DateTime, Integer, MetaData, String, Table, inspect
from sqlalchemy.exc import NoSuchTableError

from publish.portals.mapped.values import MisfitError, fitted
from tinbai.config_mapping import ColumnMapping, MappingConfig, Scalar

KEY_LENGTH = 47  # a key of 36 characters, a dot, and the number of an approval
OUR_TABLE = ("tinbai_key", "approval", "row_number")
_WITH_TRANSACTIONS = {"innodb", "rocksdb", "tokudb", "ndbcluster"}


@dataclass(frozen=True, kw_only=True)
class Schema:
    """The tables by the names that the mapping uses. `transactional`: all of them undo what was not committed."""

    tables: Mapping[str, Table]
    main: Table
    id: Column[int]
    transactional: bool


class UnfitError(Exception):
    """The mapping does not suit the tables. `problems`: each with the key in config.toml and what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


def reflected(connection: Connection, mapping: MappingConfig) -> Schema:
    """The schema that `mapping` needs. Raises UnfitError, SQLAlchemyError; changes nothing."""
    tables: dict[str, Table] = {}
    problems: list[str] = []
    for key, name in names(mapping):
        if name in tables:
            continue
        try:
            tables[name] = table(connection, name)
        except NoSuchTableError:
            problems.append(f"mapping.{key}: cổng không có bảng “{name}”; sửa tên cho đúng từng chữ")
    if problems:
        raise UnfitError(problems)
    problems = [*_unknown(mapping, tables)]
    if not problems:
        problems = [*_not_given(mapping, tables, connection.dialect.name), *_misfits(mapping, tables)]
    main = tables[mapping.table]
    transactional = all(is_transactional(connection, one) for one in tables.values())
    if not transactional and (mapping.status is None or mapping.key.table):
        problems.append(
            "mapping: có bảng không dùng giao dịch (MyISAM, Aria): cần status (cột trạng thái) và key.column, vì bài "
            "phải được ghi ẩn trước; hoặc chuyển các bảng sang InnoDB"
        )
    number = [column.name for column in main.primary_key] if not mapping.id else [mapping.id]
    if len(number) != 1:
        problems.append("mapping.id: bảng chính không có khóa chính một cột; khai báo id là cột số của bài")
    if problems:
        raise UnfitError(problems)
    return Schema(tables=tables, main=main, id=main.c[number[0]], transactional=transactional)


def names(mapping: MappingConfig) -> Iterator[tuple[str, str]]:
    """Each table that is named, after its key in the mapping."""
    yield "table", mapping.table
    if mapping.key.table:
        yield "key.table", mapping.key.table
    yield from _look_ups("columns", mapping.columns)
    for number, rows in enumerate(mapping.rows, start=1):
        yield f"rows[{number}].table", rows.table
        yield from _look_ups(f"rows[{number}].columns", rows.columns)


def table(connection: Connection, name: str) -> Table:
    """One table as it is now; "schema.table" where the whole name is none. Raises NoSuchTableError."""
    schema, dot, short = name.rpartition(".")
    known = MetaData()
    if dot and not inspect(connection).has_table(name):
        found = Table(short, known, schema=schema, autoload_with=connection, resolve_fks=False)
    else:
        found = Table(name, known, autoload_with=connection, resolve_fks=False)
    if connection.dialect.name == "sqlite":  # it keeps dates as whatever text a program wrote
        for column in found.columns:
            if isinstance(column.type, Date | DateTime):
                column.type = String()
    return found


def is_transactional(connection: Connection, one: Table) -> bool:
    """Whether what is written to it can be undone."""
    if connection.dialect.name not in {"mysql", "mariadb"}:
        return True
    options = inspect(connection).get_table_options(one.name, schema=one.schema)
    return str(options.get(f"{connection.dialect.name}_engine", "")).lower() in _WITH_TRANSACTIONS


def _look_ups(key: str, columns: Mapping[str, ColumnMapping]) -> Iterator[tuple[str, str]]:
    for name, column in columns.items():
        if column.look_up is not None:
            yield f"{key}.{name}.look_up.table", column.look_up.table


def _unknown(mapping: MappingConfig, tables: Mapping[str, Table]) -> Iterator[str]:
    """Columns that are named and are not there, or are too short for what stands in them."""
    for key, where, name in _columns(mapping):
        if name not in tables[where].c:
            there = ", ".join(column.name for column in tables[where].columns)
            yield f"mapping.{key}: bảng “{where}” không có cột “{name}”; các cột có là: {there}"
    own = mapping.key.column
    if own and own in tables[mapping.table].c:
        kind = tables[mapping.table].c[own].type
        length = getattr(kind, "length", None)
        if not isinstance(kind, String) or (length is not None and length < KEY_LENGTH):
            yield f"mapping.key.column: cột “{own}” phải là cột chữ dài ít nhất {KEY_LENGTH} ký tự; chọn cột khác"


def _columns(mapping: MappingConfig) -> Iterator[tuple[str, str, str]]:
    """The key in the mapping, the table and the name of each column."""
    if mapping.id:
        yield "id", mapping.table, mapping.id
    if mapping.key.column:
        yield "key.column", mapping.table, mapping.key.column
    for name in OUR_TABLE if mapping.key.table else ():
        yield "key.table", mapping.key.table, name
    if mapping.status is not None:
        yield "status.column", mapping.table, mapping.status.column
    groups = [("columns", mapping.table, mapping.columns)]
    groups += [(f"rows[{number}].columns", rows.table, rows.columns) for number, rows in enumerate(mapping.rows, 1)]
    for key, where, columns in groups:
        for name, column in columns.items():
            yield f"{key}.{name}", where, name
            if column.look_up is not None:
                yield f"{key}.{name}.look_up.by", column.look_up.table, column.look_up.by
                yield f"{key}.{name}.look_up.gives", column.look_up.table, column.look_up.gives


def _not_given(mapping: MappingConfig, tables: Mapping[str, Table], dialect: str) -> Iterator[str]:
    """Columns that no row can be without and nobody says anything about."""
    status = {mapping.status.column} if mapping.status is not None else set()
    main = {*mapping.columns, mapping.key.column, *status}
    groups = [("columns", mapping.table, main)]
    groups += [(f"rows[{number}].columns", rows.table, {*rows.columns}) for number, rows in enumerate(mapping.rows, 1)]
    for key, where, given in groups:
        for column in tables[where].columns:
            if column.name not in given and _is_needed(column, tables[where], dialect):
                yield (
                    f"mapping.{key}: cột “{column.name}” của bảng “{where}” không được để trống; "
                    "thêm cột ấy vào, bằng from hoặc value"
                )


def _misfits(mapping: MappingConfig, tables: Mapping[str, Table]) -> Iterator[str]:
    """Values of the configuration that their column cannot hold."""
    given = [("status.column", mapping.table, name, value) for name, value in _status_values(mapping)]
    groups = [("columns", mapping.table, mapping.columns)]
    groups += [(f"rows[{number}].columns", rows.table, rows.columns) for number, rows in enumerate(mapping.rows, 1)]
    for key, where, columns in groups:
        given += [(f"{key}.{name}", where, name, one.value) for name, one in columns.items() if one.value is not None]
    for key, where, name, value in given:
        try:
            fitted(value, tables[where].c[name])
        except MisfitError as error:
            yield f"mapping.{key}: giá trị không hợp, {error.words}"


def _status_values(mapping: MappingConfig) -> Iterator[tuple[str, Scalar]]:
    if mapping.status is not None:
        yield mapping.status.column, mapping.status.shown
        yield mapping.status.column, mapping.status.hidden


def _is_needed(column: Column[object], where: Table, dialect: str) -> bool:
    if column.nullable or column.server_default is not None or column.identity is not None or column.computed:
        return False
    if not column.primary_key or not isinstance(column.type, Integer):
        return True
    if dialect == "sqlite":
        return len(where.primary_key.columns) > 1
    return column.autoincrement is not True
