"""The article page: the original letter on one side, the draft on the other."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session, joinedload
from starlette.responses import Response

from review import drafts, found, original
from review.board_panel import board_values, correction_rows
from review.choices import aside_rows, can_be_reread, parted_in, reading_rows, text_rows
from review.columns_and_units import columns_and_units, usable
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
from review.shown import names_among, of_article, texts_of
from review.taking import Names
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.clock import now
from tinbai.finding import Severity
from tinbai.html import text_of_html
from tinbai.message import Message
from tinbai.people import Contributor
from tinbai.rereading import requests_about
from tinbai.revision import Revision
from tinbai.workflow import Decision

router = APIRouter()
_NO_DRAFT = Mark()
# What every view of an article asks for, in the statement that loads it; and what its own page asks of its letter.
ALONG = (
    joinedload(Article.revision).undefer(Revision.chosen), joinedload(Article.message), joinedload(Article.unit),
    joinedload(Article.column), joinedload(Article.editor),
)  # fmt: skip
_LETTER = joinedload(Article.message)
WITH_LETTER = (
    *ALONG, _LETTER.undefer(Message.reading), _LETTER.joinedload(Message.contributor).joinedload(Contributor.unit),
)  # fmt: skip


@router.get("/articles/{article_id}")
def article_page(article_id: int, desk: DeskDep, visitor: VisitorDep, done: str = "", draft: str = "") -> Response:
    """The page. Its form holds the visitor's newest draft, or the one asked for, while nobody has saved since."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id, along=WITH_LETTER)
        own = drafts.kept_of(session, article, visitor.user_id)
        kept = _chosen(own, draft)
        text = drafts.draft_of(session, article_id, visitor.user_id, kept.mark.key) if kept else None
        mark = kept.mark if kept and text else Mark()
        values = article_values(session, visitor, article, draft=text, mark=mark, at=desk.clock(), own=own)
        values |= {"done": vi.DONE.get(done), "kept": kept if text else None}
        return desk.templates.page("article.html", values, visitor=visitor)


def _chosen(kept: Sequence[Kept], key: str) -> Kept | None:
    """The draft asked for, or the newest; one that the article has left behind is seen beside it and not in it."""
    usable = [each for each in kept if not each.outdated]
    return next((each for each in usable if each.mark.key == key), usable[0] if usable else None)


def reading_values(session: Session, visitor: Visitor, article: Article) -> dict[str, Any]:
    """What is asked of the article wherever it is read and decided about."""
    site = next(each for each in found.sites(session, visitor) if each.id == article.site_id)
    decisions, head = possible(session, visitor, article), visitor.is_head(site.id)
    publications = publications_of(session, article)
    return {
        "menu": {"site": site}, "article": article, "revision": article.revision, "message": article.message,
        "marks": marks(article), "can": decisions, "decision": Decision,
        "decidable": bool(decisions - {Decision.EDIT}), "editable": Decision.EDIT in decisions,
        "blocked": severities(article)[Severity.BLOCK] > 0, "head": head, "mine": article.editor_id == visitor.user_id,
        "findings": finding_rows(article, head=head), "publications": publications,
        "corrections": correction_rows(session, article, publications),
    }  # fmt: skip


def article_values(
    session: Session, visitor: Visitor, article: Article, *, draft: Draft | None = None, seen: int | None = None,
    mark: Mark = _NO_DRAFT, at: datetime | None = None, own: Sequence[Kept] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """What the page's template needs. With a `draft` the form holds that and not what is saved; `seen` goes with it.

    `mark` says which kept draft the form goes on with; `own` are the visitor's drafts, where they are known.
    """
    values = reading_values(session, visitor, article)
    there = columns_and_units(session, article.site_id)
    shown, page = draft or of_article(article), token_hex(8)
    return values | {
        "menu": menu(session, visitor, values["menu"]["site"], "queue"), "original": original,
        "missing": missing_fields(article), "shown": shown, "seen": seen or article.version,
        "unsaved": draft is not None, "taken": "", "done": None,
        "columns": usable(there.columns, article.column_id), "units": usable(there.units, article.unit_id),
        "photos": photo_rows(session, article, shown.photos),
        "photo_notes": photo_notes(session, [photo.sha256 for photo in shown.photos]),
        "places": places(shown.body_html),
        **_choices(session, article, shown, names_among(there), editable=values["editable"]),
        **_at_work(session, visitor, article, page, seen=seen or article.version, at=at or now()),
        "drafts": drafts.kept_of(session, article, visitor.user_id) if own is None else own,
        "mark": mark, "page": page, "kept": None,
        **board_values(session, visitor, article),
    }  # fmt: skip


def _at_work(
    session: Session, visitor: Visitor, article: Article, page: str, *, seen: int, at: datetime
) -> dict[str, Any]:
    """Who else is there, and the contributor's own text."""
    return {
        "standing": standing(session, article, visitor.user_id, page, seen=seen, at=at),
        "from_letter": _from_letter(article),
    }


def _from_letter(article: Article) -> Revision | None:
    """The newest version that nobody here has written."""
    newest = article.revision
    if newest is None or newest.made_by_id is None:
        return newest
    return next((each for each in reversed(article.revisions) if each.made_by_id is None), None)


def _choices(
    session: Session, article: Article, shown: Draft, names: Names, *, editable: bool
) -> dict[str, Any]:  # fmt: skip
    """What the reader chose, what else there is, and what came of it."""
    rereadable = editable and can_be_reread(session, article)
    letter_aside = original.letter_set_aside(article.message) if article.message else []
    pieces = article.set_aside or letter_aside
    lines = text_of_html(shown.body_html).split("\n") if pieces else []
    now, saved = (texts_of(each, names) for each in (shown, of_article(article)))
    requests = session.scalars(requests_about(article)).all()
    difference = newest_difference(session, article, requests)
    return {
        "choices": text_rows(article, now, saved),
        "readings": reading_rows(article, rereadable=rereadable, parted=parted_in(requests, article)),
        "aside": list(aside_rows(article, pieces, lines)), "aside_movable": bool(article.set_aside) and editable,
        "difference": difference, "hunks": _hunks(difference, shown), "request": request_of(article, requests),
    }  # fmt: skip


def _hunks(difference: NewestDifference | None, shown: Draft) -> list[HunkRow]:
    if difference is None:
        return []
    return hunk_rows(hunks(difference.before.body_html, difference.after.body_html), shown.body_html)
