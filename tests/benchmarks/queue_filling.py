"""A database with very many articles, filled past the program: COPY on PostgreSQL, executemany on SQLite.

    python -m tests.benchmarks.queue_filling DATABASE_URL NUMBER [SECONDS [TOTAL]]

With SECONDS it stops after so many, and goes on the next time; TOTAL is how many there will be when they are doubled.

A full-text index is built after the rows, as it would grow letter by letter.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select

from tests.benchmarks.queue_material import Writer
from tinbai.article import Article
from tinbai.article_search import as_text
from tinbai.column import Column
from tinbai.db import Database, connect
from tinbai.migrate import migrate
from tinbai.nouns import METADATA
from tinbai.people import Contributor, Role, RoleName, Unit, User
from tinbai.site import Site

BATCH = 5_000
COLUMNS, UNITS, CONTRIBUTORS, EDITORS = 25, 60, 200, 20
SITE = "an-mau"
END = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
# Of the newest articles: what a board has on its desk. All the others are live, but for one in twenty.
DESK = ("new", "new", "editing", "submitted", "returned", "approved")
ON_DESK = 1_200
FINDINGS: tuple[list[dict[str, Any]], ...] = (
    [], [],
    [{"check": "caption_missing", "severity": "warn", "where": {"field": "photos"}, "message": "Ảnh thiếu chú thích."}],
    [{"check": "summary_missing", "severity": "hint", "where": {"field": "summary"}, "message": "Thiếu sapo."},
     {"check": "title_long", "severity": "warn", "where": {"field": "title"}, "message": "Tiêu đề dài."}],
)  # fmt: skip
# The references are not checked one by one: they are right as they are made.
BEFORE = {
    "postgresql": ("SET LOCAL session_replication_role = replica", "SET LOCAL synchronous_commit = off"),
    "sqlite": ("PRAGMA defer_foreign_keys = ON",),
}
TABLES = ("message", "article", "revision", "revision_photo", "event", "article_search")


def fill(database: Database, number: int, *, seconds: float = 3600, total: int = 0) -> bool:
    """Up to `number` articles, from empty tables or on from where it stopped; False when the time was up before.

    Their hours are those that they have among `total` ones, when others will follow.
    """
    began = time.monotonic()
    migrate(database)
    people = _people(database)
    last = _last(database)
    if not last:
        _without_index(database.engine)
    writer = Writer(seed=last)
    for start in range(last + 1, number + 1, BATCH):
        if time.monotonic() - began > seconds:
            return False
        keys = range(start, min(start + BATCH, number + 1))
        _write(database.engine, list(_articles(keys, total or number, people, writer)))
        print(f"{start:>9} {time.monotonic() - began:.0f} s", flush=True)
    _with_index(database.engine)
    print(f"index: {time.monotonic() - began:.0f} s", flush=True)
    return True


def _last(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.max(Article.id))) or 0


def _people(database: Database) -> dict[str, list[int]]:
    with database.writing() as session:
        if session.scalar(select(Site.id)) is not None:
            known: dict[str, Any] = {
                "column": Column,
                "unit": Unit,
                "contributor": Contributor,
                "user": User,
                "site": Site,
            }
            return {name: list(session.scalars(select(noun.id).order_by(noun.id))) for name, noun in known.items()}
        site = Site(key=SITE, name="Trang thông tin điện tử xã An Mẫu", code="AM")
        session.add(site)
        session.flush()
        rows: dict[str, list[Any]] = {
            "column": [
                Column(site_id=site.id, key=f"c{n}", name=f"Chuyên mục {n}", position=n) for n in range(COLUMNS)
            ],
            "unit": [Unit(site_id=site.id, key=f"u{n}", name=f"Đơn vị số {n}") for n in range(UNITS)],
            "contributor": [Contributor(site_id=site.id, name=f"Cộng tác viên {n}") for n in range(CONTRIBUTORS)],
            "user": [_user(site, n) for n in range(EDITORS)],
        }
        for each in rows.values():
            session.add_all(each)
        session.flush()
        return {name: [row.id for row in each] for name, each in rows.items()} | {"site": [site.id]}


def _user(site: Site, number: int) -> User:
    roles = [Role(site_id=site.id, name=RoleName.HEAD if number % 5 == 0 else RoleName.EDITOR)]
    return User(username=f"nguoi{number}", name=f"Người Thử {number}", created_at=END, roles=roles)


def _articles(
    keys: range, total: int, people: dict[str, list[int]], writer: Writer
) -> Iterator[dict[str, dict[str, Any]]]:
    """The rows of each article, by table. The newest ones stand on the desk."""
    site = people["site"][0]
    for key in keys:
        at = END - timedelta(minutes=3 * (total - key))
        status = DESK[key % len(DESK)] if total - key < ON_DESK else ("rejected" if key % 20 == 0 else "published")
        code = f"AM-{at.year}-{key:07}"
        text, findings = writer.write(code), FINDINGS[key % len(FINDINGS)]
        editor = None if status == "new" else people["user"][key % EDITORS]
        contributor = people["contributor"][key * 7 % CONTRIBUTORS]
        terms = [
            f"@{site}",
            *(f"#{each['check']}" for each in findings),
            *(f"!{each['severity']}" for each in findings),
        ]
        yield {
            "message": {
                "id": key, "site_id": site, "sha256": f"{key:064x}", "size": 90_000, "stored": True,
                "status": "drafted", "received_at": at, "released": False, "attempts": 1, "subject": text.title,
                "from_name": "Cộng tác viên", "from_address": "ctv@songmau.example", "contributor_id": contributor,
            },
            "article": {
                "id": key, "site_id": site, "code": code, "kind": "article" if key % 50 else "document",
                "status": status, "version": 1, "message_id": key, "ordinal": 0, "contributor_id": contributor,
                "unit_id": people["unit"][key * 7 % UNITS], "column_id": people["column"][key * 3 % COLUMNS],
                "genre": "Tin", "suggestions": "[]", "fields": "{}", "set_aside": "[]", "editor_id": editor,
                "needs_head": False, "created_at": at, "arrived_at": at, "changed_at": at, "revision_id": key,
            },
            "revision": {
                "id": key, "article_id": key, "number": 1, "made_at": at, "message_id": key, "from_part": "body",
                "encoding": "unicode", "title": text.title, "summary": text.summary, "body_html": text.body_html,
                "byline": "Tin, ảnh: Thí Điểm", "author": "Thí Điểm", "source": "", "findings": json.dumps(findings),
            },
            "revision_photo": {
                "id": key, "revision_id": key, "position": 0, "sha256": f"{key:064x}", "filename": "anh.jpg",
                "caption": "Quang cảnh buổi lễ", "alt": "", "place": 0,
            },
            "event": {
                "id": key, "site_id": site, "at": at, "user_id": editor, "actor": "Người Thử", "noun": "article",
                "noun_id": key, "decision": "claim" if editor else "draft", "note": "",
            },
            "article_search": {"article_id": key, "revision_id": key, "terms": [*terms, *text.terms]},
        }  # fmt: skip


def _write(engine: Engine, rows: Sequence[dict[str, dict[str, Any]]]) -> None:
    """All tables in one transaction, since an article and its revision refer to each other."""
    put = _copy if engine.dialect.name == "postgresql" else _insert
    with engine.execution_options(tinbai_writes=True).begin() as connection:
        for statement in BEFORE[engine.dialect.name]:
            connection.exec_driver_sql(statement)
        for name in TABLES:
            missing = _missing(METADATA.tables[name], rows[0][name])
            put(connection, METADATA.tables[name], [row[name] | missing for row in rows])


def _missing(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """What the database would not put in by itself."""
    return {each.name: _plain(each) for each in table.columns if not each.nullable and each.name not in row}


def _plain(column: Any) -> Any:
    kind = column.type.python_type if hasattr(column.type, "python_type") else str
    return {bool: False, int: 0, str: ""}.get(kind, "")


def _copy(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    quoted = ", ".join(f'"{name}"' for name in rows[0])
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row([as_text(each, "postgresql") if isinstance(each, list) else each for each in row.values()])


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    quoted, marks = ", ".join(f'"{name}"' for name in rows[0]), ", ".join("?" for _ in rows[0])
    values = [tuple(_of_sqlite(each) for each in row.values()) for row in rows]
    driver.executemany(f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})', values)


def _of_sqlite(value: Any) -> Any:
    if isinstance(value, list):
        return as_text(value, "sqlite")
    return value.strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else value


def _without_index(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.exec_driver_sql("DROP INDEX IF EXISTS fts_article_search_terms")


def _with_index(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("SET maintenance_work_mem = '1GB'")
            connection.exec_driver_sql(
                "CREATE INDEX fts_article_search_terms ON article_search USING gin (terms) WITH (fastupdate = off)"
            )
            for name in ("message", "article", "revision", "revision_photo", "event", "article_search"):
                key = "article_id" if name == "article_search" else "id"
                if key == "id":
                    connection.exec_driver_sql(
                        f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))"
                    )
            connection.exec_driver_sql("VACUUM ANALYZE")
    else:
        with engine.execution_options(tinbai_writes=True).begin() as connection:
            connection.exec_driver_sql("ANALYZE")


if __name__ == "__main__":
    opened = connect(sys.argv[1])
    more = sys.argv[3:]
    fill(
        opened, int(sys.argv[2]), seconds=float(more[0]) if more else 3600, total=int(more[1]) if len(more) > 1 else 0
    )  # fmt: skip
    opened.close()
