"""The queue on PostgreSQL: the first articles are looked at; where they do not fill a page, the index is asked."""

from collections.abc import Iterator

import pytest
from sqlalchemy import delete, select

from review.app import create
from tests.review.office import Hands, Office, two_sites
from tests.review.test_queue import restricted, titles, with_findings
from tests.tinbai.test_search_terms import long_words
from tinbai.article import Article, ArticleStatus
from tinbai.article_search import ArticleSearch
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.counting_checks import SETTLED, count_checks, recount_checks
from tinbai.db import Database, connect
from tinbai.indexing import index_missing
from tinbai.migrate import migrate
from tinbai.people import RoleName


@pytest.fixture
def database(postgresql_database: str) -> Iterator[Database]:
    opened = connect(postgresql_database)
    migrate(opened)
    yield opened
    opened.close()


@pytest.fixture
def office(config: Config, database: Database, blobs: Blobs) -> Office:
    two_sites(database)
    clock = Hands()
    return Office(
        app=create(config, database, blobs, clock=clock), database=database, blobs=blobs, clock=clock, config=config
    )


@pytest.mark.parametrize("looked_at", [400, 1])
def test_both_ways_find_the_same_in_the_same_order(
    office: Office, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    monkeypatch.setattr("review.queue_search.LOOKED_AT", looked_at)
    for title in ("Đảng bộ họp", "Dâng bồ thóc", "Trồng nấm rơm", "Đảng bộ khen"):
        office.article(title=title)
    office.article(ArticleStatus.PUBLISHED, title="Đảng bộ đã đăng")
    with_findings(office, office.article(), "caption_missing")
    visit = office.enter(RoleName.EDITOR)
    assert titles(visit, words="đảng bộ") == ["Đảng bộ đã đăng", "Đảng bộ khen", "Đảng bộ họp", "Dâng bồ thóc"]
    assert titles(visit, words="dang bo", status="new") == ["Đảng bộ khen", "Dâng bồ thóc", "Đảng bộ họp"]
    assert titles(visit, words="NẤM rơ") == ["Trồng nấm rơm"]
    assert titles(visit, words="' & ! :* \\") != []
    assert titles(visit, words="khongcogi") == []
    assert len(titles(visit, check="caption_missing")) == 1
    assert titles(visit, words="dang bo", sort="deadline")[-1] == "Đảng bộ khen"
    assert titles(office.enter(RoleName.EDITOR, site_key="dong-thu"), words="dang bo") == []


def test_an_article_of_more_different_words_than_a_tsvector_holds_is_saved_and_found(office: Office) -> None:
    office.article(title="Đảng bộ họp", body_html=f"<p>{long_words(9_000)}</p>")
    assert titles(office.enter(RoleName.EDITOR), words="đảng bộ") == ["Đảng bộ họp"]


def test_a_restricted_article_has_no_terms_and_what_has_none_is_indexed(office: Office) -> None:
    article = restricted(office)
    office.article(title="Nội dung khác")
    assert titles(office.enter(RoleName.EDITOR)) == ["Nội dung khác"]
    assert titles(office.enter(RoleName.HEAD), words="kín") == []
    with office.database.writing() as session:
        assert session.get_one(ArticleSearch, article).terms == []
        session.execute(delete(ArticleSearch))
    assert index_missing(office.database, batch=1) == 2
    with office.database.reading() as session:
        number = len(session.scalars(select(Article.id)).all())
        assert len(session.scalars(select(ArticleSearch.article_id)).all()) == number
    assert titles(office.enter(RoleName.EDITOR), words="khac") == ["Nội dung khác"]


def test_lists_and_figures_of_the_checks_are_kept_there_too(office: Office) -> None:
    visit = office.enter(RoleName.SECRETARY)
    entry = {"site": "an-mau", "list": "leaders", "name": "Trần Thị Mẫu", "value": "Bí thư", "since": "2025-07-01"}
    assert visit.post("/settings/lists", entry).status_code == 303
    with_findings(office, office.article(), "caption_missing")
    later = office.clock() + 2 * SETTLED
    assert count_checks(office.database, clock=lambda: later) == 2
    assert recount_checks(office.database, clock=lambda: later) == 2
    assert "Phát hiện: </span>1<" in visit.get("/settings/checks/caption_missing").text
