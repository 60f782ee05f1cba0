"""Which pictures articles in work use: those are worth preparing."""

from sqlalchemy import Select, func, insert, literal, select
from sqlalchemy.exc import IntegrityError

from tinbai.article import Article, ArticleStatus
from tinbai.db import Database
from tinbai.picture import Picture
from tinbai.revision import Revision, RevisionPhoto

SLICE = 5_000  # rows looked through in one transaction
OVERLAP = 1_000  # rows looked at again: transactions commit in another order than they number their rows
IN_WORK = (
    ArticleStatus.NEW, ArticleStatus.EDITING, ArticleStatus.SUBMITTED, ArticleStatus.RETURNED, ArticleStatus.APPROVED,
)  # fmt: skip


def notice(database: Database, seen: int) -> int:
    """Write down the pictures that articles in work have used since row `seen`; the row up to which was looked.

    A second process may notice the same ones at the same moment: then one of the two does it in its next pass.
    """
    with database.reading() as session:
        newest = session.scalar(select(func.max(RevisionPhoto.id))) or 0
    start = max(0, seen - OVERLAP)
    while start < newest:
        try:
            with database.writing() as session:
                fresh = _unnoticed(start, start + SLICE)
                session.execute(insert(Picture).from_select(["original", "attempts", "problem", "has_gps"], fresh))
        except IntegrityError:
            return start
        start += SLICE
    return newest


def _unnoticed(after: int, up_to: int) -> Select[str, int, str, bool]:
    return (
        select(RevisionPhoto.sha256, literal(0), literal(""), literal(value=False))
        .join(Revision, Revision.id == RevisionPhoto.revision_id)
        .join(Article, Article.id == Revision.article_id)
        .where(RevisionPhoto.id > after, RevisionPhoto.id <= up_to, Article.status.in_(IN_WORK))
        .where(~select(Picture.original).where(Picture.original == RevisionPhoto.sha256).exists())
        .distinct()
    )
