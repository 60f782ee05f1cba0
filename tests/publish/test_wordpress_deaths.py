"""WordPress with transactions and without: whoever dies, one whole article stands there in the end."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from publish.claim import LEASE
from publish.points import Point, unheard
from publish.portal_database import writing
from publish.portals.wordpress import posts, terms
from publish.portals.wordpress.writing import Writing
from publish.verify import still_public
from tests.pictures_here import PicturesHere
from tests.publish.setting import an_office, approve_an_article
from tests.publish.test_publish import approve_now, save_again
from tests.publish.wordpress_deaths import (
    Death,
    assert_nothing_half,
    die,
    die_one_change_further_each_time,
    item_of,
    leftovers,
)
from tests.publish.wordpress_portal import (
    a_wordpress,
    attachments_of,
    counts,
    files_of,
    visible,
)
from tinbai import picture_sandbox
from tinbai.approval import withdraw
from tinbai.publication import PublicationStatus

# of wp_posts and of the other tables: offices that moved their WordPress often have both
MIXED = ["MyISAM/InnoDB", "InnoDB/MyISAM"]
ENGINES = pytest.mark.parametrize("wordpress_tables", ["MyISAM", "InnoDB", *MIXED], indirect=True)
MYISAM = pytest.mark.parametrize("wordpress_tables", ["MyISAM"], indirect=True)


@pytest.fixture(autouse=True)
def pictures_here(monkeypatch):
    monkeypatch.setattr(picture_sandbox, "_sandbox", lambda *_: PicturesHere())


@pytest.fixture
def portal(wordpress_tables, tmp_path):
    return a_wordpress(wordpress_tables, tmp_path / "uploads")


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def assert_one_whole(office, portal, *, photos, files):
    assert office.publication().status is PublicationStatus.LIVE
    assert_nothing_half(portal, [photos])
    ((number, _, _),) = visible(portal)
    assert len(attachments_of(portal, number)) == photos + files
    assert leftovers(portal) == []
    assert counts(portal) == {"uncategorized": 0, "kinh-te": 1, "tin-moi": 1, "van-hoa": 0}
    for path in portal.media_path.rglob("*"):
        if path.is_file():
            os.utime(path, (0, 0))
    portal.sweep_media(office.clock())
    assert len(files_of(portal)) == 2 * photos + files  # each photo with a smaller one


def dying_here(*_):
    raise Death


@pytest.mark.parametrize("wordpress_tables", MIXED, indirect=True)
def test_whoever_dies_with_the_article_just_shown_leaves_nothing_to_be_shown_twice(office, portal, monkeypatch):
    approve_an_article(office)
    item = item_of(office, portal)
    with monkeypatch.context() as dead, pytest.raises(Death):
        dead.setattr(terms, "recount", dying_here)  # what comes right after the article is shown
        portal.put(item, unheard)
    assert_nothing_half(portal, [2])
    portal.put(item, unheard)
    assert_nothing_half(portal, [2])
    assert len(visible(portal)) == 1
    assert leftovers(portal) == []


@contextmanager
def in_one_transaction(engine, portal, *_):
    """A broken variant: what is undone depends on the table."""
    with writing(engine, portal) as connection:
        yield connection


@pytest.mark.hard
@pytest.mark.parametrize("wordpress_tables", MIXED, indirect=True)
def test_in_one_transaction_a_death_would_leave_a_part(office, portal, monkeypatch):
    approve_an_article(office)
    item = item_of(office, portal)
    with monkeypatch.context() as broken:
        broken.setattr("publish.portals.wordpress.portal.alone", in_one_transaction)
        broken.setattr(terms, "recount", dying_here)
        with pytest.raises(Death):
            portal.put(item, unheard)
    portal.put(item, unheard)
    assert len(visible(portal)) > 1 or leftovers(portal) != []


@pytest.mark.hard
@ENGINES
def test_deaths_after_every_change_leave_one_whole_article(office, portal):
    approve_an_article(office)
    item = item_of(office, portal)
    assert die_one_change_further_each_time(portal, lambda: portal.put(item, unheard), [2]) > 15
    office.publish()
    assert_one_whole(office, portal, photos=2, files=1)
    office.change(save_again(photos=1))
    office.change(approve_now)
    item = item_of(office, portal)
    assert die_one_change_further_each_time(portal, lambda: portal.put(item, unheard), [2, 1]) > 3
    office.publish()
    assert_one_whole(office, portal, photos=1, files=0)
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    taken_down = partial(portal.take_down, item.text.key, item.text.approval)
    assert die_one_change_further_each_time(portal, taken_down, [1]) > 2
    office.publish()
    assert office.publication().status is PublicationStatus.WITHDRAWN
    assert (visible(portal), files_of(portal), counts(portal)["kinh-te"]) == ([], [], 0)
    assert leftovers(portal) == []


@pytest.mark.hard
@pytest.mark.parametrize("wordpress_tables", ["MyISAM", "InnoDB", *MIXED], indirect=True)
def test_a_death_after_any_number_of_changes_is_made_good_by_the_next_writer(office, portal):
    """Each time a new article, which is taken down again afterwards."""
    approve_an_article(office)
    first = item_of(office, portal)
    for after in range(40):
        key = f"{after:08}-0000-0000-0000-000000000000"
        item = replace(first, text=replace(first.text, key=key))
        died = die(portal, partial(portal.put, item, unheard), after)
        assert_nothing_half(portal, [2])
        portal.put(item, unheard)
        assert_nothing_half(portal, [2])
        assert len(visible(portal)) == 1
        assert portal.read_back(key).text == item.text
        portal.take_down(key, item.text.approval)
        assert (visible(portal), leftovers(portal)) == ([], [])
        if not died:
            break
    assert 18 < after < 40


@pytest.mark.hard
@pytest.mark.parametrize("wordpress_tables", ["MyISAM", "InnoDB"], indirect=True)
@pytest.mark.parametrize("only", [None, *Point])
def test_a_publisher_that_is_killed_at_a_named_step_leaves_one_whole_article(office, portal, publishers, only):
    """At one step; with None at each of them, one publisher after the other."""
    approve_an_article(office)
    for point in Point if only is None else [only]:
        job = {
            "database": f"sqlite:///{office.database.engine.url.database}", "blobs": str(office.blobs.root),
            "portal": portal.config.model_dump(mode="json"), "now": office.clock().isoformat(), "point": point,
            "careless": False,
        }  # fmt: skip
        publishers.stdin.write(json.dumps(job) + "\n")
        publishers.stdin.flush()
        assert int(publishers.stdout.readline()) == -signal.SIGKILL
        assert_nothing_half(portal, [2])
        office.clock.forward(LEASE + timedelta(seconds=1))
    office.publish()
    assert_one_whole(office, portal, photos=2, files=1)


@pytest.fixture(scope="module")
def publishers():
    """A process that starts publishers of its own, which are killed."""
    command = [sys.executable, "-m", "tests.publish.killed_publisher"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()
        running.wait(20)


def shown_too_early(writing, number, numbers):
    """A broken variant: readers see the text before what it needs."""
    posts.publish(writing.connection, writing.tables, number, writing._values(number, numbers))
    in_order(writing, number, numbers)


in_order = Writing.show


@pytest.mark.hard
@MYISAM
def test_what_is_shown_before_its_column_and_cover_would_be_half(office, portal, monkeypatch):
    monkeypatch.setattr(Writing, "show", shown_too_early)
    approve_an_article(office)
    item = item_of(office, portal)
    with pytest.raises(AssertionError):
        die_one_change_further_each_time(portal, lambda: portal.put(item, unheard), [2])


@pytest.mark.hard
@MYISAM
def test_a_draft_whose_name_did_not_hold_its_key_would_be_left_behind(office, portal, monkeypatch):
    approve_an_article(office)
    item = item_of(office, portal)
    with monkeypatch.context() as broken:
        broken.setattr(posts, "begun_name", lambda key: f"tinbai-{key[::-1]}-{len(leftovers(portal))}")
        assert die(portal, lambda: portal.put(item, unheard), 1)
    office.publish()
    assert leftovers(portal) != []


@pytest.mark.hard
@MYISAM
def test_an_article_that_was_begun_and_given_up_is_swept_with_its_photos(office, portal):
    approve_an_article(office)
    item = item_of(office, portal)
    for after in (1, 2, 9):
        assert die(portal, lambda: portal.put(item, unheard), after)
    assert files_of(portal) != []
    for path in portal.media_path.rglob("*"):
        os.utime(path, (0, 0))
    portal.sweep_media(office.clock() - timedelta(days=1))
    assert portal.look_up(item.text.key) is not None
    portal.sweep_media(office.clock() + timedelta(days=1))
    assert portal.look_up(item.text.key) is None
    assert (files_of(portal), leftovers(portal)) == ([], [])


@pytest.mark.hard
@MYISAM
def test_what_was_half_written_is_taken_down_with_everything(office, portal):
    approve_an_article(office)
    item = item_of(office, portal)
    while not visible(portal):
        assert die(portal, lambda: portal.put(item, unheard), 1)
    assert len(visible(portal)) == 1
    shown = portal.read_back(item.text.key)
    assert (shown.placed.visible, shown.placed.approval) == (True, 0)
    portal.take_down(item.text.key, item.text.approval)
    assert (visible(portal), files_of(portal), counts(portal)["kinh-te"]) == ([], [], 0)
    assert still_public(portal.read_back(item.text.key)) == []
