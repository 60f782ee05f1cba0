"""The automatic checks, run on a revision: what the machine has to say about what an editor wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.article_shingles import text_for_comparing
from tinbai.checks import CHECKS, Checked, check
from tinbai.earlier_texts import earlier_texts
from tinbai.html import text_of_html
from tinbai.ignored import carried
from tinbai.message import Message
from tinbai.photo_findings import checked_photos
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.site_loading import data_of

_OURS = frozenset(each.name for each in CHECKS)


def findings_of(
    session: Session, article: Article, revision: Revision, said: Sequence[Mapping[str, Any]] | None = None
) -> list[dict[str, Any]]:
    """What the checks say of `revision`, and what the reader of the letter said of it before: that stays true.

    `said` is what was said before; None: what is said of the article's newest revision.
    """
    site = session.get_one(Site, article.site_id)
    found = check(_checked(session, article, revision), data_of(site))
    before = said if said is not None else article.revision.findings if article.revision else []
    kept = [dict(finding) for finding in before if finding.get("check") not in _OURS]
    ours = [asdict(finding) | {"repairs": list(finding.repairs)} for finding in found]
    return [*carried(before, ours), *kept]


def _checked(session: Session, article: Article, revision: Revision) -> Checked:
    letter = session.get(Message, revision.message_id) if revision.message_id else None
    text = text_of_html(revision.body_html)
    return Checked(
        title=revision.title or None,
        summary=revision.summary or None,
        body_html=revision.body_html,
        body_text=text,
        byline=revision.byline or None,
        author=revision.author or None,
        source=revision.source or None,
        column=article.column.name if article.column else None,
        photos=checked_photos(session, article, revision),
        date=letter.sent_at if letter else article.created_at,
        kind=article.kind,
        genre=article.genre,
        unit=article.unit.name if article.unit else "",
        fields=article.fields,
        earlier=earlier_texts(session, article, text_for_comparing(revision.summary, text)),
    )
