"""Đọc lại theo cách khác: the letter is to be read in another way for this article. Ingest does it within seconds.

What can be asked for is what the reader offered, so no request comes from elsewhere than the page. Where somebody has
edited the article since it was read, he who asks is told so first; the edited version stays in the history.
"""

from dataclasses import replace

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from review.choices import READINGS, can_be_reread, chosen_of, letter_of, origin_of, parted_off
from review.decisions.deciding import Case, deciding, to_article
from review.desk import DeskDep
from review.locale import vi
from review.menu import menu
from review.posted import Posted, PostedDep
from review.security.visitor import VisitorDep
from review.separating import made_versions
from tinbai.article import Article
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.rereading import Rereading
from tinbai.site import Site
from tinbai.wish import Wish
from tinbai.workflow import Decision

router = APIRouter()
RAW = "raw"


@router.post("/articles/{article_id}/rereading")
def ask_for_rereading(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Write the request down; ask first where somebody's version would no longer be the newest."""
    with deciding(desk, visitor, article_id, posted, Decision.EDIT) as case:
        wish = _wish(case, posted)
        revision = case.article.revision
        if revision is not None and revision.made_by_id is not None and not posted.ticked("sure"):
            author = case.session.get_one(User, revision.made_by_id)
            site = case.session.get_one(Site, case.article.site_id)
            values = {
                "menu": menu(case.session, visitor, site, "queue"), "article": case.article, "author": author,
                "field": posted.line("field"), "value": posted.line("value"), "words": vi.wish_words(wish.as_json()),
            }  # fmt: skip
            return desk.templates.page("rereading.html", values, visitor=visitor, status=409)
        _ask(case, wish)
    return to_article(article_id, "rereading")


def _ask(case: Case, wish: Wish) -> None:
    letter = letter_of(case.session, case.article)
    if letter is None or not can_be_reread(case.session, case.article):
        raise InputError(field="rereading", problem="reading_unknown")
    waits = select(Rereading.id).where(Rereading.article_id == case.article.id, Rereading.done_at.is_(None))
    if case.session.scalar(waits.limit(1)) is not None:
        raise InputError(field="rereading", problem="reading_waits")
    request = Rereading(
        article_id=case.article.id, message_id=letter.id, seen=case.article.version, wish=wish.as_json(),
        asked_by_id=case.by.id, asked_at=case.at, made=[], merged=[],
    )  # fmt: skip
    case.session.add(request)


def _wish(case: Case, posted: Posted) -> Wish:
    """What stands now, with the one thing that is wanted otherwise. Raises InputError for what was not offered."""
    field, value = posted.line("field"), posted.line("value")
    offered = {
        (chosen["field"], each["value"])
        for chosen in chosen_of(case.article)
        if chosen["field"] in READINGS
        for each in chosen["others"]
    }
    if (field, value) not in offered or (field == "items" and parted_off(case.session, case.article)):
        raise InputError(field="rereading", problem="reading_unknown")
    now = _wish_now(case.session, case.article)
    if field == "source":
        return replace(now, raw=True) if value == RAW else replace(now, source=value, raw=False, items=None, part=None)
    if field == "items":
        return replace(now, items=value, raw=False, part=None)
    return replace(now, encoding=value) if field == "encoding" else replace(now, kind=value)


def _only_first(wish: Wish) -> Wish:
    """The same reading without the further items: they are articles already."""
    return replace(wish, part=0) if wish.part is None else wish


def _wish_now(session: Session, article: Article) -> Wish:
    """How the newest version was read: as somebody wished, or as the reader does by itself."""
    origin = origin_of(article)
    request = session.scalar(select(Rereading).where(Rereading.revision_id == origin.id)) if origin else None
    if request is not None:
        return _only_first(Wish(**request.wish)) if request.made else Wish(**request.wish)
    parted = parted_off(session, article)
    if parted is not None:
        return replace(Wish(**parted.request.wish), part=parted.place)
    if origin is None or origin.message_id is None or origin.message_id == article.message_id:
        return Wish(ordinal=article.ordinal)
    own = made_versions(session, article).get(origin.message_id)  # joined by a person; the program joins single ones
    return Wish(ordinal=own.ordinal if own else 0)
