"""Errors become pages: what is wrong, and what to do next. No error shows more than that."""

from collections.abc import Callable
from urllib.parse import urlencode

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from review.desk import Desk
from review.language import _
from review.locale import opening, vi
from review.security.cross_site import CrossSiteError
from review.security.headers import protect
from review.security.routes import SetUpFirstError
from review.security.visitor import LogInFirstError
from tinbai.errors import BlobMissingError, ForbiddenMoveError, InputError, MalwareError, NotAllowedError, StaleError

_log = structlog.get_logger(__name__)


def put_handlers(app: FastAPI) -> None:
    """Say which error becomes which page."""
    app.add_exception_handler(LogInFirstError, _log_in_first)
    app.add_exception_handler(SetUpFirstError, _set_up_first)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _as(404))  # an address with a wrong number in it
    app.add_exception_handler(NotAllowedError, _as(403))
    app.add_exception_handler(CrossSiteError, _cross_site)
    app.add_exception_handler(InputError, _input)
    app.add_exception_handler(ForbiddenMoveError, _as(409))
    app.add_exception_handler(StaleError, _as(409))
    app.add_exception_handler(BlobMissingError, _blob_missing)
    app.add_exception_handler(MalwareError, _malware)
    app.add_exception_handler(ClientDisconnect, _as(400))  # a page that closes does not stay for an answer
    app.add_exception_handler(Exception, _unforeseen)


def error_page(request: Request, status: int, *, detail: str = "") -> Response:
    """The page for `status`. `detail` comes before the general advice."""
    desk: Desk = request.app.state.desk
    known = status if status in vi.ERROR else 400 if status < 500 else 500
    heading, advice = vi.ERROR[known]
    values = {"status": status, "heading": heading, "advice": advice, "detail": detail, "back": _back(request)}
    return desk.templates.page("error.html", values, status=status)


def _as(status: int) -> Callable[[Request, Exception], Response]:
    def handler(request: Request, error: Exception) -> Response:
        del error
        return error_page(request, status)

    return handler


def _log_in_first(request: Request, error: Exception) -> Response:
    del error
    if request.method != "GET":
        return error_page(request, 403, detail=_("Phiên đăng nhập đã hết. Đăng nhập lại rồi thao tác lại."))
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    target = f"/login?{urlencode({'next': here})}" if here != "/" else "/login"
    return RedirectResponse(target, status_code=303)


def _set_up_first(request: Request, error: Exception) -> Response:
    del request, error
    return RedirectResponse("/account/second-factor", status_code=303)


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return error_page(request, status)


def _cross_site(request: Request, error: Exception) -> Response:
    detail = vi.CROSS_SITE[error.problem] if isinstance(error, CrossSiteError) else ""
    return error_page(request, 403, detail=detail)


def _input(request: Request, error: Exception) -> Response:
    detail = vi.PROBLEM.get(error.problem, "") if isinstance(error, InputError) else ""
    return error_page(request, 422, detail=detail)


def _blob_missing(request: Request, error: Exception) -> Response:
    _log.error("blob missing", error=str(error), path=request.url.path)
    return error_page(request, 500, detail=_("Tệp này không còn trong kho lưu trữ."))


def _malware(request: Request, error: Exception) -> Response:
    name = error.name if isinstance(error, MalwareError) else None
    detail = _(opening.MALWARE).format(name=name) if name else _(opening.NOT_SCANNED)
    return error_page(request, 403, detail=detail)


def _unforeseen(request: Request, error: Exception) -> Response:
    """Answered outside every middleware, so the headers are put in here."""
    _log.error("unforeseen error", path=request.url.path, exc_info=error)
    desk: Desk = request.app.state.desk
    response = error_page(request, 500)
    protect(MutableHeaders(raw=response.raw_headers), https_only=desk.config.web.https_only)
    return response


def _back(request: Request) -> str | None:
    """The article that the address is about, if it is about one: where to go from here."""
    steps = request.url.path.split("/")
    if len(steps) > 3 and steps[1] in {"articles", "messages"} and steps[2].isascii() and steps[2].isdigit():
        return f"/{steps[1]}/{steps[2]}"
    if steps[1] in {"users", "account", "settings"}:
        own = steps[1] == "users" and len(steps) > 3
        return "/".join(steps[:3]) if own or steps[1] == "settings" else f"/{steps[1]}"
    return None
