"""The article page: the original letter on one side, the draft on the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review import found, original
from review.choices import aside_rows, can_be_reread, reading_rows, text_rows
from review.desk import DeskDep
from review.draft_form import Draft, DraftPhoto
from review.gallery import gallery
from review.locale import vi
from review.marks import marks, missing_fields, severities
from review.menu import menu
from review.newest import newest_difference, request_of
from review.paragraphs import places
from review.photo_notes import photo_notes
from review.possible import possible
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from review.shown import names_of, of_article, texts_of
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.column import Column
from tinbai.finding import Severity
from tinbai.html import text_of_html
from tinbai.people import Unit
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class PhotoRow:
    """A picture in the form: used by the article, or waiting in the tray. `place` as the form sends it."""

    sha256: str
    filename: str
    caption: str
    alt: str
    place: str
    unused: str  # what the form sends when the picture is not to be published


@router.get("/articles/{article_id}")
def article_page(article_id: int, desk: DeskDep, visitor: VisitorDep, done: str = "") -> Response:
    """The page."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        values = article_values(session, visitor, article) | {"done": vi.DONE.get(done)}
        return desk.templates.page("article.html", values, visitor=visitor)


def article_values(
    session: Session, visitor: Visitor, article: Article, *, draft: Draft | None = None, seen: int | None = None
) -> dict[str, Any]:
    """What the page's template needs. With a `draft` the form holds that and not what is saved; `seen` goes with it."""
    site = session.get_one(Site, article.site_id)
    decisions = possible(session, visitor, article)
    counts = severities(article)
    columns = select(Column).where(Column.site_id == site.id, Column.active | (Column.id == article.column_id))
    units = select(Unit).where(Unit.site_id == site.id, Unit.active | (Unit.id == article.unit_id))
    shown = draft or of_article(article)
    return {
        "menu": menu(session, visitor, site, "queue"), "article": article, "revision": article.revision,
        "message": article.message, "original": original, "marks": marks(article), "can": decisions,
        "decision": Decision, "decidable": bool(decisions - {Decision.EDIT}), "editable": Decision.EDIT in decisions,
        "missing": missing_fields(article), "shown": shown, "seen": seen or article.version,
        "unsaved": draft is not None, "taken": "", "done": None,
        "blocked": counts[Severity.BLOCK] > 0, "head": visitor.is_head(site.id), "findings": _findings(article),
        "columns": session.scalars(columns.order_by(Column.position)).all(),
        "units": session.scalars(units.order_by(Unit.name)).all(),
        "photos": photo_rows(session, article, shown.photos),
        "photo_notes": photo_notes(session, [photo.sha256 for photo in shown.photos]),
        "places": places(shown.body_html),
        "publications": publications_of(session, article), "mine": article.editor_id == visitor.user_id,
        **_choices(session, article, shown, editable=Decision.EDIT in decisions),
    }  # fmt: skip


def _choices(session: Session, article: Article, shown: Draft, *, editable: bool) -> dict[str, Any]:
    """What the reader chose, what else there is, and what came of it."""
    rereadable = editable and can_be_reread(session, article)
    letter_aside = original.letter_set_aside(article.message) if article.message else []
    pieces = article.set_aside or letter_aside
    lines = text_of_html(shown.body_html).split("\n")
    names = names_of(session, article)
    now, saved = (texts_of(each, names) for each in (shown, of_article(article)))
    return {
        "choices": text_rows(article, now, saved),
        "readings": reading_rows(article, rereadable=rereadable),
        "aside": list(aside_rows(article, pieces, lines)), "aside_movable": bool(article.set_aside) and editable,
        "difference": newest_difference(session, article), "request": request_of(session, article),
    }  # fmt: skip


def photo_rows(session: Session, article: Article, photos: Sequence[DraftPhoto]) -> list[PhotoRow]:
    """These photos in order, then the tray: the letters' other pictures."""
    names = gallery(session, article)
    rows = [
        PhotoRow(
            sha256=photo.sha256, filename=names.get(photo.sha256, ""), caption=photo.caption, alt=photo.alt,
            place="tray" if photo.place is None else str(photo.place), unused="tray",
        )
        for photo in photos
    ]  # fmt: skip
    used = {row.sha256 for row in rows}
    rows += [
        PhotoRow(sha256=sha256, filename=name, caption="", alt="", place="out", unused="out")
        for sha256, name in names.items()
        if sha256 not in used
    ]
    return sorted(rows, key=lambda row: row.place in {"tray", "out"})


def _findings(article: Article) -> list[dict[str, Any]]:
    """The weightiest first."""
    weight = {severity: number for number, severity in enumerate(Severity)}
    findings = list(article.revision.findings) if article.revision else []
    return sorted(findings, key=lambda finding: weight.get(finding.get("severity", ""), len(weight)))
