"""What a portal's tables hold, small enough to keep: numbers of rows, largest numbers, and hashes of the newest rows.

No content is kept, and every picture has a salt of its own, so that no list made beforehand tells what a hash was made
of. Of a large table only its newest rows are looked at, so that neither memory nor time grows with it;
tables that come after the time is up are left out, and named.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s
from pathlib import Path
from secrets import token_hex
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Integer, LargeBinary, Table, func, inspect, literal, select

from publish.media import write_file
from publish.portals.mapped.schema import table as reflected_table
from tinbai.errors import InputError

MOST_TABLES = 400
MOST_COUNTED = 100_000
WHOLE = 2_000  # rows up to which a table is looked at as a whole
NEWEST = 300  # rows of a larger one
SECONDS = 120
SALT_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class TablePicture:
    """One table. `rows`: the hashes of each row's columns, in their order, by the hash of its key."""

    columns: tuple[str, ...]
    count: int  # no more than MOST_COUNTED
    largest: int | None  # of a key that is one whole number
    whole: bool
    rows: Mapping[str, tuple[str, ...]] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A database at one moment. `left_out`: tables that there was no time for."""

    tables: Mapping[str, TablePicture]
    left_out: tuple[str, ...]
    salt: str  # of its hashes, hexadecimal


_JSON = TypeAdapter(Picture)


def take(connection: Connection, seconds: float = SECONDS) -> Picture:
    """The picture of every table of the usual schema. Reads only."""
    until, salt = time.monotonic() + seconds, token_hex(SALT_BYTES)
    tables: dict[str, TablePicture] = {}
    left_out = []
    for number, name in enumerate(sorted(inspect(connection).get_table_names())):
        if number >= MOST_TABLES or time.monotonic() > until:
            left_out.append(name)
            continue
        tables[name] = _table(connection, reflected_table(connection, name), salt)
    return Picture(tables=tables, left_out=tuple(left_out), salt=salt)


def keep(path: Path, picture: Picture) -> None:
    """Put it on the disk, for our own eyes: a hash of a short secret can be guessed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    write_file(path, _JSON.dump_json(picture))


def kept(path: Path) -> Picture:
    """What `keep` put there. Raises InputError."""
    try:
        return _JSON.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        problem = "chưa có ảnh chụp trước khi đăng; chạy lệnh với --before trước, rồi đăng một bài trên cổng"
        raise InputError(field="before", problem=problem) from error


def newest(connection: Connection, table: Table, most: int) -> Iterator[dict[str, Any]]:
    """Its rows from the newest on, without what is binary, a few at a time in memory."""
    columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
    order = [column.desc() for column in table.primary_key] or columns[:1]
    query = select(*columns).order_by(*order).limit(most)
    streamed = connection.execution_options(stream_results=True, yield_per=20).execute(query)
    yield from (dict(row) for row in streamed.mappings())


def key_of(table: Table, row: Mapping[str, Any], salt: str) -> str:
    """What tells a row from the others."""
    names = [column.name for column in table.primary_key if column.name in row] or [*row]
    return _hash([row[name] for name in names], salt)


def number_column(table: Table) -> str | None:
    """The key, where it is one whole number."""
    keys = list(table.primary_key)
    return keys[0].name if len(keys) == 1 and isinstance(keys[0].type, Integer) else None


def _table(connection: Connection, table: Table, salt: str) -> TablePicture:
    some = select(literal(1)).select_from(table).limit(MOST_COUNTED).subquery()
    count = int(connection.execute(select(func.count()).select_from(some)).scalar_one())
    number = number_column(table)
    largest = connection.execute(select(func.max(table.c[number]))).scalar() if number is not None else None
    whole = count <= WHOLE
    most = WHOLE if whole else NEWEST if len(table.primary_key) else 0
    rows = {key_of(table, row, salt): hashes(row, salt) for row in newest(connection, table, most)} if most else {}
    columns = tuple(column.name for column in table.columns if not isinstance(column.type, LargeBinary))
    return TablePicture(columns=columns, count=count, largest=largest, whole=whole, rows=rows)


def hashes(row: Mapping[str, Any], salt: str) -> tuple[str, ...]:
    """One short hash for each column."""
    return tuple(_hash([value], salt) for value in row.values())


def _hash(values: Sequence[Any], salt: str) -> str:
    said = repr(values).encode("utf-8", "surrogatepass")
    return blake2s(said, digest_size=6, key=bytes.fromhex(salt)).hexdigest()
