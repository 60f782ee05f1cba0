"""The article as it will be published, and the slip that is printed."""

from lxml import html

from tests.review.office import Office, a_picture
from tinbai.article import ArticleStatus
from tinbai.correction import Correction
from tinbai.people import RoleName, User
from tinbai.revision import RevisionPhoto
from tinbai.workflow import record


def with_photos(office: Office, **options: object) -> int:
    photos = tuple(
        RevisionPhoto(
            position=number, sha256=office.blobs.put(content), filename=f"{number}.jpg", caption=f"Chú thích {number}",
            place=place, edit="", cover=False,
        )
        for number, (content, place) in enumerate([(a_picture(), 0), (a_picture("teal"), None), (b"no picture", 1)])
    )  # fmt: skip
    return office.article(photos=photos, **options)  # type: ignore[arg-type]


def test_the_frame_shows_text_and_photos_as_they_will_go_out_and_loads_nothing(office: Office) -> None:
    article_id = with_photos(office)
    answer = office.enter(RoleName.READER).get(f"/articles/{article_id}/portal/page")
    page = html.fromstring(answer.text)
    assert page.xpath("//h1/text()") == ["Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"]
    (figure,) = page.xpath("//figure")  # what lies in the tray does not go out
    assert figure.getprevious().text_content().startswith("Dự và khai mạc")
    assert figure.xpath(".//figcaption/text()") == ["Chú thích 0"]
    assert all(address.startswith("data:image/") for address in page.xpath("//@src"))
    assert "Không hiển thị được ảnh 2.jpg" in answer.text
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_nothing_an_article_carries_acts_in_the_frame(office: Office) -> None:
    title = '<img src=x onerror="alert(1)">'
    article_id = office.article(title=title, body_html="<p>A</p><script>alert(1)</script>")
    page = office.enter(RoleName.READER).get(f"/articles/{article_id}/portal/page").text
    assert "<script" not in page
    assert title not in page


def test_a_correction_that_will_go_out_is_seen_there(office: Office) -> None:
    article_id = office.article(ArticleStatus.EDITING)
    with office.database.writing() as session:
        user = session.query(User).first() or None
        event = record(session, "article", article_id, 1, "correct", by=user, at=office.clock())
        session.flush()
        session.add(
            Correction(article_id=article_id, event_id=event.id, actor="x", at=office.clock(), words="Đúng là 45.")
        )
    page = office.enter(RoleName.READER).get(f"/articles/{article_id}/portal/page").text
    assert "Đính chính (12:00 ngày 15/10/2026): Đúng là 45." in page


def test_the_page_shows_it_as_wide_as_a_desk_and_as_a_phone(office: Office) -> None:
    article_id, visit = office.article(), office.enter(RoleName.READER)
    for width, phone in (("", False), ("?width=phone", True)):
        (frame,) = html.fromstring(visit.get(f"/articles/{article_id}/portal{width}").text).xpath("//iframe")
        assert ("portal-frame-phone" in frame.get("class")) is phone
        assert frame.get("sandbox") == ""


def test_the_slip_says_what_such_slips_say(office: Office) -> None:
    article_id, editor, head = office.article(), office.enter(RoleName.EDITOR), office.enter(RoleName.HEAD)
    with office.database.writing() as session:
        session.query(User).order_by(User.id.desc()).first().title = "Phó Chủ tịch"  # type: ignore[union-attr]
    editor.post(f"/articles/{article_id}/submission", {"seen": "1"})
    editor.post(f"/articles/{article_id}/remarks", {"words": "Đã kiểm tra số liệu với thôn."})
    office.clock.move(minutes=5)
    head.post(f"/articles/{article_id}/approval", {"seen": "1", "note": "Đăng trang đầu."})
    page = html.fromstring(office.enter(RoleName.READER).get(f"/articles/{article_id}/slip").text)
    facts = {row.xpath("string(th)"): row.xpath("string(td)") for row in page.xpath("//table[1]//tr")}
    assert facts["Tiêu đề"].startswith("Tập huấn kỹ thuật")
    assert (facts["Tác giả"], facts["Chuyên mục"], facts["Thể loại"]) == ("Thí Điểm", "Kinh tế", "Tin, bài")
    assert facts["Khối lượng"].startswith("40 chữ, 0 ảnh")
    opinions = [row.text_content() for row in page.xpath("//table[2]/tbody/tr")]
    assert len(opinions) == 3
    assert "Đã kiểm tra số liệu với thôn." in opinions[1]
    assert "Duyệt đăng: Đăng trang đầu." in opinions[2]
    assert "Phó Chủ tịch" in opinions[2]
    approver = page.xpath("//section[h2='Người duyệt']")[0].text_content()
    assert "trên hệ thống lúc 15/10/2026 12:05" in approver


def test_an_approval_that_was_taken_back_has_signed_nothing(office: Office) -> None:
    article_id, head = office.article(ArticleStatus.SUBMITTED), office.enter(RoleName.HEAD)
    head.post(f"/articles/{article_id}/approval", {"seen": "1", "publish_at": "2026-10-20T08:00"})
    office.clock.move(seconds=5)
    head.post(f"/articles/{article_id}/undoing", {"seen": "1"})
    page = html.fromstring(head.get(f"/articles/{article_id}/slip").text)
    assert "trên hệ thống" not in page.xpath("//section[h2='Người duyệt']")[0].text_content()
