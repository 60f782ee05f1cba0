"""Another language, chosen before the log-in: kept in this browser."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review.desk import DeskDep
from review.language import LANGUAGES
from review.language_choice import remember
from review.pages.login import carry_name, inside
from review.posted import FormDep
from review.security.cross_site import check_origin
from tinbai.errors import InputError

router = APIRouter()


@router.post("/language")
def choose_language(request: Request, desk: DeskDep, form: FormDep) -> Response:
    """Keep the choice, and back to the log-in, with the name that was typed there; the password is not looked at."""
    check_origin(request, desk.config.web.public_url)
    chosen = form.raw("language")
    if chosen not in LANGUAGES:
        raise InputError(field="language", problem="choice_unknown")
    target = inside(form.raw("next"))
    response = RedirectResponse("/login" if target == "/" else f"/login?{urlencode({'next': target})}", status_code=303)
    remember(response, chosen, secure=desk.config.web.https_only)
    carry_name(response, form.line("username"), secure=desk.config.web.https_only)
    return response
