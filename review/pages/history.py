"""The history of an article: who did what when, every revision, and what each one changed."""

from collections.abc import Mapping

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.difference import FieldChange, changed_fields
from review.menu import menu
from review.photo_difference import PhotoChange, changed_photos
from review.possible import possible
from review.security.visitor import VisitorDep
from tinbai.approval import publications_of
from tinbai.article import Article
from tinbai.event import Event, history
from tinbai.people import User
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.workflow import Decision

router = APIRouter()


@router.get("/articles/{article_id}/history")
def history_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """Events and revisions, newest first."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        site = session.get_one(Site, article.site_id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "events": _events(session, article),
            "revisions": list(reversed(article.revisions)), "names": _names(session, article),
        }  # fmt: skip
        return desk.templates.page("history.html", values, visitor=visitor)


@router.get("/articles/{article_id}/revisions/{number}")
def revision_page(article_id: int, number: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """One revision, and what it changed in the one before it."""
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        by_number = {revision.number: revision for revision in article.revisions}
        if number not in by_number:
            raise HTTPException(404)
        site = session.get_one(Site, article.site_id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "revision": by_number[number],
            "before": by_number.get(number - 1), "changes": _changes(by_number, number),
            "names": _names(session, article), "last": max(by_number),
            "photo_changes": _photo_changes(by_number, number),
            "restorable": number != max(by_number) and Decision.EDIT in possible(session, visitor, article),
        }  # fmt: skip
        return desk.templates.page("revision.html", values, visitor=visitor)


def _changes(by_number: Mapping[int, Revision], number: int) -> list[FieldChange]:
    before = by_number.get(number - 1)
    return changed_fields(before, by_number[number]) if before else []


def _photo_changes(by_number: Mapping[int, Revision], number: int) -> list[PhotoChange]:
    before = by_number.get(number - 1)
    return changed_photos(before, by_number[number]) if before else []


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
    return {None: "Lập từ thư", **dict(rows)}
