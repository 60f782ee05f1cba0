"""What people do in WordPress with an article of ours, and what becomes of it at the next word from us."""

import os
from datetime import timedelta

import pytest

from publish.due import PortalKey
from publish.one import Result
from tests.pictures_here import PicturesHere
from tests.publish.setting import SITE, an_office, approve_an_article
from tests.publish.test_publish import approve_now, save_again
from tests.publish.test_wordpress_portal import NAME, change, results
from tests.publish.wordpress_portal import a_wordpress, attachments_of, files_of, meta_of, rows_of, visible
from tinbai import picture_sandbox
from tinbai.approval import withdraw

CROPPED = "e1790000000000"


@pytest.fixture(autouse=True)
def pictures_here(monkeypatch):
    monkeypatch.setattr(picture_sandbox, "_sandbox", lambda *_: PicturesHere())


@pytest.fixture
def portal(wordpress_tables, tmp_path):
    return a_wordpress(wordpress_tables, tmp_path / "uploads")


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


@pytest.fixture
def number(office, portal):
    """Of an article that is on the portal."""
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    ((number, _, _),) = visible(portal)
    return number


def withdrawn(office):
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    return results(office)


def approved_again(office, **changes):
    office.change(save_again(**changes))
    office.change(approve_now)
    return results(office)


def delete_for_good(portal, number):
    """As wp_delete_post() does when somebody empties the trash."""
    change(portal, f"UPDATE wp_posts SET post_parent = 0 WHERE post_parent = {number}")
    change(portal, f"DELETE FROM wp_term_relationships WHERE object_id = {number}")
    change(portal, f"DELETE FROM wp_postmeta WHERE post_id = {number}")
    change(portal, f"DELETE FROM wp_posts WHERE ID = {number}")


def library(portal):
    return rows_of(portal, "SELECT ID, post_parent FROM wp_posts WHERE post_type = 'attachment'")


def made_of(portal, number, mark):
    """A file that WordPress makes of an attachment's, and its path under the uploads folder."""
    file = meta_of(portal, number)["_wp_attached_file"].replace(".jpg", f"-{mark}.jpg")
    (portal.uploads / file).write_bytes(b"made by WordPress")
    return file


def test_photos_of_an_article_that_was_deleted_there_go_when_it_is_withdrawn(office, portal, number):
    delete_for_good(portal, number)
    assert len(files_of(portal)) == 5
    assert withdrawn(office) == [(Result.WITHDRAWN, "")]
    assert (files_of(portal), list(library(portal))) == ([], [])
    rows = "SELECT * FROM wp_postmeta WHERE post_id NOT IN (SELECT ID FROM wp_posts)"
    assert list(rows_of(portal, rows)) == []


@pytest.mark.hard
def test_an_article_that_was_deleted_there_comes_again_with_the_same_photos(office, portal, number):
    *photos, _ = (one for one, _ in library(portal))  # the new revision has no file beside them
    delete_for_good(portal, number)
    assert approved_again(office) == [(Result.LIVE, "")]
    ((again, _, _),) = visible(portal)
    assert list(library(portal)) == [(one, again) for one in photos]


@pytest.mark.hard
def test_an_article_that_was_made_a_page_is_still_ours(office, portal, number):
    change(portal, f"UPDATE wp_posts SET post_type = 'page' WHERE ID = {number}")
    assert approved_again(office) == [(Result.LIVE, "")]
    assert [one for one, _, _ in visible(portal)] == [number]
    change(portal, f"UPDATE wp_posts SET post_type = 'page' WHERE ID = {number}")
    assert withdrawn(office) == [(Result.WITHDRAWN, "")]
    assert rows_of(portal, f"SELECT post_status FROM wp_posts WHERE ID = {number}")[0] == ("private",)


@pytest.mark.hard
def test_a_revision_that_carries_the_key_is_not_the_article(office, portal, number):
    change(portal, f"UPDATE wp_posts SET post_type = 'revision' WHERE ID = {number}")
    assert portal.look_up(office.publication().key) is None


def test_sizes_that_wordpress_made_go_with_their_photo_and_only_with_it(office, portal, number):
    first, second, _ = (one for one, _, _ in attachments_of(portal, number))
    kept = made_of(portal, first, "150x150")
    for mark in ("150x150", CROPPED, f"{CROPPED}-150x150", "scaled"):
        made_of(portal, second, mark)
    assert approved_again(office, photos=1) == [(Result.LIVE, "")]
    assert sorted(file for file in files_of(portal) if "x" in file) == [kept.removeprefix("tinbai/")]
    assert len(files_of(portal)) == 3  # the photo, our smaller one, theirs
    assert withdrawn(office) == [(Result.WITHDRAWN, "")]
    assert files_of(portal) == []


@pytest.mark.hard
def test_what_wordpress_made_is_told_as_still_public(office, portal, number):
    first = attachments_of(portal, number)[0][0]
    file = made_of(portal, first, "150x150").removeprefix("tinbai/")
    assert portal.read_back(office.publication().key).on_disk[file] is not None


@pytest.mark.hard
def test_a_photo_that_was_cropped_there_stays_as_long_as_the_article_shows_it(office, portal, number):
    first = attachments_of(portal, number)[0][0]
    before = files_of(portal)
    file = made_of(portal, first, CROPPED)
    rows = f"WHERE post_id = {first} AND meta_key"
    change(portal, f"UPDATE wp_postmeta SET meta_value = '{file}' {rows} = '_wp_attached_file'")
    change(portal, f"UPDATE wp_postmeta SET meta_value = 'a:0:{{}}' {rows} = '_wp_attachment_metadata'")
    for path in portal.media_path.rglob("*"):
        os.utime(path, (0, 0))
    portal.sweep_media(office.clock())
    assert set(before) <= set(files_of(portal))
    change(portal, f"DELETE FROM wp_postmeta WHERE post_id = {number} AND meta_key = '_tinbai_item'")
    portal.sweep_media(office.clock())
    shown = portal.places.file_at(attachments_of(portal, number)[0][1])
    assert shown in files_of(portal)


@pytest.mark.hard
def test_trash_and_another_title_do_not_change_the_address(office, portal, number):
    name = f"{NAME}__trashed-2"
    change(portal, f"UPDATE wp_posts SET post_status = 'trash', post_name = '{name}' WHERE ID = {number}")
    assert approved_again(office) == [(Result.LIVE, "")]
    assert [row[:2] for row in visible(portal)] == [(number, NAME)]


@pytest.mark.hard
def test_an_article_about_tinbai_keeps_its_address(office, portal):
    approve_an_article(office)
    assert approved_again(office, title="Tinbai là gì") == [(Result.LIVE, "")]
    assert [name for _, name, _ in visible(portal)] == ["tinbai-la-gi"]
    assert approved_again(office, title="Giới thiệu phần mềm") == [(Result.LIVE, "")]
    assert [name for _, name, _ in visible(portal)] == ["tinbai-la-gi"]


@pytest.mark.hard
def test_a_portal_that_moved_to_another_domain_gets_nothing_twice(office, portal, number, wordpress_tables):
    guids = "SELECT ID, guid FROM wp_posts WHERE guid LIKE '%anmau.example%' ORDER BY ID"
    *kept, _ = rows_of(portal, guids)  # the new revision has the photos and no file
    moved = a_wordpress(wordpress_tables, portal.uploads, media_url="https://moi.example/files")
    assert portal.uploads == moved.uploads
    assert moved.read_back(office.publication().key) is not None
    office.portals[PortalKey(SITE, "cong")] = moved
    assert approved_again(office) == [(Result.LIVE, "")]
    assert list(rows_of(portal, guids)) == kept
    assert len(attachments_of(portal, number)) == 2
    content = rows_of(portal, f"SELECT post_content FROM wp_posts WHERE ID = {number}")[0][0]
    assert content.count('src="https://moi.example/files/tinbai/') == 2


@pytest.mark.hard
def test_a_missing_column_is_waited_for_and_no_file_lies_about_meanwhile(office, portal):
    told, portal.config = portal.config, portal.config.model_copy(update={"categories": {"kinh-te": ("khong-co",)}})
    approve_an_article(office)
    ((result, problem),) = results(office)
    assert result is Result.LATER
    assert "khong-co" in problem
    assert (list(visible(portal)), files_of(portal)) == ([], [])
    portal.config = told
    office.clock.forward(timedelta(hours=1))
    assert results(office) == [(Result.LIVE, "")]
