"""The article's page says whether readers get what was published."""

from typing import Any

import pytest

from tests.review.office import Office
from tests.review.route_things import put_on_portal
from tinbai.article import ArticleStatus
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus


@pytest.mark.parametrize(
    ("status", "problem", "told"),
    [
        (PublicationStatus.LIVE, None, "thấy bài, ảnh và tệp"),
        (PublicationStatus.LIVE, "trang trả lời mã 404", "thì chưa đúng: trang trả lời mã 404"),
        (PublicationStatus.WITHDRAWN, "trang trả lời mã 404", "thì chưa đúng: trang trả lời mã 404"),
        (PublicationStatus.DUE, "trang trả lời mã 404", None),
    ],
)
def test_what_was_seen_is_said_beside_the_portal(
    office: Office, status: PublicationStatus, problem: str | None, told: str | None
) -> None:
    client = office.enter(RoleName.HEAD)
    article = office.article(ArticleStatus.PUBLISHED)
    put_on_portal(office, article, status)
    _set(office, page_checked_at=office.clock(), page_problem=problem)
    page = client.get(f"/articles/{article}").text
    assert ("ở trang như người đọc lúc" in page) is (told is not None)
    assert told is None or told in page


def test_before_it_was_opened_nothing_is_said(office: Office) -> None:
    client = office.enter(RoleName.HEAD)
    article = office.article(ArticleStatus.PUBLISHED)
    put_on_portal(office, article)
    assert "như người đọc" not in client.get(f"/articles/{article}").text


def _set(office: Office, **values: Any) -> None:
    with office.database.writing() as session:
        publication = session.query(Publication).one()
        for name, value in values.items():
            setattr(publication, name, value)
