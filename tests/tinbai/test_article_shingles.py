"""The index of copies, on both engines: who holds the same words, and who is not told of."""

from collections.abc import Iterator

import pytest
from sqlalchemy import delete, func, select

from tests.rows import NOON, a_site, a_user, an_article
from tests.tinbai.checks.copies import html_of
from tests.tinbai.checks.everyday.all_paragraphs import PARAGRAPHS
from tinbai.article import Article, ArticleStatus
from tinbai.article_shingles import ArticleSample, ArticleShingle, holders, put, text_for_comparing
from tinbai.db import Database, connect
from tinbai.earlier_texts import earlier_texts
from tinbai.html import text_of_html
from tinbai.indexing import sample_missing
from tinbai.message import Message, MessageStatus
from tinbai.migrate import migrate
from tinbai.people import RoleName
from tinbai.restriction import Restriction
from tinbai.shingles import MOST_SAMPLED, sample
from tinbai.workflow import Decision, decide

BODY, OTHER = html_of("\n".join(PARAGRAPHS[:4])), html_of("\n".join(PARAGRAPHS[50:54]))


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest) -> Iterator[Database]:
    if request.param == "sqlite":
        yield request.getfixturevalue("database")
        return
    opened = connect(request.getfixturevalue("postgresql_database"))
    migrate(opened)
    yield opened
    opened.close()


def text_of(article: Article) -> str:
    assert article.revision is not None
    return text_for_comparing(article.revision.summary, text_of_html(article.revision.body_html))


def test_the_holder_of_the_same_words_comes_first_and_only_earlier_ones_come(both: Database) -> None:
    with both.writing() as session:
        site, other_site = a_site(session), a_site(session, "dong-thu")
        first = an_article(session, site, body_html=BODY)
        an_article(session, other_site, body_html=BODY)
        an_article(session, site, body_html=OTHER)
        last = an_article(session, site, body_html=BODY)
        text = text_of(last)
        found = holders(session, site_id=site.id, before=last.id, text=text)
        assert found[0] == (first.id, len(sample(text, seed=site.id)))
        assert {each for each, shared in found if shared > 1} == {first.id}
        assert holders(session, site_id=site.id, before=first.id, text=text) == []
        assert holders(session, site_id=site.id, before=last.id, text="Ít chữ.") == []
        (earlier,) = earlier_texts(session, last, text)
        assert (earlier.article_id, earlier.code, earlier.text) == (first.id, first.code, text)


def test_written_twice_a_sample_is_there_once(both: Database) -> None:
    with both.writing() as session:
        article = an_article(session, a_site(session), body_html=BODY)
        for _ in range(2):
            put(session, site_id=article.site_id, article_id=article.id, text=text_of(article))
        assert len(session.scalars(select(ArticleShingle)).all()) <= MOST_SAMPLED
        assert session.scalar(select(func.count()).select_from(ArticleSample)) == 1


def test_articles_from_before_the_index_are_taken_in_slice_by_slice(both: Database) -> None:
    with both.writing() as session:
        site = a_site(session)
        articles = [an_article(session, site, body_html=BODY).id for _ in range(3)]
        session.execute(delete(ArticleShingle))
        session.execute(delete(ArticleSample))
        assert holders(session, site_id=site.id, before=99, text=BODY) == []
    assert sample_missing(both, stopping=lambda: True) == 0
    assert sample_missing(both, batch=2) == 3
    assert sample_missing(both) == 0
    with both.reading() as session:
        found = holders(session, site_id=site.id, before=99, text=text_of(session.get_one(Article, articles[0])))
    assert [each for each, _ in found] == articles


def test_nothing_is_told_of_a_restricted_letters_article(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        secret = an_article(session, site, body_html=BODY)
        letter = Message(site_id=site.id, sha256="0" * 64, size=1, status=MessageStatus.HELD, received_at=NOON)
        session.add(letter)
        session.flush()
        secret.message_id = letter.id
        article = an_article(session, site, body_html=BODY)
        assert earlier_texts(session, article, text_of(article)) != ()
        letter.restriction = next(iter(Restriction))
        session.flush()
        assert earlier_texts(session, article, text_of(article)) == ()


def test_a_restricted_article_is_never_taken_in(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        letter = Message(
            site_id=site.id, sha256="0" * 64, size=1, status=MessageStatus.HELD, received_at=NOON,
            restriction=next(iter(Restriction)),
        )  # fmt: skip
        session.add(letter)
        session.flush()
        an_article(session, site, body_html=BODY).message_id = letter.id
        session.execute(delete(ArticleShingle))
        session.execute(delete(ArticleSample))
    assert sample_missing(database) == 1
    assert sample_missing(database) == 0
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(ArticleShingle)) == 0


def test_what_was_merged_into_an_article_is_not_told_of_it(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        other = an_article(session, site, ArticleStatus.EDITING, body_html=BODY)
        article = an_article(session, site, ArticleStatus.EDITING, body_html=BODY)
        assert earlier_texts(session, article, text_of(article)) != ()
        by = a_user(session, site, RoleName.EDITOR)
        decide(session, other, Decision.GO_INTO, by=by, at=NOON, data={"into": article.id})
        session.flush()
        assert earlier_texts(session, article, text_of(article)) == ()
