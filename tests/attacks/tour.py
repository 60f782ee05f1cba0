"""A walk through every page that shows anything of a letter, in two browsers' contexts: with the policy and without."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from review.app import create
from tests.attacks.carrying import Insider, articles, deliver, edit, insider, publish, reopen
from tests.attacks.letters import Load
from tests.attacks.serving import Bare, served
from tests.attacks.watch import Watch
from tests.servers.browser import DESKTOP, FLAGS, PATIENCE_MS
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.demo.portal_page import create as portal_page
from tinbai.message import Message
from tinbai.office import Office

_PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "x");
  const surface = document.querySelector(".ProseMirror");
  surface.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
_SEND_LATE = """(text) => {
  const form = document.querySelector("#draft-form");
  form.querySelector("[name=seen]").value = "0";
  for (const field of form.querySelectorAll("textarea, input:not([type=hidden])")) field.value ||= text;
  HTMLFormElement.prototype.submit.call(form);
}"""

_ELSEWHERE = f"login?next={quote('//h9999.evil.example/', safe='')}"


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A letter, its article and its page at the portal."""

    load: Load
    message_id: int
    article_id: int
    portal_path: str
    reopened: bool


@contextmanager
def browser_with_log(program: str, net_log: Path) -> Iterator[Browser]:
    """Chromium, which writes down all that it does on the network; the log is whole when it has ended."""
    with sync_playwright() as playwright:
        flags = [flag for flag in FLAGS if flag != "--disable-background-networking"]
        running = playwright.chromium.launch(executable_path=program, args=[*flags, f"--log-net-log={net_log}"])
        try:
            yield running
        finally:
            running.close()


def tour(
    browser: Browser, office: Office, dovecot: Dovecot, account: MailAccount, carried: Sequence[Load],
    *, guarded: bool = True, everywhere: bool = True,
) -> Watch:  # fmt: skip
    """Carry the attacks in and look at every page; without `guarded`, only at the pages without a policy.

    Without `everywhere`, only at the original, what was read of it, the article with what was stored, and the portal.
    """
    app = create(office.config, office.database, office.blobs)
    by = insider(office)
    deliver(office, dovecot, account, carried)
    numbers, others = articles(office)
    for article_id, load in zip(numbers, carried, strict=True):
        edit(app, office, article_id, load, by)
    paths = publish(office, numbers, by)
    reopen(office, numbers[::2], by)
    portal = portal_page(f"sqlite:///{office.config.root}/portal.db", office.config.root / "media")
    with office.database.reading() as session:
        letters = [message.id for message in session.query(Message).order_by(Message.id)]
    stops = [
        Stop(load=load, message_id=message_id, article_id=article_id, portal_path=path, reopened=number % 2 == 0)
        for number, (load, message_id, article_id, path) in enumerate(
            zip(carried, letters, numbers, paths, strict=False)
        )
    ]
    with ExitStack() as open_things:
        origins = [open_things.enter_context(served(each)) for each in (Bare(app), Bare(portal), app, portal)]
        watch = Watch(origins=origins)
        context = _context(browser, watch, by, origins[0])
        if everywhere:
            _walk(watch, context, origins[0], origins[1], stops, letters, others, searching=True)
        else:
            _glance(watch, context, origins[0], origins[1], stops)
        if guarded:
            context = _context(browser, watch, by, origins[2])
            _walk(watch, context, origins[2], origins[3], stops, letters, others, searching=False)
    return watch


def _context(browser: Browser, watch: Watch, by: Insider, site: str) -> BrowserContext:
    context = browser.new_context(viewport=DESKTOP, locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MS)
    context.add_cookies([{"name": "tinbai", "value": by.token, "url": site}])
    watch.put_on(context)
    return context


def _walk(
    watch: Watch, context: BrowserContext, site: str, portal: str, stops: Sequence[Stop], letters: Sequence[int],
    others: Sequence[int], *, searching: bool,
) -> None:  # fmt: skip
    page = context.new_page()
    for stop in stops[:1]:
        line = quote(stop.load.line, safe="")
        for address in (f"?words={line}", f"?site={line}", f"articles/0?x={line}", f"login?next={line}", _ELSEWHERE):
            watch.visit(page, site + address, searching=searching)
    for address in ("", "?status=all", "?status=all&words=alert", "messages", "messages?status=drafted"):
        watch.visit(page, site + address, searching=searching)
    for address in ("", "chuyen-muc/kinh-te"):
        watch.visit(page, portal + address, searching=searching)
    for message_id in letters:
        watch.visit(page, f"{site}messages/{message_id}", searching=searching)
        watch.visit(page, f"{site}messages/{message_id}/original", searching=searching)
    for article_id in others:
        watch.visit(page, f"{site}articles/{article_id}", searching=searching)
    for stop in stops:
        _follow(watch, page, site, portal, stop, searching=searching)
    page.wait_for_timeout(300)
    context.close()


def _glance(watch: Watch, context: BrowserContext, site: str, portal: str, stops: Sequence[Stop]) -> None:
    page = context.new_page()
    for stop in stops:
        article = f"articles/{stop.article_id}"
        for address in (f"messages/{stop.message_id}/original", f"{article}/revisions/1", article):
            watch.visit(page, site + address, searching=True)
        watch.visit(page, portal + stop.portal_path, searching=True)
    page.wait_for_timeout(300)
    context.close()


def _follow(watch: Watch, page: Page, site: str, portal: str, stop: Stop, *, searching: bool) -> None:
    """One article, page by page; in the editor as one who pastes, saves, and saves too late."""
    article = f"{site}articles/{stop.article_id}"
    revisions = (1, 2, 3) if searching else (3,)
    before = [f"{article}/history", *(f"{article}/revisions/{number}" for number in revisions)]
    for address in [*before, *([f"{article}/return"] if stop.reopened else []), article]:
        watch.visit(page, address, searching=searching)
    if searching and _has_form(
        page
    ):  # with a policy the editor's parser makes the browser report attributes that never act
        _come_to_the_text(page)
        page.evaluate(_PASTE, stop.load.body.replace("LEAK", ""))
        watch.look(page, searching=True)
    with page.expect_navigation():
        page.evaluate(_SEND_LATE, stop.load.line)
    watch.look(page, searching=searching)
    watch.visit(page, portal + stop.portal_path, searching=searching)
    if not searching:
        _save(page, article)
        watch.visit(page, f"{article}/revisions/4", searching=False)


def _come_to_the_text(page: Page) -> None:
    """The editor is loaded when somebody comes to the text."""
    page.locator("[data-editor]").dispatch_event("pointerdown")  # a mouse that stands where it stood says nothing
    page.locator(".ProseMirror").wait_for()


def _has_form(page: Page) -> bool:
    """Text that was not cleaned ends our form: its fields have none, and there is no editor then."""
    return bool(page.evaluate("document.querySelector('.save-bar button')?.form?.id === 'draft-form'"))


def _save(page: Page, article: str) -> None:
    """What the editor makes of the attacks becomes a revision of its own."""
    page.goto(article)
    if not _has_form(page):
        return
    _come_to_the_text(page)
    page.locator(".ProseMirror").press("End")
    page.keyboard.type("x")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_url("**?done=saved")
