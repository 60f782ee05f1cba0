"""The whole way in a browser: a letter on a real mail server, edited, approved, and seen on the portal's page.

With TINBAI_PICTURES set to a folder (`make pictures`), every page is also photographed for the documents.
"""

import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import create_engine

from publish.portals.reference.schema import create_schema
from tests.e2e.looking import look
from tests.ingest.letters_here import raw_letter
from tests.offices import TestOffice, write_config
from tests.servers.browser import NewContext
from tests.servers.dovecot import Dovecot
from tests.servers.program import free_port
from tinbai.config import load
from tinbai.demo.portal_page import create as portal_page

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
PASSWORD = "mat-khau-thu-2026"
NEW_TITLE = "Tập huấn trồng nấm rơm cho 45 hội viên nông dân xã An Mẫu"


@pytest.fixture
def running(dovecot: Dovecot, tmp_path: Path) -> Iterator[TestOffice]:
    """An office that runs, with an editor and a head of the board, and some letters on the server."""
    account = dovecot.add_user()
    port = free_port()
    quick = "poll_seconds = 1\nread_seconds = 1\npublish_seconds = 1\n"
    config = write_config(tmp_path, dovecot, account, more=f"[web]\nport = {port}\n[timetable]\n{quick}")
    an_office = TestOffice(config=config, account=account)
    an_office.tinbai("migrate")
    add_user(an_office, "bientap", "Vũ Thị Biên Tập", "editor")
    add_user(an_office, "truongban", "Phạm Thị Minh Họa", "head")
    engine = create_engine(f"sqlite:///{tmp_path}/portal.db")
    create_schema(engine)
    engine.dispose()
    for name in ("03", "07", "14a", "02"):
        dovecot.append(account, raw_letter(name))
    process = an_office.start("run")
    wait_for_port(port)
    yield an_office
    process.terminate()
    assert process.wait(timeout=60) == 0


@pytest.fixture
def portal(running: TestOffice) -> Iterator[str]:
    """The portal's own page, drawn from its database; its address."""
    folder = running.config.parent
    (folder / "media").mkdir(exist_ok=True)
    port = free_port()
    app = portal_page(f"sqlite:///{folder}/portal.db", folder / "media")
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


def wait_for_port(port: int) -> None:
    """Return once somebody listens there; fails after a minute."""
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the review site did not start")


def add_user(an_office: TestOffice, username: str, name: str, role: str) -> None:
    os.environ["TINBAI_USER_PASSWORD"] = PASSWORD
    try:
        an_office.tinbai("user", "add", username, "--name", name, "--site", "an-mau", "--role", role)
    finally:
        del os.environ["TINBAI_USER_PASSWORD"]


class Visitor:
    """Somebody at the review site, looking at every page twice: as on a desk and as on a telephone."""

    def __init__(self, page: Page, site: str, axe: str) -> None:
        self.page, self.site, self._axe = page, site, axe
        self.errors: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def log_in(self, username: str) -> None:
        self.page.goto(self.site)
        self.look("login")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(PASSWORD)
        self.page.get_by_role("button", name="Đăng nhập").click()

    def look(self, name: str) -> None:
        """No accessibility violation, nothing wider than the screen, no error in the console; a picture of each."""
        look(self.page, self._axe, name, whole=False)
        assert self.errors == [], name


def until_shown(page: Page, link: Locator) -> None:
    """Load the page anew until it has the link: the program works at its own pace. Fails after a minute."""
    for _ in range(60):
        if link.count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    pytest.fail(f"not shown: {link}")


def submit(editor: Visitor) -> str:
    """The editor finds the new letter in the queue, corrects its title and submits it; the article's address."""
    page = editor.page
    link = page.get_by_role("link", name=re.compile("Tập huấn kỹ thuật trồng nấm rơm"))
    until_shown(page, link)
    editor.look("queue")
    page.goto(f"{editor.site}messages")
    editor.look("messages")
    page.goto(editor.site)
    link.first.click()
    page.get_by_role("link", name="Mở để sửa").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    editor.look("article")
    page.get_by_label("Tiêu đề", exact=True).fill(NEW_TITLE)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NEW_TITLE)
    page.get_by_role("button", name="Lưu và trình duyệt").click()
    expect(page.get_by_text("Chờ duyệt").first).to_be_visible()
    return page.url.partition("?")[0]


def approve(head: Visitor, address: str) -> None:
    head.page.goto(address)
    head.look("approval")
    head.page.get_by_role("button", name="Duyệt đăng").click()
    head.page.get_by_role("link", name=re.compile("Lịch sử")).first.click()
    head.look("history")


def read_on_the_portal(reader: Visitor) -> None:
    """The article stands on the portal with both of its photos, drawn, and their caption."""
    page = reader.page
    page.goto(reader.site)
    shown = page.get_by_role("link", name=NEW_TITLE)
    until_shown(page, shown)
    reader.look("portal")
    shown.first.click()
    expect(page.get_by_role("heading", name=NEW_TITLE)).to_be_visible()
    pictures = page.locator("figure img")
    expect(pictures).to_have_count(2)
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("image => image.naturalWidth") > 300
    expect(page.get_by_text("Các hội viên tham quan mô hình trồng nấm rơm.").first).to_be_visible()
    reader.look("portal-article")


def test_a_letter_goes_the_whole_way_to_the_portal(
    running: TestOffice, portal: str, dovecot: Dovecot, new_context: NewContext, axe_script: Path
) -> None:
    axe = axe_script.read_text(encoding="utf-8")
    site = f"http://127.0.0.1:{load(running.config).web.port}/"
    editor, head, reader = (Visitor(new_context().new_page(), each, axe) for each in (site, site, portal))
    dovecot.append(running.account, raw_letter("01"))
    editor.log_in("bientap")
    address = submit(editor)
    head.log_in("truongban")
    approve(head, address)
    read_on_the_portal(reader)
    head.page.goto(address)
    expect(head.page.get_by_text("Đã đăng").first).to_be_visible()
    head.look("published")
