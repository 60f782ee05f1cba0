"""Names offered after an @ in a remark: by keyboard, by hand, never while an input method composes."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.board_office import BoardOffice, Member, board
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext
from tinbai.people import RoleName

__all__ = ["blobs", "board", "database", "migrated_file"]
pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]


@pytest.fixture
def editor(board: BoardOffice, new_context: NewContext, axe_script: Path) -> Member:
    """An editor about to write a remark; two others are of the board."""
    board.user("Phạm Thị Minh Họa", RoleName.HEAD)
    board.user("Đỗ Văn Phạm", RoleName.APPROVER)
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.EDITOR))
    editor.open(f"/articles/{board.article()}")
    editor.page.get_by_text("Nêu ý kiến", exact=True).click()
    return editor


def field(page: Page) -> Locator:
    return page.get_by_label("Ý kiến của bạn")


def names(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Báo cho").get_by_role("option")


def test_a_name_is_found_without_marks_and_taken_by_the_keyboard(editor: Member) -> None:
    page = editor.page
    field(page).press_sequentially("Nhờ @pham")
    expect(names(page)).to_have_count(2)
    expect(names(page).first).to_have_attribute("aria-selected", "true")
    editor.look("mentions")
    field(page).press("ArrowDown")
    first_id = names(page).nth(1).get_attribute("id")
    expect(field(page)).to_have_attribute("aria-activedescendant", first_id or "-")
    field(page).press("ArrowUp")
    taken = names(page).first.inner_text()
    field(page).press("Enter")
    expect(names(page)).to_have_count(0)
    name = "Phạm Thị Minh Họa" if taken.startswith("Phạm") else "Đỗ Văn Phạm"
    expect(field(page)).to_have_value(f"Nhờ @{name} ")
    expect(page.get_by_role("checkbox", name=name)).to_be_checked()
    expect(field(page)).to_be_focused()
    field(page).press("Enter")
    expect(field(page)).to_have_value(f"Nhờ @{name} \n")


def test_a_name_is_taken_by_hand_and_escape_leaves_the_words_alone(editor: Member) -> None:
    page = editor.page
    field(page).press_sequentially("@do")
    names(page).first.click()
    expect(field(page)).to_have_value("@Đỗ Văn Phạm ")
    expect(field(page)).to_be_focused()
    field(page).press_sequentially("và @pha")
    field(page).press("Escape")
    expect(names(page)).to_have_count(0)
    field(page).press("Enter")
    expect(field(page)).to_have_value("@Đỗ Văn Phạm và @pha\n")


def test_an_address_and_a_name_that_nobody_has_offer_nothing(editor: Member) -> None:
    page = editor.page
    for words in ("gửi hnd@songmau.example", "\n@khong ai ten the"):
        field(page).press_sequentially(words)
        expect(names(page)).to_have_count(0)


def test_while_an_input_method_composes_nothing_is_offered_or_taken(editor: Member) -> None:
    page = editor.page
    field(page).press_sequentially("@")
    expect(names(page)).to_have_count(2)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "pham", "selectionStart": 4, "selectionEnd": 4})
    page.keyboard.press("ArrowDown")
    expect(names(page).first).to_have_attribute("aria-selected", "true")
    keyboard.send("Input.insertText", {"text": "phạm"})
    expect(field(page)).to_have_value("@phạm")
    expect(names(page)).to_have_count(2)
