"""A page seen as people see it: on a desk and on a telephone, in the light and in the dark.

With TINBAI_PICTURES set to a folder (`make pictures`), every page that is looked at is photographed for the documents.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from tests.servers.browser import DESKTOP, PHONE, violations

PICTURES = os.environ.get("TINBAI_PICTURES")


def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than the screen; 0 or less when it fits.

    Asked of the element and not of `document`: the element is waited for while a page is on its way.
    """
    return int(page.locator("html").evaluate("html => html.scrollWidth - html.clientWidth"))


def look(
    page: Page, axe: str, name: str, *, within: str = "html", schemes: Sequence[str] = ("light",), whole: bool = True
) -> None:
    """No accessibility violation `within`, nothing wider than the screen; a picture of each, of the `whole` page."""
    page.wait_for_load_state()
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce" if len(schemes) > 1 else None)  # type: ignore[arg-type]
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            seen = f"{name} at {size['width']}, {scheme}"
            problems = [
                f"{found['id']}: {node['html'][:150]} {node.get('failureSummary', '')[:300]}"
                for found in violations(page, axe, within)
                for node in found["nodes"]
            ]
            assert problems == [], f"{seen}: {problems}"
            wide = too_wide(page)
            assert wide <= 0, f"{seen} is {wide} px too wide"
            if PICTURES:
                page.evaluate("scrollTo(0, 0)")
                ending = f"-{scheme}" if len(schemes) > 1 else ""
                file = Path(PICTURES) / f"{name}-{size['width']}{ending}.png"
                page.screenshot(path=file, full_page=whole)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
