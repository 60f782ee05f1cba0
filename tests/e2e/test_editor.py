"""The editor in a browser: pasting from Word, tables, links, find and replace, photos in the text, and UniKey."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.clipboards import DECOMPOSED, GOOGLE_CLEAN, GOOGLE_DOCS, WORD, WORD_CLEAN, WORD_LIST
from tests.e2e.desk import Desk, Person, desk
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext

__all__ = ["blobs", "database", "desk", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
_PASTE = """([html, text]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", text);
  const surface = document.querySelector(".ProseMirror");
  surface.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def lan(desk: Desk, new_context: NewContext, axe_script: Path) -> Person:
    return Person(desk, new_context, axe_script)


def text_of(page: Page) -> str:
    """The body in the form, without what the editor measures of tables."""
    html = str(page.locator("#body_html").input_value())
    return re.sub(r'<colgroup>.*?</colgroup>|(?<=<table) style="[^"]*"', "", html)


def write_over(page: Page) -> None:
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+a")


def paste(page: Page, html: str) -> None:
    page.evaluate(_PASTE, [html, "x"])


def saved_body(desk: Desk, person: Person, article_id: int) -> str:
    person.page.get_by_role("button", name="Lưu", exact=True).click()
    expect(person.page.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    revision = desk.read(article_id).revision
    assert revision is not None
    return revision.body_html


@pytest.mark.parametrize(
    ("pasted", "clean"), [(WORD, WORD_CLEAN), (GOOGLE_DOCS, GOOGLE_CLEAN), (DECOMPOSED, "<p>Hà Nội</p>")]
)
def test_what_is_pasted_becomes_clean_blocks(desk: Desk, lan: Person, pasted: str, clean: str) -> None:
    article_id = desk.article("<p>x</p>")
    page = lan.open(article_id)
    lan.to_the_text()
    write_over(page)
    paste(page, pasted)
    assert text_of(page) == clean
    assert lan.errors == []
    if "file:" in pasted:
        expect(page.get_by_text("Ảnh trong đoạn dán không vào được.")).to_be_visible()
        body = saved_body(desk, lan, article_id)  # and the server finds nothing more to take away
        assert "Mso" not in body
        assert WORD_LIST in body


def test_the_bundle_comes_only_when_somebody_comes_to_the_text(desk: Desk, lan: Person) -> None:
    loaded: list[str] = []
    lan.page.on("request", lambda request: loaded.append(request.url))
    page = lan.open(desk.article(photos=2))
    page.wait_for_load_state("networkidle")
    assert not any("vendor/editor.js" in url for url in loaded)
    expect(page.locator("[data-preview]")).to_contain_text("Đoạn một về lớp tập huấn.")
    lan.to_the_text()
    assert any("vendor/editor.js" in url for url in loaded)


def test_tables_are_made_merged_and_split_by_keyboard(desk: Desk, lan: Person) -> None:
    article_id = desk.article("<p>x</p>")
    page = lan.open(article_id)
    lan.to_the_text()
    write_over(page)
    page.get_by_role("button", name="Chèn bảng 3 × 3").click()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("button", name="Gộp ô").click()
    assert 'colspan="2"' in text_of(page) or 'colspan="3"' in text_of(page)
    page.get_by_role("button", name="Tách ô").click()
    assert 'colspan="2"' not in text_of(page)
    assert text_of(page).count("<tr>") == 3
    page.locator(".ProseMirror th").first.click()
    for words in ("Đầu", "Hai", "Ba"):  # a header without words is a mistake that the page would be told of
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    lan.look("editor-table")


def test_headings_quotes_links_and_clearing(desk: Desk, lan: Person) -> None:
    article_id = desk.article("<p>Một</p><p>Hai</p>")
    page = lan.open(article_id)
    lan.to_the_text()
    page.locator(".ProseMirror p").first.click()
    page.get_by_role("button", name="Đề mục nhỏ").click()
    assert text_of(page).startswith("<h3>Một</h3>")
    page.locator(".ProseMirror p").first.click()
    page.get_by_role("button", name="Trích dẫn").click()
    assert "<blockquote><p>Hai</p></blockquote>" in text_of(page)
    page.keyboard.press("Control+a")
    page.get_by_role("button", name="Liên kết").click()
    page.get_by_label("Địa chỉ liên kết").fill("javascript:alert(1)")
    page.get_by_role("button", name="Gắn", exact=True).click()
    expect(page.get_by_text("Địa chỉ phải bắt đầu bằng https://")).to_be_visible()
    page.get_by_label("Địa chỉ liên kết").fill("https://cong.example/")
    page.get_by_role("button", name="Gắn", exact=True).click()
    assert 'href="https://cong.example/"' in text_of(page)
    page.keyboard.press("Control+a")
    page.get_by_role("button", name="Xóa định dạng").click()
    assert text_of(page) == "<p>Một</p><p>Hai</p>"
    page.keyboard.press("Control+z")
    assert "https://cong.example/" in text_of(page)


def test_words_are_found_with_and_without_marks_and_replaced_in_one_step(desk: Desk, lan: Person) -> None:
    article_id = desk.article("<p>Đảng bộ và đảng bộ, dang bo.</p><p>Đảng <strong>bộ</strong> xã</p>")
    page = lan.open(article_id)
    lan.to_the_text()
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+f")
    page.get_by_label("Tìm", exact=True).fill("dang bo")
    expect(page.get_by_text("Chỗ 1 trong 4")).to_be_visible()
    page.get_by_label("Phân biệt dấu").check()
    expect(page.get_by_text("Chỗ 1 trong 1")).to_be_visible()
    page.get_by_label("Tìm", exact=True).fill("Đảng bộ")
    expect(page.get_by_text("Chỗ 1 trong 3")).to_be_visible()
    page.get_by_label("Phân biệt chữ hoa").check()
    expect(page.get_by_text("Chỗ 1 trong 2")).to_be_visible()
    page.get_by_label("Thay bằng").fill("Chi bộ")
    page.get_by_role("button", name="Thay tất cả").click()
    expect(page.get_by_text("Đã thay 2 chỗ.")).to_be_visible()
    assert text_of(page) == "<p>Chi bộ và đảng bộ, dang bo.</p><p>Chi bộ xã</p>"
    lan.look("editor-search")
    page.get_by_role("button", name="Đóng", exact=True).click()
    page.keyboard.press("Control+z")
    assert text_of(page).startswith("<p>Đảng bộ và")


def test_words_are_counted(desk: Desk, lan: Person) -> None:
    page = lan.open(desk.article("<p>Một hai ba, bốn.</p>"))
    lan.to_the_text()
    expect(page.locator(".editor-count")).to_have_text("4 chữ")
    page.locator(".ProseMirror").click()
    page.keyboard.press("End")
    page.keyboard.type(" năm")
    expect(page.locator(".editor-count")).to_have_text("5 chữ")


def test_a_composition_is_not_cut_by_anything(desk: Desk, lan: Person) -> None:
    """As an input method composes: nothing is sent and no key is acted on until the word is whole."""
    article_id = desk.article("<p>Tin</p>")
    page = lan.open(article_id)
    lan.to_the_text()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/drafts") else None)
    page.locator(".ProseMirror").click()
    page.keyboard.press("End")
    client = page.context.new_cdp_session(page)
    for so_far in (" tie", " tiê", " tiếng"):
        client.send(
            "Input.imeSetComposition", {"text": so_far, "selectionStart": len(so_far), "selectionEnd": len(so_far)}
        )
        page.wait_for_timeout(900)
    page.wait_for_timeout(1500)
    assert sent == []
    assert page.evaluate("document.querySelector('.ProseMirror').textContent") == "Tin tiếng"
    client.send("Input.insertText", {"text": " tiếng"})
    expect(page.locator("[data-save-state]")).to_contain_text("Đã lưu nháp lúc")
    assert text_of(page) == "<p>Tin tiếng</p>"
    assert len(sent) == 1


def test_unikey_takes_letters_back_and_puts_others_in(desk: Desk, lan: Person) -> None:
    """UniKey sends Backspace and new letters, as fast as keys can be pressed."""
    page = lan.open(desk.article("<p>x</p>"))
    lan.to_the_text()
    write_over(page)
    for typed, back, put in (
        ("Tie", 1, "ê"),
        ("n", 0, ""),
        ("g", 0, ""),
        ("", 3, "ếng"),
        (" Vie", 1, "ê"),
        ("t", 2, "ệt"),
    ):
        page.keyboard.type(typed)
        for _ in range(back):
            page.keyboard.press("Backspace")
        page.keyboard.insert_text(put)
    assert text_of(page) == "<p>Tiếng Việt</p>"


def test_photos_stand_in_the_text_and_move_with_it(desk: Desk, lan: Person) -> None:
    article_id = desk.article(photos=1, tray=2)
    page = lan.open(article_id)
    lan.to_the_text()
    figures = page.locator(".ProseMirror figure")
    expect(figures).to_have_count(1)
    lan.look("editor-photos")
    page.locator(".ProseMirror p").first.click()
    page.keyboard.press("Home")
    page.keyboard.type("Đoạn mới ở đầu")
    page.keyboard.press("Enter")
    page.get_by_label("Chú thích ảnh 1.jpg").fill("Hội viên tham quan.")
    page.locator(".ProseMirror p").last.click()
    page.get_by_role("button", name="Đặt ảnh 2.jpg vào bài").click()
    expect(figures).to_have_count(2)
    page.get_by_role("button", name="Đưa ảnh 2.jpg lên").first.click()
    body = saved_body(desk, lan, article_id)
    assert body.startswith("<p>Đoạn mới ở đầu</p><p>Đoạn một")
    revision = desk.read(article_id).revision
    assert revision is not None
    assert [(each.filename, each.place, each.caption) for each in revision.photos] == [
        ("1.jpg", 1, "Hội viên tham quan."), ("2.jpg", 2, ""),
    ]  # fmt: skip


def test_a_photo_goes_back_to_the_tray_and_undo_brings_it_again(desk: Desk, lan: Person) -> None:
    page = lan.open(desk.article(photos=1))
    lan.to_the_text()
    page.get_by_role("button", name="Đưa về khay: ảnh 1.jpg").click()
    expect(page.locator(".ProseMirror figure")).to_have_count(0)
    expect(page.get_by_label("Vị trí")).to_have_value("tray")
    expect(page.get_by_role("button", name="Đặt ảnh 1.jpg vào bài")).to_be_visible()
    page.locator(".ProseMirror").focus()
    page.keyboard.press("Control+z")
    expect(page.locator(".ProseMirror figure")).to_have_count(1)
    expect(page.get_by_label("Vị trí")).to_have_value("0")


def test_a_photo_is_dragged_from_the_tray_into_the_text(desk: Desk, lan: Person) -> None:
    page = lan.open(desk.article(tray=1))
    lan.to_the_text()
    page.get_by_role("button", name="Đặt ảnh 1.jpg vào bài").drag_to(page.locator(".ProseMirror p").nth(1))
    expect(page.locator(".ProseMirror figure")).to_have_count(1)
    expect(page.get_by_label("Vị trí")).to_have_value(re.compile("^[01]$"))


def test_a_photo_is_turned_and_cut_by_keyboard(desk: Desk, lan: Person) -> None:
    article_id = desk.article(photos=1)
    page = lan.open(article_id)
    lan.to_the_text()
    page.get_by_role("button", name="Cắt, xoay ảnh 1.jpg").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Xoay phải").click()
    dialog.get_by_role("button", name="Góc trên bên trái").focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_text("Giữ lại 99 % bề ngang, 70 % bề cao.")).to_be_visible()
    lan.look("photo-dialog")
    dialog.get_by_role("button", name="Xong").click()
    expect(page.locator(".ProseMirror figure img")).to_have_attribute("src", re.compile("edit=90%3A1%2C30%2C0%2C0"))
    page.get_by_label("Ảnh đại diện của bài").check()
    saved_body(desk, lan, article_id)
    revision = desk.read(article_id).revision
    assert revision is not None
    assert (revision.photos[0].edit, revision.photos[0].cover) == ("90:1,30,0,0", True)
    lan.to_the_text()
    expect(page.locator(".ProseMirror figure img")).to_have_js_property("complete", value=True)
    assert page.locator(".ProseMirror figure img").evaluate("image => image.naturalWidth") > 100


FINDING = {
    "check": "sum", "severity": "warn", "where": {"field": "body", "block": 1, "start": 12, "end": 14},
    "message": "30 nữ và 15 nam là 45 người.", "repairs": ["31"],
}  # fmt: skip


def test_a_finding_is_marked_at_its_words_and_repaired_with_one_click(desk: Desk, lan: Person) -> None:
    page = lan.open(desk.article(photos=1, findings=[FINDING]))
    lan.to_the_text()
    expect(page.locator(".finding-mark-warn")).to_have_text("30")
    assert "finding" not in text_of(page)
    page.get_by_role("link", name="Nội dung: xem trong bài").click()
    assert page.evaluate("getSelection().toString()") == "30"
    lan.look("findings")
    page.get_by_role("button", name="Sửa thành: 31").click()
    expect(page.locator("#body_html")).to_have_value(re.compile("có 31 nữ"))
    lan.to_the_text()
    expect(page.locator(".ProseMirror")).to_contain_text("có 31 nữ")


def test_attachments_are_looked_at_without_leaving_the_page(desk: Desk, lan: Person) -> None:
    page = lan.open(desk.article(tray=1))
    page.get_by_role("link", name="Xem 1.jpg").click()
    picture = page.locator(".files .preview img")
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth") > 300
    lan.look("preview-photo")
    page.get_by_role("link", name="Xem 1.jpg").click()
    expect(page.locator(".files .preview")).to_have_count(0)
