"""The reference portal's own promises: its document, its connections, its words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.engine import make_url

from publish.media_owner import mark
from publish.portal_database import _timeouts, _with_driver, writing
from publish.portals import open_portal
from publish.portals.reference.ddl import statements
from tests.publish.setting import a_portal, an_office, approve_an_article, rows_on
from tinbai.config import PortalConfig
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


@pytest.fixture
def two_portals(tmp_path):
    """Two databases and, by mistake, one media folder."""
    first, second = (a_portal(f"sqlite:///{tmp_path}/{name}.db", tmp_path, name) for name in ("cong", "tinh"))
    second.media_path = first.media_path
    return first, second


def test_two_portals_with_one_folder_never_delete_each_others_photos(database, blobs, two_portals):
    first, second = two_portals
    office = an_office(database, blobs, first)
    approve_an_article(office)
    office.publish()
    photos = [first.media_path / row["file"] for row in rows_on(first, "portal_photo")]
    with pytest.raises(PortalError, match="đang thuộc một cổng khác"):
        second.sweep_media(office.clock() + timedelta(days=3650))
    with pytest.raises(PortalError, match="đang thuộc một cổng khác"):
        second.remove_files([row["file"] for row in rows_on(first, "portal_photo")])
    assert all(photo.exists() for photo in photos)
    assert first.sweep_media(office.clock() + timedelta(days=3650)) == []
    assert all(one.ok for one in first.check())
    told = second.check()[-1]
    assert not told.ok
    assert "media_path" in told.words
    assert ".tinbai-portal" in told.words


def test_the_second_portal_writes_nothing_into_the_first_ones_folder(database, blobs, two_portals):
    first, second = two_portals
    mark(first.media_path, first.owner)
    office = an_office(database, blobs, second)
    approve_an_article(office, portals=["tinh"])
    (outcome,) = office.publish().outcomes
    assert (outcome.result, rows_on(second)) == ("later", [])
    assert "media_path" in outcome.problem


def test_a_folder_that_nobody_has_marked_is_not_swept(tmp_path):
    portal = a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)
    file = portal.media_path / "2026" / "10" / f"am-2026-0001-{'a' * 16}.jpg"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"perhaps another portal's")
    assert portal.sweep_media(datetime(2100, 1, 1, tzinfo=UTC)) == []
    assert file.exists()
    mark(portal.media_path, portal.owner)
    assert portal.sweep_media(datetime(2100, 1, 1, tzinfo=UTC)) == [f"2026/10/{file.name}"]


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        ({"url": "", "media_path": "media"}, "url"),
        ({"url": "sqlite:///portal.db", "media_path": ""}, "media_path"),
        ({"url": "nosuchdb://tinbai:secret@db.example/portal", "media_path": "media"}, "url"),
    ],
)
def test_an_enabled_portal_without_a_usable_address_is_told_in_words(tmp_path, keys, named):
    config = PortalConfig.model_construct(**{**PortalConfig(key="cong").model_dump(), **keys})
    with pytest.raises(PortalError) as caught:
        open_portal(config, tmp_path)
    assert not caught.value.retryable
    assert named in caught.value.problem
    assert "secret" not in str(caught.value)
