"""Which photos of an article stood in an earlier one: the same file, or one that looks the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tinbai.article import Article
from tinbai.checks.earlier import UsedPhoto
from tinbai.event import merged_into
from tinbai.message import Message
from tinbai.picture_looks import looking_alike
from tinbai.revision import Revision, RevisionPhoto

MOST_USES = 20  # places in earlier articles with one photo that are counted


class _Use(NamedTuple):
    article_id: int
    code: str
    title: str
    original: str


def used_photos(session: Session, article: Article, originals: Sequence[str]) -> Mapping[str, UsedPhoto]:
    """By the hash of each photo that was used before, in which article of the site it was used first.

    Not told are photos of articles that were merged into this one, and of restricted letters.
    """
    if not originals:
        return {}
    alike = looking_alike(session, originals)
    found: dict[str, UsedPhoto] = {}
    for original in dict.fromkeys(originals):
        uses = _uses(session, article, {original, *alike.get(original, ())})
        into = merged_into(session, article.id, {each.article_id for each in uses})
        uses = [each for each in uses if each.article_id not in into]
        if uses:
            found[original] = UsedPhoto(
                article_id=uses[0].article_id, code=uses[0].code, title=uses[0].title,
                same=any(each.original == original for each in uses), times=len({each.article_id for each in uses}),
            )  # fmt: skip
    return found


def _uses(session: Session, article: Article, originals: set[str]) -> list[_Use]:
    """Where the newest revision of an earlier article shows one of these pictures, the first one first."""
    first, last = aliased(Message), aliased(Message)
    query = (
        select(Article.id, Article.code, Revision.title, RevisionPhoto.sha256)
        .join(Revision, Revision.id == Article.revision_id)
        .join(RevisionPhoto, RevisionPhoto.revision_id == Revision.id)
        .outerjoin(first, first.id == Article.message_id)
        .outerjoin(last, last.id == Revision.message_id)
        .where(
            RevisionPhoto.sha256.in_(originals),
            RevisionPhoto.place.is_not(None),
            Article.site_id == article.site_id,
            Article.id < article.id,
            first.restriction.is_(None),
            last.restriction.is_(None),
        )
    )
    return [_Use(*row) for row in session.execute(query.order_by(Article.id).limit(MOST_USES))]
