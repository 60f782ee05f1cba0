"""A real WordPress in a real browser: what readers see of an article, and what its editors can do with it."""

import re

import pytest
from playwright.sync_api import expect

from tests.pictures_here import PicturesHere
from tests.publish.setting import CAPTIONS, an_office, approve_an_article
from tests.publish.test_publish import approve_now, save_again
from tests.publish.wordpress_portal import a_wordpress, visible
from tests.servers.wordpress import ADMIN, PASSWORD
from tinbai import picture_sandbox
from tinbai.approval import republish, withdraw

TITLE = "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
NEW_TITLE = "Tập huấn trồng nấm rơm cho 54 hội viên"
REL = 'rel="noopener nofollow"'
EVERYTHING = (
    "<p>Dự và khai mạc lớp học có đồng chí <strong>Nguyễn Văn Ví Dụ</strong>.</p><h2>Nội dung &amp; kết quả</h2>"
    f'<p style="text-align:center">Xem <a href="https://anmau.example/?a=1&amp;b=2" {REL}>trang của xã</a>; '
    "5&nbsp;m<sup>2</sup> &lt; 6.</p><h3>Đại biểu</h3>"
    "<ul><li>Chi hội thôn 1<ul><li>Tổ 1</li><li>Tổ 2</li></ul></li><li><em>Chi hội</em> thôn 2</li></ul>"
    "<ol><li>Một</li><li>Hai</li></ol><blockquote><p>Một câu trích.</p><p>Thêm một câu.</p></blockquote><hr>"
    "<table><thead><tr><th>Thôn</th><th>Số người</th></tr></thead>"
    "<tbody><tr><td>Một</td><td>30</td></tr></tbody></table>"
    '<table><tbody><tr><td colspan="2">Ô gộp</td></tr><tr><td>a</td><td><p>b</p></td></tr></tbody></table>'
    f'<p>[audio src="x.mp3"]</p><p><a href="https://video.example/xem" {REL}>https://video.example/xem</a></p>'
    "<p>https://video.example/xem</p>"
)
BLOCKS = """() => {
    const flat = (blocks) => blocks.flatMap((block) => [block, ...flat(block.innerBlocks)]);
    return flat(wp.data.select('core/block-editor').getBlocks()).map((block) => [block.name, block.isValid]);
}"""


@pytest.fixture
def portal(wordpress, monkeypatch):
    monkeypatch.setattr(picture_sandbox, "_sandbox", lambda *_: PicturesHere())
    return a_wordpress(
        wordpress.database, wordpress.uploads, media_url=f"{wordpress.address}/wp-content/uploads",
        longest_photo_side=400,
    )  # fmt: skip


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def shows_both_photos(page):
    expect(page.locator("figure.wp-block-image img")).to_have_count(2)
    page.wait_for_function("[...document.images].every((image) => image.complete && image.naturalWidth > 0)")
    for caption in CAPTIONS:
        expect(page.get_by_text(caption)).to_be_visible()


def lists_it(page, address, title):
    page.goto(address)
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()


def opens_as_blocks_and_saves(new_context, wordpress, number):
    """As an editor of the portal: into the block editor, another title, and the button."""
    page = new_context().new_page()
    page.goto(f"{wordpress.address}/wp-login.php")
    page.locator("#user_login").fill(ADMIN)
    page.locator("#user_pass").fill(PASSWORD)
    page.locator("#wp-submit").click()
    page.goto(f"{wordpress.address}/wp-admin/post.php?post={number}&action=edit")
    page.wait_for_function("window.wp && wp.data && wp.data.select('core/block-editor').getBlocks().length > 0")
    blocks = page.evaluate(BLOCKS)
    assert [name for name, valid in blocks if not valid or name in {"core/missing", "core/freeform"}] == []
    page.evaluate("wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide')")
    page.evaluate("wp.data.dispatch('core/editor').editPost({title: 'Sửa trên cổng'})")
    page.get_by_role("button", name="Update", exact=True).click()
    expect(page.get_by_text("Post updated.").first).to_be_visible()
    return {name for name, _ in blocks}


def content_of(wordpress, number):
    return wordpress.rows(f"SELECT post_content FROM wp_posts WHERE ID = {number}")[0][0]


def test_an_article_goes_its_whole_way_on_wordpress(office, portal, wordpress, page, new_context):
    approve_an_article(office, body_html=EVERYTHING)
    (done,) = office.publish().outcomes
    assert done.problem == ""
    address = office.publication().address
    number = office.publication().portal_id
    home = wordpress.address
    lists_it(page, home, TITLE)
    page.get_by_role("heading", name=TITLE, exact=True).get_by_role("link").click()
    expect(page).to_have_url(re.compile(re.escape(address)))
    shows_both_photos(page)
    assert page.locator("audio, iframe").count() == 0
    expect(page.locator("main")).to_contain_text("audio src=")
    for slug in ("kinh-te", "tin-moi"):
        lists_it(page, f"{home}/?category_name={slug}", TITLE)
    page.goto(f"{home}/?category_name=van-hoa")
    expect(page.get_by_text(TITLE)).to_have_count(0)
    feed = page.request.get(f"{home}/?feed=rss2").text()
    assert f"<title>{TITLE}</title>" in feed
    assert "<pubDate>Thu, 15 Oct 2026 05:00:00 +0000</pubDate>" in feed

    before = content_of(wordpress, number)
    names = opens_as_blocks_and_saves(new_context, wordpress, number)
    assert {"core/image", "core/list-item", "core/quote", "core/table", "core/heading", "core/html"} < names
    assert content_of(wordpress, number) == before
    ((_, _, title),) = visible(portal)
    assert title == "Sửa trên cổng"

    office.change(save_again())
    office.change(approve_now)
    assert [one.problem for one in office.publish().outcomes] == [""]
    lists_it(page, home, NEW_TITLE)
    page.goto(address)
    shows_both_photos(page)
    photo = page.locator("figure.wp-block-image img").first.get_attribute("src")

    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    assert [one.problem for one in office.publish().outcomes] == [""]
    assert page.goto(address).status == 404
    assert "image" not in page.request.get(photo).headers["content-type"]
    page.goto(home)
    expect(page.get_by_text(NEW_TITLE)).to_have_count(0)
    assert NEW_TITLE not in page.request.get(f"{home}/?feed=rss2").text()

    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))
    assert [one.problem for one in office.publish().outcomes] == [""]
    page.goto(address)
    shows_both_photos(page)
    assert len(visible(portal)) == 1
