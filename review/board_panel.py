"""What the article page shows of the board's work beside the text: what can be taken back, and what was said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from review.merging import merge_that_can_be_undone
from review.security.rights import Right, Visitor, may
from review.splitting import split_that_can_be_undone
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.correcting import is_out
from tinbai.correction import corrections_of
from tinbai.related import earlier_of, later_of
from tinbai.remark import remarks_on
from tinbai.remarking import members
from tinbai.revision import Revision
from tinbai.undoing import undoable

MOST_CANDIDATES = 20


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An article to link to."""

    code: str
    title: str


@dataclass(frozen=True, kw_only=True)
class CorrectionRow:
    """A note for readers. `out`: it went out, or is on its way."""

    id: int
    actor: str
    at: datetime
    words: str
    out: bool


def board_values(session: Session, visitor: Visitor, article: Article) -> dict[str, Any]:
    """The values of `_undo.html`, `_decisions.html` and `_board.html`."""
    linkable = may(visitor, Right.EDIT, article)
    return {
        "undo": undoable(session, article, visitor.user_id), "corrections": _corrections(session, article),
        "remarks": remarks_on(session, article.id), "earlier": earlier_of(session, article.id),
        "later": later_of(session, article.id), "linkable": linkable,
        "board": [user for user in members(session, article.site_id) if user.id != visitor.user_id],
        "parted": split_that_can_be_undone(session, article) if linkable else None,
        "merged": merge_that_can_be_undone(session, article) if linkable else None,
        "candidates": _candidates(session, article) if linkable else [],
    }  # fmt: skip


def _candidates(session: Session, article: Article) -> list[Candidate]:
    """The newest articles of the site that were there before this one: those it may go on with, most likely."""
    query = (
        select(Article.code, Revision.title)
        .join(Revision, Revision.id == Article.revision_id)
        .where(Article.site_id == article.site_id, Article.id < article.id)
        .order_by(Article.id.desc())
        .limit(MOST_CANDIDATES)
    )
    return [Candidate(code=code, title=title) for code, title in session.execute(query)]


def _corrections(session: Session, article: Article) -> list[CorrectionRow]:
    notes = corrections_of(session, article.id)
    publications = publications_of(session, article) if notes else ()
    return [
        CorrectionRow(id=each.id, actor=each.actor, at=each.at, words=each.words, out=is_out(each, publications))
        for each in notes
    ]
