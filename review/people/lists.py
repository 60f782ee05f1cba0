"""The lists that the checks go by: leaders, places, abbreviations, public numbers, words, replaced documents."""

from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review import found
from review.desk import DeskDep
from review.list_fields import FIELDS, entry_of, label
from review.locale import lists as words
from review.menu import menu
from review.posted import PostedDep
from review.security.rights import Right, Visitor
from review.security.visitor import VisitorDep
from review.standing_entries import standing_entries
from tinbai.people import User
from tinbai.site import Site
from tinbai.site_entries import key_of
from tinbai.site_list import ListName
from tinbai.site_lists import save_entries, switch_entry
from tinbai.text import fold

router = APIRouter()
SHOWN = 200  # entries on a page; the search finds the others


@router.get("/settings/lists")
def lists_page(
    desk: DeskDep, visitor: VisitorDep, site: str = "", name: str = "", q: str = "", edit: str = "", done: str = ""
) -> Response:
    """One list, with a form for a new entry or for the one that is edited."""
    with desk.database.reading() as session:
        here, listed = found.site_with(session, visitor, Right.SETTINGS, site), list_named(name)
        entries = standing_entries(session, here, listed)
        sought = fold(q)
        matching = [each for each in entries if sought in fold(" ".join(each.cells))]
        values = common(session, visitor, here, listed) | {
            "entries": matching[:SHOWN], "more": max(0, len(matching) - SHOWN), "number": len(entries), "q": q,
            "edited": next((each for each in entries if each.key == edit), None), "done": words.DONE.get(done),
        }  # fmt: skip
        return desk.templates.page("people/lists.html", values, visitor=visitor)


@router.post("/settings/lists")
def save_entry(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Keep an entry; the one that was edited goes out of use when it became another one."""
    with desk.database.writing() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        listed = list_named(posted.line("list"))
        entry = entry_of(listed, {field.name: posted.line(field.name) for field in FIELDS[listed]})
        at, by = desk.clock(), session.get_one(User, visitor.user_id)
        was = posted.line("was")
        if was and was != key_of(listed, entry):
            switch_entry(session, here, listed, was, on=False, by=by, at=at)
        save_entries(session, here, listed, [entry], by=by, at=at)
        return back(here, listed, "entry_saved")


@router.post("/settings/lists/switch")
def switch(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Take an entry out of use, or into use again. Nothing is ever removed."""
    with desk.database.writing() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        listed = list_named(posted.line("list"))
        at, by = desk.clock(), session.get_one(User, visitor.user_id)
        switch_entry(session, here, listed, posted.line("entry"), on=posted.ticked("on"), by=by, at=at)
        return back(here, listed, "entry_switched")


def common(session: Session, visitor: Visitor, here: Site, listed: ListName) -> dict[str, Any]:
    """What every page about a list needs."""
    fields = [(field, label(listed, field)) for field in FIELDS[listed]]
    return {
        "menu": menu(session, visitor, here, "lists"), "lists": words.LIST, "listed": listed, "fields": fields,
        "means": words.LIST_MEANS[listed],
    }  # fmt: skip


def list_named(name: str) -> ListName:
    """The list of that name; the first without one. Raises 404."""
    if name and name not in set(ListName):
        raise HTTPException(404)
    return ListName(name or ListName.LEADERS)


def back(here: Site, listed: ListName, done: str) -> Response:
    """To the list's page, with a word on what was done."""
    return RedirectResponse(f"/settings/lists?site={here.key}&name={listed}&done={done}", status_code=303)
