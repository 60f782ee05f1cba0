"""The article page: the original letter on one side, the draft on the other."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review import drafts, found, original
from review.board_panel import board_values
from review.choices import aside_rows, can_be_reread, parted_off, reading_rows, text_rows
from review.desk import DeskDep
from review.draft_form import Draft
from review.drafts import Kept, Mark
from review.finding_rows import finding_rows
from review.locale import vi
from review.marks import marks, missing_fields, severities
from review.menu import menu
from review.newest import NewestDifference, newest_difference, request_of
from review.paragraph_difference import HunkRow, hunk_rows, hunks
from review.paragraphs import places
from review.photo_notes import photo_notes
from review.photo_rows import photo_rows
from review.possible import possible
from review.presence import standing
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from review.shown import names_of, of_article, texts_of
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.clock import now
from tinbai.column import Column
from tinbai.finding import Severity
from tinbai.html import text_of_html
from tinbai.people import Unit
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()
_NO_DRAFT = Mark()


@router.get("/articles/{article_id}")
def article_page(article_id: int, desk: DeskDep, visitor: VisitorDep, done: str = "", draft: str = "") -> Response:
    """The page. Its form holds the visitor's newest draft, or the one asked for, while nobody has saved since."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        kept = _chosen(drafts.kept_of(session, article, visitor.user_id), draft)
        text = drafts.draft_of(session, article_id, visitor.user_id, kept.mark.key) if kept else None
        mark = kept.mark if kept and text else Mark()
        values = article_values(session, visitor, article, draft=text, mark=mark, at=desk.clock())
        values |= {"done": vi.DONE.get(done), "kept": kept if text else None}
        return desk.templates.page("article.html", values, visitor=visitor)


def _chosen(kept: Sequence[Kept], key: str) -> Kept | None:
    """The draft asked for, or the newest; one that the article has left behind is seen beside it and not in it."""
    usable = [each for each in kept if not each.outdated]
    return next((each for each in usable if each.mark.key == key), usable[0] if usable else None)


def article_values(
    session: Session, visitor: Visitor, article: Article, *, draft: Draft | None = None, seen: int | None = None,
    mark: Mark = _NO_DRAFT, at: datetime | None = None,
) -> dict[str, Any]:  # fmt: skip
    """What the page's template needs. With a `draft` the form holds that and not what is saved; `seen` goes with it.

    `mark` says which kept draft the form goes on with.
    """
    site = session.get_one(Site, article.site_id)
    decisions = possible(session, visitor, article)
    counts = severities(article)
    columns = select(Column).where(Column.site_id == site.id, Column.active | (Column.id == article.column_id))
    units = select(Unit).where(Unit.site_id == site.id, Unit.active | (Unit.id == article.unit_id))
    shown = draft or of_article(article)
    page = token_hex(8)
    editable = Decision.EDIT in decisions
    return {
        "menu": menu(session, visitor, site, "queue"), "article": article, "revision": article.revision,
        "message": article.message, "original": original, "marks": marks(article), "can": decisions,
        "decision": Decision, "decidable": bool(decisions - {Decision.EDIT}), "editable": editable,
        "missing": missing_fields(article), "shown": shown, "seen": seen or article.version,
        "unsaved": draft is not None, "taken": "", "done": None,
        "blocked": counts[Severity.BLOCK] > 0, "head": visitor.is_head(site.id),
        "findings": finding_rows(article, head=visitor.is_head(site.id)),
        "columns": session.scalars(columns.order_by(Column.position)).all(),
        "units": session.scalars(units.order_by(Unit.name)).all(),
        "photos": photo_rows(session, article, shown.photos),
        "photo_notes": photo_notes(session, [photo.sha256 for photo in shown.photos]),
        "places": places(shown.body_html),
        "publications": publications_of(session, article), "mine": article.editor_id == visitor.user_id,
        **_choices(session, article, shown, editable=editable),
        **_at_work(session, visitor, article, page, seen=seen or article.version, at=at or now()),
        "mark": mark, "page": page, "kept": None,
        **board_values(session, visitor, article),
    }  # fmt: skip


def _at_work(
    session: Session, visitor: Visitor, article: Article, page: str, *, seen: int, at: datetime
) -> dict[str, Any]:
    """Who else is there, the visitor's other drafts, and the contributor's own text."""
    letters = [each for each in article.revisions if each.made_by_id is None]
    return {
        "standing": standing(session, article, visitor.user_id, page, seen=seen, at=at),
        "drafts": drafts.kept_of(session, article, visitor.user_id),
        "from_letter": letters[-1] if letters else None,
    }


def _choices(session: Session, article: Article, shown: Draft, *, editable: bool) -> dict[str, Any]:
    """What the reader chose, what else there is, and what came of it."""
    rereadable = editable and can_be_reread(session, article)
    letter_aside = original.letter_set_aside(article.message) if article.message else []
    pieces = article.set_aside or letter_aside
    lines = text_of_html(shown.body_html).split("\n")
    names = names_of(session, article)
    now, saved = (texts_of(each, names) for each in (shown, of_article(article)))
    difference = newest_difference(session, article)
    return {
        "choices": text_rows(article, now, saved),
        "readings": reading_rows(article, rereadable=rereadable, parted=parted_off(session, article)),
        "aside": list(aside_rows(article, pieces, lines)), "aside_movable": bool(article.set_aside) and editable,
        "difference": difference, "hunks": _hunks(difference, shown), "request": request_of(session, article),
    }  # fmt: skip


def _hunks(difference: NewestDifference | None, shown: Draft) -> list[HunkRow]:
    if difference is None:
        return []
    return hunk_rows(hunks(difference.before.body_html, difference.after.body_html), shown.body_html)
