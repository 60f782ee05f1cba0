"""A filled PostgreSQL database, copied within itself until it has as many articles as are wanted: minutes, not hours.

    python -m tests.benchmarks.queue_doubling DATABASE_URL NUMBER

`queue_filling` made the first ones, with the hours that the whole number of them will have. The copies have texts that
are there already, so a code is found several times; how rare a word is among all of them stays the same.
"""

import sys
import time

from sqlalchemy import Connection

from tests.benchmarks.queue_filling import DESK, EDITORS, ON_DESK
from tinbai.db import connect
from tinbai.nouns import METADATA

FULL_TEXT = "fts_article_search_terms"
INDEX = f"CREATE INDEX {FULL_TEXT} ON article_search USING gin (terms) WITH (fastupdate = off)"
STEP = "interval '3 minutes'"
# What differs in the copies; {n} is how far their numbers are from the originals'.
CHANGED = {
    "message": {
        "id": "id + {n}", "sha256": "lpad(to_hex(id + {n}), 64, '0')", "received_at": "received_at + {n} * " + STEP,
    },
    "article": {
        "id": "id + {n}", "code": "'AM-2026-' || lpad((id + {n})::text, 7, '0')", "message_id": "message_id + {n}",
        "revision_id": "revision_id + {n}",
        **{name: f"{name} + {{n}} * {STEP}" for name in ("created_at", "arrived_at", "changed_at")},
    },
    "revision": {
        "id": "id + {n}", "article_id": "article_id + {n}", "message_id": "message_id + {n}",
        "made_at": "made_at + {n} * " + STEP,
    },
    "revision_photo": {"id": "id + {n}", "revision_id": "revision_id + {n}"},
    "event": {"id": "id + {n}", "noun_id": "noun_id + {n}", "at": "at + {n} * " + STEP},
    "article_search": {"article_id": "article_id + {n}", "revision_id": "revision_id + {n}"},
}  # fmt: skip


def double(connection: Connection, wanted: int) -> None:
    """Up to `wanted` articles; the indexes that are no constraints are made anew at the end."""
    began = time.monotonic()
    connection.exec_driver_sql("SET session_replication_role = replica")
    connection.exec_driver_sql("SET maintenance_work_mem = '1GB'")
    connection.exec_driver_sql("SET synchronous_commit = off")
    tables = ", ".join(f"'{name}'" for name in CHANGED)
    indexes = connection.exec_driver_sql(
        f"SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.tablename IN ({tables}) AND NOT EXISTS "
        "(SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"
    ).all()
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    last = connection.exec_driver_sql("SELECT max(id) FROM article").scalar_one()
    while last < wanted:
        for name, changed in CHANGED.items():
            _copy(connection, name, changed, last, wanted - last)
        last = min(2 * last, wanted)
        print(f"{last} {time.monotonic() - began:.0f} s", flush=True)
    _clear_desk(connection, wanted)
    for definition in (*(each[1] for each in indexes if each[0] != FULL_TEXT), INDEX):
        connection.exec_driver_sql(definition)
    print(f"indexes {time.monotonic() - began:.0f} s", flush=True)
    for name in set(CHANGED) - {"article_search"}:
        connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {wanted})")
    connection.exec_driver_sql("VACUUM ANALYZE")
    print(f"all {time.monotonic() - began:.0f} s", flush=True)


def _copy(connection: Connection, name: str, changed: dict[str, str], number: int, most: int) -> None:
    columns = [column.name for column in METADATA.tables[name].columns]
    into = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f'"{column}"').format(n=number) for column in columns)
    key = "article_id" if name == "article_search" else "id"
    connection.exec_driver_sql(f'INSERT INTO "{name}" ({into}) SELECT {values} FROM "{name}" WHERE {key} <= {most}')


def _clear_desk(connection: Connection, wanted: int) -> None:
    """The newest ones wait, and all others are live or rejected."""
    connection.exec_driver_sql("UPDATE article SET status = 'published' WHERE status NOT IN ('published', 'rejected')")
    cases = " ".join(f"WHEN {number} THEN '{status}'" for number, status in enumerate(DESK))
    editor = f'(SELECT min(id) FROM "user") + mod(article.id, {EDITORS})'
    connection.exec_driver_sql(
        f"UPDATE article SET status = CASE mod(id, {len(DESK)}) {cases} END, "
        f"editor_id = CASE WHEN mod(id, {len(DESK)}) < 2 THEN NULL ELSE {editor} END WHERE id > {wanted - ON_DESK}"
    )


if __name__ == "__main__":
    opened = connect(sys.argv[1])
    with opened.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        double(connection, int(sys.argv[2]))
    opened.close()
