"""Rows that go past the session's unit of work stand in the session as the database has them."""

from collections.abc import Iterator

import pytest
from sqlalchemy import bindparam, delete, event, select
from sqlalchemy.orm import Session

from tests.rows import NOON, a_site
from tinbai.article import Article, ArticleStatus
from tinbai.db import Database
from tinbai.errors import StaleError
from tinbai.kind import Kind
from tinbai.plain_rows import insert_now, update_now, value_of


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.writing() as session:
        yield session


@pytest.fixture
def asked(database: Database) -> list[str]:
    """Every statement from now on."""
    statements: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda _c, _cu, text, *_: statements.append(text))
    return statements


def article(session: Session) -> Article:
    site = a_site(session)
    session.flush()
    return Article(
        site_id=site.id, code="AM-2026-0001", kind=Kind.ARTICLE, status=ArticleStatus.NEW, suggestions=[], fields={},
        set_aside=[], created_at=NOON, changed_at=NOON, arrived_at=NOON,
    )  # fmt: skip


def test_a_row_has_its_number_and_what_was_left_out_without_asking(session: Session, asked: list[str]) -> None:
    row = article(session)
    asked.clear()
    insert_now(session, row)
    assert (row.id, row.version, row.editor_id, row.publish_at, row.revision) == (1, 1, None, None, None)
    assert len(asked) == 1


def test_what_was_left_out_is_as_the_database_has_it(session: Session) -> None:
    row = insert_now(session, article(session))
    held = {column.key: getattr(row, column.key) for column in Article.__mapper__.column_attrs}
    session.expire(row)
    assert held == {name: getattr(row, name) for name in held}


def test_an_update_is_in_the_row_and_in_the_database_at_once(session: Session, asked: list[str]) -> None:
    row = insert_now(session, article(session))
    asked.clear()
    update_now(session, row, genre="tin", changed_at=NOON)
    assert (row.genre, row in session.dirty, len(asked)) == ("tin", False, 1)
    session.expire(row)
    assert row.genre == "tin"


def test_a_row_that_is_gone_or_never_came_is_not_updated(session: Session) -> None:
    row, other = insert_now(session, article(session)), Article()
    session.execute(delete(Article).execution_options(synchronize_session=False))
    for each in (row, other):
        with pytest.raises(StaleError):
            update_now(session, each, genre="tin")
    assert row.genre is None


def test_a_value_that_is_not_there_is_none(session: Session) -> None:
    row = insert_now(session, article(session))
    code = select(Article.code).where(Article.id == bindparam("number"))
    assert value_of(session, code, {"number": row.id}) == "AM-2026-0001"
    assert value_of(session, code, {"number": row.id + 1}) is None
