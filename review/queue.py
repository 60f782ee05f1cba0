"""The queue's queries: one status at a time or all, one column or all, by words, page by page without counting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, selectinload

from tinbai.article import Article, ArticleStatus
from tinbai.revision import Revision
from tinbai.text import fold

PAGE = 30


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked for. `before`: only articles older than this id, the last one of the page before."""

    site_id: int
    status: ArticleStatus | None
    column_id: int | None = None
    words: str = ""
    before: int | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A page of articles, newest first, and where the next page begins."""

    articles: Sequence[Article]
    next: int | None


def ask(session: Session, question: Question) -> Answer:
    """A page of articles. Words are found with and without diacritics, in title and code."""
    ids = _ids(session, question)
    query = select(Article).where(Article.id.in_(ids[:PAGE])).order_by(Article.id.desc())
    query = query.options(
        selectinload(Article.revision).selectinload(Revision.photos),
        selectinload(Article.unit), selectinload(Article.column), selectinload(Article.editor),
        selectinload(Article.message), selectinload(Article.contributor),
    )  # fmt: skip
    return Answer(articles=session.scalars(query).all(), next=ids[PAGE - 1] if len(ids) > PAGE else None)


def _ids(session: Session, question: Question) -> Sequence[int]:
    """One more than a page holds, if there are so many."""
    words = fold(question.words).split()
    if not words:
        return session.scalars(_asked(question).limit(PAGE + 1)).all()
    rows = session.execute(_asked(question).execution_options(yield_per=500))
    return list(islice(_matching(rows, words), PAGE + 1))


def _asked(question: Question) -> Select[int, str, str]:
    query = select(Article.id, Article.code, Revision.title).join(
        Revision, Revision.id == Article.revision_id, isouter=True
    )
    query = query.where(Article.site_id == question.site_id)
    if question.status is not None:
        query = query.where(Article.status == question.status)
    if question.column_id is not None:
        query = query.where(Article.column_id == question.column_id)
    if question.before is not None:
        query = query.where(Article.id < question.before)
    return query.order_by(Article.id.desc())


def _matching(rows: Iterable[Row[int, str, str]], words: Sequence[str]) -> Iterable[int]:
    """Every word must stand somewhere in the code or the title."""
    for article_id, code, title in rows:
        text = fold(f"{code} {title or ''}")
        if all(word in text for word in words):
            yield article_id
