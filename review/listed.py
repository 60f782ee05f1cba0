"""What a list says of articles: plain values, read in one statement, without what only an article's own page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Row, Select, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session

from tinbai.article import Article, ArticleStatus
from tinbai.column import Column
from tinbai.kind import Kind
from tinbai.message import Message, MessageStatus
from tinbai.people import Contributor, Unit, User
from tinbai.revision import Revision, RevisionPhoto


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedText:
    """Of its newest revision. `body_html` is there where a list may show some of it; else it is empty."""

    title: str
    summary: str
    body_html: str
    has_body: bool
    byline: str
    findings: Sequence[Mapping[str, Any]]
    number: int
    made_by_id: int | None
    message_id: int | None
    photos: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedLetter:
    """Of its letter."""

    status: MessageStatus
    from_name: str | None
    from_address: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """An article in a list. Names are "" where it has no such thing."""

    id: int
    code: str
    kind: Kind
    status: ArticleStatus
    version: int
    message_id: int | None
    column_id: int | None
    editor_id: int | None
    needs_head: bool
    created_at: datetime
    arrived_at: datetime | None
    changed_at: datetime
    revision: ListedText | None
    message: ListedLetter | None
    contributor: str
    unit: str
    column: str
    editor: str


def listed(session: Session, ids: Sequence[int], *, bodies: bool) -> Sequence[Listed]:
    """The articles with these ids, in their order; those that are not there any more are left out.

    With `bodies` each comes with its text, which is looked through for words; else only those without a summary do.
    """
    if not ids:
        return []
    rows = {row.id: row for row in session.execute(_query(), {"ids": list(ids), "bodies": bodies})}
    return [_listed(rows[key]) for key in ids if key in rows]


@cache
def _query() -> Select[Any]:
    wanted = or_(bindparam("bodies", type_=Boolean()), Revision.summary == "")
    photos = exists().where(RevisionPhoto.revision_id == Revision.id)
    own = (
        Article.id, Article.code, Article.kind, Article.status, Article.version, Article.message_id, Article.column_id,
        Article.editor_id, Article.needs_head, Article.created_at, Article.arrived_at, Article.changed_at,
    )  # fmt: skip
    text = (
        Revision.id.label("revision_id"), Revision.title, Revision.summary, Revision.byline, Revision.findings,
        Revision.number, Revision.made_by_id, Revision.message_id.label("text_from"),
        case((wanted, Revision.body_html), else_="").label("body_html"),
        (func.trim(Revision.body_html) != "").label("has_body"), photos.label("photos"),
    )  # fmt: skip
    letter = (Message.status.label("letter_status"), Message.from_name, Message.from_address)
    names = (
        Contributor.name.label("contributor"), Unit.name.label("unit"), Column.name.label("column"),
        User.name.label("editor"),
    )  # fmt: skip
    fields: tuple[Any, ...] = (*own, *text, *letter, *names)
    query: Select[Any] = select(*fields)
    return (
        query.outerjoin(Revision, Revision.id == Article.revision_id)
        .outerjoin(Message, Message.id == Article.message_id)
        .outerjoin(Contributor, Contributor.id == Article.contributor_id)
        .outerjoin(Unit, Unit.id == Article.unit_id)
        .outerjoin(Column, Column.id == Article.column_id)
        .outerjoin(User, User.id == Article.editor_id)
        .where(Article.id.in_(bindparam("ids", expanding=True)))
    )


def _listed(row: Row[Any]) -> Listed:
    return Listed(
        id=row.id, code=row.code, kind=row.kind, status=row.status, version=row.version, message_id=row.message_id,
        column_id=row.column_id, editor_id=row.editor_id, needs_head=row.needs_head, created_at=row.created_at,
        arrived_at=row.arrived_at, changed_at=row.changed_at, revision=_text(row), message=_letter(row),
        contributor=row.contributor or "", unit=row.unit or "", column=row.column or "", editor=row.editor or "",
    )  # fmt: skip


def _text(row: Row[Any]) -> ListedText | None:
    if row.revision_id is None:
        return None
    return ListedText(
        title=row.title, summary=row.summary, body_html=row.body_html, has_body=row.has_body, byline=row.byline,
        findings=row.findings, number=row.number, made_by_id=row.made_by_id, message_id=row.text_from,
        photos=row.photos,
    )  # fmt: skip


def _letter(row: Row[Any]) -> ListedLetter | None:
    if row.message_id is None:
        return None
    return ListedLetter(status=row.letter_status, from_name=row.from_name, from_address=row.from_address)
