"""Articles as files: the page, the record, the feed; whoever dies, one item of each stands there in the end."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from publish.claim import LEASE
from publish.media_owner import MARKER, mark
from publish.one import Result
from publish.points import Point, unheard
from publish.portals import open_portal
from publish.portals.folder import newest, records
from publish.render import render
from tests.publish.setting import BODY, CAPTIONS, PDF, an_office, approve_an_article
from tests.publish.test_publish import approve_now, save_again
from tinbai.approval import withdraw
from tinbai.config import PortalConfig, load
from tinbai.errors import ConfigError, PortalError
from tinbai.publication import Publication, PublicationStatus

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ON_THE_PORTAL = [point for point in Point if point not in {Point.CLAIMED, Point.RENDERED, Point.RECORDED}]


class Death(BaseException):
    """The process ends here; unlike SIGKILL it lets what is half written be removed."""


@pytest.fixture
def portal(tmp_path):
    (tmp_path / "folder").mkdir()
    config = PortalConfig(key="cong", kind="folder", media_path=str(tmp_path / "folder"), media_url="/tin-bai/")
    return open_portal(config, tmp_path)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def pages(portal):
    return sorted((portal.root / "tin").glob("*.html"))


def files_of_articles(portal):
    return sorted(str(path.relative_to(portal.root)) for path in portal.root.glob("2026/*/*"))


def titles_in_feed(portal):
    feed = etree.parse(portal.root / "feed.xml")
    return [title.text for title in feed.findall("a:entry/a:title", ATOM)]


def test_an_approved_article_has_its_page_its_record_its_files_and_its_place_in_the_feed(office, portal):
    approve_an_article(office)
    assert [outcome.result for outcome in office.publish().outcomes] == [Result.LIVE]
    (page,) = pages(portal)
    shown = page.read_text(encoding="utf-8")
    assert "<h1>Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân</h1>" in shown
    assert all(caption in shown for caption in CAPTIONS)
    assert shown.count('<img src="/tin-bai/2026/') == 2
    record = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert record["text"]["column_name"] == "Kinh tế"
    assert record["visible"] is True
    (paper,) = record["attachments"]
    assert (portal.root / paper["file"]).read_bytes() == PDF
    assert all((portal.root / photo["file"]).exists() for photo in record["photos"])
    proof = office.publication().proof
    assert proof["address"] == f"/tin-bai/tin/{page.name}"


def test_the_feed_says_what_atom_demands(office, portal):
    approve_an_article(office)
    office.publish()
    feed = etree.parse(portal.root / "feed.xml").getroot()
    for needed in ("a:title", "a:id", "a:updated"):
        assert feed.find(needed, ATOM).text
        assert feed.find(f"a:entry/{needed}", ATOM).text
    entry = feed.find("a:entry", ATOM)
    assert entry.find("a:author/a:name", ATOM).text
    assert entry.find("a:link", ATOM).get("href").startswith("/tin-bai/tin/")
    assert entry.find("a:category", ATOM).get("label") == "Kinh tế"
    assert entry.find("a:content", ATOM).get("type") == "html"
    assert BODY[:30] in entry.find("a:content", ATOM).text


@pytest.fixture(scope="module")
def publishers():
    """A process that starts publishers of its own, which are killed."""
    command = [sys.executable, "-m", "tests.publish.killed_publisher"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()
        running.wait(60)


@pytest.mark.parametrize("point", ON_THE_PORTAL)
def test_a_publisher_that_is_killed_leaves_one_whole_item_after_the_next_pass(office, portal, publishers, point):
    approve_an_article(office)
    job = {
        "database": f"sqlite:///{office.database.engine.url.database}", "blobs": str(office.blobs.root),
        "portal": portal.config.model_dump(mode="json"), "now": office.clock().isoformat(), "point": point,
        "careless": False,
    }  # fmt: skip
    publishers.stdin.write(json.dumps(job) + "\n")
    publishers.stdin.flush()
    assert int(publishers.stdout.readline()) == -signal.SIGKILL
    office.clock.forward(LEASE + timedelta(seconds=1))
    assert [outcome.result for outcome in office.publish().outcomes] == [Result.LIVE]
    assert len(pages(portal)) == 1
    assert len(titles_in_feed(portal)) == 1
    for half in portal.root.rglob(".tinbai-*"):
        os.utime(half, (0, 0))
    portal.sweep_media(office.clock())
    assert {path.name for path in portal.root.rglob(".tinbai-*")} == {MARKER, newest.REMEMBERED}
    assert len(files_of_articles(portal)) == 3


def names_until_death(monkeypatch, most):
    """Let `most` files take their names, and then the process die."""
    replace, left = Path.replace, [most]

    def counted(path, target):
        if left[0] == 0:
            raise Death
        left[0] -= 1
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", counted)


@pytest.mark.parametrize("most", range(9))
def test_what_is_drawn_is_drawn_again_whatever_was_named_before_the_death(office, portal, monkeypatch, most):
    approve_an_article(office)
    with monkeypatch.context() as patch:
        names_until_death(patch, most)  # the mark, three files, the record, its page, the feed, the first page, a list
        with pytest.raises(Death):
            office.publish()
    office.clock.forward(LEASE + timedelta(seconds=1))
    assert [outcome.result for outcome in office.publish().outcomes] == [Result.LIVE]
    assert len(pages(portal)) == len(titles_in_feed(portal)) == 1


def test_a_page_that_is_not_the_records_is_no_proof(office, portal, monkeypatch):
    approve_an_article(office)
    monkeypatch.setattr("publish.portals.folder.portal.item_page", lambda *_: f"page {time.monotonic()}")
    (outcome,) = office.publish().outcomes
    assert outcome.result is not Result.LIVE
    assert "visible" in outcome.problem


def test_another_title_and_a_photo_less_keep_the_page_where_it_is(office, portal):
    approve_an_article(office)
    office.publish()
    before = pages(portal)
    office.change(save_again(photos=1))
    office.change(approve_now)
    assert [outcome.result for outcome in office.publish().outcomes] == [Result.LIVE]
    assert pages(portal) == before
    assert "54 hội viên" in before[0].read_text(encoding="utf-8")
    assert "cập nhật" in before[0].read_text(encoding="utf-8")
    assert titles_in_feed(portal) == ["Tập huấn trồng nấm rơm cho 54 hội viên"]
    assert len(files_of_articles(portal)) == 1  # the photo that stayed; the file and the other photo are gone


def test_what_is_taken_down_is_nowhere_any_more(office, portal):
    approve_an_article(office)
    office.publish()
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    office.publish()
    assert office.publication().status is PublicationStatus.WITHDRAWN
    assert (pages(portal), files_of_articles(portal), titles_in_feed(portal)) == ([], [], [])
    left = b"".join(path.read_bytes() for path in portal.root.rglob("*") if path.is_file()).decode()
    for said in ("nấm rơm", "45 học viên", "Ví Dụ", "Thí Điểm", "tap-huan"):
        assert said not in left
    assert "Chưa có tin, bài" in (portal.root / "index.html").read_text(encoding="utf-8")


def test_the_first_page_and_the_feed_hold_the_newest_only_and_the_next_one_comes_back(office, portal, monkeypatch):
    monkeypatch.setattr(newest, "MOST", 2)
    for hour in range(3):
        approve_an_article(office)
        office.publish()
        office.clock.forward(timedelta(hours=hour + 1))
    every = [records.read(portal.root, number) for number in records.numbers(portal.root)]
    record = max((one for one in every if one is not None), key=lambda one: one.text.published_at)
    assert len(titles_in_feed(portal)) == 2
    portal.take_down(record.text.key, record.text.approval)
    assert len(titles_in_feed(portal)) == 2
    (portal.root / newest.REMEMBERED).write_text("spoilt", encoding="utf-8")
    with office.database.reading() as session:
        item = render(session.get_one(Publication, 1), portal, office.blobs)
    portal.put(item, unheard)
    assert len(titles_in_feed(portal)) == 2


def put_both_at_once(office, portal, monkeypatch):
    """One item, and then two by two threads, each of which looks at what is newest for a while."""
    for _ in range(3):
        approve_an_article(office)
    with office.database.reading() as session:
        first, *items = (render(session.get_one(Publication, key), portal, office.blobs) for key in (1, 2, 3))
    portal.put(first, unheard)
    remembered = newest._remembered

    def slowly(root):
        found = remembered(root)
        time.sleep(0.3)
        return found

    monkeypatch.setattr(newest, "_remembered", slowly)
    both = [threading.Thread(target=portal.put, args=(item, unheard)) for item in items]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()


def test_two_publishers_at_once_leave_both_items_in_the_feed(office, portal, monkeypatch):
    put_both_at_once(office, portal, monkeypatch)
    assert len(titles_in_feed(portal)) == len(pages(portal)) == 3


def test_without_the_folders_lock_one_of_two_is_lost_from_the_feed(office, portal, monkeypatch):
    monkeypatch.setattr(records, "locked", lambda _root, _seconds: nullcontext())
    put_both_at_once(office, portal, monkeypatch)
    assert (len(titles_in_feed(portal)), len(pages(portal))) == (2, 3)


def test_an_older_approval_never_comes_over_a_newer_one(office, portal):
    approve_an_article(office)
    with office.database.reading() as session:
        old = render(session.get_one(Publication, 1), portal, office.blobs)
    office.change(save_again())
    office.change(approve_now)
    office.publish()
    with pytest.raises(PortalError) as caught:
        portal.put(old, unheard)
    assert not caught.value.retryable


def test_leftovers_are_swept_and_other_peoples_files_are_not(office, portal):
    approve_an_article(office)
    office.publish()
    left = portal.root / "2026" / "10" / f"am-2026-0099-{'a' * 16}.jpg"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"left behind")
    (left.parent / "cua-nguoi-khac.jpg").write_bytes(b"not ours")
    assert portal.sweep_media(office.clock() + timedelta(days=3650)) == [str(left.relative_to(portal.root))]
    assert len(files_of_articles(portal)) == 4


def test_a_folder_of_another_portal_is_not_written_to(office, portal):
    mark(portal.root, "f" * 64)
    approve_an_article(office)
    (outcome,) = office.publish().outcomes
    assert (outcome.result, pages(portal)) == ("later", [])
    assert "media_path" in outcome.problem
    assert not portal.check()[0].ok


def test_a_record_that_somebody_spoilt_is_named_and_nothing_is_written_over(office, portal):
    approve_an_article(office)
    office.publish()
    record = pages(portal)[0].with_suffix(".json")
    record.write_text("{", encoding="utf-8")
    with pytest.raises(PortalError, match=record.name):
        portal.look_up(office.publication().key)
    office.change(save_again())
    office.change(approve_now)
    (outcome,) = office.publish().outcomes
    assert record.name in outcome.problem
    assert record.read_text(encoding="utf-8") == "{"


def take_down_the_only_one(office):
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    return office.publish().outcomes


def test_a_spoilt_record_of_another_item_keeps_nothing_public(office, portal):
    approve_an_article(office)
    office.publish()
    (portal.root / "tin" / f"{'0' * 12}.json").write_text("{", encoding="utf-8")
    (portal.root / "tin" / "cua-nguoi-khac.json").write_text("[]", encoding="utf-8")
    take_down_the_only_one(office)
    assert (pages(portal), files_of_articles(portal), titles_in_feed(portal)) == ([], [], [])
    assert office.publication().status is PublicationStatus.WITHDRAWN


def test_a_page_whose_record_somebody_deleted_is_taken_down_all_the_same(office, portal):
    approve_an_article(office)
    office.publish()
    pages(portal)[0].with_suffix(".json").unlink()
    with pytest.raises(PortalError, match="không có tệp JSON"):
        portal.read_back(office.publication().key)
    take_down_the_only_one(office)
    assert (pages(portal), titles_in_feed(portal)) == ([], [])


def test_a_folder_that_is_gone_proves_nothing(office, portal):
    approve_an_article(office)
    office.publish()
    portal.root.rename(portal.root.with_name("away"))
    take_down_the_only_one(office)
    assert office.publication().status is PublicationStatus.WITHDRAWING
    assert not portal.root.exists()


def test_records_that_cannot_be_listed_are_not_taken_for_none(office, portal):
    approve_an_article(office)
    office.publish()
    (portal.root / "tin").rename(portal.root / "elsewhere")
    with pytest.raises(PortalError):
        portal.sweep_media(office.clock() + timedelta(days=3650))
    assert len(files_of_articles(portal)) == 3


def test_a_late_publisher_hears_that_it_may_write_no_more_though_its_approval_is_there(office, portal):
    approve_an_article(office)
    office.publish()
    with office.database.reading() as session:
        item = render(session.get_one(Publication, 1), portal, office.blobs)
    heard: list[Point] = []
    portal.put(item, heard.append)
    assert Point.ROW_WRITTEN in heard


def test_files_of_a_newer_approval_are_no_former_files_of_an_older_one(office, portal):
    approve_an_article(office)
    with office.database.reading() as session:
        old = render(session.get_one(Publication, 1), portal, office.blobs)
    office.change(save_again(photos=1))
    office.change(approve_now)
    office.publish()
    assert set(portal.former_files(replace(old, contents={}))) & set(files_of_articles(portal)) == set()


def test_who_waits_too_long_for_the_folder_comes_again_later(office, portal):
    approve_an_article(office)
    portal.config = portal.config.model_copy(update={"timeout_seconds": 0.2})
    with records.locked(portal.root, 1):
        (outcome,) = office.publish().outcomes
    assert outcome.result == "later"
    assert "tiến trình khác" in outcome.problem
    office.clock.forward(timedelta(hours=1))
    assert [outcome.result for outcome in office.publish().outcomes] == [Result.LIVE]


def test_what_xml_cannot_hold_stops_nobody(office, portal):
    approve_an_article(office)
    office.change(save_again(title="Tập huấn\ufffe trồng nấm \U0001f344"))
    office.change(approve_now)
    assert [outcome.result for outcome in office.publish().outcomes] == [Result.LIVE]
    assert titles_in_feed(portal) == ["Tập huấn trồng nấm \U0001f344"]


def test_the_configuration_in_the_document_can_be_loaded(tmp_path):
    document = Path("docs/portal-folder.md").read_text(encoding="utf-8")
    block = document.split("```toml\n")[1].split("```")[0]
    site = '[[sites]]\nkey = "xa"\nname = "Xã"\ncode = "X"\n'
    (tmp_path / "config.toml").write_text(site + block, encoding="utf-8")
    (portal,) = load(tmp_path / "config.toml").sites[0].portals
    assert portal.kind == "folder"
    twice = site + block + block.replace('"thu-muc"', '"nua"')
    (tmp_path / "config.toml").write_text(twice, encoding="utf-8")
    with pytest.raises(ConfigError, match="another portal"):
        load(tmp_path / "config.toml")


def test_what_a_title_says_is_text_in_every_page(office, portal):
    approve_an_article(office)
    office.change(save_again(title='<script>alert(1)</script> & "thế"'))
    office.change(approve_now)
    office.publish()
    for path in (*pages(portal), portal.root / "index.html", portal.root / "feed.xml"):
        assert "<script" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("missing", ["", "no-such-folder"])
def test_a_folder_that_is_not_there_is_told_in_words(tmp_path, missing):
    config = PortalConfig(key="cong", kind="folder", media_path=missing)
    if not missing:
        with pytest.raises(PortalError, match="media_path"):
            open_portal(config, tmp_path)
        return
    (told,) = open_portal(config, tmp_path).check()
    assert not told.ok
    assert str(Path(tmp_path / missing)) in told.words
