"""Logging in through the authority's identity provider: there, and back again.

It opens accounts that exist, and makes none: the provider's verified address must be that of one active user.
"""

import hmac

import structlog
from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review import accounts
from review.desk import Desk, DeskDep
from review.pages.login import inside
from review.people.coming_in import answer, begin
from review.security import steps, tokens
from review.security.identity_provider import Asked, Identity, IdentityProvider, ProviderError
from tinbai.account import StepKind
from tinbai.account_letters import base_address
from tinbai.errors import SecretError

router = APIRouter()
_log = structlog.get_logger(__name__)


@router.get("/login/provider")
def to_provider(request: Request, desk: DeskDep, next: str = "/") -> Response:  # noqa: A002
    """Send the browser to the provider. What it must bring back is kept here, under a cookie of this browser."""
    provider, at = _provider(request, desk), desk.clock()
    asked = Asked(state=tokens.new(), nonce=tokens.new(), verifier=tokens.new(), back=_back(desk))
    try:
        address = provider.address(asked)
    except ProviderError as error:
        return _failed(desk, error)
    data = {"next": inside(next), "state": asked.state, "nonce": asked.nonce, "verifier": asked.verifier}
    with desk.database.writing() as session:
        token = steps.start(session, StepKind.PROVIDER, user_id=None, data=data, at=at)
    response = RedirectResponse(address, status_code=303)
    steps.give_cookie(response, token, desk.config.web)
    return response


@router.get("/login/provider/return")
def from_provider(request: Request, desk: DeskDep, code: str = "", state: str = "", iss: str | None = None) -> Response:
    """The browser is back. Only the one that was sent gets in, once, with the answer to what it was sent for."""
    provider, at = _provider(request, desk), desk.clock()
    token = request.cookies.get(steps.cookie_name(desk.config.web), "")
    with desk.database.writing() as session:
        begun = steps.find(session, token, StepKind.PROVIDER, at=at)
        if begun is None or not steps.end(session, token):
            return _failed(desk, ProviderError("nothing was asked, or too long ago"))
        data = dict(begun.data)
    asked = Asked(state=data["state"], nonce=data["nonce"], verifier=data["verifier"], back=_back(desk))
    try:
        _check_answer(desk, asked, code, state, iss)
        identity = provider.identity(code, asked, at=at)
    except (ProviderError, SecretError) as error:
        return _failed(desk, error)
    return _come_in(request, desk, identity, str(data["next"]))


def _check_answer(desk: Desk, asked: Asked, code: str, state: str, iss: str | None) -> None:
    if not hmac.compare_digest(state.encode(), asked.state.encode()):
        raise ProviderError("state")
    if iss is not None and iss != desk.config.oidc.issuer:  # RFC 9207: the answer of another provider
        raise ProviderError("iss")
    if not code:
        raise ProviderError("no code: the provider, or the person, said no")


def _come_in(request: Request, desk: Desk, identity: Identity, target: str) -> Response:
    with desk.database.writing() as session:
        user = accounts.by_address(session, identity.address)
        if user is None:
            _log.warning("nobody has the provider's address", verified=bool(identity.address))
            return _to_log_in(desk, "provider_unknown")
        begun = begin(session, request, desk, user, target=target)
    return answer(desk, begun, target=target)


def _provider(request: Request, desk: Desk) -> IdentityProvider:
    """The configured one, made with the first log-in. Raises 404 when it is off."""
    if not desk.config.oidc.issuer:
        raise HTTPException(404)
    known = getattr(request.app.state, "identity_provider", None)
    if not isinstance(known, IdentityProvider):
        known = request.app.state.identity_provider = IdentityProvider(desk.config.oidc)
    return known


def _back(desk: Desk) -> str:
    return f"{base_address(desk.config.web)}/login/provider/return"


def _failed(desk: Desk, error: Exception) -> Response:
    _log.warning("identity provider", problem=str(error))
    return _to_log_in(desk, "provider_failed")


def _to_log_in(desk: Desk, done: str) -> Response:
    response = RedirectResponse(f"/login?done={done}", status_code=303)
    steps.take_cookie(response, desk.config.web)
    return response
