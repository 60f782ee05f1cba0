"""A small, read-only portal drawn from the reference portal's tables and its media folder.

It stands for the portal that an office has already: the demo and the browser test look at it to see what readers
would. It knows the tables and nothing of tinbai's own database.
"""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from markupsafe import Markup
from sqlalchemy import Connection, Engine, RowMapping, Select, Table, and_, create_engine, select

from publish.portals.reference.schema import portal_article, portal_attachment, portal_photo
from tinbai.clock import local

HERE = Path(__file__).parent
NEWEST = 12
# The one style that clean HTML has is text-align, in an attribute.
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NUMBER = re.compile(r"(?:^|-)(\d{1,18})$")


def create(url: str, media_path: Path, *, name: str = "Trang thông tin điện tử xã An Mẫu") -> FastAPI:
    """The portal's pages over the database at `url`; files are served from `media_path` under /media."""
    engine = create_engine(url)
    pages = FastAPI(title=name, openapi_url=None, docs_url=None, redoc_url=None)
    templates = Jinja2Templates(directory=HERE / "portal_templates")
    templates.env.filters["moment"] = lambda moment: f"{local(moment):%H:%M, %d/%m/%Y}"
    templates.env.filters["size"] = _size
    templates.env.filters["published_html"] = Markup  # cleaned by tinbai before it was published
    pages.mount("/media", StaticFiles(directory=media_path, check_dir=False))
    pages.mount("/static", StaticFiles(directory=HERE / "portal_static"))
    pages.middleware("http")(_strict)
    _add_pages(pages, engine, templates, name)
    return pages


def _add_pages(pages: FastAPI, engine: Engine, templates: Jinja2Templates, name: str) -> None:
    def page(request: Request, template: str, connection: Connection, **more: object) -> Response:
        columns = connection.execute(_columns()).mappings().all()
        return templates.TemplateResponse(request, template, {"site": name, "columns": columns, "here": None, **more})

    @pages.get("/", response_class=HTMLResponse)
    def newest(request: Request) -> Response:
        with engine.connect() as connection:
            articles = connection.execute(_listed().limit(NEWEST)).mappings().all()
            return page(request, "newest.html", connection, articles=articles)

    @pages.get("/chuyen-muc/{key}", response_class=HTMLResponse)
    def column(request: Request, key: str) -> Response:
        with engine.connect() as connection:
            query = _listed().where(portal_article.c.column_key == key).limit(NEWEST)
            articles = connection.execute(query).mappings().all()
            if not articles:
                raise HTTPException(404)
            return page(request, "column.html", connection, articles=articles, here=key)

    @pages.get("/tin/{place}", response_class=HTMLResponse)
    def article(request: Request, place: str) -> Response:
        with engine.connect() as connection:
            found = _article(connection, place)
            files = _files(connection, portal_attachment, found["id"])
            return page(
                request, "article.html", connection, article=found, attachments=files, here=found["column_key"]
            )  # fmt: skip


def _size(size: int) -> str:
    """A file's size as Vietnamese readers write it: 59 B, 120 KB, 1,4 MB."""
    if size < 1_000:
        return f"{size} B"
    return f"{size / 1_000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB".replace(".", ",")


async def _strict(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """What a portal should say with every answer."""
    answer = await call_next(request)
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _listed() -> Select[tuple[object, ...]]:
    """What readers may see, newest first, each with its cover photo."""
    cover = and_(portal_photo.c.article_id == portal_article.c.id, portal_photo.c.is_cover)
    columns = (portal_photo.c.file, portal_photo.c.alt, portal_photo.c.width, portal_photo.c.height)
    query = select(portal_article, *columns).select_from(portal_article.outerjoin(portal_photo, cover))
    newest = (portal_article.c.published_at.desc(), portal_article.c.id.desc())
    return query.where(portal_article.c.visible).order_by(*newest)


def _columns() -> Select[tuple[str, str]]:
    query = select(portal_article.c.column_key, portal_article.c.column_name).where(portal_article.c.visible)
    return query.distinct().order_by(portal_article.c.column_name)


def _article(connection: Connection, place: str) -> RowMapping:
    """The article whose number ends the address; the words before it may change."""
    number = _NUMBER.search(place)
    if number is None:
        raise HTTPException(404)
    query = select(portal_article).where(portal_article.c.id == int(number[1]), portal_article.c.visible)
    found = connection.execute(query).mappings().one_or_none()
    if found is None:
        raise HTTPException(404)
    return found


def _files(connection: Connection, table: Table, number: int) -> list[RowMapping]:
    return list(connection.execute(select(table).where(table.c.article_id == number).order_by("position")).mappings())
