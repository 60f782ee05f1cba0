"""From an empty folder to the first article on the portal, in a browser: of the terminal only a code is read.

With TINBAI_PICTURES set to a folder, every page is photographed for the documents.
"""

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect
from sqlalchemy import create_engine

from publish.portals.reference.schema import create_schema
from tests.e2e.test_whole_way import PASSWORD, Visitor, until_shown, wait_for_port
from tests.ingest.letters_here import raw_letter
from tests.servers.browser import NewContext
from tests.servers.dovecot import Dovecot, MailAccount
from tests.servers.program import free_port
from tests.servers.smtp_sink import SmtpSink
from tinbai.config import load
from tinbai.demo.portal_page import create as portal_page

pytestmark = [pytest.mark.integration, pytest.mark.timeout(480)]
TINBAI = Path(sys.executable).with_name("tinbai")
SHIPPED = Path(__file__).parents[2] / "config.toml"
BY_HAND = """\
# Của quản trị máy chủ.
[web]
port = {port} # cổng 8080 đã có chương trình khác dùng
[timetable]
poll_seconds = 1
read_seconds = 1
publish_seconds = 1
outbox_seconds = 1
"""
TITLE = re.compile("Tập huấn kỹ thuật trồng nấm rơm")


@dataclass(frozen=True, kw_only=True)
class Fresh:
    """A fresh installation that runs: its folder, its address, and what stands on its terminal."""

    folder: Path
    address: str

    def code(self) -> str:
        """The newest code on the terminal; the door is open a moment before the first one."""
        for _ in range(600):
            if codes := re.findall(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", self.terminal()):
                return str(codes[-1])
            time.sleep(0.1)
        pytest.fail(f"no code on the terminal: {self.terminal()}")

    def terminal(self) -> str:
        return (self.folder / "terminal").read_text()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Fresh]:
    """`tinbai run` in a folder with the configuration as it is shipped, and two lines of an administrator's."""
    folder, port = tmp_path / "tinbai", free_port()
    folder.mkdir()
    (folder / "config.toml").write_text(SHIPPED.read_text())
    (folder / "config.local.toml").write_text(BY_HAND.format(port=port))
    with (folder / "terminal").open("wb") as terminal:
        command = [str(TINBAI), "run", "--config", str(folder / "config.toml")]
        process = subprocess.Popen(command, stdout=terminal, stderr=terminal, start_new_session=True)
    wait_for_port(port)
    yield Fresh(folder=folder, address=f"http://127.0.0.1:{port}/")
    process.terminate()
    assert process.wait(timeout=60) == 0, (folder / "terminal").read_text()


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[str]:
    """The portal, somebody else's: its database, its folder of pictures, and its page's address."""
    engine = create_engine(f"sqlite:///{tmp_path}/portal.db")
    create_schema(engine)
    engine.dispose()
    (tmp_path / "media").mkdir()
    port = free_port()
    app = portal_page(f"sqlite:///{tmp_path}/portal.db", tmp_path / "media")
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


def enter(somebody: Visitor, fresh: Fresh) -> None:
    page = somebody.page
    page.goto(fresh.address)
    expect(page.get_by_role("heading", name="Cài đặt lần đầu")).to_be_visible()
    assert page.locator("script:not([src^='/static/once.js?'])").count() == 0
    somebody.look("first-run-code")
    page.get_by_label("Mã cài đặt").fill("AAAA-AAAA")
    page.get_by_role("button", name="Bắt đầu").click()
    expect(page.get_by_role("alert")).to_contain_text("Mã không đúng")
    somebody.errors.clear()  # the browser notes each answer that is not 200
    page.get_by_label("Mã cài đặt").fill(fresh.code())
    page.get_by_role("button", name="Bắt đầu").click()


def name_the_site(somebody: Visitor) -> None:
    page = somebody.page
    expect(page.get_by_role("heading", name="Trang và chuyên mục")).to_be_visible()
    page.get_by_label("Tên trang").fill("Trang thông tin điện tử xã An Mẫu")
    page.get_by_label("Ký hiệu").fill("AM")
    somebody.look("first-run-site")
    page.get_by_role("button", name="Lưu và đi tiếp").click()


def connect_the_mailbox(somebody: Visitor, dovecot: Dovecot, account: MailAccount) -> None:
    """With a wrong password first: what is wrong stands there in words."""
    page = somebody.page
    page.get_by_label("Máy chủ", exact=True).fill("localhost")
    page.get_by_label("Cổng (không bắt buộc)").fill(str(dovecot.tls_port))
    page.get_by_label("Tên đăng nhập").fill(account.user)
    page.get_by_label("Mật khẩu").fill("sai-mat-khau")
    page.get_by_label("Chứng thư gốc").fill(str(dovecot.ca_file))
    somebody.look("first-run-mailbox")
    page.get_by_role("button", name="Thử kết nối và đi tiếp").click()
    expect(page.get_by_role("alert")).to_contain_text("Máy chủ từ chối đăng nhập")
    somebody.errors.clear()
    somebody.look("first-run-mailbox-refused")
    page.get_by_label("Mật khẩu").fill(account.password)
    page.get_by_role("button", name="Thử kết nối và đi tiếp").click()
    expect(page.get_by_role("status")).to_contain_text("Đăng nhập được, thư mục INBOX có 1 thư")


def connect_the_portal(somebody: Visitor, folder: Path) -> None:
    page = somebody.page
    page.get_by_label("Cơ sở dữ liệu", exact=True).select_option("sqlite")
    page.get_by_label("Tên cơ sở dữ liệu").fill(f"{folder}/portal.db")
    page.get_by_label("Thư mục ảnh", exact=True).fill(f"{folder}/khong-co")
    somebody.look("first-run-portal")
    page.get_by_role("button", name="Thử kết nối và đi tiếp").click()
    expect(page.get_by_role("alert")).to_contain_text("Không ghi được vào thư mục ảnh")
    somebody.errors.clear()
    somebody.look("first-run-portal-refused")
    page.get_by_label("Thư mục ảnh", exact=True).fill(f"{folder}/media")
    page.get_by_role("button", name="Thử kết nối và đi tiếp").click()


def send_a_letter(somebody: Visitor, sink: SmtpSink) -> None:
    page = somebody.page
    page.get_by_label("Máy chủ", exact=True).fill(sink.host)
    page.get_by_label("Bảo mật kết nối").select_option("plain")
    page.get_by_label("Cổng (không bắt buộc)").fill(str(sink.port))
    page.get_by_label("Tên đăng nhập").fill("")
    page.get_by_label("Địa chỉ gửi đi").fill("bbt.anmau@songmau.example")
    page.get_by_label("Chứng thư gốc").fill("")
    page.get_by_label("Gửi thư thử tới").fill("quantri@songmau.example")
    somebody.look("first-run-mail")
    page.get_by_role("button", name="Gửi thư thử và đi tiếp").click()
    expect(page.get_by_role("status")).to_contain_text("gửi tới quantri@songmau.example")
    assert [letter.recipients for letter in sink.letters] == [["quantri@songmau.example"]]


def come_in(somebody: Visitor) -> None:
    """The first user; and at once the site, without a word on the terminal."""
    page = somebody.page
    page.get_by_label("Họ và tên").fill("Phạm Thị Minh Họa")
    page.get_by_label("Chức vụ").fill("Trưởng Ban biên tập")
    page.get_by_label("Tên đăng nhập").fill("minh.hoa")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_label("Nhập lại mật khẩu").fill(PASSWORD)
    page.get_by_label("Người này cũng là Trưởng Ban biên tập").check()
    somebody.look("first-run-administrator")
    page.get_by_role("button", name="Hoàn tất cài đặt").click()
    expect(page.get_by_role("heading", name="Đã cài đặt xong")).to_be_visible()
    page.get_by_role("link", name="Tới trang đăng nhập").click()
    page.get_by_label("Tên đăng nhập").fill("minh.hoa")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("link", name="Phạm Thị Minh Họa")).to_be_visible()


def let_the_sender_in(page: Page, site: str) -> None:
    """Nobody is in the register yet: the first letter waits for somebody who knows its sender."""
    page.goto(f"{site}messages")
    letter = page.get_by_role("link", name=TITLE)
    until_shown(page, letter)
    letter.first.click()
    page.get_by_role("link", name="Xác nhận người gửi").click()
    page.get_by_role("button", name="Nhận", exact=True).click()


def publish(page: Page, site: str) -> None:
    page.goto(site)
    article = page.get_by_role("link", name=TITLE)
    until_shown(page, article)
    article.first.click()
    pane = page.locator("#reading")
    expect(pane).to_contain_text("Kinh tế")  # proposed by what the text says: nobody wrote a list of words
    pane.get_by_role("button", name="Trình duyệt").first.click()
    pane.get_by_role("button", name="Duyệt đăng").first.click()


def test_from_an_empty_folder_to_the_first_article_on_the_portal(
    fresh: Fresh, portal: str, tmp_path: Path, dovecot: Dovecot, smtp_sink: SmtpSink, new_context: NewContext,
    axe_script: Path,
) -> None:  # fmt: skip
    account = dovecot.add_user()
    dovecot.append(account, raw_letter("01"))
    somebody = Visitor(new_context().new_page(), fresh.address, axe_script.read_text(encoding="utf-8"))
    enter(somebody, fresh)
    name_the_site(somebody)
    connect_the_mailbox(somebody, dovecot, account)
    connect_the_portal(somebody, tmp_path)
    send_a_letter(somebody, smtp_sink)
    come_in(somebody)
    let_the_sender_in(somebody.page, fresh.address)
    publish(somebody.page, fresh.address)
    reader = new_context().new_page()
    reader.goto(portal)
    until_shown(reader, reader.get_by_role("link", name=TITLE))
    is_over(somebody.page, fresh)


def is_over(page: Page, fresh: Fresh) -> None:
    """The wizard is gone, what stood in the configuration is not, and no password stands in it."""
    assert page.request.get(f"{fresh.address}first-run").status == 404
    text = (fresh.folder / "config.local.toml").read_text()
    assert "# cổng 8080 đã có chương trình khác dùng" in text
    assert "mat-khau" not in text
    assert [site.key for site in load(fresh.folder / "config.toml").sites] == ["xa-an-mau"]
    assert sorted(each.name for each in fresh.folder.iterdir()) == [
        "config.local.toml", "config.toml", "secrets", "terminal", "var",
    ]  # fmt: skip


def test_a_wizard_that_is_left_ends_well_and_nothing_of_it_stays(fresh: Fresh) -> None:
    """The fixture stops it, and asks for its exit status."""
    assert len(fresh.code()) == 19
    assert sorted(each.name for each in fresh.folder.iterdir()) == ["config.local.toml", "config.toml", "terminal"]
