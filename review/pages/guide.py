"""The contributors' guide: one page, open to everybody, with the board's own address and columns. Receipts name it."""

from fastapi import APIRouter
from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review.desk import Desk, DeskDep
from review.language import SOURCE, speak
from tinbai.column import Column
from tinbai.config import MailboxKind, SiteConfig
from tinbai.site import Site

router = APIRouter()


@router.get("/guide")
def any_guide(desk: DeskDep) -> Response:
    """The guide of the only board there is; where there are several, their names."""
    speak(SOURCE)  # for contributors, who write in Vietnamese
    sites = desk.config.sites
    if len(sites) == 1:
        return RedirectResponse(f"/guide/{sites[0].key}", status_code=303)
    return desk.templates.page("guides.html", {"sites": sites})


@router.get("/guide/{key}")
def guide_page(key: str, desk: DeskDep) -> Response:
    """How to write to this board. Only what every contributor may know stands here. Raises 404."""
    speak(SOURCE)
    site = next((site for site in desk.config.sites if site.key == key), None)
    if site is None:
        raise HTTPException(404)
    values = {"site": site, "addresses": _addresses(site), "columns": _columns(desk, site)}
    return desk.templates.page("guide.html", values)


def _addresses(site: SiteConfig) -> list[str]:
    """Where to write: the mailboxes that are asked, as far as their log-in is their address."""
    boxes = (box for box in site.mailboxes if box.enabled and box.kind is not MailboxKind.FOLDER)
    return list(dict.fromkeys(box.username for box in boxes if "@" in box.username))


def _columns(desk: Desk, site: SiteConfig) -> list[str]:
    with desk.database.reading() as session:
        query = select(Column.name).join(Site, Site.id == Column.site_id).where(Site.key == site.key, Column.active)
        return list(session.scalars(query.order_by(Column.position, Column.id)))
