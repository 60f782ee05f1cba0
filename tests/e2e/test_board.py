"""The board at work in browsers: two people at once, with scripts and without, by keyboard, and on a phone.

With TINBAI_PICTURES set to a folder, the pages are photographed for the documents.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.board_office import PIN, BoardOffice, Member, board, next_monday
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import PHONE, NewContext
from tinbai.article import ArticleStatus
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter
from tinbai.people import RoleName
from tinbai.publication import Publication

__all__ = ["blobs", "board", "database", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
A = ArticleStatus


def test_an_editor_returns_an_article_and_takes_it_back_while_the_head_looks_on(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id = board.article()
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.EDITOR))
    head = Member(board, new_context, axe_script, board.user("Phạm Thị Minh Họa", RoleName.HEAD))
    editor.open(f"/articles/{article_id}/return")
    editor.page.get_by_label("Kiểm tra lại số liệu").check()
    letter = editor.page.get_by_label(re.compile("Nội dung thư"))
    expect(letter).to_have_value(re.compile("Kiểm tra lại số liệu"))  # follows the ticks by itself
    letter.fill(letter.input_value() + "\nXin cảm ơn.")
    editor.page.get_by_label("Ý kiến khác").fill("Thiếu ngày.")
    expect(editor.page.get_by_text("Bạn đã sửa thư bằng tay")).to_be_visible()
    expect(letter).to_have_value(re.compile("Xin cảm ơn"))
    editor.look("return-letter")
    editor.page.get_by_role("button", name="Gửi thư và trả lại").click()
    undo = editor.page.get_by_role("button", name="Hoàn tác", exact=True)
    expect(undo).to_be_visible()
    head.open(f"/articles/{article_id}")
    expect(head.page.get_by_text("Trả lại").first).to_be_visible()
    expect(head.page.get_by_role("button", name="Hoàn tác", exact=True)).to_have_count(0)
    undo.click()
    expect(editor.page.get_by_text("Đã hoàn tác")).to_be_visible()
    assert board.read(article_id).status is A.NEW
    with board.database.reading() as session:
        assert session.query(OutgoingLetter).one().status is LetterStatus.CANCELLED


def test_the_seconds_are_counted_and_the_offer_ends(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id = board.article(A.EDITING)
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.EDITOR))
    editor.open(f"/articles/{article_id}")
    editor.page.get_by_role("button", name="Trình duyệt", exact=True).click()
    expect(editor.page.get_by_text(re.compile(r"Còn \d+ giây để hoàn tác"))).to_be_visible()
    expect(editor.page.get_by_role("button", name="Hoàn tác", exact=True)).to_have_count(0)
    assert board.read(article_id).status is A.SUBMITTED


def test_without_scripts_a_decision_is_taken_back_too(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id = board.article()
    cookie = board.user("Vũ Thị Biên Tập", RoleName.EDITOR)
    editor = Member(board, new_context, axe_script, cookie, java_script_enabled=False)
    editor.open(f"/articles/{article_id}/return")
    editor.page.get_by_label("Bổ sung chú thích cho từng ảnh").check()
    editor.page.get_by_role("button", name="Cập nhật thư theo lý do").click()
    expect(editor.page.get_by_label(re.compile("Nội dung thư"))).to_have_value(re.compile("Bổ sung chú thích"))
    editor.page.get_by_role("button", name="Gửi thư và trả lại").click()
    editor.page.get_by_role("button", name="Hoàn tác", exact=True).click()
    expect(editor.page.get_by_text("Đã hoàn tác")).to_be_visible()
    assert board.read(article_id).status is A.NEW


def test_a_remark_names_a_colleague_who_settles_it(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id = board.article()
    head = Member(board, new_context, axe_script, board.user("Phạm Thị Minh Họa", RoleName.HEAD))
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.EDITOR))
    editor.open(f"/articles/{article_id}")
    editor.page.get_by_text("Nêu ý kiến", exact=True).click()
    editor.page.get_by_label("Ý kiến của bạn").fill("@Phạm Thị Minh Họa xem giúp số liệu đoạn 2.")
    editor.page.get_by_role("button", name="Gửi ý kiến").click()
    head.open(f"/articles/{article_id}")
    expect(head.page.get_by_text("Nhắc tới: Phạm Thị Minh Họa")).to_be_visible()
    head.look("remarks")
    head.page.get_by_role("button", name=re.compile("Đã giải quyết")).click()
    expect(head.page.get_by_text(re.compile("Đã giải quyết: Phạm Thị Minh Họa"))).to_be_visible()


def approve_for(member: Member, article_id: int, hour: str) -> None:
    member.open(f"/articles/{article_id}")
    member.page.get_by_label(re.compile("Hẹn giờ đăng")).fill(hour)
    member.page.get_by_role("button", name="Duyệt đăng").click()
    expect(member.page.get_by_text("Đã duyệt và hẹn giờ đăng.")).to_be_visible()


def due_day(board: BoardOffice) -> str:
    with board.database.reading() as session:
        return str(session.query(Publication).one().due_at.date())


def test_the_calendar_moves_an_article_by_drag_and_by_keyboard(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id = board.article(A.SUBMITTED)
    head = Member(board, new_context, axe_script, board.user("Phạm Thị Minh Họa", RoleName.HEAD))
    monday, tuesday = next_monday(), next_monday() + timedelta(days=1)
    approve_for(head, article_id, f"{monday}T14:00")
    head.open(f"/calendar?span={monday:%Y-%m}")
    head.look("calendar-month")
    entry = head.page.locator("[data-movable]")
    target = head.page.locator(f"[data-day='{tuesday}']")
    entry.drag_to(target)
    expect(head.page.get_by_text("Đã đổi giờ đăng")).to_be_visible()
    assert due_day(board) == str(tuesday)
    head.page.get_by_role("button", name=re.compile("Di chuyển")).focus()
    head.page.keyboard.press("Enter")
    head.page.keyboard.press("ArrowRight")
    expect(head.page.locator("#calendar-said")).to_contain_text("14:00")
    head.page.keyboard.press("Escape")
    expect(head.page.locator("#calendar-said")).to_contain_text("Đã thôi")
    assert due_day(board) == str(tuesday)
    head.page.keyboard.press("Enter")
    head.page.keyboard.press("ArrowLeft")
    with head.page.expect_navigation():
        head.page.keyboard.press("Enter")
    assert due_day(board) == str(monday)
    head.page.get_by_role("link", name="Tuần", exact=True).click()
    head.look("calendar-week")


def test_the_head_decides_on_a_phone_by_the_link_in_the_letter(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id = board.article(A.EDITING)
    board.user("Phạm Thị Minh Họa", RoleName.HEAD, email="truongban@songmau.example")
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.EDITOR))
    editor.open(f"/articles/{article_id}")
    editor.page.get_by_text("Xin ý kiến Trưởng ban", exact=True).first.click()
    editor.look("decisions-open", within=".decisions")  # the editor beneath has tests of its own
    editor.page.get_by_label("Nội dung xin ý kiến").fill("Có nêu tên cá nhân, xin ý kiến.")
    editor.page.get_by_role("button", name="Xin ý kiến", exact=True).click()
    with board.database.reading() as session:
        letter = session.query(OutgoingLetter).filter_by(kind=LetterKind.OPINION).one()
    found = re.search(r"http://\S+/approve/\S+", letter.text)
    assert found is not None
    head = Member(board, new_context, axe_script, None, viewport=PHONE, has_touch=True, is_mobile=True)
    asked: list[str] = []
    head.page.on("request", lambda request: asked.append(request.url))
    head.page.goto(found[0])
    frame = head.page.frame_locator("iframe")
    expect(frame.get_by_text("Có 30 nữ và 15 nam.")).to_be_visible()
    head.look("by-link")
    head.page.get_by_label("Duyệt đăng").check()
    head.page.get_by_label("Mã PIN của bạn").fill("000000")
    head.page.get_by_role("button", name="Xác nhận").click()
    expect(head.page.get_by_text("Mã PIN không đúng")).to_be_visible()
    head.errors.clear()  # the browser tells of the 401 itself
    head.page.get_by_label("Mã PIN của bạn").fill(PIN)
    head.page.get_by_role("button", name="Xác nhận").click()
    expect(head.page.get_by_role("heading", name="Đã duyệt. Bài sẽ được đăng")).to_be_visible()
    head.look("by-link-done")
    assert board.read(article_id).status is A.APPROVED
    assert [url for url in asked if not url.startswith((board.address, "data:"))] == []


def test_splitting_merging_the_portals_look_the_slip_and_the_pin(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    article_id, other = board.article(A.EDITING), board.article(title="Hội nghị sơ kết công tác thu")
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.HEAD))
    page = editor.page
    editor.open(f"/articles/{article_id}/split")
    editor.look("split")
    page.get_by_label("Hội thi nấu ăn").first.check()
    page.get_by_role("button", name="Tách từ đoạn đã chọn").click()
    expect(page.get_by_text("Đã tách.")).to_be_visible()
    editor.look("after-split")
    page.get_by_role("button", name="Hoàn tác việc tách").click()
    expect(page.get_by_text("Đã hoàn tác việc tách")).to_be_visible()
    editor.open(f"/articles/{article_id}/merge")
    editor.look("merge")
    page.get_by_role("link", name=re.compile("Hội nghị sơ kết")).click()
    editor.look("merge-two")
    page.get_by_role("button", name=re.compile("^Gộp AM")).click()
    expect(page.get_by_text("Đã gộp.")).to_be_visible()
    assert board.read(other).status is A.REJECTED
    for name, path in (("portal-look", "portal"), ("portal-look-phone", "portal?width=phone"), ("slip", "slip")):
        editor.open(f"/articles/{article_id}/{path}")
        editor.look(name)
    editor.open("/pin")
    editor.look("pin")
    editor.open(f"/articles/{article_id}/portal")
    figures = page.frame_locator("iframe").locator("figure img")
    expect(figures).to_have_count(2)
    assert figures.first.evaluate("image => image.naturalWidth") > 100
