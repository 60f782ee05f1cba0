"""What people do with any page: click twice, print it, and read it where nothing but the office's own server is."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.board_office import BoardOffice, Member, board
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext
from tinbai.article import Article, ArticleStatus
from tinbai.people import RoleName
from tinbai.remark import Remark

__all__ = ["blobs", "board", "database", "migrated_file"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
TWICE = "button => { button.click(); setTimeout(() => button.click(), 250); }"  # Playwright's own click would wait
PAGES = ("/", "/calendar", "/messages", "/contributors", "/account", "/users", "/audit", "/settings/texts", "/guides")


@pytest.fixture
def head(board: BoardOffice, new_context: NewContext, axe_script: Path) -> Member:
    return Member(board, new_context, axe_script, board.user("Phạm Thị Minh Họa", RoleName.HEAD))


def answering_slowly(member: Member) -> None:
    """The second click comes when the server has done what the first one asks for, and before its page is here."""

    def late(route: Route) -> None:
        if route.request.method != "POST":
            return route.fallback()
        answer = route.fetch(max_redirects=0)
        member.page.wait_for_timeout(700)
        return route.fulfill(response=answer)

    member.page.route("**/articles/**", late)


def remark_twice(board: BoardOffice, member: Member) -> int:
    """How many remarks come of two clicks."""
    member.open(f"/articles/{board.article()}")
    answering_slowly(member)
    member.page.get_by_text("Nêu ý kiến", exact=True).click()
    member.page.get_by_label("Ý kiến của bạn").fill("Kiểm tra lại số liệu.")
    member.page.get_by_role("button", name="Gửi ý kiến").evaluate(TWICE)
    expect(member.page.locator(".said-words").first).to_have_text("Kiểm tra lại số liệu.")
    with board.database.reading() as session:
        return session.query(Remark).count()


def test_a_remark_clicked_twice_is_one_remark(board: BoardOffice, head: Member) -> None:
    assert remark_twice(board, head) == 1


def test_without_the_script_it_would_be_two(board: BoardOffice, head: Member) -> None:
    head.page.route("**/once.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    assert remark_twice(board, head) == 2


def test_a_decision_clicked_twice_is_done_and_not_called_too_late(board: BoardOffice, head: Member) -> None:
    article_id = board.article(ArticleStatus.SUBMITTED)
    head.open(f"/articles/{article_id}")
    answering_slowly(head)
    head.page.get_by_role("button", name="Duyệt đăng").evaluate(TWICE)
    expect(head.page.get_by_text("Đã duyệt").first).to_be_visible()
    assert head.errors == []
    with board.database.reading() as session:
        assert session.get_one(Article, article_id).status is ArticleStatus.APPROVED


def test_a_save_clicked_twice_is_one_version_and_nobody_elses(board: BoardOffice, head: Member) -> None:
    article_id = board.article(ArticleStatus.EDITING)
    head.open(f"/articles/{article_id}")
    head.page.get_by_label("Tiêu đề").first.fill("Lớp học trồng nấm rơm")
    head.page.get_by_role("button", name="Lưu", exact=True).dblclick()
    expect(head.page.get_by_text("Đã lưu").first).to_be_visible()
    with board.database.reading() as session:
        titles = [each.title for each in session.get_one(Article, article_id).revisions]
    assert titles[1:] == ["Lớp học trồng nấm rơm"]


def test_a_printed_article_is_its_text_without_the_desk(board: BoardOffice, head: Member) -> None:
    head.open(f"/articles/{board.article()}/slip")
    head.page.emulate_media(media="print")
    expect(head.page.get_by_role("heading", level=1)).to_be_visible()
    expect(head.page.get_by_role("button")).to_have_count(0)
    head.open(f"/articles/{board.article()}")
    expect(head.page.locator(".topnav")).to_be_hidden()
    expect(head.page.get_by_role("button", name="Duyệt đăng")).to_be_hidden()


def test_no_page_asks_any_other_host(board: BoardOffice, head: Member) -> None:
    asked: list[str] = []
    head.page.on("request", lambda request: asked.append(request.url))
    article_id = board.article()
    for path in (
        *PAGES,
        f"/articles/{article_id}",
        f"/articles/{article_id}/history",
        f"/articles/{article_id}/portal",
    ):
        head.open(path)
        head.page.wait_for_load_state("networkidle")
    own = urlsplit(board.address).netloc
    others = [url for url in asked if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != own]
    assert others == []
    assert len(asked) > len(PAGES)


DARK = (
    "/?status=all&words=hoi", "/calendar", "/messages", "/contributors", "/account", "/users", "/audit",
    "/settings/texts", "/articles/1/history", "/articles/1/return", "/articles/1/split", "/articles/1/merge",
    "/articles/1/portal", "/articles/1/slip", "/articles/1/revisions/1", "/pin",
)  # fmt: skip


@pytest.mark.parametrize("path", DARK)
def test_the_pages_of_the_desk_can_be_read_in_the_dark(head: Member, path: str) -> None:
    head.board.article(ArticleStatus.SUBMITTED)
    head.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    head.open(path)
    head.look(f"dark-{path.strip('/').replace('/', '-').partition('?')[0]}")


def test_the_keys_of_the_queue_can_be_read_in_the_dark(head: Member) -> None:
    head.board.article(ArticleStatus.SUBMITTED)
    head.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    head.open("/")
    head.page.get_by_role("button", name="Phím tắt").click()
    head.look("dark-keys", within="dialog")
