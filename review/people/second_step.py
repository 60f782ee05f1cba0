"""The second step of a log-in: a code of the authenticator, or a recovery code."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review.desk import Desk, DeskDep
from review.language import _
from review.locale import people as words
from review.locale import vi
from review.people.coming_in import Begun, answer, finish
from review.posted import FormDep
from review.security import lockout, second_factor, steps
from review.security.address import address_of
from review.security.cross_site import check_origin
from tinbai.account import StepKind
from tinbai.people import User

router = APIRouter()


@router.get("/login/code")
def code_page(request: Request, desk: DeskDep) -> Response:
    """The form, for whoever has given the password."""
    token = request.cookies.get(steps.cookie_name(desk.config.web), "")
    with desk.database.reading() as session:
        begun = steps.find(session, token, StepKind.SECOND_FACTOR, at=desk.clock())
    return _form(desk) if begun is not None else _from_the_start(desk)


@router.post("/login/code")
def take_code(request: Request, desk: DeskDep, form: FormDep) -> Response:
    """Count the try, check the code, and give a session. A code is taken once."""
    web = desk.config.web
    check_origin(request, web.public_url)
    token, at = request.cookies.get(steps.cookie_name(web), ""), desk.clock()
    with desk.database.writing() as session:
        begun = steps.find(session, token, StepKind.SECOND_FACTOR, at=at)
        user = session.get(User, begun.user_id) if begun is not None else None
        if begun is None or user is None or not user.active:
            return _from_the_start(desk)
        target = str(begun.data.get("next", "/"))
        if not lockout.take_try(session, user.username, address_of(request, web.proxies), at=at, rules=web):
            steps.end(session, token)
            return _form(desk, status=429, problem=_(vi.LOGIN_LOCKED).format(minutes=web.lockout_minutes))
        if not second_factor.take(session, user.id, form.line("code"), at=at):
            return _form(desk, status=401, problem=_(words.CODE_WRONG))
        steps.end(session, token)
        name = begun.data.get("directory_name")
        given = Begun(token=finish(session, request, desk, user, directory_name=name), second=False)
    return answer(desk, given, target=target)


def _form(desk: Desk, *, problem: str = "", status: int = 200) -> Response:
    return desk.templates.page("people/code.html", {"problem": problem}, status=status)


def _from_the_start(desk: Desk) -> Response:
    response = RedirectResponse("/login?done=step_over", status_code=303)
    steps.take_cookie(response, desk.config.web)
    return response
