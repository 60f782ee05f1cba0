"""From a good contributor's letter to its approval: how often somebody clicks, counted in the browser, and no key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from review.security import sessions
from tests.attacks.serving import served
from tests.ingest.letters_here import SITE_DATA, draft_letter
from tests.review.conftest import config, office
from tests.review.office import Office
from tests.rows import NOON, blobs, database, migrated_file
from tests.servers.browser import DESKTOP, PHONE, NewContext
from tinbai.article import ArticleStatus
from tinbai.people import RoleName, User
from tinbai.site import Site
from tinbai.site_loading import load_site

__all__ = ["blobs", "config", "database", "migrated_file", "office"]
pytestmark = [pytest.mark.integration, pytest.mark.timeout(180)]
MOST_CLICKS = 3
# Counted where a person's hand is seen, not where a script calls; kept from page to page.
COUNTING = """
  const count = (name) => sessionStorage.setItem(name, Number(sessionStorage.getItem(name) ?? 0) + 1);
  addEventListener("click", (event) => event.isTrusted && event.detail && count("clicks"), true);
  const key = (event) => event.isTrusted && count("keys");
  for (const kind of ["keydown", "beforeinput"]) addEventListener(kind, key, true);
"""


@pytest.fixture
def article(office: Office) -> int:
    """The article of the acceptance letter of kind 1, in a board whose columns want two decisions."""
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        load_site(session, site, SITE_DATA, NOON.date())
    (drafted,) = draft_letter(office.database, office.blobs, "01", site)
    return drafted.id


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    with served(office.app) as running:
        yield running.rstrip("/")


class Hand:
    """Somebody with a browser of his own, whose clicks are counted."""

    def __init__(
        self, office: Office, new_context: NewContext, address: str, role: RoleName, **options: object
    ) -> None:
        context = new_context(**options)
        office.enter(role)
        with office.database.writing() as session:
            user = session.query(User).order_by(User.id.desc()).first()
            assert user is not None
            token = sessions.start(session, user, at=office.clock(), hours=1)
        context.add_cookies([{"name": "tinbai", "value": token, "url": address}])
        context.add_init_script(COUNTING)
        self.page: Page = context.new_page()

    def counted(self) -> tuple[int, int]:
        """Clicks and keys so far."""
        clicks, keys = self.page.evaluate("['clicks', 'keys'].map((name) => Number(sessionStorage.getItem(name) ?? 0))")
        return clicks, keys


def is_approved(office: Office, article: int) -> bool:
    return office.read(article).status is ArticleStatus.APPROVED


def test_a_head_approves_a_good_letter_with_three_clicks_beside_the_queue(
    office: Office, article: int, address: str, new_context: NewContext
) -> None:
    head = Hand(office, new_context, address, RoleName.HEAD, viewport=DESKTOP)
    head.page.goto(address)
    head.page.get_by_role("link", name="Tập huấn kỹ thuật trồng nấm rơm").click()
    pane = head.page.locator("#reading")
    pane.get_by_role("button", name="Trình duyệt").click()
    pane.get_by_role("button", name="Duyệt đăng").click()
    expect(pane.get_by_text("Đã duyệt").first).to_be_visible()
    clicks, keys = head.counted()
    assert (is_approved(office, article), keys) == (True, 0)
    assert clicks == MOST_CLICKS


def test_on_a_telephone_it_takes_no_more(office: Office, article: int, address: str, new_context: NewContext) -> None:
    head = Hand(office, new_context, address, RoleName.HEAD, viewport=PHONE, has_touch=True, is_mobile=True)
    head.page.goto(address)
    head.page.get_by_role("link", name="Tập huấn kỹ thuật trồng nấm rơm").click()
    head.page.get_by_role("button", name="Trình duyệt", exact=True).click()
    head.page.get_by_role("button", name="Duyệt đăng").click()
    expect(head.page.get_by_text("Đã duyệt").first).to_be_visible()
    clicks, keys = head.counted()
    assert (is_approved(office, article), keys) == (True, 0)
    assert clicks <= MOST_CLICKS


def test_an_editor_and_a_head_who_follows_the_notice_click_three_times_together(
    office: Office, article: int, address: str, new_context: NewContext
) -> None:
    editor = Hand(office, new_context, address, RoleName.EDITOR)
    editor.page.goto(address)
    editor.page.get_by_role("link", name="Tập huấn kỹ thuật trồng nấm rơm").click()
    editor.page.locator("#reading").get_by_role("button", name="Trình duyệt").click()
    expect(editor.page.locator("#reading").get_by_text("Chờ duyệt").first).to_be_visible()
    head = Hand(office, new_context, address, RoleName.HEAD)
    head.page.goto(f"{address}/articles/{article}")  # where the notice to the board leads
    head.page.get_by_role("button", name="Duyệt đăng").click()
    expect(head.page.get_by_text("Đã duyệt").first).to_be_visible()
    (his, his_keys), (hers, her_keys) = editor.counted(), head.counted()
    assert (is_approved(office, article), his_keys + her_keys) == (True, 0)
    assert his + hers <= MOST_CLICKS


def test_a_click_too_many_or_a_key_is_counted(
    office: Office, article: int, address: str, new_context: NewContext
) -> None:
    """The broken variant: a hand that clicks once more and types one letter is found out."""
    head = Hand(office, new_context, address, RoleName.HEAD)
    head.page.goto(address)
    for _ in range(2):
        head.page.get_by_role("heading", name="Tin, bài", exact=True).click()
    head.page.get_by_role("link", name="Tập huấn kỹ thuật trồng nấm rơm").click()
    head.page.keyboard.press("a")
    head.page.goto(f"{address}/articles/{article}")
    head.page.get_by_role("heading", level=1).click()
    assert head.counted() == (4, 1)
