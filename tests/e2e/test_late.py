"""What waits for a person's word, and how far a long fetch is, as the board sees them."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.board_office import BoardOffice, Member, board
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext
from tinbai.approval import approve
from tinbai.article import Article, ArticleStatus
from tinbai.clock import now
from tinbai.delivery import MailboxRow
from tinbai.people import RoleName, User
from tinbai.publication import Publication

__all__ = ["blobs", "board", "database", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]


def test_an_article_kept_back_as_too_late_goes_out_with_one_press(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    head = Member(board, new_context, axe_script, board.user("Phạm Thị Minh Họa", RoleName.HEAD))
    article_id, hours = board.article(ArticleStatus.SUBMITTED), timedelta(hours=5)
    with board.database.writing() as session:
        article, user = session.get_one(Article, article_id), session.query(User).one()
        approve(session, article, by=user, at=now() - hours, portals=["cong-xa"])
        session.query(Publication).one().kept_at = now()
    head.open(f"/articles/{article_id}")
    expect(head.page.get_by_text("Lẽ ra bài này được đăng lúc")).to_be_visible()
    head.look("article-kept-back")
    head.page.get_by_role("button", name="Vẫn đăng ngay").click()
    expect(head.page.get_by_text("Đã cho đăng dù muộn.")).to_be_visible()
    with board.database.reading() as session:
        publication = session.query(Publication).one()
        assert publication.kept_at is None
        assert publication.due_at > now() - hours / 5


def test_the_letters_page_says_how_many_are_still_to_be_fetched(
    board: BoardOffice, new_context: NewContext, axe_script: Path
) -> None:
    with board.database.writing() as session:
        session.add(MailboxRow(site_id=board.site_id, key="chung", waiting=12_345))
    editor = Member(board, new_context, axe_script, board.user("Vũ Thị Biên Tập", RoleName.EDITOR))
    editor.open("/messages")
    expect(editor.page.get_by_role("status")).to_contain_text("còn 12345 thư")
    editor.look("letters-being-fetched")
