"""The queue in a browser: two people at once, keys, a pane, a telephone, and without scripts.

With TINBAI_PICTURES set to a folder, the pages are photographed for the documents.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from review.security import sessions
from tests.attacks.serving import served
from tests.e2e.looking import look
from tests.review.conftest import config, office
from tests.review.office import Office
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import DESKTOP, PHONE, NewContext
from tinbai.article import Article, ArticleStatus
from tinbai.people import RoleName, User

__all__ = ["blobs", "config", "database", "migrated_file", "office"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
# Faster than the browser tells of the dialog's end: the "close" of the first comes when the second is open.
CLOSED_AND_ASKED_AGAIN = """() => {
    document.querySelector("#approve-dialog").close();
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "d", bubbles: true, cancelable: true}));
}"""
TITLES = (
    "Hội Nông dân xã khai mạc lớp tập huấn trồng nấm rơm",
    "Đoàn Thanh niên ra quân vệ sinh môi trường tại ấp Đông Thử",
    "Đảng ủy xã sơ kết công tác chín tháng, triển khai nhiệm vụ quý cuối năm và bàn giải pháp đẩy nhanh giải ngân",
    "Trạm Y tế tiêm chủng mở rộng đợt tháng mười",
)


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The running site with some articles."""

    def older(article: Article) -> None:
        article.arrived_at = article.created_at - timedelta(days=3)

    for number, title in enumerate(TITLES):
        office.article(title=title, column="van-hoa", change=older if number == 0 else None)
    office.article(ArticleStatus.SUBMITTED, title="Bài chờ duyệt", column="van-hoa")
    with served(office.app) as running:
        yield running.rstrip("/")


def enter(office: Office, address: str, new_context: NewContext, role: RoleName, **options: object) -> Page:
    """Somebody new at a browser of his own."""
    context = new_context(**options)
    office.enter(role)
    with office.database.writing() as session:
        user = session.query(User).order_by(User.id.desc()).first()
        assert user is not None
        user.name = "Trần Văn Thử" if role is RoleName.EDITOR else "Lê Thị Mẫu"
        token = sessions.start(session, user, at=office.clock(), hours=1)
    context.add_cookies([{"name": "tinbai", "value": token, "url": address}])
    page = context.new_page()
    page.goto(address)
    return page


def test_what_one_does_the_other_sees_without_loading_the_page(
    office: Office, address: str, new_context: NewContext
) -> None:
    mine = enter(office, address, new_context, RoleName.EDITOR)
    other = enter(office, address, new_context, RoleName.HEAD)
    row = mine.locator(".queue-row", has_text="nấm rơm")
    mine.locator(".queue-row", has_text="Trạm Y tế").get_by_role("checkbox").check()
    mine.get_by_label("Tìm trong tiêu đề").press_sequentially("đang gõ dở")
    other.locator(".queue-row", has_text="nấm rơm").get_by_role("link").first.click()
    other.get_by_role("button", name="Nhận xử lý").last.click()
    expect(other.locator("#reading")).to_contain_text("Bạn đã nhận xử lý bài này.")
    expect(row).to_contain_text("Lê Thị Mẫu đang giữ")
    office.article(title="Bài vừa mới tới", column="van-hoa")
    expect(mine.get_by_role("button", name="1 bài mới")).to_be_visible()
    expect(mine.get_by_text("Bài vừa mới tới")).to_have_count(0)
    expect(mine.get_by_label("Tìm trong tiêu đề")).to_have_value("đang gõ dở")
    expect(mine.get_by_label("Tìm trong tiêu đề")).to_be_focused()
    expect(mine.locator(".queue-row", has_text="Trạm Y tế").get_by_role("checkbox")).to_be_checked()
    mine.get_by_role("button", name="1 bài mới").click()
    expect(mine.get_by_role("link", name="Bài vừa mới tới")).to_be_visible()
    expect(mine.get_by_label("Tìm trong tiêu đề")).to_have_value("đang gõ dở")
    expect(mine.locator(".queue-row", has_text="Trạm Y tế").get_by_role("checkbox")).to_be_checked()


def test_a_tick_does_not_pass_to_a_version_that_nobody_has_read(
    office: Office, address: str, new_context: NewContext
) -> None:
    page = enter(office, address, new_context, RoleName.HEAD)
    changed, kept, late = (page.locator(".queue-row", has_text=words) for words in ("nấm rơm", "Trạm Y tế", "Đảng ủy"))
    for row in (changed, kept, late):
        row.get_by_role("checkbox").check()
    told = page.locator("#queue-unticked")
    _save_anew(office, "nấm rơm")
    expect(told).to_contain_text(f"Đã bỏ dấu chọn ở bài vừa thay đổi hoặc không còn ở trang này: “{TITLES[0]}”")
    expect(changed.get_by_role("checkbox")).not_to_be_checked()
    expect(kept.get_by_role("checkbox")).to_be_checked()
    expect(page.locator("#bulk-count")).to_have_text("(2 bài đã chọn)")
    changed.get_by_role("checkbox").check()  # read, and ticked anew
    expect(told).to_be_empty()
    office.article(title="Bài vừa mới tới", column="van-hoa")
    expect(page.get_by_role("button", name="1 bài mới")).to_be_visible()
    _save_anew(office, "Đảng ủy")
    page.get_by_role("button", name="1 bài mới").click()
    expect(page.get_by_role("link", name="Bài vừa mới tới")).to_be_visible()
    expect(told).to_contain_text(TITLES[2])
    expect(late.get_by_role("checkbox")).not_to_be_checked()
    expect(page.locator("#bulk-count")).to_have_text("(2 bài đã chọn)")
    page.get_by_role("button", name="Nhận xử lý").first.click()
    expect(page.get_by_role("status")).to_contain_text("Đã nhận xử lý 2 bài")
    statuses = {title: _articles(office, title)[0].status for title in ("nấm rơm", "Trạm Y tế", "Đảng ủy")}
    assert statuses == {
        "nấm rơm": ArticleStatus.EDITING, "Trạm Y tế": ArticleStatus.EDITING, "Đảng ủy": ArticleStatus.NEW,
    }  # fmt: skip


def test_the_queue_is_worked_with_keys_alone(office: Office, address: str, new_context: NewContext) -> None:
    page = enter(office, address, new_context, RoleName.HEAD)
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".queue-row[data-current]")).to_contain_text("Đảng ủy xã")
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(page.locator(".queue-row", has_text="Trạm Y tế").get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#reading .reading-title")).to_contain_text("Đảng ủy xã")
    expect(page.locator("#reading .reading-title")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator("#reading")).to_contain_text("Bạn đã nhận xử lý bài này.")
    page.keyboard.press("s")
    expect(page.locator("#reading")).to_contain_text("Đã trình duyệt.")
    page.keyboard.press("d")
    expect(page.get_by_role("dialog", name="Duyệt đăng bài này?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("d")
    page.evaluate(CLOSED_AND_ASKED_AGAIN)
    page.keyboard.press("Enter")
    expect(page.locator("#reading")).to_contain_text("Đã duyệt")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_visible()
    page.get_by_label("Dùng phím tắt trên máy này").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    expect(page.locator("#reading")).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert {each.status for each in _articles(office, "Đảng ủy xã")} == {ArticleStatus.APPROVED}


def test_the_pane_shows_what_was_asked_for_last(office: Office, address: str, new_context: NewContext) -> None:
    page = enter(office, address, new_context, RoleName.HEAD)
    held: list[Route] = []
    page.route("**/articles/*/reading", lambda route: held.append(route), times=1)  # noqa: PLW0108 - Playwright counts parameters
    page.get_by_role("link", name=TITLES[0]).click()
    page.get_by_role("link", name=TITLES[3]).click()
    expect(page.locator("#reading .reading-title")).to_have_text(TITLES[3])
    with page.expect_response("**/articles/*/reading") as late:
        held[0].continue_()
    late.value.finished()
    expect(page.locator("#reading .reading-title")).to_have_text(TITLES[3])
    expect(page.locator(".queue-row[data-current]")).to_contain_text(TITLES[3])


def test_keys_are_silent_while_somebody_types_or_composes(
    office: Office, address: str, new_context: NewContext
) -> None:
    page = enter(office, address, new_context, RoleName.HEAD)
    page.locator(".queue-row").first.get_by_role("link").first.click()
    expect(page.locator("#reading .reading-title")).to_be_focused()
    field = page.get_by_label("Tìm trong tiêu đề")
    field.press_sequentially("csdtljkx?/")
    expect(field).to_have_value("csdtljkx?/")
    field.blur()
    composing = """key => document.body.dispatchEvent(new KeyboardEvent("keydown",
        {key, bubbles: true, cancelable: true, isComposing: true}))"""
    held = """key => document.body.dispatchEvent(new KeyboardEvent("keydown",
        {key, bubbles: true, cancelable: true, ctrlKey: true}))"""
    for key in "csdlx?":
        assert page.evaluate(composing, key), key  # true: nobody took it
        assert page.evaluate(held, key), key
    page.evaluate("document.dispatchEvent(new CompositionEvent('compositionstart'))")
    page.keyboard.press("c")
    page.evaluate("document.dispatchEvent(new CompositionEvent('compositionend'))")
    page.wait_for_timeout(300)
    assert {each.status for each in _articles(office, "")} == {ArticleStatus.NEW, ArticleStatus.SUBMITTED}
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("c")  # and now they are heard
    expect(page.locator("#reading")).to_contain_text("Bạn đã nhận xử lý bài này.")


def test_no_state_of_the_queue_shuts_anybody_out(
    office: Office, address: str, new_context: NewContext, axe_script: Path
) -> None:
    page, axe = enter(office, address, new_context, RoleName.HEAD), axe_script.read_text(encoding="utf-8")
    look(page, axe, "queue")
    page.locator(".queue-row").first.get_by_role("link").first.click()
    expect(page.locator("#reading .reading-title")).to_be_visible()
    look(page, axe, "queue-reading")
    page.get_by_role("button", name="Phím tắt").click()
    look(page, axe, "queue-keys")
    page.keyboard.press("Escape")
    for box in page.locator(".queue-tick").all():
        box.check()
    page.get_by_text("Lọc", exact=True).first.click()
    look(page, axe, "queue-bulk")
    page.get_by_role("button", name="Trình duyệt").first.click()
    expect(page.get_by_role("status")).to_contain_text("Đã trình duyệt")
    look(page, axe, "queue-done")
    page.goto(f"{address}/?status=all&words=nam+rom&column=van-hoa")
    look(page, axe, "queue-search")
    page.goto(f"{address}/?status=withdrawn")
    look(page, axe, "queue-empty")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_without_scripts_one_filters_reads_and_decides(
    office: Office, address: str, new_context: NewContext, size: dict[str, int]
) -> None:
    page = enter(office, address, new_context, RoleName.HEAD, java_script_enabled=False, viewport=size)
    page.get_by_text("Lọc", exact=True).first.click()
    page.get_by_label("Chuyên mục", exact=True).first.select_option("van-hoa")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator(".queue-row")).to_have_count(len(TITLES))
    page.locator(".queue-row").first.get_by_role("checkbox").check()
    page.get_by_text("Xử lý nhiều bài").click()
    page.get_by_role("button", name="Nhận xử lý").first.click()
    expect(page.get_by_role("status")).to_contain_text("Đã nhận xử lý 1 bài")
    page.get_by_role("link", name="Về danh sách").click()
    if size is DESKTOP:
        page.get_by_role("link", name="Xem nhanh").first.click()
        page.locator("#reading").get_by_role("button", name="Nhận xử lý").click()
    else:
        page.locator(".queue-row").first.get_by_role("link").first.click()
        page.get_by_role("button", name="Nhận xử lý").click()
    expect(page.get_by_role("status").first).to_contain_text("Bạn đã nhận xử lý bài này.")


def _articles(office: Office, title: str) -> list[Article]:
    with office.database.reading() as session:
        found = session.query(Article).filter_by(site_id=1).all()
        return [each for each in found if each.revision is not None and title in each.revision.title]


def _save_anew(office: Office, title: str) -> None:
    """Somebody else has written another version."""
    (found,) = _articles(office, title)
    with office.database.writing() as session:
        article = session.get_one(Article, found.id)
        article.version += 1
        article.changed_at += timedelta(minutes=1)
