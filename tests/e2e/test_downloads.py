"""Files from letters, opened in a browser in every way there is: they are downloads, and nothing in them acts."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError
from sqlalchemy import select

from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from review.app import create
from review.pages import files as module
from tests.attacks.active_files import active_files, letter_with_active_files
from tests.attacks.carrying import insider
from tests.attacks.serving import Bare, served
from tests.attacks.tour import browser_with_log
from tests.attacks.watch import Watch, hosts_in
from tests.offices import TestOffice
from tests.servers.browser import PATIENCE_MS
from tests.servers.dovecot import Dovecot
from tinbai.clock import now
from tinbai.message import MessagePart
from tinbai.office import Office

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]
SENDER = "hnd@songmau.example"
MOST_DOWNLOADS = 10  # that the browser lets one page start

# Every way in which a page can have another address's bytes drawn, run or applied.
EMBED = """(addresses) => {
  const put = (name, given) => document.body.append(Object.assign(document.createElement(name), given));
  for (const address of addresses) {
    put("script", { src: address });
    put("script", { src: address, type: "module" });
    put("link", { rel: "stylesheet", href: address });
    put("link", { rel: "manifest", href: address });
    put("iframe", { src: address });
    put("embed", { src: address });
    put("object", { data: address });
    put("img", { src: address });
    put("video", { src: address });
    for (const make of [() => new Worker(address), () => new SharedWorker(address)]) {
      try { make().onmessage = (event) => alert(event.data); } catch { /* refused */ }
    }
    navigator.serviceWorker?.register(address).catch(() => undefined);
  }
}"""


@pytest.fixture
def delivered(opened: Office, an_office: TestOffice, dovecot: Dovecot) -> Office:
    """An office that has read the letter with active files."""
    dovecot.append(an_office.account, letter_with_active_files(SENDER))
    (site,) = opened.config.sites
    poll(opened.config, site, site.mailboxes[0], opened.database, opened.blobs, clock=now)
    with Reader(limits=opened.config.limits) as reader:
        read_waiting(opened.config, opened.database, opened.blobs, reader, clock=now)
    with opened.database.reading() as session:
        names = session.scalars(select(MessagePart.filename)).all()
    assert len(names) >= len(active_files())
    return opened


class Opening:
    """Somebody at a letter's page, who opens everything that it links to."""

    def __init__(self, watch: Watch, context: BrowserContext, site: str) -> None:
        self.watch, self.site = watch, site
        self.answered: set[str] = set()
        context.on("response", lambda response: self.answered.add(response.url))
        self.page = context.new_page()
        self.page.goto(f"{site}messages/1")
        self.addresses = self._linked("a[download], a[href$='/raw']")
        self.previews = self._linked("a[data-part-preview]")

    def _linked(self, selector: str) -> list[str]:
        return [str(link.get_attribute("href")) for link in self.page.locator(selector).all()]

    def click_each(self) -> list[str]:
        """Follow each link as it stands; the names that are offered for saving."""
        names = []
        for number, address in enumerate(self.addresses):
            if number % MOST_DOWNLOADS == 0:
                self.page.goto(f"{self.site}messages/1")
            names.append(_downloaded(self.page, self.page.locator(f"a[href='{address}']").click))
        return names

    def type_each(self) -> list[str]:
        """Go to each address as if it had been typed: no `download` of a link helps."""
        names = []
        for number, address in enumerate(self.addresses):
            if number % MOST_DOWNLOADS == 0:
                self.page.close()
                self.page = self.page.context.new_page()
            names.append(_downloaded(self.page, partial(_go, self.page, f"{self.site}{address[1:]}")))
        return names

    def preview_each(self) -> None:
        """The page of our own that shows what a file says."""
        for address in self.previews:
            self.page.goto(f"{self.site}{address[1:]}")
            self.page.wait_for_timeout(100)

    def embed_each(self, done: Callable[[], bool]) -> None:
        """A page of ours that draws and runs them, as one would that something else had broken into; until `done`."""
        self.page.evaluate(EMBED, self.addresses)
        until = time.monotonic() + PATIENCE_MS / 1_000
        while not done() and time.monotonic() < until:
            self.page.wait_for_timeout(100)

    def has_been_given_each(self) -> bool:
        """All files have been asked for in a page of ours, and a while has passed in which they could act."""
        if not {f"{self.site}{address[1:]}" for address in self.addresses} <= self.answered:
            return False
        self.page.wait_for_timeout(1_500)
        return True


def _go(page: Page, address: str) -> None:
    """A navigation that becomes a download ends in an error of the driver's."""
    try:
        page.goto(address)
    except PlaywrightError as error:
        if "Download is starting" not in error.message and "ERR_ABORTED" not in error.message:
            raise


def _downloaded(page: Page, act: Callable[[], None]) -> str:
    with page.expect_download() as download:
        act()
    return download.value.suggested_filename


@pytest.fixture
def opening(delivered: Office, chromium: str, tmp_path: Path) -> Iterator[Callable[[], Opening]]:
    """A function that opens the letter's page, without any policy of the page's own, under a new watch."""
    net_log = tmp_path / "net.json"
    watches: list[Watch] = []
    with ExitStack() as things:
        app = create(delivered.config, delivered.database, delivered.blobs)
        site = things.enter_context(served(Bare(app)))
        browser = things.enter_context(browser_with_log(chromium, net_log))
        by = insider(delivered)

        def start() -> Opening:
            watch = Watch(origins=[site])
            context = browser.new_context(accept_downloads=True)
            context.set_default_timeout(PATIENCE_MS)
            context.add_cookies([{"name": "tinbai", "value": by.token, "url": site}])
            watch.put_on(context)
            watches.append(watch)
            return Opening(watch, context, site)

        yield start
    for watch in watches:
        watch.requested += [f"h{number}.evil.example in the record" for number in hosts_in(net_log)]


def strangers(opening: Opening) -> list[str]:
    """What was asked for beyond our own addresses."""
    return [each for each in opening.watch.requested if not each.startswith(opening.site)]


def kinds_executed(opening: Opening) -> set[str]:
    """The numbers of the files that ran."""
    return {each.partition(" ")[0] for each in opening.watch.executed}


def test_every_file_is_saved_and_none_is_opened(opening: Callable[[], Opening]) -> None:
    visit = opening()
    assert len(visit.addresses) > len(active_files())
    assert len(visit.click_each()) == len(visit.addresses)
    names = visit.type_each()
    assert len(names) == len(visit.addresses)
    assert not any(sign in name for name in names for sign in '/\\"\r\n\u202e')
    assert visit.watch.executed == []
    assert strangers(visit) == []


def test_no_preview_runs_or_loads_what_a_file_says(opening: Callable[[], Opening]) -> None:
    visit = opening()
    assert len(visit.previews) >= len(active_files())
    visit.preview_each()
    assert visit.watch.executed == []
    assert strangers(visit) == []


def test_no_file_runs_or_paints_in_a_page_of_our_own_even_without_its_policy(opening: Callable[[], Opening]) -> None:
    visit = opening()
    visit.answered.clear()
    visit.embed_each(visit.has_been_given_each)
    assert visit.has_been_given_each()
    assert visit.watch.executed == []
    assert strangers(visit) == []


def test_served_by_their_own_types_they_run(opening: Callable[[], Opening], monkeypatch: pytest.MonkeyPatch) -> None:
    """A variant as somebody might write it: the letter's own type, shown in the browser."""
    original = module._download

    def careless(desk: object, sha256: str, filename: str, media_type: str) -> object:
        del media_type
        types = {file.name: file.media_type for file in active_files()}
        answer = original(desk, sha256, filename, types.get(filename) or "text/html")  # type: ignore[arg-type]
        for name in ("content-disposition", "content-security-policy"):
            del answer.headers[name]
        return answer

    monkeypatch.setattr(module, "_download", careless)
    visit = opening()
    visit.embed_each(lambda: len(kinds_executed(visit)) >= 3 and bool(strangers(visit)))
    assert len(kinds_executed(visit)) >= 3
    assert strangers(visit)
