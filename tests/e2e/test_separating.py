"""A joined letter is parted off, and set-aside text is dragged into the article, in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from ingest.waiting import read_waiting
from tests.e2e.looking import too_wide
from tests.e2e.test_readings import Editor, HereReader, Office, office
from tests.ingest.letters_here import draft_letter
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import PHONE, NewContext
from tinbai.article import Article
from tinbai.clock import now

__all__ = ["blobs", "database", "migrated_file", "office"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]


def test_without_scripts_on_a_phone_a_letter_is_parted_off_and_joined_by_hand(
    office: Office, new_context: NewContext, axe_script: Path
) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    draft_letter(office.database, office.blobs, "09", office.site)
    page = Editor(office, new_context, axe_script, java_script_enabled=False, viewport=PHONE).page
    page.goto(f"{office.address}/articles/{made.id}")
    expect(page.get_by_role("heading", name="Bản 2 đến từ một thư khác")).to_be_visible()
    assert too_wide(page) <= 0
    page.get_by_role("button", name="Tách thư này thành bài riêng").click()
    expect(page.get_by_text("Đã tách thư ra.")).to_be_visible()
    assert read_waiting(office.config, office.database, office.blobs, HereReader(), clock=now) == 1
    with office.database.reading() as session:
        own = session.scalars(select(Article).where(Article.id != made.id)).one().id
    page.goto(f"{office.address}/articles/{own}")
    page.get_by_role("link", name="Là bản mới của bài đã có…").click()
    expect(page.get_by_role("button", name=f"Là bản mới của {made.code}")).to_be_visible()
    assert too_wide(page) <= 0
    page.get_by_role("button", name=f"Là bản mới của {made.code}").click()
    expect(page.get_by_text("Đã nhận làm bản mới.")).to_be_visible()
    assert page.url.startswith(f"{office.address}/articles/{made.id}?")
    page.get_by_role("button", name="Tách thư này thành bài riêng").click()
    expect(page.get_by_text("Đã tách ra. Cả hai bài")).to_be_visible()


def test_the_pages_are_accessible_and_nothing_is_too_wide(
    office: Office, new_context: NewContext, axe_script: Path
) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    draft_letter(office.database, office.blobs, "09", office.site)
    (other,) = draft_letter(office.database, office.blobs, "02", office.site)
    editor = Editor(office, new_context, axe_script)
    editor.open(made.id)
    editor.look("joined")
    editor.page.goto(f"{office.address}/articles/{other.id}/joining")
    editor.look("joining")


def test_what_was_set_aside_is_dragged_to_its_place(office: Office, new_context: NewContext, axe_script: Path) -> None:
    (made,) = draft_letter(office.database, office.blobs, "01", office.site)
    editor = Editor(office, new_context, axe_script)
    page = editor.page
    editor.open(made.id)
    page.get_by_text("Phần để riêng, không nằm trong bài").click()
    page.locator("[data-editor]").scroll_into_view_if_needed()
    page.mouse.move(5, 5)
    page.mouse.move(9, 9)
    paragraphs = page.locator(".ProseMirror > p")
    expect(paragraphs.first).to_be_visible()
    before = paragraphs.count()
    piece = page.locator("#aside [data-aside]").first
    first_line = piece.locator(".aside-text").inner_text().split("\n")[0]
    piece.drag_to(paragraphs.nth(1))
    expect(page.locator(".ProseMirror")).to_contain_text(first_line)
    assert paragraphs.count() >= before
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu").first).to_be_visible()
    with office.database.reading() as session:
        revision = session.get_one(Article, made.id).revision
        assert revision is not None
        assert revision.number == 2
        assert first_line.split()[0] in revision.body_html
