"""A home-made portal with five tables and names as people give them, and a mapped portal that writes to it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    String,
    Table,
    Text,
    create_engine,
    insert,
    select,
)  # fmt: skip

from publish.portals import open_portal
from publish.portals.mapped.portal import MappedPortal
from tinbai.config import PortalConfig

HOME = "https://anmau.example"
TABLES = ("tb_TinBai", "nd Bài", "dm-cm", "tb_dm", "anh_tb")


def home_made(engine: str = "InnoDB") -> MetaData:
    """The tables. `engine` is MariaDB's."""
    known = MetaData()
    options: dict[str, Any] = {"mysql_engine": engine, "mysql_charset": "utf8mb4"}
    Table(
        "tb_TinBai", known,
        Column("Mã TB", Integer, primary_key=True),
        Column("td", String(150), nullable=False),
        Column("tt_ngan", Text, nullable=False),
        Column("dg_dan", String(140), nullable=False),
        Column("anh_dd", String(250)),
        Column("ng_dang", BigInteger, nullable=False),
        Column("ng_sua", String(20), nullable=False),
        Column("tg", String(100), nullable=False),
        Column("lx", Integer, nullable=False),
        Column("tth", SmallInteger, nullable=False),
        Column("nd_id", Integer, nullable=False),
        Column("diem", Numeric(4, 1), nullable=False),
        Column("ghi_chu", String(100)),
        **options,
    )  # fmt: skip
    Table(
        "nd Bài", known, Column("id", Integer, primary_key=True), Column("ma_tb", Integer, nullable=False),
        Column("noi_dung", Text, nullable=False), **options,
    )  # fmt: skip
    Table(
        "dm-cm", known, Column("ma_dm", Integer, primary_key=True), Column("ten_dm", String(100), nullable=False),
        Column("thu_tu", Integer, nullable=False), **options,
    )  # fmt: skip
    Table(
        "tb_dm", known, Column("ma_tb", Integer, primary_key=True, autoincrement=False),
        Column("ma_dm", Integer, primary_key=True, autoincrement=False), **options,
    )  # fmt: skip
    Table(
        "anh_tb", known, Column("id", Integer, primary_key=True), Column("ma_tb", Integer, nullable=False),
        Column("tep", String(250), nullable=False), Column("chu_thich", Text), Column("stt", Integer), **options,
    )  # fmt: skip
    return known


MAPPING: dict[str, Any] = {
    "table": "tb_TinBai",
    "key": {"column": "ghi_chu"},
    "status": {"column": "tth", "shown": 1, "hidden": 0},
    "columns": {
        "td": {"from": "title", "escape": True},
        "tt_ngan": {"from": "summary"},
        "dg_dan": {"from": "slug"},
        "anh_dd": {"from": "cover", "before": "tin/"},
        "ng_dang": {"from": "published_at", "as": "unix"},
        "ng_sua": {"from": "updated_at", "as": "text", "format": "%d/%m/%Y %H:%M"},
        "tg": {"from": "author"},
        "lx": {"value": 0},
        "nd_id": {"value": 7},
        "diem": {"value": 1.5},
    },
    "rows": [
        {
            "table": "nd Bài", "of": "item",
            "columns": {"ma_tb": {"from": "id"}, "noi_dung": {"from": "body_html"}},
        },
        {
            "table": "tb_dm", "of": "category",
            "columns": {
                "ma_tb": {"from": "id"},
                "ma_dm": {"from": "category", "look_up": {"table": "dm-cm", "by": "ten_dm", "gives": "ma_dm"}},
            },
        },
        {
            "table": "anh_tb", "of": "photo",
            "columns": {
                "ma_tb": {"from": "id"}, "tep": {"from": "file", "before": "tin/"},
                "chu_thich": {"from": "caption"}, "stt": {"from": "position"},
            },
        },
    ],
}  # fmt: skip


def make_home_made(url: str, engine: str = "InnoDB") -> None:
    """The tables, three categories, and two articles that somebody wrote in the portal itself."""
    maker = create_engine(url)
    known = home_made(engine)
    known.create_all(maker)
    with maker.begin() as connection:
        for name in ("Kinh tế", "Văn hóa", "Tin mới"):
            connection.execute(insert(known.tables["dm-cm"]).values(ten_dm=name, thu_tu=0))
        for number in (1, 2):
            by_hand(connection, known, f"Tin cũ số {number}", f"tin-cu-so-{number}", 1_790_000_000 + number * 86_400)
    maker.dispose()


def by_hand(connection: Any, known: MetaData, title: str, slug: str, moment: int, **more: Any) -> int:
    """An article as the portal's own form writes it; returns its number."""
    told = {
        "td": title, "tt_ngan": "Tóm tắt.", "dg_dan": slug, "anh_dd": None, "ng_dang": moment,
        "ng_sua": "15/10/2026 12:00", "tg": "Ban biên tập", "lx": 3, "tth": 1, "nd_id": 7, "diem": 1.5, **more,
    }  # fmt: skip
    body, photos = told.pop("noi_dung", "<p>Nội dung cũ.</p>"), told.pop("anh", ())
    category = told.pop("ma_dm", 1)
    done = connection.execute(insert(known.tables["tb_TinBai"]).values(told))
    number = done.inserted_primary_key[0]
    connection.execute(insert(known.tables["nd Bài"]).values(ma_tb=number, noi_dung=body))
    connection.execute(insert(known.tables["tb_dm"]).values(ma_tb=number, ma_dm=category))
    for place, (file, caption) in enumerate(photos, start=1):
        connection.execute(insert(known.tables["anh_tb"]).values(ma_tb=number, tep=file, chu_thich=caption, stt=place))
    return int(number)


def a_mapped(url: str, folder: Path, key: str = "cong", **config: Any) -> MappedPortal:
    """The portal whose tables are at `url`, with an empty folder for photos."""
    media = folder / f"tin-{key}"
    media.mkdir(exist_ok=True)
    told: dict[str, Any] = {
        "media_url": f"{HOME}/tin", "address": f"{HOME}/bai/{{slug}}-{{id}}.html", "mapping": MAPPING,
        "categories": {"kinh-te": ("Kinh tế", "Tin mới")},
    } | config  # fmt: skip
    given = {"key": key, "kind": "mapped", "url": url, "media_path": str(media), **told}
    opened = open_portal(PortalConfig.model_validate(given), folder)
    assert isinstance(opened, MappedPortal)
    return opened


def rows_of(portal: MappedPortal, table: str) -> Sequence[dict[str, Any]]:
    """Every row of a table, in the order of its key."""
    with portal.engine.connect() as connection:
        known = Table(table, MetaData(), autoload_with=connection)
        query = select(known).order_by(*known.primary_key)
        return [dict(row) for row in connection.execute(query).mappings()]


def ours(portal: MappedPortal) -> Sequence[dict[str, Any]]:
    """The main rows that tinbai wrote."""
    return [row for row in rows_of(portal, "tb_TinBai") if row["ghi_chu"]]
