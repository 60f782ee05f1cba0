"""Migration 0002 on a database with rows: they stand in epoch 1, the release before still writes, and back again."""

import pytest
from sqlalchemy import text

from tinbai.db import Database, connect
from tinbai.migrate import migrate

SITE = "INSERT INTO site (id, key, name, code, data) VALUES (1, 'an-mau', 'An Mẫu', 'AM', '')"
MAILBOX = "INSERT INTO mailbox (id, site_id, key, uidvalidity, last_uid) VALUES (1, 1, 'chung', 7, 5)"
MESSAGE = (
    "INSERT INTO message (id, site_id, sha256, size, stored, released, status, received_at, attempts)"
    " VALUES (1, 1, 'x', 1, true, false, 'received', '2026-10-15 05:00:00+00', 0)"
)
DELIVERY = (
    "INSERT INTO delivery (mailbox_id, uidvalidity, uid, message_id, size, received_at, told)"
    " VALUES (1, 7, :uid, 1, 1, '2026-10-15 05:00:00+00', 'done')"
)


@pytest.fixture(params=["sqlite", "postgresql"])
def before(request: pytest.FixtureRequest) -> Database:
    """A database of the release before, with a mailbox and a delivery in it."""
    if request.param == "sqlite":
        database = connect(f"sqlite:///{request.getfixturevalue('tmp_path')}/before.db")
    else:
        database = connect(request.getfixturevalue("postgresql_database"))
    migrate(database, "0001")
    with database.writing() as session:
        for statement in (SITE, MAILBOX, MESSAGE):
            session.execute(text(statement))
        session.execute(text(DELIVERY), {"uid": 5})
    return database


def test_what_was_delivered_stands_in_the_first_epoch_and_so_does_what_the_release_before_still_writes(
    before: Database,
) -> None:
    migrate(before, "0002")
    with before.writing() as session:
        session.execute(text(DELIVERY), {"uid": 6})
    with before.reading() as session:
        assert session.execute(text("SELECT epoch, uid FROM delivery ORDER BY uid")).all() == [(1, 5), (1, 6)]
        assert session.execute(text("SELECT place, epoch, last_uid, missing FROM mailbox")).all() == [(None, 1, 5, 0)]
    before.close()
