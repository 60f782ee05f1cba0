"""The article page: the original letter on one side, the draft on the other."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review import found, original
from review.desk import DeskDep
from review.gallery import gallery
from review.locale import vi
from review.marks import marks, missing_fields, severities
from review.menu import menu
from review.paragraphs import places
from review.possible import possible
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.column import Column
from tinbai.finding import Severity
from tinbai.revision import Revision
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


def article_values(session: Session, visitor: Visitor, article: Article) -> dict[str, Any]:
    """What the page's template needs."""
    site = session.get_one(Site, article.site_id)
    decisions = possible(session, visitor, article)
    counts = severities(article)
    query = select(Column).where(Column.site_id == site.id, Column.active | (Column.id == article.column_id))
    return {
        "menu": menu(session, visitor, site, "queue"), "article": article, "revision": article.revision,
        "message": article.message, "original": original, "marks": marks(article), "can": decisions,
        "decision": Decision, "decidable": bool(decisions - {Decision.EDIT}), "editable": Decision.EDIT in decisions,
        "missing": missing_fields(article),
        "blocked": counts[Severity.BLOCK] > 0, "head": visitor.is_head(site.id), "findings": _findings(article),
        "columns": session.scalars(query.order_by(Column.position)).all(), "photos": photo_rows(session, article),
        "places": places(article.revision.body_html if article.revision else ""),
        "publications": publications_of(session, article), "mine": article.editor_id == visitor.user_id,
    }  # fmt: skip


def photo_rows(session: Session, article: Article) -> list[PhotoRow]:
    """The revision's photos in order, then the tray: the letters' other pictures."""
    revision = article.revision
    rows = [_row(photo.sha256, photo.filename, photo.caption, photo.alt, photo.place) for photo in _photos(revision)]
    used = {row.sha256 for row in rows}
    others = [(sha256, name) for sha256, name in gallery(session, article).items() if sha256 not in used]
    rows += [
        PhotoRow(sha256=sha256, filename=name, caption="", alt="", place="out", unused="out") for sha256, name in others
    ]
    return sorted(rows, key=lambda row: row.place in {"tray", "out"})


def _photos(revision: Revision | None) -> list[Any]:
    return list(revision.photos) if revision else []


def _row(sha256: str, filename: str, caption: str, alt: str, place: int | None) -> PhotoRow:
    where = "tray" if place is None else str(place)
    return PhotoRow(sha256=sha256, filename=filename, caption=caption, alt=alt, place=where, unused="tray")


def _findings(article: Article) -> list[dict[str, Any]]:
    """The weightiest first."""
    weight = {severity: number for number, severity in enumerate(Severity)}
    findings = list(article.revision.findings) if article.revision else []
    return sorted(findings, key=lambda finding: weight.get(finding.get("severity", ""), len(weight)))
