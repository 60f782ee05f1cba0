"""A real browser, Debian's Chromium without windows, driven by Playwright."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.servers.program import find_program

FLAGS = [
    # The tests open pages of their own only, and root, or a machine without user name spaces, has no sandbox.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    # Nothing but the page under test is fetched.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

# For pages, links and what they come to show: nothing is lost by waiting long on a machine that does much else.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser's program: the one that never draws a window, which takes half of the other's time."""
    return find_program("chromium-headless-shell", package="chromium-headless-shell")


# One a module and not one a session: while it runs, Playwright keeps an event loop in this thread, and the tests
# of other modules could not use asyncio.run.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """A function that makes a browser context: another person, with their own cookies. Takes Playwright's options."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        settings = {"viewport": DESKTOP, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"} | options
        context = browser.new_context(**settings)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """An empty page, 1440 wide."""
    return new_context().new_page()


@pytest.fixture
def phone_page(new_context: NewContext) -> Page:
    """An empty page on a telephone, 390 wide."""
    return new_context(viewport=PHONE, device_scale_factor=2, has_touch=True, is_mobile=True).new_page()


def violations(page: Page, axe: str, within: str = "html") -> list[dict[str, Any]]:
    """What hinders people `within` the page, as axe tells it; its long script is read by each page once."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(f"{axe}; 0")
    found = page.evaluate("(within) => axe.run(within, { resultTypes: ['violations'] })", within)
    return list(found["violations"])


@pytest.fixture(scope="session")
def axe_script() -> Path:
    """The accessibility checker: `page.add_script_tag` it, or evaluate it where the page's policy forbids that."""
    script = Path(__file__).parents[2] / "review" / "static" / "vendor" / "axe.min.js"
    if not script.exists():
        pytest.fail(f"{script} is missing. Type: make setup", pytrace=False)
    return script
