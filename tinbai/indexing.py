"""Indexing what is not indexed: articles from before there was an index, and whatever was written past the session."""

from collections.abc import Callable

from sqlalchemy import Select, select

from tinbai.article import Article
from tinbai.article_search import ArticleSearch, put, put_sample
from tinbai.article_shingles import ArticleSample
from tinbai.db import Database
from tinbai.shingles import RULE

BATCH = 200  # articles a transaction: nobody waits long for it


def unindexed(limit: int) -> Select[Article]:
    """Articles whose newest revision the index does not know."""
    query = select(Article).join(ArticleSearch, ArticleSearch.article_id == Article.id, isouter=True)
    unknown = ArticleSearch.article_id.is_(None) | (ArticleSearch.revision_id != Article.revision_id)
    return query.where(Article.revision_id.is_not(None), unknown).order_by(Article.id).limit(limit)


def index_missing(database: Database, *, batch: int = BATCH) -> int:
    """Index all of them, some at a time; returns how many. May run twice, and beside everything else."""
    total = 0
    while True:
        with database.writing() as session:
            found = session.scalars(unindexed(batch)).all()
            for article in found:
                put(session, article)
            total += len(found)
        if len(found) < batch:
            return total


def unsampled(after: int, limit: int) -> Select[Article]:
    """Articles with a higher number that the index of copies does not know."""
    known = select(ArticleSample.article_id).where(ArticleSample.article_id == Article.id, ArticleSample.rule == RULE)
    query = select(Article).where(Article.id > after, Article.revision_id.is_not(None), ~known.exists())
    return query.order_by(Article.id).limit(limit)


def sample_missing(database: Database, *, batch: int = BATCH, stopping: Callable[[], bool] = lambda: False) -> int:
    """Take all of them into the index of copies, some at a time, until told to stop; returns how many."""
    total = after = 0
    while not stopping():
        with database.writing() as session:
            found = session.scalars(unsampled(after, batch)).all()
            for article in found:
                put_sample(session, article)
            total += len(found)
        if len(found) < batch:
            break
        after = found[-1].id
    return total
