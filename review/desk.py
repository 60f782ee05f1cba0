"""The desk: what every handler works with. Made once by `app.create`, handed in with each request."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from review.templating import Templates
from review.thumbnails import Thumbnails
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.config import Config
from tinbai.db import Database
from tinbai.portal_view import PortalView
from tinbai.preview import Previewer
from tinbai.sheet import SheetReader


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Configuration, stores and clock."""

    config: Config
    database: Database
    blobs: Blobs
    clock: Clock
    templates: Templates
    thumbnails: Thumbnails
    previews: Previewer | None = None
    portal_view: PortalView | None = None
    sheets: SheetReader | None = None


async def _desk(request: Request) -> Desk:
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the application was not made by review.app.create")
    return desk


DeskDep = Annotated[Desk, Depends(_desk)]
