"""People in a browser: invited, a password set, a second factor, roles, sessions, the log; also without scripts.

With TINBAI_PICTURES set to a folder, the pages are photographed for the documents.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Page, expect

from review.accounts import add_user
from tests.attacks.serving import served
from tests.e2e.looking import look
from tests.review.conftest import config, office
from tests.review.office import Office
from tests.review.test_lists import InProcess
from tests.review.test_users import PASSWORD, letters, link_in, with_mail
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext
from tinbai.clock import now
from tinbai.outbox import LetterKind
from tinbai.people import RoleName
from tinbai.site import Site

__all__ = ["blobs", "config", "database", "migrated_file", "office"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
ROWS = (
    "Họ và tên;Chức danh;Từ ngày;Đến ngày\nTrần Thị Mẫu;Chủ tịch UBND xã;01/07/2025;30/09/2026\n"
    "Đỗ Thị Gương;Phó Bí thư;1.7.2025;\nLê Văn Thử;;;"
).encode()


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The running site, with an administrator; its clock is the world's, as the telephone's is."""
    with_mail(office)
    office.clock.now = now()
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(
            session, "quan.tri", "Lê Văn Quản", PASSWORD, [RoleName.ADMIN], site=site, at=now(),
            title="Chuyên viên Văn phòng", email="quan.tri@songmau.example",
        )  # fmt: skip
    with served(office.app) as running:
        yield running.rstrip("/")


class Person:
    """Somebody with a browser of his own, who looks at every page as on a desk and as on a telephone."""

    def __init__(self, address: str, new_context: NewContext, axe: Path, *, scripts: bool) -> None:
        self.page: Page = new_context(java_script_enabled=scripts).new_page()
        self.address = address
        self._axe = axe.read_text(encoding="utf-8") if scripts else None

    def log_in(self, username: str) -> None:
        self.page.goto(f"{self.address}/login")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(PASSWORD)
        self.page.get_by_role("button", name="Đăng nhập").click()

    def look(self, name: str) -> None:
        """No accessibility violation, nothing wider than the screen; a picture of each."""
        if self._axe is not None:
            look(self.page, self._axe, name)


@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_is_invited_sets_a_password_and_a_second_factor_and_logs_in_with_it(
    office: Office, address: str, new_context: NewContext, axe_script: Path, scripts: bool
) -> None:
    admin = Person(address, new_context, axe_script, scripts=scripts)
    invited = Person(address, new_context, axe_script, scripts=scripts)
    invites(admin)
    sets_a_password(invited, link_in(letters(office, LetterKind.INVITATION)[-1].text))
    comes_in_by_a_code(invited, sets_up_a_second_factor(invited, office))
    is_shut_out(admin, invited)
    reads_the_log(admin)


def invites(admin: Person) -> None:
    admin.log_in("quan.tri")
    admin.page.get_by_role("link", name="Quản trị").click()
    admin.page.get_by_role("link", name="Mời người dùng").click()
    admin.look("user-new")
    admin.page.get_by_label("Họ và tên").fill("Trần Thị Mới")
    admin.page.get_by_label("Chức vụ").fill("Công chức Văn hóa – Xã hội")
    admin.page.get_by_label("Tên đăng nhập").fill("tran.moi")
    admin.page.get_by_label("Địa chỉ thư").fill("tran.moi@songmau.example")
    admin.page.locator("#role-editor").check()
    admin.page.get_by_text("Chỉ một số chuyên mục: Duyệt").click()
    admin.page.locator("#role-approver-kinh-te").check()
    admin.page.get_by_role("button", name="Gửi thư mời").click()
    expect(admin.page.get_by_role("status")).to_contain_text("Thư mời sẽ được gửi")
    admin.look("user")


def sets_a_password(invited: Person, path: str) -> None:
    invited.page.goto(invited.address + path)
    invited.look("password-new")
    invited.page.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    invited.page.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    invited.page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(invited.page.get_by_role("status")).to_contain_text("Đã đặt mật khẩu")
    invited.look("login-invited")
    invited.log_in("tran.moi")
    invited.page.get_by_role("link", name="Trần Thị Mới").click()
    expect(invited.page.get_by_text("Phiên này")).to_be_visible()
    invited.look("account")


def sets_up_a_second_factor(invited: Person, office: Office) -> str:
    """Returns a recovery code."""
    invited.page.get_by_role("link", name="Bật xác thực hai bước").click()
    invited.look("second-factor-off")
    invited.page.get_by_label("Mật khẩu hiện tại").fill(PASSWORD)
    invited.page.get_by_role("button", name="Bắt đầu cài đặt").click()
    secret = invited.page.locator("code.secret").inner_text()
    expect(invited.page.get_by_role("img", name="Mã QR")).to_be_visible()
    invited.look("second-factor-setup")
    office.clock.now = now()
    invited.page.get_by_label("Mã 6 số").fill(pyotp.TOTP(secret).at(int(office.clock().timestamp())))
    invited.page.get_by_role("button", name="Bật xác thực hai bước").click()
    code = invited.page.locator(".recovery code").first.inner_text()
    assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){2}", code)
    invited.look("second-factor-codes")
    invited.page.get_by_role("link", name="Tôi đã cất các mã").click()
    expect(invited.page.get_by_text("Còn 10 mã dự phòng")).to_be_visible()
    invited.look("second-factor-on")
    return code


def comes_in_by_a_code(invited: Person, code: str) -> None:
    invited.page.get_by_role("button", name="Đăng xuất").click()
    invited.log_in("tran.moi")
    expect(invited.page.get_by_role("heading", name="Nhập mã xác thực")).to_be_visible()
    invited.look("login-code")
    invited.page.get_by_label("Mã 6 số trên ứng dụng xác thực").fill(code)
    invited.page.get_by_role("button", name="Tiếp tục").click()
    expect(invited.page.get_by_role("link", name="Trần Thị Mới")).to_be_visible()


def is_shut_out(admin: Person, invited: Person) -> None:
    admin.page.goto(f"{admin.address}/users")
    expect(admin.page.get_by_text("Biên tập, Duyệt: Kinh tế")).to_be_visible()
    admin.look("users")
    admin.page.get_by_role("link", name="Trần Thị Mới").click()
    admin.page.get_by_role("button", name="Khóa tài khoản").click()
    expect(admin.page.get_by_role("status")).to_contain_text("Đã khóa")
    admin.look("user-locked")
    invited.page.goto(invited.address)
    expect(invited.page.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def reads_the_log(admin: Person) -> None:
    admin.page.get_by_role("link", name="Người dùng").first.click()
    admin.page.get_by_role("link", name="Nhật ký").click()
    expect(admin.page.get_by_text("khóa tài khoản").last).to_be_visible()
    admin.look("audit")
    with admin.page.expect_download() as download:
        admin.page.get_by_role("link", name="Xuất tệp Excel").click()
    assert download.value.suggested_filename.startswith("nhat-ky-an-mau-")


@pytest.mark.parametrize("scripts", [True, False])
def test_columns_units_and_texts_are_kept_and_a_forgotten_password_is_set_anew(
    office: Office, address: str, new_context: NewContext, axe_script: Path, scripts: bool
) -> None:
    admin = Person(address, new_context, axe_script, scripts=scripts)
    admin.page.goto(f"{address}/login")
    admin.look("login-page")
    admin.page.get_by_role("link", name="Quên mật khẩu").click()
    admin.look("forgotten")
    admin.page.get_by_label("Tên đăng nhập hoặc địa chỉ thư").fill("quan.tri@songmau.example")
    admin.page.get_by_role("button", name="Gửi đường dẫn").click()
    expect(admin.page.get_by_role("status")).to_contain_text("Nếu có tài khoản như vậy")
    admin.look("forgotten-asked")
    path = link_in(letters(office, LetterKind.RESET)[-1].text)
    admin.page.goto(address + path)
    admin.page.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    admin.page.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    admin.page.get_by_role("button", name="Đặt mật khẩu").click()
    admin.page.goto(address + path)
    expect(admin.page.get_by_role("heading", name="Đường dẫn không còn dùng được")).to_be_visible()
    admin.look("link-over")
    admin.log_in("quan.tri")
    admin.page.get_by_role("link", name="Quản trị").click()
    admin.page.get_by_role("link", name="Chuyên mục").click()
    admin.page.get_by_text("Thêm chuyên mục").click()
    admin.page.locator("#column-new-name").fill("Nông thôn mới")
    admin.look("columns")
    admin.page.get_by_role("button", name="Thêm", exact=True).click()
    expect(admin.page.get_by_role("status")).to_contain_text("Đã lưu chuyên mục")
    expect(admin.page.get_by_text("Nông thôn mới")).to_be_visible()
    admin.page.get_by_role("link", name="Đơn vị").click()
    admin.page.get_by_text("Thêm đơn vị").click()
    admin.page.locator("#unit-new-name").fill("Trạm Y tế xã")
    admin.look("units")
    admin.page.get_by_role("button", name="Thêm", exact=True).click()
    expect(admin.page.get_by_text("Trạm Y tế xã")).to_be_visible()
    admin.page.get_by_role("link", name="Lời trong thư").click()
    admin.page.get_by_label("Lời thêm trong thư xác nhận đã nhận").fill("Điện thoại Ban biên tập: 0123 456.")
    admin.look("texts")
    admin.page.get_by_role("button", name="Lưu").click()
    expect(admin.page.get_by_role("status")).to_contain_text("Đã lưu lời trong thư")
    office.app.state.desk = replace(office.app.state.desk, sheets=InProcess())
    keeps_lists(admin)
    sets_a_check(admin)


def keeps_lists(admin: Person) -> None:
    admin.page.get_by_role("link", name="Danh sách kiểm tra").click()
    admin.page.locator("summary", has_text="Thêm mục").click()
    admin.page.get_by_label("Họ và tên").fill("Trần Thị Mẫu")
    admin.page.get_by_label("Chức danh").fill("Chủ tịch UBND xã")
    admin.page.get_by_label("Từ ngày").fill("2025-07-01")
    admin.page.get_by_role("button", name="Lưu").click()
    expect(admin.page.get_by_role("status")).to_contain_text("Lần kiểm tra tới")
    admin.page.locator("summary", has_text="Nhập từ tệp").click()
    admin.look("lists")
    admin.page.get_by_label("Tệp Excel").set_input_files({"name": "ds.csv", "mimeType": "text/csv", "buffer": ROWS})
    admin.page.get_by_role("button", name="Xem trước").click()
    expect(admin.page.get_by_text("Không nhận: 1")).to_be_visible()
    admin.look("list-preview")
    admin.page.get_by_role("button", name="Nhận vào danh sách").click()
    expect(admin.page.get_by_text("Đỗ Thị Gương").first).to_be_visible()


def sets_a_check(admin: Person) -> None:
    admin.page.get_by_role("link", name="Các kiểm tra").click()
    admin.look("checks")
    admin.page.get_by_role("link", name="Tiêu đề quá dài").click()
    admin.page.get_by_label("Bật hay tắt").select_option("0")
    admin.page.get_by_role("button", name="Lưu").click()
    expect(admin.page.get_by_role("status")).to_contain_text("Đã lưu")
    admin.look("check")
    admin.page.goto(f"{admin.address}/settings/checks/secrecy_mark")
    expect(admin.page.get_by_text("không tắt và không giảm mức được")).to_be_visible()
