"""A dry run tells every row and file that publishing would write, and leaves portal and folder byte for byte alone."""

from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from publish.dry_run import dry_run
from publish.dry_run_due import dry_run_due
from publish.late import keep_back
from publish.one import Result
from publish.portals import open_portal
from publish.render import render
from tests.pictures_here import PicturesHere
from tests.publish.mapped_portal import a_mapped, make_home_made, ours, rows_of
from tests.publish.setting import a_portal, an_office, approve_an_article, rows_on
from tests.publish.test_publish import approve_now, save_again
from tests.publish.wordpress_portal import a_wordpress, attachments_of, files_of, visible
from tinbai import picture_sandbox
from tinbai.config import PortalConfig
from tinbai.publication import Publication, PublicationStatus


def state(folder):
    """Every file below a folder by the hash of its content."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in paths}


def planned(office, portal):
    with office.database.reading() as session:
        item = render(session.scalars(select(Publication)).one(), portal, office.blobs)
    return dry_run(portal, item)


@pytest.fixture(params=["reference", "mapped", "folder"])
def portal(request, tmp_path):
    folder = tmp_path / "portal"
    folder.mkdir()
    if request.param == "folder":
        config = PortalConfig(key="cong", kind="folder", media_path=str(folder), media_url="https://anmau.example")
        return open_portal(config, folder)
    url = f"sqlite:///{folder}/portal.db"
    if request.param == "reference":
        return a_portal(url, folder)
    make_home_made(url)
    return a_mapped(url, folder)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


@pytest.mark.parametrize("again", [False, True])
def test_a_dry_run_leaves_every_byte_of_portal_and_folder(office, portal, tmp_path, again):
    approve_an_article(office)
    if again:
        office.publish()
        office.change(save_again(photos=1))
        office.change(approve_now)
    before = state(tmp_path / "portal")
    done = planned(office, portal)
    assert done.tried
    assert done.files
    assert state(tmp_path / "portal") == before
    (outcome,) = office.publish().outcomes
    assert outcome.result == Result.LIVE
    after = state(tmp_path / "portal")
    assert before != after  # what the comparison is worth
    names = [name.partition("/")[2] for name in after] + [*after]
    assert {file.path for file in done.files} <= {*names}


def test_what_is_there_already_is_said_so(office, portal):
    approve_an_article(office)
    office.publish()
    office.change(save_again())
    office.change(approve_now)
    done = planned(office, portal)
    photos = [file for file in done.files if file.path.endswith(".jpg")]
    assert [file.there for file in photos] == [True, True]


def test_the_rows_are_those_that_publishing_then_writes(database, blobs, tmp_path):
    url = f"sqlite:///{tmp_path}/portal.db"
    make_home_made(url)
    portal = a_mapped(url, tmp_path)
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    inserted = [(row.table, row.values) for row in planned(office, portal).rows if row.verb == "INSERT"]
    assert [table for table, _ in inserted] == ["tb_TinBai", "nd Bài", "tb_dm", "tb_dm", "anh_tb", "anh_tb"]
    office.publish()
    (main,) = ours(portal)
    said = dict(inserted[0][1])
    assert said.pop("tth") == 0  # it is shown by the last statement
    assert {name: main[name] for name in said} == said
    photos = [{k: v for k, v in row.items() if k != "id"} for row in rows_of(portal, "anh_tb")]
    assert [values for table, values in inserted if table == "anh_tb"] == photos


def test_the_command_tells_what_is_due_and_changes_nothing_of_ours(office, portal):
    approve_an_article(office)
    told = list(dry_run_due(office.database, office.portals, office.blobs, clock=office.clock))
    assert told[0] == "Cổng an-mau/cong, lần đăng số 1:"
    assert any(line.startswith("  Tệp 2026/10/") for line in told)
    assert office.publication().status is PublicationStatus.DUE
    assert list(dry_run_due(office.database, {}, office.blobs, clock=office.clock)) == []


def test_what_would_be_kept_back_as_too_late_is_told_and_not_tried(office):
    hours = timedelta(hours=3)
    approve_an_article(office)
    office.clock.forward(hours + timedelta(seconds=1))

    def told():
        due = dry_run_due(
            office.database, office.portals, office.blobs, clock=office.clock, patience={"an-mau": hours}
        )  # fmt: skip
        return list(due)

    assert len(told()) == 2
    assert "được giữ lại" in told()[1]
    keep_back(office.database, {"an-mau": hours}, office.clock)
    assert "được giữ lại" in told()[1]


def test_an_item_that_is_there_is_tried_as_what_it_is(database, blobs, tmp_path):
    """With its record: photos that somebody has changed are renewed, and not put beside those that are there."""
    url = f"sqlite:///{tmp_path}/portal.db"
    make_home_made(url)
    portal = a_mapped(url, tmp_path)
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    office.publish()
    office.change(save_again(photos=1))
    office.change(approve_now)
    verbs = [row.verb for row in planned(office, portal).rows if row.table == "anh_tb"]
    assert verbs == ["DELETE"]


def test_a_reference_portal_tells_its_rows(database, blobs, tmp_path):
    portal = a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    told = "\n".join(dry_run_due(office.database, office.portals, office.blobs, clock=office.clock))
    assert "  INSERT portal_article\n" in told
    assert "    title = Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân\n" in told
    assert rows_on(portal) == []


def test_what_would_be_refused_is_told(database, blobs, tmp_path):
    url = f"sqlite:///{tmp_path}/portal.db"
    make_home_made(url)
    portal = a_mapped(url, tmp_path, categories={"kinh-te": ["Không có"]})
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    told = list(dry_run_due(office.database, office.portals, office.blobs, clock=office.clock))
    assert "sẽ không đăng được" in told[1]
    assert "Không có" in told[1]


def test_wordpress_is_tried_where_its_tables_can_undo(database, blobs, wordpress_tables, tmp_path, monkeypatch):
    monkeypatch.setattr(picture_sandbox, "_sandbox", lambda *_: PicturesHere())
    portal = a_wordpress(wordpress_tables, tmp_path / "uploads")
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    done = planned(office, portal)
    assert (list(visible(portal)), files_of(portal)) == ([], [])
    if not done.tried:
        pytest.fail("WordPress's installer makes tables with transactions")
    assert [row.table for row in done.rows].count("wp_posts") >= 5
    office.publish()
    ((number, _, _),) = visible(portal)
    assert len(attachments_of(portal, number)) == 3
    assert [file.path for file in done.files] == files_of(portal)
