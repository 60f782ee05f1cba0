"""An article as a post of WordPress, in tables that WordPress's own installer made."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from publish.media_owner import mark
from publish.one import Result
from publish.points import Point, unheard
from publish.portal_database import writing
from publish.portals.wordpress.session import alone
from tests.pictures_here import PicturesHere
from tests.publish.setting import CAPTIONS, PDF, a_photo, an_office, approve_an_article
from tests.publish.test_publish import approve_now, save_again
from tests.publish.wordpress_deaths import item_of
from tests.publish.wordpress_portal import (
    HOME,
    a_wordpress,
    attachments_of,
    counts,
    files_of,
    meta_of,
    rows_of,
    visible,
)
from tinbai import picture_sandbox
from tinbai.approval import approve, republish, withdraw
from tinbai.errors import PortalError

NAME = "tap-huan-ky-thuat-trong-nam-rom-cho-45-hoi-vien-nong-dan"


@pytest.fixture(autouse=True)
def pictures_here(monkeypatch):
    monkeypatch.setattr(picture_sandbox, "_sandbox", lambda *_: PicturesHere())


@pytest.fixture
def portal(wordpress_tables, tmp_path):
    return a_wordpress(wordpress_tables, tmp_path / "uploads")


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def results(office):
    return [(outcome.result, outcome.problem) for outcome in office.publish().outcomes]


def change(portal, statement):
    with writing(portal.engine, portal.key) as connection:
        connection.execute(text(statement))


def test_an_approved_article_is_a_post_with_its_photos_its_file_and_its_categories(office, portal):
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    ((number, name, _),) = visible(portal)
    assert name == NAME
    columns = (
        "post_author, post_date, post_date_gmt, post_modified_gmt, guid, comment_status, post_excerpt, post_content"
    )
    *row, content = rows_of(portal, f"SELECT {columns} FROM wp_posts WHERE ID = {number}")[0]
    noon, gmt = datetime(2026, 10, 15, 12), datetime(2026, 10, 15, 5)  # noqa: DTZ001 - as the tables have them
    lead = "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn."
    assert row == [1, noon, gmt, gmt, f"{HOME}/?p={number}", "closed", lead]
    assert [content.index(caption) for caption in CAPTIONS] == sorted(content.index(caption) for caption in CAPTIONS)
    first, second, paper = attachments_of(portal, number)
    assert [one[2] for one in (first, second, paper)] == ["image/jpeg", "image/jpeg", "application/pdf"]
    assert meta_of(portal, number)["_thumbnail_id"] == str(first[0])
    for (one, address, _), original in zip((first, second, paper), (a_photo(1), a_photo(2), PDF), strict=True):
        file = meta_of(portal, one)["_wp_attached_file"]
        assert address == f"{HOME}/wp-content/uploads/{file}"
        assert (portal.uploads / file).read_bytes() == original
        assert file.isascii()
    assert counts(portal) == {"uncategorized": 0, "kinh-te": 1, "tin-moi": 1, "van-hoa": 0}
    assert office.publication().proof["address"] == f"{HOME}/?p={number}"


def test_another_column_other_photos_and_another_title_keep_the_address(office, portal):
    approve_an_article(office)
    office.publish()
    ((number, _, _),) = visible(portal)
    portal.config = portal.config.model_copy(update={"categories": {"kinh-te": ("van-hoa",)}})
    office.clock.forward(timedelta(days=1))
    office.change(save_again(photos=1))
    office.change(lambda session, article, head: approve(
        session, article, by=head, at=office.clock(), portals=["cong"]
    ))  # fmt: skip
    assert results(office) == [(Result.LIVE, "")]
    assert list(visible(portal)) == [(number, NAME, "Tập huấn trồng nấm rơm cho 54 hội viên")]
    assert counts(portal) == {"uncategorized": 0, "kinh-te": 0, "tin-moi": 0, "van-hoa": 1}
    assert len(attachments_of(portal, number)) == 1
    assert len(files_of(portal)) == 2  # the photo that stayed, and its smaller copy
    dates = rows_of(portal, f"SELECT post_date_gmt, post_modified_gmt FROM wp_posts WHERE ID = {number}")[0]
    assert dates[0] < dates[1]


def test_what_is_taken_down_is_private_and_comes_back_in_the_same_post(office, portal):
    approve_an_article(office)
    office.publish()
    ((number, _, _),) = visible(portal)
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    assert results(office) == [(Result.WITHDRAWN, "")]
    assert rows_of(portal, f"SELECT post_status FROM wp_posts WHERE ID = {number}")[0] == ("private",)
    assert (files_of(portal), len(attachments_of(portal, number)), counts(portal)["kinh-te"]) == ([], 0, 0)
    change(portal, f"UPDATE wp_posts SET post_status = 'trash', post_name = '{NAME}__trashed' WHERE ID = {number}")
    change(
        portal, f"INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES ({number}, '_wp_trash_meta_time', '1')"
    )
    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))
    assert results(office) == [(Result.LIVE, "")]
    assert [row[:2] for row in visible(portal)] == [(number, NAME)]
    assert "_wp_trash_meta_time" not in meta_of(portal, number)
    assert len(files_of(portal)) == 5


@pytest.mark.hard
def test_two_articles_with_one_title_have_two_addresses(office, portal):
    approve_an_article(office)
    approve_an_article(office)
    change(
        portal,
        "INSERT INTO wp_posts (post_name, post_type, post_status, post_content, post_title, post_excerpt, to_ping, "
        f"pinged, post_content_filtered) VALUES ('{NAME}', 'page', 'draft', '', '', '', '', '', '')",
    )
    office.publish()
    assert sorted(name for _, name, _ in visible(portal)) == [f"{NAME}-2", f"{NAME}-3"]


@pytest.mark.hard
@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE wp_posts SET post_title = 'Ai đó đã sửa' WHERE post_type = 'post'", "title"),
        ("UPDATE wp_posts SET post_content = CONCAT(post_content, ' ') WHERE post_type = 'post'", "body_html"),
        ("UPDATE wp_posts SET post_password = 'x' WHERE post_type = 'post'", "visible"),
        ("UPDATE wp_posts SET post_date = '2020-01-01' WHERE post_type = 'post'", "published_at"),
        ("DELETE FROM wp_term_relationships WHERE term_taxonomy_id = 3", "column_key"),
        ("UPDATE wp_postmeta SET meta_value = '1' WHERE meta_key = '_thumbnail_id'", "photos"),
        ("UPDATE wp_postmeta SET meta_value = 'x' WHERE meta_key = '_wp_attachment_image_alt'", "photos"),
        ("DELETE FROM wp_posts WHERE post_mime_type = 'application/pdf'", "attachments"),
    ],
)
def test_what_stands_there_otherwise_than_approved_is_no_proof(office, portal, statement, named):
    approve_an_article(office)
    (outcome,) = office.publish(lambda point: change(portal, statement) if point is Point.COMMITTED else None).outcomes
    assert outcome.result is Result.REFUSED
    assert named in outcome.problem


@pytest.mark.hard
def test_an_older_approval_never_comes_over_a_newer_one_and_a_late_one_is_heard(office, portal):
    approve_an_article(office)
    old = item_of(office, portal)
    office.change(save_again())
    office.change(approve_now)
    office.publish()
    with pytest.raises(PortalError) as caught:
        portal.put(old, unheard)
    assert not caught.value.retryable
    heard: list[str] = []
    portal.put(item_of(office, portal), heard.append)
    assert Point.ROW_WRITTEN in heard
    assert portal.take_down(old.text.key, old.text.approval).visible
    ((number, _, _),) = visible(portal)
    kept = {portal.places.file_at(address) for _, address, _ in attachments_of(portal, number)}
    assert kept.isdisjoint(portal.former_files(replace(old, contents={})))
    assert len(kept) == 2


@pytest.mark.hard
def test_a_column_is_found_by_its_name_where_the_slug_is_another(office, portal):
    portal.config = portal.config.model_copy(update={"categories": {}})
    change(portal, "UPDATE wp_terms SET slug = 'tin-kinh-te' WHERE slug = 'kinh-te'")
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    assert counts(portal)["tin-kinh-te"] == 1


def test_nothing_that_a_text_says_can_act_on_the_portal(office, portal):
    body = (
        "<p>[audio src=x] [1] […]</p><p>https://video.example/xem?a=1</p><p><a href='https://a.example/[b]'>b</a></p>"
    )
    approve_an_article(office, body_html=body)
    office.change(save_again(title="<script>alert(1)</script> & [gallery]"))
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    ((number, _, title),) = visible(portal)
    assert title == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; [\u2060gallery]"
    content = rows_of(portal, f"SELECT post_content FROM wp_posts WHERE ID = {number}")[0][0]
    assert "<p>[\u2060audio src=x] [1] […]</p>" in content
    assert 'rel="noopener nofollow">https://video.example/xem?a=1</a></p>' in content
    assert "https://a.example/%5Bb%5D" in content or "https://a.example/%5Bb]" in content


@pytest.mark.hard
def test_files_that_somebody_put_there_by_hand_are_never_touched(office, portal):
    approve_an_article(office)
    office.publish()
    ((number, _, _),) = visible(portal)
    change(
        portal,
        "INSERT INTO wp_posts (post_parent, post_type, post_status, guid, post_content, post_title, post_excerpt, "
        f"to_ping, pinged, post_content_filtered) VALUES ({number}, 'attachment', 'inherit', "
        f"'{HOME}/wp-content/uploads/2026/10/cua-nguoi-khac.jpg', '', '', '', '', '', '')",
    )
    theirs = portal.uploads / "2026" / "10" / f"x-{'a' * 16}.jpg"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"WordPress's own")
    office.change(save_again(photos=0))
    office.change(approve_now)
    office.publish()
    assert len(attachments_of(portal, number)) == 1
    portal.sweep_media(office.clock() + timedelta(days=3650))
    assert theirs.exists()


@pytest.mark.hard
def test_one_writer_waits_for_the_other_and_comes_again_later(office, portal):
    approve_an_article(office)
    portal.config = portal.config.model_copy(update={"timeout_seconds": 1})
    with alone(portal.engine, portal.key, portal.config.prefix, 1):
        ((result, problem),) = results(office)
    assert result is Result.LATER
    assert "tiến trình khác" in problem
    office.clock.forward(timedelta(hours=1))
    assert results(office) == [(Result.LIVE, "")]


@pytest.mark.hard
def test_a_folder_that_is_not_there_or_anothers_is_not_written_to(office, portal):
    approve_an_article(office)
    portal.uploads.rmdir()
    assert results(office)[0][0] is Result.LATER
    assert not portal.check()[-1].ok
    portal.uploads.mkdir()
    mark(portal.media_path, "f" * 64)
    office.clock.forward(timedelta(hours=1))
    ((result, problem),) = results(office)
    assert (result, len(visible(portal))) == (Result.LATER, 0)
    assert "media_path" in problem
    assert not portal.check()[-1].ok
