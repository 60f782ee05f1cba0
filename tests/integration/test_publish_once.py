"""One approval, one row, whatever dies when: on SQLite, PostgreSQL and MariaDB.

The publisher is a process of its own here, killed with SIGKILL at every point of its way, and started again.
"""

import json
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, select, text

from publish.claim import LEASE
from publish.one import Result
from publish.points import Point, unheard
from publish.portal_database import engine_for, writing
from publish.render import render
from publish.run import publish_due
from tests.publish.setting import PDF, a_photo, a_portal, an_office, approve_an_article, rows_on
from tinbai.approval import withdraw
from tinbai.article import ArticleStatus
from tinbai.errors import PortalError
from tinbai.publication import Publication, PublicationStatus

KINDS = ("sqlite", "postgresql", "mariadb")


@pytest.fixture(params=KINDS)
def portal_url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/portal.db"
    return request.getfixturevalue(f"{request.param}_database")


@pytest.fixture
def unique_key():
    return True


@pytest.fixture
def portal(portal_url, tmp_path, unique_key):
    return a_portal(portal_url, tmp_path, unique_key=unique_key)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


@pytest.fixture(scope="module")
def publishers():
    """A process that starts publishers of its own."""
    command = [sys.executable, "-m", "tests.publish.killed_publisher"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()
        running.wait(60)


@pytest.fixture
def publish_apart(publishers, office, portal):
    """One pass of a publisher in a process of its own; returns how it ended."""

    def start(*, point: Point | None = None, careless: bool = False) -> int:
        job = {
            "database": f"sqlite:///{office.database.engine.url.database}", "blobs": str(office.blobs.root),
            "portal": portal.config.model_dump(mode="json"), "now": office.clock().isoformat(), "point": point,
            "careless": careless,
        }  # fmt: skip
        publishers.stdin.write(json.dumps(job) + "\n")
        publishers.stdin.flush()
        ended = int(publishers.stdout.readline())
        assert ended in (0, -signal.SIGKILL)
        return ended

    return start


def assert_whole(portal):
    """One row, both photos as they were approved, the file, and nothing half-written with a name of its own."""
    assert len(rows_on(portal)) == 1
    photos = rows_on(portal, "portal_photo")
    assert [(portal.media_path / photo["file"]).read_bytes() for photo in photos] == [a_photo(1), a_photo(2)]
    (file,) = rows_on(portal, "portal_attachment")
    assert (portal.media_path / file["file"]).read_bytes() == PDF


def test_an_approved_article_is_published_and_proven(office, portal):
    approve_an_article(office)
    office.publish()
    assert_whole(portal)
    assert office.publication().status is PublicationStatus.LIVE
    assert office.article().status is ArticleStatus.PUBLISHED


def test_letters_outside_the_basic_plane_arrive_as_they_were_written(office, portal):
    approve_an_article(office, body_html="<p>Đồng bào Dao hát \U0001f3b6 và chữ Nôm \U00020045.</p>")
    office.publish()
    assert "\U0001f3b6 và chữ Nôm \U00020045" in rows_on(portal)[0]["body_html"]
    assert office.publication().status is PublicationStatus.LIVE


def test_a_body_longer_than_64_kilobytes_arrives_whole(office, portal):
    approve_an_article(office, body_html="".join(f"<p>Đoạn thứ {number} của bài dài.</p>" for number in range(3000)))
    office.publish()
    assert "Đoạn thứ 2999 của" in rows_on(portal)[0]["body_html"]
    assert office.publication().status is PublicationStatus.LIVE


def test_a_withdrawn_article_is_hidden(office, portal):
    approve_an_article(office)
    office.publish()
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="Sai"))
    office.publish()
    assert not rows_on(portal)[0]["visible"]
    assert office.publication().status is PublicationStatus.WITHDRAWN


def test_a_publisher_killed_anywhere_leaves_one_row_after_the_next_pass(office, portal, publish_apart):
    """One publisher after another dies, each one step further on; the last one lives."""
    approve_an_article(office)
    for point in Point:
        assert publish_apart(point=point) == -signal.SIGKILL
        assert len(rows_on(portal)) <= 1
        if point is not Point.RECORDED:
            assert office.publication().status is PublicationStatus.SENDING
            office.clock.forward(LEASE + timedelta(seconds=1))
    assert office.publication().status is PublicationStatus.LIVE
    assert publish_apart() == 0
    assert_whole(portal)
    assert office.article().status is ArticleStatus.PUBLISHED


@pytest.mark.parametrize("point", [Point.FILE_HALF_WRITTEN, Point.ROW_WRITTEN, Point.COMMITTED, Point.READ_BACK])
def test_a_publisher_killed_once_is_followed_by_one_that_finishes(office, portal, publish_apart, point):
    approve_an_article(office)
    publish_apart(point=point)
    assert office.publish().outcomes == []  # the dead one's lease still runs
    office.clock.forward(LEASE + timedelta(seconds=1))
    office.publish()
    assert office.publication().status is PublicationStatus.LIVE
    assert_whole(portal)


@pytest.mark.parametrize("unique_key", [False])
def test_a_portal_that_does_not_look_its_key_up_would_double(office, portal, publish_apart):
    """What the kill tests are worth: without the look-up and the unique key they would fail."""
    approve_an_article(office)
    publish_apart(point=Point.COMMITTED, careless=True)
    office.clock.forward(LEASE + timedelta(seconds=1))
    publish_apart(careless=True)
    assert len(rows_on(portal)) == 2


def test_a_portal_that_does_not_look_its_key_up_is_stopped_by_the_unique_key(office, portal, publish_apart):
    approve_an_article(office)
    publish_apart(point=Point.COMMITTED, careless=True)
    office.clock.forward(LEASE + timedelta(seconds=1))
    publish_apart(careless=True)
    assert len(rows_on(portal)) == 1
    assert office.publication().status is PublicationStatus.SENDING


def test_two_publishers_at_once_write_one_row_each(office, portal):
    for _ in range(6):
        approve_an_article(office)
    results = []

    def publisher():
        results.append(publish_due(office.database, office.portals, office.blobs, clock=office.clock))

    threads = [threading.Thread(target=publisher) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows_on(portal)) == 6
    assert sum(done.count(Result.LIVE) for done in results) == 6


def test_two_who_write_the_same_item_at_once_leave_one_row(office, portal):
    """Past every lease, the portal's own key still holds."""
    approve_an_article(office)
    both = threading.Barrier(2)
    results = []

    def publisher():
        with office.database.reading() as session:
            item = render(session.scalars(select(Publication)).one(), portal, office.blobs)
        both.wait(60)
        try:
            results.append(portal.put(item, unheard))
        except PortalError as error:  # the one who came second; it would come again later
            results.append(error)

    threads = [threading.Thread(target=publisher) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 2
    assert all(result.retryable for result in results if isinstance(result, PortalError))
    assert len(rows_on(portal)) == 1
    assert len(rows_on(portal, "portal_photo")) == 2


def test_check_finds_nothing_wrong_with_a_whole_portal_and_changes_nothing(office, portal):
    approve_an_article(office)
    office.publish()
    before = rows_on(portal)
    assert [one.words for one in portal.check() if not one.ok] == []
    assert rows_on(portal) == before


def test_check_names_the_table_that_is_missing(portal):
    with writing(portal.engine, portal.key) as connection:
        connection.execute(text("DROP TABLE portal_photo"))
    wrong = [one.words for one in portal.check() if not one.ok]
    assert len(wrong) == 1
    assert "portal_photo" in wrong[0]


def test_the_granted_rights_are_enough_to_publish_and_withdraw(
    database, blobs, mariadb_database, postgresql_database, tmp_path
):
    """The GRANT statements of docs/portal-reference.md, word for word."""
    document = Path("docs/portal-reference.md").read_text(encoding="utf-8")
    for language, url in (("postgresql", postgresql_database), ("mariadb", mariadb_database)):
        owner = a_portal(url, tmp_path, language)
        statements = granted(document, language, owner.engine.url.database)
        engine = create_engine(url, poolclass=NullPool)
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
        limited = owner.engine.url.set(username="tinbai_portal", password="a-long-secret")
        owner.engine = engine_for(limited.render_as_string(hide_password=False), 5)
        assert [one.words for one in owner.check() if not one.ok] == []
        office = an_office(database, blobs, owner)
        approve_an_article(office, portals=[language])
        office.publish()
        assert office.publication(language).status is PublicationStatus.LIVE
        if language == "postgresql":
            with engine.begin() as connection:
                connection.execute(text("DROP OWNED BY tinbai_portal"))
                connection.execute(text("DROP ROLE tinbai_portal"))


def granted(document, language, database):
    """The statements of one ```sql block, after the heading that names the server."""
    section = document.split(f"<!-- grants: {language} -->")[1].split("```sql")[1].split("```")[0]
    statements = [one.strip() for one in section.replace("portal_database", database).split(";")]
    return [one for one in statements if one]


def test_check_says_what_is_wrong_with_an_address_where_nobody_answers(portal, tmp_path):
    portal.engine = engine_for(f"sqlite:///{tmp_path}/not-there.db", 2)
    (first, *_) = portal.check()
    assert not first.ok
    assert "Không kết nối được" in first.words
    assert not (tmp_path / "not-there.db").exists()
