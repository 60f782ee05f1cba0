"""The demo's portal page: what a reader sees of what was published."""

import pytest
from fastapi.testclient import TestClient

from tests.publish.setting import CAPTIONS, PDF, a_photo, a_portal, an_office, approve_an_article, rows_on
from tinbai.approval import withdraw
from tinbai.demo.portal_page import create


@pytest.fixture
def portal(tmp_path):
    return a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


@pytest.fixture
def reader(portal, tmp_path):
    with TestClient(create(f"sqlite:///{tmp_path}/portal.db", portal.media_path)) as client:
        yield client


def test_an_empty_portal_says_so(reader):
    assert "Chưa có bài nào được đăng." in reader.get("/").text


def test_readers_find_the_article_with_its_photos_captions_and_file(office, portal, reader):
    approve_an_article(office)
    office.publish()
    address = f"/tin/{rows_on(portal)[0]['slug']}-1"
    assert f'href="{address}"' in reader.get("/").text
    assert f'href="{address}"' in reader.get("/chuyen-muc/kinh-te").text
    page = reader.get(address).text
    assert all(caption in page for caption in CAPTIONS)
    first, _ = rows_on(portal, "portal_photo")
    assert f'src="/media/{first["file"]}"' in page
    assert reader.get(f"/media/{first['file']}").content == a_photo(1)
    (file,) = rows_on(portal, "portal_attachment")
    assert reader.get(f"/media/{file['file']}").content == PDF


def test_a_withdrawn_article_is_found_nowhere(office, portal, reader):
    approve_an_article(office)
    office.publish()
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="Sai"))
    office.publish()
    assert "nấm rơm" not in reader.get("/").text
    assert reader.get("/chuyen-muc/kinh-te").status_code == 404
    assert reader.get(f"/tin/{rows_on(portal)[0]['slug']}-1").status_code == 404
    assert reader.get(f"/media/{rows_on(portal, 'portal_photo')[0]['file']}").status_code == 404


@pytest.mark.parametrize("place", ["tin", "tin-", "tin-99", "tin-999999999999999999999", "-1x", "%00"])
def test_an_address_that_leads_nowhere_is_not_found(reader, place):
    assert reader.get(f"/tin/{place}").status_code == 404


def test_every_answer_carries_the_strict_policy(reader):
    policy = reader.get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script" not in policy
