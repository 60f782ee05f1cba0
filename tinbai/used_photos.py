"""Which photos of an article stood in an earlier one: the same file, or one that looks the same."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.checks.earlier import UsedPhoto
from tinbai.event import merged_into
from tinbai.message import Message
from tinbai.picture_looks import looking_alike
from tinbai.revision import Revision, RevisionPhoto

MOST_USES = 20  # earlier articles with one photo that are counted


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
        uses = [each for each in uses if each[0] not in merged_into(session, article.id, [use[0] for use in uses])]
        if uses:
            article_id, code, title, _ = uses[0]
            same = any(used == original for *_, used in uses)
            found[original] = UsedPhoto(article_id=article_id, code=code, title=title, same=same, times=len(uses))
    return found


def _uses(session: Session, article: Article, originals: set[str]) -> list[tuple[int, str, str, str]]:
    """Earlier articles whose newest revision shows one of these pictures, the first one first."""
    query = (
        select(Article.id, Article.code, Revision.title, RevisionPhoto.sha256)
        .join(Revision, Revision.id == Article.revision_id)
        .join(RevisionPhoto, RevisionPhoto.revision_id == Revision.id)
        .outerjoin(Message, Message.id == Article.message_id)
        .where(
            RevisionPhoto.sha256.in_(originals),
            RevisionPhoto.place.is_not(None),
            Article.site_id == article.site_id,
            Article.id < article.id,
            Message.restriction.is_(None),
        )
    )
    found = session.execute(query.order_by(Article.id).limit(MOST_USES))
    return [(article_id, code, title, original) for article_id, code, title, original in found]
