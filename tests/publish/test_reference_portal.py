"""The reference portal's own promises: its document, its connections, its words."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.engine import make_url

from publish.portals.reference.connection import _timeouts, _with_driver, writing
from publish.portals.reference.ddl import statements
from tests.publish.setting import a_portal, an_office, approve_an_article
from tinbai.errors import PortalError


@pytest.mark.parametrize(("server", "dialect"), [("postgresql", postgresql.dialect()), ("mariadb", mysql.dialect())])
def test_the_document_prints_the_tables_as_they_are(server, dialect):
    document = Path("docs/portal-reference.md").read_text(encoding="utf-8")
    printed = document.split(f"<!-- schema: {server} -->")[1].split("```sql\n")[1].split("\n```")[0]
    assert printed == ";\n".join(statements(dialect)) + ";"


def test_every_wait_for_a_server_has_an_end():
    assert _timeouts("postgresql", 7)["connect_timeout"] == 7
    assert "statement_timeout=7s" in _timeouts("postgresql", 7)["options"]
    assert _timeouts("mysql", 7) == {"connect_timeout": 7, "read_timeout": 7, "write_timeout": 7}


def test_an_address_without_a_driver_gets_the_one_that_is_installed():
    assert _with_driver(make_url("mysql://u@h/d")).drivername == "mysql+pymysql"
    assert _with_driver(make_url("mariadb://u@h/d")).query["charset"] == "utf8mb4"


def test_a_missing_sqlite_portal_is_an_error_and_is_not_made(tmp_path):
    portal = a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)
    (tmp_path / "portal.db").unlink()
    with pytest.raises(PortalError) as caught:
        portal.look_up("key")
    assert caught.value.retryable
    assert not (tmp_path / "portal.db").exists()


def test_a_media_folder_that_cannot_be_written_is_named_and_tried_again(database, blobs, tmp_path):
    portal = a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)
    office = an_office(database, blobs, portal)
    portal.media_path.rmdir()
    portal.media_path.write_text("a file where a folder should be")
    assert [one.ok for one in portal.check()][-1] is False
    approve_an_article(office)
    (outcome,) = office.publish().outcomes
    assert str(portal.media_path) in outcome.problem
    assert outcome.result == "later"


def test_an_error_never_prints_the_article(database, blobs, tmp_path):
    portal = a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    with writing(portal.engine, portal.key) as connection:
        connection.execute(text("DROP TABLE portal_photo"))
    (outcome,) = office.publish().outcomes
    assert "portal_photo" in outcome.problem
    assert "Ví Dụ" not in outcome.problem
