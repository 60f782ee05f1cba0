"""From what changed in the tables to a mapping: the main row, the rows beneath it, the status, the key."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from slugify import slugify
from sqlalchemy import Column, Connection, Integer, String, select

from publish.learn.difference import Change
from publish.learn.picture import WHOLE, Picture, number_column
from publish.learn.recognise import (
    Guess,
    Known,
    caption_guess,
    constant_guess,
    moment_guess,
    photo_guess,
    photo_of,
    text_guess,
)
from publish.portals.mapped.schema import KEY_LENGTH
from publish.portals.mapped.schema import table as reflected_table

LONGEST_STATUS = 12  # characters
_STATUS = re.compile(
    r"^(tt|tth)$|(^|_)(trang_?thai|tinh_?trang|status|state|hien|hien_?thi|an_hien|duyet|xuat_?ban|kich_?hoat|active|"
    r"publish(ed)?|visible|enabled?|show|approved?)(_|$)"
)
_KEY = re.compile(r"ghi_?chu|note|ngoai|external|ref|nguon_id|khoa|extra|memo")
_CATEGORY = re.compile(r"(^|_)(cat|category|cm|dm|muc|chuyen_?muc|danh_?muc|loai|nhom|section)(_|$)")


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A mapping as config.toml has it, why each column gets what it gets, and what a person must look at."""

    mapping: Mapping[str, Any]
    why: Mapping[str, str]
    look_at: Sequence[str]
    main: Change
    row: Mapping[str, Any]


@dataclass
class _Work:
    connection: Connection
    known: Known
    found_in: Sequence[tuple[str, str, str, Any]]  # where the column's name stands: table, column, key, its value
    why: dict[str, str] = field(default_factory=dict)
    look_at: list[str] = field(default_factory=list)

    def take(self, place: str, guess: Guess) -> Mapping[str, Any]:
        self.why[place] = guess.why
        if not guess.sure:
            self.look_at.append(f"{place}: {guess.why}")
        if guess.ask:
            self.look_at.append(f"{place}: {guess.ask}")
        return guess.mapping


def propose(connection: Connection, changes: Sequence[Change], picture: Picture, known: Known) -> Proposal | None:
    """The mapping that would have written what was posted; None where no new row has the title."""
    main = next((change for change in changes if _title_row(change, known) is not None), None)
    row = _title_row(main, known) if main else None
    if main is None or row is None:
        return None
    work = _Work(connection, known, list(_column_names(connection, picture, known)))
    status = _status(work, main, row)
    number = number_column(main.table) or _number_by_name(main)
    columns = dict(_columns(work, main, row, "columns", skip={*status, number}))
    rows = list(_rows(work, changes, main, row.get(number)))
    key = _key(work, main, row, columns)
    mapping: dict[str, Any] = {"table": main.table.name, "id": number, "key": key, "columns": columns, "rows": rows}
    if status:
        mapping["status"] = next(iter(status.values()))
    else:
        mapping["take_down"] = "delete"
        work.look_at.append("take_down: không thấy cột trạng thái; gỡ bài sẽ xóa dòng. Có cột ấy thì khai báo status")
    if not key.get("marker"):
        columns.pop(key.get("column", ""), None)
    return Proposal(mapping=mapping, why=work.why, look_at=work.look_at, main=main, row=row)


def _title_row(change: Change | None, known: Known) -> Mapping[str, Any] | None:
    for row in change.new if change else ():
        guesses = [text_guess(value, known) for value in row.values()]
        if any(guess and guess.mapping["from"] == "title" for guess in guesses):
            return row
    return None


def _columns(
    work: _Work, change: Change, row: Mapping[str, Any], place: str, skip: set[str | None]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    used: set[str] = set()
    for column in change.table.columns:
        name = column.name
        if name in skip or name not in row:
            continue
        value = row[name]
        guess = (
            text_guess(value, work.known)
            or photo_guess(value, work.known, "cover")
            or moment_guess(name, value, work.known)
            or _look_up(work, column, value)
            or constant_guess(column, value, change.neighbours)
        )
        if guess is None:
            continue
        if guess.mapping.get("from") in used & {"body_html"}:
            continue
        used.add(str(guess.mapping.get("from", "")))
        yield name, work.take(f"{place}.{name}", guess)


def _column_names(connection: Connection, picture: Picture, known: Known) -> Iterator[tuple[str, str, str, Any]]:
    """Rows of small tables that bear the name of the article's column: what a look-up can find it by."""
    for name, seen in picture.tables.items() if known.column else ():
        table = reflected_table(connection, name) if seen.count <= WHOLE else None
        keys = list(table.primary_key) if table is not None else []
        if table is None or len(keys) != 1:
            continue
        for column in table.columns:
            if isinstance(column.type, String) and column.name != keys[0].name:
                query = select(keys[0]).where(column == known.column).limit(2)
                found = connection.execute(query).scalars().all()
                if len(found) == 1:
                    yield name, column.name, keys[0].name, found[0]


def _look_up(work: _Work, column: Column[Any], value: Any) -> Guess | None:
    """An id that points to a row with the column's name; which column is meant, its name tells."""
    if value is None or isinstance(value, bool) or not isinstance(value, int | str):
        return None
    plainly = slugify(column.name, separator="_")
    for table, by, gives, found in work.found_in:
        named = plainly in {slugify(gives, separator="_"), slugify(f"{table}_{gives}", separator="_")}
        named = named or _CATEGORY.search(plainly) is not None or slugify(table, separator="_") in plainly
        if found == value and named:
            mapping = {"from": "category", "look_up": {"table": table, "by": by, "gives": gives}}
            return Guess(mapping=mapping, why=f"số của “{work.known.column}” trong bảng {table}")
    return None


def _rows(work: _Work, changes: Sequence[Change], main: Change, number: Any) -> Iterator[Mapping[str, Any]]:
    """Further tables whose new rows point to the new article."""
    place = 0
    for change in changes:
        parent = None if change is main else _parent(change, main, number)
        if parent is None:
            continue
        rows = [row for row in change.new if row[parent] == number]
        of = _whose(work, change, rows, parent)
        key = number_column(change.table)
        columns: dict[str, Any] = {parent: {"from": "id"}}
        where = f"rows[{place + 1}].columns"
        work.why[f"{where}.{parent}"] = "số của bài mới"
        if of == "photo":
            columns |= _photo_columns(work, change, rows, where, {parent, key})
        else:
            columns |= dict(_columns(work, change, rows[0], where, {parent, key if key != parent else None}))
        if of == "item" and len(rows) > 1:
            problem = f"bảng {change.table.name} có {len(rows)} dòng mới; chỉ học dòng đầu"
            work.look_at.append(f"rows[{place + 1}]: {problem}")
        place += 1
        yield {"table": change.table.name, "of": of, "columns": columns}


def _parent(change: Change, main: Change, number: Any) -> str | None:
    if number is None or not change.new:
        return None
    own = number_column(change.table)
    named = number_column(main.table)
    fits = [
        name for name, value in change.new[0].items()
        if name != own and isinstance(change.table.c[name].type, Integer) and value == number
    ]  # fmt: skip
    if own is not None and change.new[0][own] == number and not fits and len(change.new) == 1:
        return own  # a table with the same key, one row for one
    return next((name for name in fits if name == named), fits[0] if fits else None)


def _whose(work: _Work, change: Change, rows: Sequence[Mapping[str, Any]], parent: str) -> str:
    values = [value for row in rows for value in row.values()]
    if any(photo_of(value, work.known) is not None for value in values):
        return "photo"
    others = [(column, rows[0][column.name]) for column in change.table.columns if column.name != parent]
    links = any(_look_up(work, column, value) is not None for column, value in others if column.name in rows[0])
    texts = any(text_guess(value, work.known) for value in rows[0].values())
    return "category" if links and not texts else "item"


def _photo_columns(
    work: _Work, change: Change, rows: Sequence[Mapping[str, Any]], where: str, skip: set[str | None]
) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for column in change.table.columns:
        name = column.name
        if name in skip or name not in rows[0]:
            continue
        values = [row[name] for row in rows]
        guess = (
            photo_guess(values[0], work.known, "file")
            or caption_guess(values, work.known)
            or _position_guess(values)
            or moment_guess(name, values[0], work.known)
            or constant_guess(column, values[0], change.neighbours)
        )
        if guess is not None:
            columns[name] = work.take(f"{where}.{name}", guess)
    return columns


def _position_guess(values: Sequence[Any]) -> Guess | None:
    if [*values] == [*range(1, len(values) + 1)]:
        return Guess(mapping={"from": "position"}, why="thứ tự của ảnh", sure=len(values) > 1)
    return None


def _number_by_name(change: Change) -> str:
    return next(column.name for column in change.table.columns if isinstance(column.type, Integer))


def _status(work: _Work, main: Change, row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The column that says whether readers see it, by its name; what hidden is called, by other rows."""
    for column in main.table.columns:
        value = row.get(column.name)
        named = _STATUS.search(slugify(column.name, separator="_"))
        if not named or not isinstance(value, bool | int | str) or len(str(value)) > LONGEST_STATUS:
            continue
        query = select(column).distinct().where(column != value).limit(10)
        others = sorted(work.connection.execute(query).scalars().all(), key=str)
        hidden = others[0] if others else {"True": False, "1": type(value)(0), "Y": "N"}.get(str(value))
        if hidden is None:
            work.look_at.append(f"status.hidden: không rõ {column.name} nhận giá trị gì khi ẩn bài; điền vào")
            hidden = value
        work.why["status"] = "tên cột nói về trạng thái; bài đang hiện có giá trị này"
        work.look_at.append(f"status.hidden = {hidden!r}: thử ẩn một bài trên cổng để biết chắc")
        return {column.name: {"column": column.name, "shown": value, "hidden": hidden}}
    return {}


def _key(work: _Work, main: Change, row: Mapping[str, Any], columns: Mapping[str, Any]) -> dict[str, Any]:
    """A text column that nobody fills; else a marker in the body; else a table of ours."""
    free = [column for column in main.table.columns if _is_free(column, [row, *main.neighbours])]
    free.sort(key=lambda column: not _KEY.search(slugify(column.name, separator="_")))
    if free:
        work.why["key"] = "cột chữ chưa ai dùng"
        work.look_at.append(f"key.column = {free[0].name!r}: hỏi người làm cổng xem cột này có dùng vào việc gì không")
        return {"column": free[0].name}
    body = next((name for name, one in columns.items() if one.get("from") == "body_html"), None)
    if body is not None:
        work.why["key"] = "không có cột trống; khóa là chú thích HTML ở cuối nội dung"
        return {"column": body, "marker": True}
    work.why["key"] = "không có cột trống; cần bảng tinbai_key (docs/portal-mapped.md)"
    work.look_at.append("key.table: người quản trị tạo bảng tinbai_key theo docs/portal-mapped.md")
    return {"table": "tinbai_key"}


def _is_free(column: Column[Any], rows: Sequence[Mapping[str, Any]]) -> bool:
    length = getattr(column.type, "length", None)
    roomy = isinstance(column.type, String) and (length is None or length >= KEY_LENGTH)
    return roomy and not column.primary_key and all(not row.get(column.name) for row in rows)
