"""What `tinbai check` tries at a WordPress, and says in words. Nothing is changed on the portal."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, Insert, Table, column, delete, false, func, insert, select, table, update

from publish.media import TEMPORARY
from publish.media_owner import MARKER, marked_by
from publish.portal import Checked
from publish.portal_database import reading, writing
from publish.portals.wordpress import terms
from publish.portals.wordpress.meta import KEY
from publish.portals.wordpress.places import FOLDER
from publish.portals.wordpress.schema import Tables
from tinbai.config import PortalConfig
from tinbai.errors import PortalError

_COLUMNS = table(
    "columns", column("table_schema"), column("table_name"), column("column_name"), column("character_set_name"),
    schema="information_schema",
)  # fmt: skip
_ENOUGH = 3
_SEE = "xem docs/portal-wordpress.md"


def check_wordpress(
    engine: Engine, tables: Tables, config: PortalConfig, media_path: Path, owner: str
) -> Sequence[Checked]:
    """Everything that publishing needs; what cannot be tried because of an earlier fault is left out."""
    return [*_database(engine, tables, config), _folder(media_path, owner)]


def not_ours(media_path: Path) -> str:
    """In words: the folder's marker names another portal, and what to do about it."""
    return (
        f"thư mục {media_path} đang thuộc một cổng khác. Mỗi cổng phải có thư mục uploads riêng: sửa media_path. Nếu "
        f"vẫn là cổng ấy, chỉ chuyển cơ sở dữ liệu hoặc đổi prefix, thì xóa tệp {MARKER} trong thư mục này"
    )


def _database(engine: Engine, tables: Tables, config: PortalConfig) -> Iterator[Checked]:
    try:
        with reading(engine, config.key) as connection:
            there = _seen(connection)
    except PortalError as error:
        yield Checked(ok=False, words=f"Không kết nối được: {error.problem}")
        return
    yield Checked(ok=True, words="Kết nối được cơ sở dữ liệu của cổng")
    missing = _missing(tables, there)
    if missing:
        yield Checked(ok=False, words=_about_missing(missing, there, config))
        return
    yield Checked(ok=True, words=f"Đủ các bảng {config.prefix}… và các cột")
    wrong = list(_rights(engine, tables, config))
    yield from wrong or [Checked(ok=True, words="Đủ quyền trên các bảng")]
    if not wrong:
        with reading(engine, config.key) as connection:
            yield from _settings(connection, tables, config, there)


def _seen(connection: Connection) -> Mapping[str, Mapping[str, str | None]]:
    """The character sets by table and column, of what this user has any right on."""
    query = select(_COLUMNS.c.table_name, _COLUMNS.c.column_name, _COLUMNS.c.character_set_name)
    found: dict[str, dict[str, str | None]] = {}
    for name, of_column, charset in connection.execute(query.where(_COLUMNS.c.table_schema == func.database())):
        found.setdefault(name, {})[of_column] = charset
    return found


def _missing(tables: Tables, there: Mapping[str, Mapping[str, str | None]]) -> Sequence[str]:
    """Tables, or columns of tables that are there."""
    missing = []
    for one in tables:
        if one.name not in there:
            missing.append(one.name)
        else:
            missing += [f"{one.name}.{part.name}" for part in one.columns if part.name not in there[one.name]]
    return missing


def _about_missing(missing: Sequence[str], there: Mapping[str, object], config: PortalConfig) -> str:
    """What is missing, and under which prefix a WordPress is there instead."""
    others = sorted(name.removesuffix("term_taxonomy") for name in there if name.endswith("term_taxonomy"))
    words = f"Thiếu bảng, cột hoặc quyền SELECT: {', '.join(missing)}"
    if others and config.prefix not in others:
        words += f"; prefix đang là “{config.prefix}”, trong cơ sở dữ liệu này có: {', '.join(others)}"
    return f"{words}; {_SEE}"


def _rights(engine: Engine, tables: Tables, config: PortalConfig) -> Iterator[Checked]:
    """Statements that touch no row: the server looks at the rights all the same."""
    rows, meta, relations = tables.posts, tables.postmeta, tables.term_relationships
    counts = tables.term_taxonomy
    tries = {
        f"INSERT trên {rows.name}": _no_rows(rows),
        f"UPDATE trên {rows.name}": update(rows).where(false()).values(post_title=""),
        f"DELETE trên {rows.name}": delete(rows).where(false()),
        f"INSERT trên {meta.name}": _no_rows(meta),
        f"UPDATE trên {meta.name}": update(meta).where(false()).values(meta_value=""),
        f"DELETE trên {meta.name}": delete(meta).where(false()),
        f"INSERT trên {relations.name}": _no_rows(relations),
        f"DELETE trên {relations.name}": delete(relations).where(false()),
        f"UPDATE (count) trên {counts.name}": update(counts).where(false()).values(count=0),
    }
    for right, statement in tries.items():
        try:
            with writing(engine, config.key) as connection:
                connection.execute(statement)
        except PortalError as error:
            yield Checked(ok=False, words=f"Cần quyền {right}: {error.problem}; {_SEE}")


def _no_rows(into: Table) -> Insert:
    """An INSERT of nothing; every column has a value, for strict servers."""
    columns = list(into.columns)
    return insert(into).from_select(columns, select(*columns).where(false()))


def _settings(
    connection: Connection, tables: Tables, config: PortalConfig, there: Mapping[str, Mapping[str, str | None]]
) -> Iterator[Checked]:
    """What config.toml says about the portal, compared with what is there."""
    author = connection.execute(select(tables.users.c.id).where(tables.users.c.id == config.author_id)).scalar()
    if author is None:
        yield Checked(ok=False, words=f"Cổng không có người dùng số {config.author_id}; sửa author_id")
    for key, slugs in config.categories.items():
        if not terms.wanted(connection, tables, slugs, ""):
            words = f"Cổng không có đủ chuyên mục {', '.join(slugs)} của “{key}”; sửa categories hoặc tạo trên cổng"
            yield Checked(ok=False, words=words)
    yield _clock(connection, tables, config.timezone)
    for one in (tables.posts, tables.postmeta):
        yield from _charset(one, there[one.name])


def _charset(of: Table, there: Mapping[str, str | None]) -> Iterator[Checked]:
    """Whether Vietnamese can stand in the table."""
    used = {there[part.name] for part in of.columns} - {None, "utf8mb4"}
    if used <= {"utf8", "utf8mb3"}:
        if used:
            words = f"Bảng {of.name} không dùng utf8mb4: bài có chữ Nôm, biểu tượng cảm xúc sẽ không lên cổng được"
            yield Checked(ok=True, words=words)
        return
    names = ", ".join(sorted(name for name in used if name))
    yield Checked(ok=False, words=f"Bảng {of.name} dùng {names}, không ghi được tiếng Việt; chuyển sang utf8mb4")


def _clock(connection: Connection, tables: Tables, timezone: str) -> Checked:
    """The newest articles say how far the portal's clock is from UTC; it must be as far as ours says it is.

    Fewer than three say nothing: those that came with WordPress were made before anybody set its clock. Ours say what
    our own configuration says.
    """
    posts, values = tables.posts, tables.postmeta
    ours = select(values.c.post_id).where(values.c.meta_key == KEY)
    newest = select(posts.c.post_date, posts.c.post_date_gmt).where(
        posts.c.post_status == "publish", posts.c.post_type == "post", posts.c.id.not_in(ours)
    )
    rows = connection.execute(newest.order_by(posts.c.id.desc()).limit(_ENOUGH)).all()
    dates = [row for row in rows if all(isinstance(moment, datetime) for moment in row)]  # no date at all is a text
    wrong = [local - gmt for local, gmt in dates if ZoneInfo(timezone).utcoffset(local) != local - gmt]
    if len(wrong) < _ENOUGH:
        return Checked(ok=True, words=f"Múi giờ {timezone}")
    words = f"Bài mới nhất của cổng lệch GMT {_hours(wrong[0])} giờ, không phải như timezone = {timezone}"
    return Checked(ok=False, words=f"{words}; sửa một trong hai cho khớp")


def _hours(offset: timedelta) -> str:
    return f"{offset / timedelta(hours=1):+g}"


def _folder(media_path: Path, owner: str) -> Checked:
    place = media_path if media_path.is_dir() else media_path.parent
    try:
        if marked_by(media_path) not in {None, owner}:
            words = not_ours(media_path)
            return Checked(ok=False, words=words[0].upper() + words[1:])
        with tempfile.NamedTemporaryFile(prefix=TEMPORARY, dir=place):
            return Checked(ok=True, words=f"Ghi được vào thư mục {place}")
    except OSError as error:
        words = f"Không ghi được vào thư mục {place}: {error.strerror or error}"
        hint = "" if place == media_path else f"; tạo thư mục con {FOLDER} cho người dùng chạy tinbai, {_SEE}"
        return Checked(ok=False, words=words + hint)
