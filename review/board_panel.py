"""What the article page shows of the board's work beside the text: what can be taken back, and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session

from review.joining import may_be_version
from review.last_moves import last_moves
from review.merging import still_merged
from review.security.rights import Right, Visitor, may
from review.separating import JoinedLetter, joined_letters
from review.splitting import still_parted
from tinbai.article import Article
from tinbai.correcting import is_out
from tinbai.correction import corrections_of
from tinbai.people import Role, User
from tinbai.publication import Publication
from tinbai.related import links_of
from tinbai.remark import remarks_on
from tinbai.revision import Revision
from tinbai.undoing import undo_of

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
    """The values of `_undo.html` and `_board.html`."""
    linkable = may(visitor, Right.EDIT, article)
    last, links = last_moves(session, article.id), links_of(session, article.id)
    return {
        "undo": undo_of(last.move, article, visitor.user_id), "remarks": remarks_on(session, article.id),
        "earlier": [each for each in links if each.article_id == article.id],
        "later": [each for each in links if each.earlier_id == article.id], "linkable": linkable,
        "board": _board(session, visitor, article.site_id),
        "parted": still_parted(session, article, last.split) if linkable else None,
        "merged": still_merged(session, article, last.merge) if linkable else None,
        "candidates": _candidates(session, article) if linkable else [],
        "joinable": linkable and may_be_version(session, article), "joined": _joined(session, visitor, article),
    }  # fmt: skip


def _joined(session: Session, visitor: Visitor, article: Article) -> Sequence[JoinedLetter]:
    """Asked for only where there is more than one version."""
    several = article.revision is not None and article.revision.number > 1
    return joined_letters(session, visitor, article) if several else ()


def _board(session: Session, visitor: Visitor, site_id: int) -> Sequence[Row[int, str, str]]:
    """The others of the board: id, name, title."""
    return session.execute(_others(), {"site": site_id, "self": visitor.user_id}).all()


@cache
def _others() -> Select[int, str, str]:
    query = select(User.id, User.name, User.title).join(Role, Role.user_id == User.id)
    others = query.where(Role.site_id == bindparam("site"), User.active, User.id != bindparam("self"))
    return others.distinct().order_by(User.name, User.id)


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


def correction_rows(
    session: Session, article: Article, publications: Sequence[Publication]
) -> list[CorrectionRow]:  # fmt: skip
    """The notes for readers that stand, oldest first."""
    notes = corrections_of(session, article.id)
    return [
        CorrectionRow(id=each.id, actor=each.actor, at=each.at, words=each.words, out=is_out(each, publications))
        for each in notes
    ]
