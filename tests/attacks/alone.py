"""Every attack on a page of its own that nothing has cleaned: whether it is one at all."""

from collections.abc import Sequence

from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.attacks.serving import served
from tests.attacks.table import Attack
from tests.attacks.watch import Watch

_TOGETHER = 20  # attacks that follow each other in one tab


def alive(browser: Browser, attacks: Sequence[Attack]) -> set[int]:
    """The numbers of those that do something the watch sees."""
    by_number = {attack.number: attack for attack in attacks}

    def answer(request: Request) -> Response:
        attack = by_number.get(int(request.path_params["number"]))
        body = f"<article><div class=body>{attack.text}</div></article>" if attack else ""
        return HTMLResponse(f"<!doctype html><title>x</title>{body}")

    active: set[int] = set()
    with served(Starlette(routes=[Route("/tin/{number}", answer)])) as site:
        watch = Watch(origins=[site])
        context = browser.new_context()
        watch.put_on(context)
        page = context.new_page()
        for count, attack in enumerate(attacks, start=1):
            known = len(watch.flaws())
            address = f"{site}tin/{attack.number}"
            try:
                page.goto(address, wait_until="domcontentloaded")
            except PlaywrightError:  # the attack before it is still leading elsewhere
                page = context.new_page()
                page.goto(address, wait_until="domcontentloaded")
            watch.look(page, searching=page.url.startswith(site))
            if len(watch.flaws()) > known:
                active.add(attack.number)
            if count % _TOGETHER == 0:
                page.close()
                page = context.new_page()
        context.close()
    return active
