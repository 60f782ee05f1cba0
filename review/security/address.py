"""Where a request came from, when there may be proxies of ours in between."""

from collections.abc import Sequence

from starlette.requests import Request


def address_of(request: Request, proxies: Sequence[str]) -> str:
    """The client's address: the last one in X-Forwarded-For that is none of our proxies.

    The header is believed only when one of `proxies` sent the request: anybody else can write anything into it.
    """
    peer = request.client.host if request.client else ""
    if peer not in proxies:
        return peer[:64]
    named = [step.strip() for value in request.headers.getlist("x-forwarded-for") for step in value.split(",")]
    for step in reversed(named):
        if step and step not in proxies:
            return step[:64]
    return peer[:64]
