"""Indexing what is not indexed: articles from before there was an index, and whatever was written past the session."""

from sqlalchemy import Select, select

from tinbai.article import Article
from tinbai.article_search import ArticleSearch, put
from tinbai.db import Database

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
