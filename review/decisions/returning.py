"""Trả lại: an article goes back to the contributor, with a letter that says what to change."""

from dataclasses import dataclass

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from review import found
from review.decisions.deciding import deciding, to_article
from review.desk import Desk, DeskDep
from review.language import kept
from review.menu import menu
from review.possible import demand
from review.posted import Posted, PostedDep
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai import returning
from tinbai.article import Article
from tinbai.errors import InputError
from tinbai.reasons import reasons_of
from tinbai.site import Site
from tinbai.site_text import TextKey, text_of
from tinbai.workflow import Decision

router = APIRouter()
LONGEST_LETTER = 20_000
NO_REASON = kept("(lý do sẽ đứng ở đây)")


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the form says. `letter` is as the editor left it, `composed` as the page had written it by itself."""

    ticked: tuple[str, ...] = ()
    note: str = ""
    letter: str = ""
    composed: str = ""

    @property
    def reason(self) -> str:
        """The sentences that were ticked, and what was written."""
        return "\n".join([*(f"- {sentence}" for sentence in self.ticked), self.note]).strip()

    @property
    def by_hand(self) -> bool:
        """Whether somebody changed the letter itself: then it is not written anew when another sentence is ticked."""
        return bool(self.letter) and self.letter.split() != self.composed.split()


@router.get("/articles/{article_id}/return")
def return_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """Where the reason is written, beside the letter as it will go out."""
    return _page(desk, visitor, article_id, Written())


@router.post("/articles/{article_id}/return")
def return_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Return; or with `preview` (and `anew`: the letter written anew), show the letter and change nothing."""
    written = _written(posted)
    if posted.ticked("preview") or posted.ticked("anew"):
        return _page(desk, visitor, article_id, written, anew=posted.ticked("anew"))
    sender = desk.config.smtp.sender
    with deciding(desk, visitor, article_id, posted, Decision.RETURN) as case:
        if not written.reason:
            raise InputError(field="note", problem="reason_missing")
        words = _words(case.session, case.article, written)
        if NO_REASON in words:
            raise InputError(field="letter", problem="letter_unfinished")
        letter = returning.send_back(
            case.session, case.article, reason=written.reason, words=words, sender=sender, by=case.by, at=case.at
        )
    return to_article(article_id, "return" if letter is not None else "return_silent")


def composed(session: Session, article: Article, reason: str) -> str:
    """The letter as the program writes it."""
    site = session.get_one(Site, article.site_id)
    added = text_of(session, site.id, TextKey.RETURN)
    return returning.text(article, reason=reason or NO_REASON, site_name=site.name, added=added)


def _written(posted: Posted) -> Written:
    letter = posted.text("letter")
    if len(letter) > LONGEST_LETTER:
        raise InputError(field="letter", problem="letter_long")
    ticked = tuple(sentence for sentence in posted.lines("reason") if sentence)
    return Written(ticked=ticked, note=posted.text("note"), letter=letter, composed=posted.text("composed"))


def _words(session: Session, article: Article, written: Written, *, anew: bool = False) -> str:
    return written.letter if written.by_hand and not anew else composed(session, article, written.reason)


def _page(desk: Desk, visitor: Visitor, article_id: int, written: Written, *, anew: bool = False) -> Response:
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.RETURN, article)
        site = session.get_one(Site, article.site_id)
        offered = reasons_of(session, site.id)
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "note": written.note,
            "reasons": offered, "others": [words for words in written.ticked if words not in offered],
            "ticked": written.ticked, "to": returning.addressee(article, desk.config.smtp.sender),
            "subject": returning.subject(article), "by_hand": written.by_hand and not anew,
            "letter": _words(session, article, written, anew=anew),
            "composed": composed(session, article, written.reason),
        }  # fmt: skip
        return desk.templates.page("return.html", values, visitor=visitor)
