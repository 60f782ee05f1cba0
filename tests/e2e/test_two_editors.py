"""Two browsers at one article, a network that goes away, and a second tab: nothing that was written is lost."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.desk import Desk, Person, desk
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import PHONE, NewContext
from tinbai.at_article import ArticleDraft
from tinbai.event import Event

__all__ = ["blobs", "database", "desk", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
KEPT = re.compile(r"Đã lưu nháp lúc \d{1,2}:\d\d")


@pytest.fixture
def lan(desk: Desk, new_context: NewContext, axe_script: Path) -> Person:
    return Person(desk, new_context, axe_script, "Bà Lan")


@pytest.fixture
def minh(desk: Desk, new_context: NewContext, axe_script: Path) -> Person:
    return Person(desk, new_context, axe_script, "Ông Minh")


def title(page: Page) -> Locator:
    return page.get_by_label("Tiêu đề", exact=True)


def state(page: Page) -> Locator:
    return page.locator("[data-save-state]")


def test_what_is_written_is_kept_by_itself_and_is_there_on_another_machine(
    desk: Desk, lan: Person, new_context: NewContext
) -> None:
    article_id = desk.article()
    page = lan.open(article_id)
    title(page).fill("Đang viết dở")
    expect(state(page)).to_have_text(KEPT)
    assert len(desk.read(article_id).revisions) == 1
    elsewhere = new_context()
    elsewhere.add_cookies(lan.context.cookies())  # type: ignore[arg-type]
    other = elsewhere.new_page()
    other.goto(f"{desk.address}/articles/{article_id}")
    expect(title(other)).to_have_value("Đang viết dở")
    lan.page.reload()
    expect(title(page)).to_have_value("Đang viết dở")
    lan.look("draft-kept")
    page.get_by_role("button", name="Bỏ bản nháp này, xem bản đã lưu").click()
    expect(page.get_by_text("Đã bỏ bản nháp.")).to_be_visible()
    assert lan.errors == []


def test_without_network_a_copy_stays_on_the_machine_and_is_sent_when_it_is_back(desk: Desk, lan: Person) -> None:
    article_id = desk.article()
    page = lan.open(article_id)
    lan.context.set_offline(True)
    title(page).fill("Viết khi mất mạng")
    expect(state(page)).to_have_text(re.compile("Mất mạng: bản sao giữ trên máy này"))
    lan.look("offline")
    lan.context.set_offline(False)
    expect(state(page)).to_have_text(KEPT)
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_copy_of_a_page_that_died_without_network_is_offered_on_return(desk: Desk, lan: Person) -> None:
    article_id = desk.article()
    page = lan.open(article_id)
    lan.context.set_offline(True)
    title(page).fill("Viết khi mất mạng")
    expect(state(page)).to_have_text(re.compile("Mất mạng"))
    page.close(run_before_unload=False)
    lan.context.set_offline(False)
    lan.page = lan.new_page()
    page = lan.open(article_id)
    expect(page.get_by_text("Trên máy này còn bản bạn viết")).to_be_visible()
    lan.look("copy-offered")
    page.get_by_role("button", name="Lấy lại bản đó").click()
    expect(title(page)).to_have_value("Viết khi mất mạng")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_two_tabs_of_one_editor_lose_nothing(desk: Desk, lan: Person) -> None:
    article_id = desk.article()
    one = lan.open(article_id)
    title(one).fill("Thẻ một")
    expect(state(one)).to_have_text(KEPT)
    two = lan.open(article_id, lan.new_page())  # opens with what the first one wrote
    expect(title(two)).to_have_value("Thẻ một")
    for page, words in ((one, "Thẻ một viết tiếp"), (two, "Thẻ hai viết khác")):
        page.bring_to_front()
        with page.expect_response(lambda answer: answer.url.endswith("/drafts")):
            title(page).fill(words)
    with desk.database.reading() as session:
        texts = {dict(each.form["pairs"])["title"] for each in session.query(ArticleDraft)}
    assert texts == {"Thẻ một viết tiếp", "Thẻ hai viết khác"}
    two.get_by_role("button", name="Lưu", exact=True).click()
    expect(two.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    one.get_by_role("button", name="Lưu", exact=True).click()
    expect(one.get_by_role("heading", name="Bài đã thay đổi trong khi bạn sửa")).to_be_visible()
    expect(one.locator("#title")).to_have_value("Thẻ một viết tiếp")


def test_one_sees_the_other_writing_takes_over_and_the_other_is_told(desk: Desk, lan: Person, minh: Person) -> None:
    article_id = desk.article()
    one = lan.open(article_id)
    title(one).fill("Bà Lan viết")
    expect(state(one)).to_have_text(KEPT)
    other = minh.open(article_id)
    expect(other.get_by_text("Bà Lan đang sửa bài này")).to_be_visible()
    expect(title(other)).not_to_be_editable()
    expect(other.get_by_role("button", name="Lưu", exact=True)).to_be_disabled()
    minh.look("held")
    other.get_by_role("button", name="Nhận sửa thay Bà Lan").click()
    expect(other.get_by_text("Bạn đang sửa bài này.")).to_be_visible()
    expect(title(other)).to_be_editable()
    one.bring_to_front()
    expect(one.get_by_text("Ông Minh đang sửa bài này")).to_be_visible(timeout=20_000)
    expect(title(one)).not_to_be_editable()
    expect(title(one)).to_have_value("Bà Lan viết")
    with desk.database.reading() as session:
        assert session.query(Event).filter_by(decision="take_over").one().actor == "Ông Minh"


def test_a_save_over_a_newer_version_is_refused_with_both_shown_and_nothing_typed_lost(
    desk: Desk, lan: Person, minh: Person
) -> None:
    article_id = desk.article()
    late = minh.open(article_id)
    minh.to_the_text()
    first = lan.open(article_id)
    title(first).fill("Tiêu đề của bà Lan")
    first.get_by_role("button", name="Lưu", exact=True).click()
    expect(first.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    late.locator(".ProseMirror p").first.click()
    late.keyboard.press("End")
    late.keyboard.type(" Câu của ông Minh.")
    late.get_by_label("Tác giả", exact=True).fill("Người viết tay")
    late.get_by_role("button", name="Lưu", exact=True).click()
    expect(late.get_by_role("heading", name="Bài đã thay đổi trong khi bạn sửa")).to_be_visible()
    expect(late.locator("#difference ~ .diff ins, section ins").filter(has_text="Minh").first).to_be_visible()
    expect(late.locator("#body_html")).to_have_value(re.compile("Câu của ông Minh."))
    expect(late.locator("#author")).to_have_value("Người viết tay")
    minh.errors.clear()  # the browser notes the 409
    minh.look("stale")
    late.get_by_role("button", name="Lưu bản của tôi đè lên").click()
    expect(late.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    assert len(desk.read(article_id).revisions) == 3


def test_without_scripts_all_of_it_can_be_read_and_saved(desk: Desk, new_context: NewContext, axe_script: Path) -> None:
    article_id = desk.article(photos=1, tray=1)
    plain = Person(desk, new_context, axe_script, "Cô Hà", java_script_enabled=False, viewport=PHONE)
    page = plain.open(article_id)
    page.get_by_text("Cắt, xoay").first.click()
    page.locator("#turn-1").select_option("90")
    page.get_by_label("Chú thích ảnh").first.fill("Hội viên tham quan.")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu bản sửa.")).to_be_visible()
    revision = desk.read(article_id).revision
    assert revision is not None
    assert (revision.photos[0].edit, revision.photos[0].caption) == ("90:0,0,0,0", "Hội viên tham quan.")
    page.get_by_role("link", name="Xem 1.jpg").click()
    expect(page.get_by_role("heading", name="1.jpg")).to_be_visible()
