"""Which articles of a site an article may be a copy of: a look into the index of shingles, then their texts."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tinbai.article import Article
from tinbai.article_shingles import holders, text_for_comparing
from tinbai.checks import CHECKS, Checked, findings_of
from tinbai.checks.earlier import EarlierText
from tinbai.event import merged_into
from tinbai.html import text_of_html
from tinbai.message import Message
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.site_loading import data_of

MOST_COMPARED = 5  # articles whose whole texts are looked at
_LEAST_SHARED = 2  # shingles of a sample: one alone is a turn of phrase
_BY_EARLIER = tuple(each for each in CHECKS if each.name == "near_duplicate")


def earlier_texts(session: Session, article: Article, text: str) -> tuple[EarlierText, ...]:
    """Articles that came before this one and share words with `text`, the most alike first.

    Not told are the article itself, whatever version; what was merged into it; and what came in a restricted letter.
    """
    found = holders(session, site_id=article.site_id, before=article.id, text=text)
    likely = [article_id for article_id, shared in found if shared >= _LEAST_SHARED][: 2 * MOST_COMPARED]
    if not likely:
        return ()
    into = merged_into(session, article.id, likely)
    texts = {each.article_id: each for each in _texts(session, [each for each in likely if each not in into])}
    return tuple(texts[each] for each in likely if each in texts)[:MOST_COMPARED]


def earlier_findings(
    session: Session, article: Article, *, summary: str, body_html: str, body_text: str
) -> list[dict[str, Any]]:
    """What is said of an article that comes in: where its letter was read, no other article was known."""
    earlier = earlier_texts(session, article, text_for_comparing(summary, body_text))
    if not earlier:
        return []
    checked = Checked(
        summary=summary or None, body_html=body_html, body_text=body_text, kind=article.kind, earlier=earlier
    )
    site = data_of(session.get_one(Site, article.site_id))
    found = [finding for each in _BY_EARLIER for finding in findings_of(each, checked, site)]
    return [asdict(finding) | {"repairs": list(finding.repairs)} for finding in found]


def _texts(session: Session, articles: Sequence[int]) -> list[EarlierText]:
    first, last = aliased(Message), aliased(Message)
    query = (
        select(Article.id, Article.code, Revision.title, Revision.summary, Revision.body_html)
        .join(Revision, Revision.id == Article.revision_id)
        .outerjoin(first, first.id == Article.message_id)
        .outerjoin(last, last.id == Revision.message_id)
        .where(Article.id.in_(articles), first.restriction.is_(None), last.restriction.is_(None))
    )
    return [
        EarlierText(article_id=article_id, code=code, title=title, text=text_for_comparing(summary, text_of_html(body)))
        for article_id, code, title, summary, body in session.execute(query)
    ]
