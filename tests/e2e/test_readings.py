"""What the reader chose is seen, taken otherwise and taken back, in a browser: with scripts, without, and by keyboard.

With TINBAI_PICTURES set to a folder, the pages are photographed for the documents.
"""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect

from ingest.read import read
from ingest.reread import serve_rereadings
from ingest.sandbox import Reader
from review.app import create
from review.security import sessions
from tests.e2e.looking import look
from tests.ingest.corrections import Sent, changed
from tests.ingest.letters_here import SITE_DATA, draft_bytes, draft_letter
from tests.review.office import a_picture
from tests.rows import a_site, a_user, blobs, database, migrated_file
from tests.servers.browser import PHONE, NewContext
from tests.servers.program import free_port
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, SiteConfig
from tinbai.db import Database
from tinbai.people import RoleName
from tinbai.site import Site
from tinbai.site_loading import load_site

__all__ = ["blobs", "database", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
TITLE = "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
SUBJECT = "Tập huấn kỹ thuật trồng nấm rơm"


class HereReader(Reader):
    """Reads in this process."""

    def __init__(self) -> None:
        pass

    def read(self, letter, *, site, limits=None, wish=None):
        return read(letter.read(), site=site, limits=limits, wish=wish)


@dataclass(frozen=True, kw_only=True)
class Office:
    """A review site that runs, with ingest behind it."""

    address: str
    config: Config
    database: Database
    blobs: Blobs
    site: Site

    def serve(self) -> int:
        return serve_rereadings(self.config, self.database, self.blobs, HereReader(), clock=now)

    def cookie(self) -> dict[str, str]:
        """Of an editor who has just logged in."""
        with self.database.writing() as session:
            user = a_user(session, session.get_one(Site, self.site.id), RoleName.EDITOR)
            token = sessions.start(session, user, at=now(), hours=1)
        return {"name": "tinbai", "value": token, "url": self.address}


@pytest.fixture
def office(database: Database, blobs: Blobs, tmp_path: Path) -> Iterator[Office]:
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    config = Config(root=tmp_path, sites=(SiteConfig(key="an-mau", name="Trang xã An Mẫu", code="AM"),))
    port = free_port()
    app = create(config, database, blobs)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    address = f"http://127.0.0.1:{port}"
    yield Office(address=address, config=config, database=database, blobs=blobs, site=site)
    server.should_exit = True
    thread.join()


class Editor:
    """Somebody who looks at every page twice: as on a desk and as on a telephone."""

    def __init__(self, office: Office, new_context: NewContext, axe: Path, **options: object) -> None:
        context = new_context(**options)
        context.add_cookies([office.cookie()])  # type: ignore[list-item]
        self.page: Page = context.new_page()
        self.office, self._axe = office, axe.read_text(encoding="utf-8")
        self.errors: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def open(self, article_id: int) -> None:
        self.page.goto(f"{self.office.address}/articles/{article_id}")

    def look(self, name: str) -> None:
        """No accessibility violation, nothing wider than the screen; a picture of each."""
        look(self.page, self._axe, name)
        assert self.errors == [], name


def test_a_title_is_taken_from_the_subject_with_one_click_and_taken_back_with_one(
    office: Office, new_context: NewContext, axe_script: Path
) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    editor = Editor(office, new_context, axe_script)
    page = editor.page
    editor.open(made.id)
    expect(page.get_by_text("dòng đầu bài, chữ đậm ở giữa trang")).to_be_visible()
    editor.look("readings")
    page.get_by_label("Tác giả", exact=True).fill("Người viết tay")  # unsaved work that must not be lost
    page.get_by_role("button", name=f"Dùng {SUBJECT}", exact=True).click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(SUBJECT)
    expect(page.get_by_label("Tác giả", exact=True)).to_have_value("Người viết tay")
    expect(page.get_by_text("chưa lưu").first).to_be_visible()
    editor.look("readings-taken")
    page.get_by_role("button", name="Hoàn tác: lấy lại bản đã lưu").first.click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(TITLE)
    expect(page.get_by_label("Tác giả", exact=True)).to_have_value("Người viết tay")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    expect(page.get_by_label("Tác giả", exact=True)).to_have_value("Người viết tay")


def test_another_reading_is_asked_for_comes_by_itself_and_is_taken_back(
    office: Office, new_context: NewContext, axe_script: Path
) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    editor = Editor(office, new_context, axe_script)
    page = editor.page
    editor.open(made.id)
    page.get_by_text("Đọc lại theo cách khác").first.click()
    page.get_by_role("button", name=re.compile("Đọc lại: thân thư")).click()
    expect(page.get_by_text("Máy đang đọc lại thư: lấy bài từ thân thư.")).to_be_visible()
    editor.look("readings-waiting")
    assert office.serve() == 1
    expect(page.get_by_text("Bài đã được đọc lại: lấy bài từ thân thư.")).to_be_visible()
    expect(page.get_by_role("heading", name="Đọc lại thư: khác bản trước thế nào")).to_be_visible()
    editor.look("readings-done")
    page.get_by_role("button", name="Hoàn tác: lấy lại cả bản 1").click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(TITLE)
    expect(page.get_by_text("Đã lấy lại bản cũ.")).to_be_visible()


def test_where_somebody_has_edited_the_page_asks_first(
    office: Office, new_context: NewContext, axe_script: Path
) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    editor = Editor(office, new_context, axe_script)
    page = editor.page
    editor.open(made.id)
    page.get_by_label("Tiêu đề", exact=True).fill("Tiêu đề do biên tập viên viết")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    page.get_by_text("Đọc lại theo cách khác").first.click()
    page.get_by_role("button", name=re.compile("Đọc lại: chép nguyên")).click()
    expect(page.get_by_role("heading", name="Bài đã được biên tập. Vẫn đọc lại thư?")).to_be_visible()
    editor.errors.clear()  # the browser notes the 409
    editor.look("readings-asked")
    page.get_by_role("button", name="Vẫn đọc lại").click()
    assert office.serve() == 1
    expect(page.get_by_text("Bài đã được đọc lại: chép nguyên toàn văn.")).to_be_visible()
    page.get_by_role("button", name="Hoàn tác: lấy lại cả bản 2").click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value("Tiêu đề do biên tập viên viết")


def test_without_scripts_everything_works_as_well(office: Office, new_context: NewContext, axe_script: Path) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    page = Editor(office, new_context, axe_script, java_script_enabled=False, viewport=PHONE).page
    page.goto(f"{office.address}/articles/{made.id}")
    page.get_by_label("Tác giả", exact=True).fill("Người viết tay")
    page.get_by_role("button", name=f"Dùng {SUBJECT}", exact=True).click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(SUBJECT)
    expect(page.get_by_label("Tác giả", exact=True)).to_have_value("Người viết tay")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    page.get_by_text("Đọc lại theo cách khác").first.click()
    page.get_by_role("button", name=re.compile("Đọc lại: thân thư")).click()
    page.get_by_role("button", name="Vẫn đọc lại").click()
    assert office.serve() == 1
    page.get_by_role("link", name="Tải lại trang").click()
    expect(page.get_by_text("Bài đã được đọc lại: lấy bài từ thân thư.")).to_be_visible()
    page.get_by_role("button", name="Hoàn tác: lấy lại cả bản 2").click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(SUBJECT)


def test_a_choice_is_made_by_keyboard_alone(office: Office, new_context: NewContext, axe_script: Path) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    editor = Editor(office, new_context, axe_script)
    page = editor.page
    editor.open(made.id)
    page.get_by_label("Tiêu đề", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=f"Dùng {SUBJECT}", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(SUBJECT)
    page.wait_for_load_state()  # with it the browser goes to the page's fragment, and takes the focus along
    page.get_by_label("Tác giả", exact=True).press("Enter")  # in a field, Enter saves as it always did
    expect(page.get_by_text("Đã lưu bản sửa.")).to_be_visible()


def test_a_corrected_version_is_shown_as_a_difference_and_taken_in_parts(
    office: Office, new_context: NewContext, axe_script: Path
) -> None:
    first = Sent(photos={"1.jpg": a_picture("red")})
    text = changed(("45 hội viên", "54 hội viên"), ("6 lồng", "8 lồng"))
    again = replace(
        first, text=text, title="Tập huấn nuôi cá lồng cho 54 hội viên", number=2, answers="<thu1@songmau.example>",
        photos={"1.jpg": a_picture("blue")},
    )  # fmt: skip
    (made,) = draft_bytes(office.database, office.blobs, first.raw(), office.site)
    draft_bytes(office.database, office.blobs, again.raw(), office.site)
    editor = Editor(office, new_context, axe_script)
    page = editor.page
    editor.open(made.id)
    expect(page.get_by_role("heading", name="Bản mới của đơn vị gửi: khác bản trước thế nào")).to_be_visible()
    difference = page.locator("#difference")
    expect(difference.locator("ins").filter(has_text="54").first).to_be_visible()
    expect(difference.locator("del").filter(has_text="45").first).to_be_visible()
    expect(difference.get_by_text("Thay ảnh 1.jpg bằng ảnh mới.")).to_be_visible()
    line = page.evaluate("getComputedStyle(document.querySelector('#difference del')).textDecorationLine")
    assert "line-through" in line
    editor.look("corrected")
    page.get_by_role("button", name="Giữ tiêu đề của bản trước").click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(first.title)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    expect(page.locator("#body_html")).to_have_value(re.compile("54 hội viên"))
