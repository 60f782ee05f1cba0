"""The wizard's pages for everybody: light and dark, on a desk and a telephone, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from review.first_run.trials import Tried
from tests.attacks.serving import served
from tests.e2e.looking import look
from tests.review.wizard import MAIL, MAILBOX, PASSWORD, PORTAL, STEPS, Wizard, an_empty_folder
from tests.servers.browser import PHONE, NewContext

pytestmark = [pytest.mark.integration, pytest.mark.timeout(180)]


@pytest.fixture
def wizard(tmp_path: Path, migrated_file: Path) -> Wizard:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    return wizard


@pytest.fixture
def address(wizard: Wizard) -> Iterator[str]:
    with served(wizard.app) as running:
        yield running.rstrip("/")


def enter(wizard: Wizard, page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Mã cài đặt").fill(wizard.codes[-1])
    page.get_by_role("button", name="Bắt đầu").click()


@pytest.mark.hard
def test_every_page_is_for_everybody_in_the_light_and_in_the_dark(
    wizard: Wizard, address: str, new_context: NewContext, axe_script: Path
) -> None:
    page, axe = new_context().new_page(), axe_script.read_text(encoding="utf-8")
    page.goto(address)
    look(page, axe, "code")
    here = wizard.inside()
    here.answer("site", "mailbox", "portal", "mail")
    enter(wizard, page, address)
    for step in STEPS:
        page.goto(f"{address}/first-run/{step}")
        look(page, axe, step)
    wizard.answer = [
        Tried(ok=True, words="Kết nối được"),
        Tried(ok=False, words="Cần quyền INSERT trên portal_article"),
    ]
    page.goto(f"{address}/first-run/portal")
    page.get_by_role("button", name="Thử kết nối và đi tiếp").click()
    expect(page.get_by_role("alert")).to_contain_text("cấp đúng quyền này")
    look(page, axe, "portal refused")
    page.goto(f"{address}/first-run/administrator")
    fill(page, STEPS["administrator"] | {"again": "khac-mat-khau"})
    page.get_by_role("button", name="Hoàn tất cài đặt").click()
    expect(page.get_by_label("Nhập lại mật khẩu")).to_have_attribute("aria-describedby", "problem ")
    look(page, axe, "passwords differ")
    page.goto(f"{address}/first-run/khong-co")
    look(page, axe, "not found")


def fill(page: Page, values: dict[str, str]) -> None:
    """Every field by its name, as a browser without scripts has them."""
    for name, value in values.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("field => field.localName") == "select":
            field.select_option(value)
        elif field.get_attribute("type") == "checkbox":
            field.set_checked(bool(value))
        else:
            field.fill(value)


def test_without_scripts_and_on_a_telephone_everything_is_set_up(
    wizard: Wizard, address: str, new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    enter(wizard, page, address)
    for values, button in (
        (STEPS["site"], "Lưu và đi tiếp"), (MAILBOX, "Thử kết nối và đi tiếp"), (PORTAL, "Thử kết nối và đi tiếp"),
        (MAIL, "Gửi thư thử và đi tiếp"), (STEPS["administrator"], "Hoàn tất cài đặt"),
    ):  # fmt: skip
        fill(page, values)
        page.get_by_role("button", name=button).click()
    expect(page.get_by_role("heading", name="Đã cài đặt xong")).to_be_visible()
    assert wizard.ended == 1
    assert PASSWORD not in (wizard.folder / "config.local.toml").read_text()
