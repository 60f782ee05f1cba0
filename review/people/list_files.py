"""A list as a file: taken out, a template to fill in, and read in again after a look at what it would do."""

import json
from hashlib import sha256

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review import found
from review.desk import DeskDep
from review.language import _
from review.list_fields import FIELDS, entry_of, in_files
from review.list_preview import columns_of, preview
from review.locale import lists as words
from review.people import tables
from review.people.lists import back, common, list_named
from review.posted import PostedDep
from review.security.headers import DOWNLOAD_POLICY
from review.security.rights import Right
from review.security.visitor import VisitorDep
from review.standing_entries import in_use, standing_entries
from review.uploaded import UploadDep
from tinbai.errors import InputError
from tinbai.people import User
from tinbai.sheet import MOST_ROWS, Sheet
from tinbai.site import Site
from tinbai.site_entries import Entry
from tinbai.site_list import ListName
from tinbai.site_lists import lock, save_entries

router = APIRouter()
_TYPES = {"csv": "text/csv; charset=utf-8",
          "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}  # fmt: skip


@router.get("/settings/lists/file")
def file_of_list(
    desk: DeskDep, visitor: VisitorDep, site: str = "", name: str = "", form: str = "xlsx", empty: str = ""
) -> Response:
    """The entries in use as a file; `empty`: the headings alone, to be filled in."""
    if form not in _TYPES:
        raise HTTPException(404)
    with desk.database.reading() as session:
        here, listed = found.site_with(session, visitor, Right.SETTINGS, site), list_named(name)
        entries = [] if empty else standing_entries(session, here, listed)
        rows = [each.cells for each in entries if each.active]
    headings = [in_files(listed, field) for field in FIELDS[listed]]
    content = tables.as_csv(headings, rows) if form == "csv" else tables.as_xlsx(listed, headings, rows)
    kind = "mau" if empty else "danh-sach"
    headers = {
        "Content-Disposition": f'attachment; filename="{kind}-{listed}-{here.key}.{form}"',
        "Content-Security-Policy": DOWNLOAD_POLICY,
    }
    return Response(content, media_type=_TYPES[form], headers=headers)


@router.post("/settings/lists/preview")
def preview_file(desk: DeskDep, visitor: VisitorDep, upload: UploadDep) -> Response:
    """What a file would add, change and leave, and what is refused and why. Nothing is taken yet."""
    with desk.database.reading() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, upload.posted.line("site"))
        listed = list_named(upload.posted.line("list"))
        standing = in_use(standing_entries(session, here, listed))
        values = common(session, visitor, here, listed)
        seen = _seen(here)
    sheet = desk.sheets.rows(upload.content, upload.filename) if desk.sheets else Sheet(problem=_(words.NO_READER))
    columns = columns_of(listed, sheet.rows[0]) if sheet.rows else []
    problem = sheet.problem
    rows = preview(listed, sheet.rows[1:], columns, standing) if isinstance(columns, dict) else []
    if isinstance(columns, list) and columns:
        problem = _(words.HEADINGS_MISSING).format(names=", ".join(columns))
    taken = [row.cells for row in rows if row.state in ("added", "changed")]
    values |= {
        "rows": rows, "told": sheet.told, "problem": problem, "filename": upload.filename, "seen": seen,
        "taken": json.dumps(taken, ensure_ascii=False), "state": words.STATE,
        "numbers": {state: sum(row.state == state for row in rows) for state in words.STATE},
    }  # fmt: skip
    return desk.templates.page("people/list_preview.html", values, visitor=visitor)


@router.post("/settings/lists/taking")
def take_file(desk: DeskDep, visitor: VisitorDep, posted: PostedDep) -> Response:
    """Take what was previewed, all of it or nothing; refused when the list has changed since then."""
    with desk.database.writing() as session:
        here = found.site_with(session, visitor, Right.SETTINGS, posted.line("site"))
        listed = list_named(posted.line("list"))
        lock(session, here)
        session.refresh(here)
        if posted.line("seen") != _seen(here):
            raise InputError(field="seen", problem="list_stale")
        entries = _entries(listed, posted.raw("rows"))
        by = session.get_one(User, visitor.user_id)
        save_entries(session, here, listed, entries, by=by, at=desk.clock())
        return back(here, listed, "list_taken")


def _entries(listed: ListName, text: str) -> list[Entry]:
    """The rows that the preview sent along, judged again: they come from a browser."""
    try:
        rows = json.loads(text or "[]")
        given = [dict(zip((field.name for field in FIELDS[listed]), map(str, row), strict=True)) for row in rows]
    except (ValueError, TypeError) as error:
        raise InputError(field="rows", problem="file_missing") from error
    if len(given) > MOST_ROWS:
        raise InputError(field="rows", problem="file_large")
    return [entry_of(listed, each) for each in given]


def _seen(here: Site) -> str:
    """What the lists stand at."""
    return sha256(f"{here.data}\x00{here.lists}".encode()).hexdigest()[:16]
