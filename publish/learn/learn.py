"""`tinbai portal learn`: before, after, and what is to be copied into the configuration."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from publish.learn.difference import Change, differences
from publish.learn.picture import Picture, keep, kept, take
from publish.learn.propose import propose
from publish.learn.prove import prove
from publish.learn.recognise import Known
from publish.learn.toml import toml
from publish.portal_database import reading
from publish.portals.mapped.session import mapped_engine
from tinbai.config import PortalConfig
from tinbai.errors import PortalError
from tinbai.secret import database_url


def learn_before(config: PortalConfig, root: Path, folder: Path) -> Iterator[str]:
    """Keep a picture of the tables in `folder`, and say what to do next. Reads only. Raises PortalError."""
    engine = _engine(config, root)
    with reading(engine, config.key) as connection:
        picture = take(connection)
    keep(_path(folder, config), picture)
    rows = sum(table.count for table in picture.tables.values())
    yield f"Đã xem {len(picture.tables)} bảng, {rows} dòng (bảng rất lớn chỉ đếm một phần). Không ghi gì lên cổng."
    yield from _left_out(picture)
    yield "Bây giờ đăng một bài trên cổng bằng tay: đủ tóm tắt, hai ảnh có chú thích, chuyên mục, cho hiện ra ngay."
    yield "Đừng để ai đăng bài khác cùng lúc. Xong thì chạy lại lệnh này với --after."


def learn_after(config: PortalConfig, root: Path, folder: Path, known: Known) -> Iterator[str]:
    """What changed, the mapping, and how trying it went. Nothing stays written. Raises PortalError, InputError."""
    picture = kept(_path(folder, config))
    engine = _engine(config, root)
    with reading(engine, config.key) as connection:
        changes = differences(connection, picture)
        proposal = propose(connection, changes, picture, known)
    yield "Đã thay đổi trên cổng:"
    yield from _changes(changes)
    yield from _left_out(picture)
    if proposal is None:
        yield "Không có dòng mới nào mang tiêu đề ấy. Xem tiêu đề đúng từng chữ chưa, bài có đăng sau --before không."
        return
    yield ""
    yield f'Ánh xạ đề xuất, chép vào dưới [[sites.portals]] của “{config.key}” (kind = "mapped"):'
    yield ""
    yield from toml(proposal.mapping, proposal.why)
    yield ""
    if proposal.look_at:
        yield "Xem lại:"
        yield from (f"  {line}" for line in proposal.look_at)
    yield from prove(proposal, config, engine, known)


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        yield "  (không có gì)"
    for change in changes:
        if change.new:
            yield f"  bảng {change.table.name}: thêm {len(change.new)} dòng"
        for column, count in change.changed.items():
            yield f"  bảng {change.table.name}: cột {column} đổi ở {count} dòng đã có (tinbai không ghi chỗ này)"


def _left_out(picture: Picture) -> Iterator[str]:
    if picture.left_out:
        yield f"Không kịp xem {len(picture.left_out)} bảng: {', '.join(picture.left_out)}"


def _path(folder: Path, config: PortalConfig) -> Path:
    return folder / f"learn-{config.key}.json"


def _engine(config: PortalConfig, root: Path) -> Engine:
    if not config.url:
        raise PortalError(portal=config.key, problem="chưa khai báo url trong config.toml; điền vào", retryable=False)
    try:
        return mapped_engine(database_url(config.url, config.password, root), config.timeout_seconds)
    except (ArgumentError, ModuleNotFoundError, SQLAlchemyError) as error:
        problem = "url trong config.toml không phải địa chỉ của loại cơ sở dữ liệu dùng được; xem docs/portal-mapped.md"
        raise PortalError(portal=config.key, problem=problem, retryable=False) from error
