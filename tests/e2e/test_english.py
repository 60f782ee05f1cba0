"""The pages in English in a browser: what the scripts say there, and nothing that the page's own policy stops."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.desk import Desk, Person, desk
from tests.review.hard_coded import is_vietnamese
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext

__all__ = ["blobs", "database", "desk", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
_SAID = """() => [...document.querySelectorAll("button, summary, label, [aria-label], [title], [placeholder]")]
  .filter((each) => !each.closest("[lang=vi]"))
  .flatMap((each) => [each.localName === "label" || each.localName === "button" ? each.textContent : "",
                      ...["aria-label", "title", "placeholder"].map((name) => each.getAttribute(name) ?? "")])"""


@pytest.fixture
def lan(desk: Desk, new_context: NewContext, axe_script: Path) -> Iterator[Person]:
    person = Person(desk, new_context, axe_script)
    person.context.add_cookies([{"name": "language", "value": "en", "url": desk.address}])
    yield person
    assert person.errors == []


def said(page: Page) -> list[str]:
    """What buttons, fields and pictures say of themselves, and is Vietnamese."""
    return [words.strip() for words in page.evaluate(_SAID) if is_vietnamese(words)]


def test_the_editor_speaks_english_with_its_tools_and_its_photos(desk: Desk, lan: Person) -> None:
    body = "<p>One paragraph.</p><p>Another one.</p>"
    page = lan.open(desk.article(body, photos=1, tray=1))
    lan.to_the_text()
    expect(page.get_by_role("button", name="Bold (Ctrl+B)")).to_be_visible()
    expect(page.get_by_text("Photos (1 in the article, 1 in the tray)")).to_be_visible()
    expect(page.get_by_text("4 words")).to_be_visible()
    page.get_by_role("button", name="Find, replace (Ctrl+F)").click()
    page.get_by_label("Find", exact=True).fill("one")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    known = ("Nông dân", "Lớp", "Thí Điểm", "An Mẫu", "Bà Lan", "Kinh tế", "Văn hóa", "Ảnh", "Lan")
    assert [words for words in said(page) if not any(name in words for name in known)] == []
    lan.look("article-in-english")


def test_the_log_in_is_switched_to_english_and_back(desk: Desk, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(f"{desk.address}/login")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()
