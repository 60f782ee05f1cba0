"""Trả lại: an article goes back to whoever sent it, with a reason, which goes out as a letter."""

from fastapi import APIRouter
from starlette.responses import Response

from review import found
from review.decisions.deciding import deciding, to_article
from review.desk import Desk, DeskDep
from review.menu import menu
from review.possible import demand
from review.posted import Posted, PostedDep
from review.security.rights import Visitor
from review.security.visitor import VisitorDep
from tinbai import returning
from tinbai.errors import InputError
from tinbai.site import Site
from tinbai.workflow import Decision, decide

router = APIRouter()

# Sentences to start from; the editor changes them freely.
REASONS = (
    "Bổ sung ảnh (ít nhất 01 ảnh rõ nét), kèm chú thích cho từng ảnh.",
    "Bổ sung chú thích ảnh: ai, làm gì, ở đâu.",
    "Bổ sung thời gian, địa điểm và thành phần tham dự.",
    "Ghi rõ tên tác giả và đơn vị gửi.",
    "Kiểm tra lại số liệu; các con số trong bài chưa khớp nhau.",
    "Gửi bài bằng tệp Word (.docx), không gửi bản chụp hoặc bản quét.",
)


@router.get("/articles/{article_id}/return")
def return_page(article_id: int, desk: DeskDep, visitor: VisitorDep) -> Response:
    """Where the reason is written, beside the letter as it will go out."""
    return _page(desk, visitor, article_id, note="")


@router.post("/articles/{article_id}/return")
def return_article(article_id: int, desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Return; or with `preview`, show the letter and change nothing."""
    if posted.ticked("preview"):
        return _page(desk, visitor, article_id, note=posted.text("note"), chosen=posted)
    sender = desk.config.smtp.sender
    with deciding(desk, visitor, article_id, posted, Decision.RETURN) as case:
        reason = _reason(posted)
        if not reason:
            raise InputError(field="note", problem="reason_missing")
        event = decide(case.session, case.article, Decision.RETURN, by=case.by, at=case.at, note=reason)
        site = case.session.get_one(Site, case.article.site_id)
        letter = returning.returned(
            case.article, event, reason=reason, site_name=site.name, sender=sender, at=case.at
        )  # fmt: skip
        if letter is not None:
            case.session.add(letter)
    return to_article(article_id, "return" if letter is not None else "return_silent")


def _reason(posted: Posted) -> str:
    """The sentences that were ticked, and what was written."""
    ticked = [REASONS[int(each)] for each in posted.lines("reason") if each in map(str, range(len(REASONS)))]
    return "\n".join([*(f"- {sentence}" for sentence in ticked), posted.text("note")]).strip()


def _page(desk: Desk, visitor: Visitor, article_id: int, *, note: str, chosen: Posted | None = None) -> Response:
    with desk.database.reading() as session:
        article = found.article(session, visitor, article_id)
        demand(session, visitor, Decision.RETURN, article)
        site = session.get_one(Site, article.site_id)
        reason = _reason(chosen) if chosen else ""
        values = {
            "menu": menu(session, visitor, site, "queue"), "article": article, "note": note, "reasons": REASONS,
            "ticked": chosen.lines("reason") if chosen else [],
            "to": returning.addressee(article, desk.config.smtp.sender), "subject": returning.subject(article),
            "letter": returning.text(article, reason=reason or "(lý do sẽ đứng ở đây)", site_name=site.name),
        }  # fmt: skip
        return desk.templates.page("return.html", values, visitor=visitor)
