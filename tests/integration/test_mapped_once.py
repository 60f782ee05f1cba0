"""A home-made portal's five tables on PostgreSQL and MariaDB, with transactions and without."""

import json
import signal
import subprocess
import sys
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, event, select, text

from publish.claim import LEASE
from publish.dry_run import dry_run
from publish.learn.learn import learn_after, learn_before
from publish.one import Result
from publish.points import Point
from publish.portals.mapped.session import alone, mapped_engine
from publish.render import render
from tests.integration.test_publish_once import granted
from tests.publish.mapped_portal import TABLES, a_mapped, make_home_made, ours, rows_of
from tests.publish.setting import a_portal, an_office, approve_an_article, rows_on
from tests.publish.test_learn import KNOWN, post_by_hand
from tests.publish.test_publish import approve_now, save_again
from tinbai.approval import republish, withdraw
from tinbai.config import PortalConfig
from tinbai.publication import Publication, PublicationStatus

KINDS = (
    "postgresql",
    pytest.param("mariadb", marks=pytest.mark.hard),
    "myisam",
    pytest.param("mixed", marks=pytest.mark.hard),
)
WRITES = ("INSERT", "UPDATE", "DELETE")


class Death(BaseException):
    """The process ends here."""


@pytest.fixture(params=KINDS)
def portal(request, tmp_path):
    kind = request.param
    url = request.getfixturevalue("postgresql_database" if kind == "postgresql" else "mariadb_database")
    make_home_made(url, "MyISAM" if kind == "myisam" else "InnoDB")
    portal = a_mapped(url, tmp_path)
    if kind == "mixed":
        with portal.engine.begin() as connection:
            connection.execute(text("ALTER TABLE anh_tb ENGINE = MyISAM"))
    return portal


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def results(office):
    return [(outcome.result, outcome.problem) for outcome in office.publish().outcomes]


def withdraw_now(session, article, head):
    withdraw(session, article, by=head, at=article.changed_at, note="Sai")


def test_published_renewed_taken_down_and_put_up_again_it_is_one_row(office, portal):
    assert [one.words for one in portal.check() if not one.ok] == []
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    office.change(save_again(photos=1))
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert len(rows_of(portal, "anh_tb")) == 1
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]
    assert [row["tth"] for row in ours(portal)] == [0]
    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))
    assert results(office) == [(Result.LIVE, "")]
    assert [row["tth"] for row in ours(portal)] == [1]


def whole(portal):
    """Of what readers see of ours: its number of bodies, categories and photos."""
    numbers = [row["Mã TB"] for row in ours(portal) if row["tth"] == 1]
    beneath = {table: [row["ma_tb"] for row in rows_of(portal, table)] for table in ("nd Bài", "tb_dm", "anh_tb")}
    return [tuple(parents.count(number) for parents in beneath.values()) for number in numbers]


@pytest.mark.parametrize("again", [False, True])
def test_writers_that_die_one_change_further_each_time_leave_nothing_half_to_see(office, portal, again):
    """Before every single change of a first publication, and of a renewal with another photo less."""
    approve_an_article(office)
    if again:
        office.publish()
        office.change(save_again(photos=1))
        office.change(approve_now)
    allowed = {(1, 2, 2), (1, 2, 1)} if again else {(1, 2, 2)}
    for after in range(40):
        if not dies(office, portal, after):
            break
        assert {*whole(portal)} <= allowed
        assert len(ours(portal)) <= 1
        office.clock.forward(LEASE + timedelta(seconds=1))
    else:
        pytest.fail("no writer comes to an end")
    assert after >= 4
    assert whole(portal) == [(1, 2, 1 if again else 2)]
    assert len(ours(portal)) == 1


def dies(office, portal, after):
    """One pass that ends before the change that comes after so many; whether it did."""
    done: list[str] = []

    def execute(_connection, _cursor, statement, *_):
        if statement.startswith(WRITES):
            if len(done) == after:
                raise Death
            done.append(statement)

    event.listen(portal.engine, "before_cursor_execute", execute)
    try:
        office.publish()
    except Death:
        return True
    finally:
        event.remove(portal.engine, "before_cursor_execute", execute)
    return False


@pytest.mark.parametrize("portal", ["myisam"], indirect=True)
def test_a_row_that_is_shown_at_once_would_be_seen_half(office, portal, monkeypatch):
    """What the test above is worth where nothing can be undone."""
    shown = {"tth": 1}
    monkeypatch.setattr("publish.portals.mapped.rows.Rows._status", lambda *_, **__: shown)
    approve_an_article(office)
    assert dies(office, portal, 3)
    assert whole(portal) == [(1, 1, 0)]


def test_while_somebody_else_writes_nothing_is_written(office, portal):
    approve_an_article(office)
    portal.config = portal.config.model_copy(update={"timeout_seconds": 2})
    holder = portal.engine
    portal.engine = mapped_engine(holder.url.render_as_string(hide_password=False), 2)
    with alone(holder, "cong", "tb_TinBai", 30, transactional=holder.dialect.name == "postgresql"):
        ((result, problem),) = results(office)
    assert result == Result.LATER
    assert problem
    assert ours(portal) == []
    office.clock.forward(timedelta(minutes=5))
    assert results(office) == [(Result.LIVE, "")]


def test_a_dry_run_leaves_every_row_where_it_can_be_undone_and_runs_nothing_where_not(office, portal):
    approve_an_article(office)
    before = [rows_of(portal, table) for table in TABLES]
    with office.database.reading() as session:
        item = render(session.scalars(select(Publication)).one(), portal, office.blobs)
    done = dry_run(portal, item)
    assert [rows_of(portal, table) for table in TABLES] == before
    assert list(portal.media_path.iterdir()) == []
    assert [file.path for file in done.files] == sorted(item.contents)
    without = portal.engine.dialect.name == "mysql" and len(done.rows) == 1
    assert done.tried is not without
    assert [row.values["title"] for row in done.rows if without] == [item.text.title] * without
    assert without or [row.table for row in done.rows].count("anh_tb") == 2


def test_a_dry_run_of_a_reference_portal_believes_no_table_that_cannot_undo(
    database, blobs, mariadb_database, tmp_path
):
    portal = a_portal(mariadb_database, tmp_path)
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    with office.database.reading() as session:
        item = render(session.scalars(select(Publication)).one(), portal, office.blobs)
    assert [row.table for row in dry_run(portal, item).rows].count("portal_photo") == 2
    with portal.engine.begin() as connection:
        for statement in ("DROP TABLE portal_photo, portal_attachment", "ALTER TABLE portal_article ENGINE = MyISAM"):
            connection.execute(text(statement))
    assert not dry_run(portal, item).tried
    assert rows_on(portal) == []


@pytest.mark.parametrize("portal", ["postgresql", "myisam"], indirect=True)
def test_what_one_article_teaches_publishes(database, blobs, portal, tmp_path):
    config = PortalConfig(key="hoc", kind="mapped", enabled=False, url=portal.config.url)
    list(learn_before(config, tmp_path, tmp_path))
    post_by_hand(portal.config.url)
    told = list(learn_after(config, tmp_path, tmp_path, KNOWN))
    start, end = told.index("[sites.portals.mapping]"), told.index("Xem lại:")
    mapping = tomllib.loads("\n".join(told[start:end]))["sites"]["portals"]["mapping"]
    tried = "không ghi thử được" in told[-1] if portal.engine.dialect.name == "mysql" else told[-1].startswith("Được")
    assert tried
    learned = a_mapped(portal.config.url, tmp_path, mapping=mapping)
    assert [one.words for one in learned.check() if not one.ok] == []
    office = an_office(database, blobs, learned)
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    assert whole(learned) == [(1, 2, 2)]


@pytest.fixture
def publishers():
    """A process that starts publishers of its own."""
    command = [sys.executable, "-m", "tests.publish.killed_publisher"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()
        running.wait(60)


@pytest.mark.hard
@pytest.mark.parametrize("portal", ["postgresql", "mariadb", "myisam"], indirect=True)
def test_a_publisher_killed_anywhere_leaves_one_article_after_the_next_pass(office, portal, publishers):
    """SIGKILL to a process of its own, one step further each time; the last one lives."""
    approve_an_article(office)
    for point in Point:
        assert killed(publishers, office, portal, point) == -signal.SIGKILL
        assert {*whole(portal)} <= {(1, 2, 2)}
        assert len(ours(portal)) <= 1
        if point is not Point.RECORDED:
            office.clock.forward(LEASE + timedelta(seconds=1))
    assert killed(publishers, office, portal, None) == 0
    assert whole(portal) == [(1, 2, 2)]
    assert office.publication().status is PublicationStatus.LIVE


def killed(publishers, office, portal, point):
    """One pass of a publisher in a process of its own, up to where it dies; how it ended."""
    job = {
        "database": f"sqlite:///{office.database.engine.url.database}", "blobs": str(office.blobs.root),
        "portal": portal.config.model_dump(mode="json"), "now": office.clock().isoformat(), "point": point,
        "careless": False,
    }  # fmt: skip
    publishers.stdin.write(json.dumps(job) + "\n")
    publishers.stdin.flush()
    return int(publishers.stdout.readline())


@pytest.mark.parametrize("server", ["postgresql", "mariadb"])
def test_the_granted_rights_are_enough(database, blobs, request, tmp_path, server):
    """The GRANT statements of docs/portal-mapped.md, word for word."""
    url = request.getfixturevalue(f"{server}_database")
    make_home_made(url)
    portal = a_mapped(url, tmp_path)
    document = Path("docs/portal-mapped.md").read_text(encoding="utf-8")
    statements = granted(document, server, portal.engine.url.database)
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    limited = portal.engine.url.set(username="tinbai_portal", password="a-long-secret")
    portal.engine = mapped_engine(limited.render_as_string(hide_password=False), 5)
    assert [one.words for one in portal.check() if not one.ok] == []
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]
    with engine.begin() as connection:
        if server == "postgresql":
            connection.execute(text("DROP OWNED BY tinbai_portal"))
            connection.execute(text("DROP ROLE tinbai_portal"))
        else:
            connection.execute(text("DROP USER 'tinbai_portal'@'%'"))
