"""The history of an article: who did what when, every revision, and what each one changed."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.difference import changed_fields
from review.language import _
from review.mark_difference import changed_marks
from review.menu import menu
from review.photo_difference import changed_files, changed_photos
from review.possible import possible
from review.security.visitor import VisitorDep
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.event import Event, history
from tinbai.people import User
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()


@router.get("/articles/{article_id}/history")
def history_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """Events and revisions, newest first."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        site = session.get_one(Site, article.site_id)
        events = _events(session, article)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "events": events,
            "revisions": list(reversed(article.revisions)), "names": _names(session, article),
            "changed": _changed(events), "restorable": Decision.EDIT in possible(session, visitor, article),
        }  # fmt: skip
        return desk.templates.page("history.html", values, visitor=visitor)


@router.get("/articles/{article_id}/revisions/{number}")
def revision_page(
    article_id: int, number: int, desk: DeskDep, visitor: VisitorDep, against: int | None = None
) -> Response:
    """One revision, and how it differs from the one before it, or from the one asked for."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        by_number = {revision.number: revision for revision in article.revisions}
        if number not in by_number or (against is not None and against not in by_number):
            raise HTTPException(404)
        before, revision = by_number.get(number - 1 if against is None else against), by_number[number]
        site = session.get_one(Site, article.site_id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "revision": revision,
            "before": before, "changes": changed_fields(before, revision) if before else [],
            "mark_changes": changed_marks(before.body_html, revision.body_html) if before else [],
            "numbers": sorted(by_number), "against": before.number if before else 0,
            "names": _names(session, article), "last": max(by_number),
            "photo_changes": changed_photos(before, revision) if before else [],
            "file_changes": changed_files(before, revision) if before else [],
            "restorable": number != max(by_number) and Decision.EDIT in possible(session, visitor, article),
        }  # fmt: skip
        return desk.templates.page("revision.html", values, visitor=visitor)


def _changed(events: Sequence[Event]) -> Mapping[int, Sequence[str]]:
    """The names of the fields that each revision changed, by its number."""
    told = [event.data for event in events if event.data and event.data.get("changed") and event.data.get("revision")]
    return {each["revision"]: each["changed"] for each in told}


def _events(session: Session, article: Article) -> list[Event]:
    """What happened to the article and to its publications, newest first."""
    events = list(session.scalars(history("article", article.id)))
    for publication in publications_of(session, article):
        events += session.scalars(history("publication", publication.id))
    return sorted(events, key=lambda event: event.id, reverse=True)


def _names(session: Session, article: Article) -> dict[int | None, str]:
    """The names of those who made the revisions."""
    ids = {revision.made_by_id for revision in article.revisions if revision.made_by_id}
    rows = session.execute(select(User.id, User.name).where(User.id.in_(ids))).all()
    return {None: _("Lập từ thư"), **dict(rows)}
