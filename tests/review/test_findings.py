"""Findings on the article page: at their place, repaired with one click, passed over with a reason that stays."""

from typing import Any

import pytest
from lxml import html

from review.draft_form import Draft
from review.repairing import repaired
from tests.review.office import Office, Visit, a_picture
from tests.review.test_saving import form_of, save
from tinbai.article import Article, ArticleStatus
from tinbai.event import Event
from tinbai.html import text_of_html
from tinbai.ignored import key_of
from tinbai.people import RoleName
from tinbai.revision import Revision, RevisionPhoto

SUM: dict[str, Any] = {
    "check": "sum", "severity": "warn", "where": {"field": "body", "block": 1, "start": 3, "end": 5},
    "message": "30 nữ và 15 nam là 45 người.", "repairs": ["31", "ba mươi"],
}  # fmt: skip
SECRET: dict[str, Any] = {
    "check": "secret", "severity": "block", "where": {"field": "title", "start": 0, "end": 8},
    "message": "Tiêu đề có dấu mật.", "repairs": ["Hội thảo"],
}  # fmt: skip


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def with_findings(office: Office, *findings: dict[str, Any], **options: Any) -> int:
    def change(article: Article) -> None:
        assert article.revision is not None
        article.revision.findings = list(findings)

    return office.article(change=change, **options)


def listed(page: str) -> list[Any]:
    return html.fromstring(page).xpath('//ul[@class="findings"]/li')


def test_a_finding_says_where_it_is_and_which_words_it_is_about(office: Office, editor: Visit) -> None:
    page = editor.get(f"/articles/{with_findings(office, SUM)}").text
    (item,) = listed(page)
    assert item.get("data-finding-block") == "1"
    assert item.get("data-finding-excerpt") == "30"
    assert "“30”" in item.text_content()


def test_a_repair_of_the_body_is_taken_into_the_form_with_one_click(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SUM)
    answer = editor.post(f"/articles/{article_id}/choice", form_of(office, article_id, take="repair/0/1"))
    assert "&lt;p&gt;Có ba mươi nữ và 15 nam.&lt;/p&gt;" in answer.text
    assert len(office.read(article_id).revisions) == 1


def test_a_repair_finds_its_words_again_after_the_text_has_moved(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SUM)
    body = "<p>Đoạn mới chèn 15.</p><p>Dự.</p><p>Tổng cộng có <strong>3</strong>0 nữ.</p>"
    answer = editor.post(
        f"/articles/{article_id}/choice", form_of(office, article_id, take="repair/0/0", body_html=body)
    )
    assert "&lt;p&gt;Tổng cộng có &lt;strong&gt;31&lt;/strong&gt; nữ.&lt;/p&gt;" in answer.text


@pytest.mark.parametrize("body", [
    "<p>Dự.</p><p>Ngày 130/11, có ba mươi nữ.</p>",  # a part of another figure
    "<p>Dự.</p><p>Có ba mươi nữ, 30 ghế.</p>",  # another thirty
])  # fmt: skip
def test_another_figure_of_the_same_digits_is_left_alone(office: Office, editor: Visit, body: str) -> None:
    article_id = with_findings(office, SUM)
    answer = editor.post(
        f"/articles/{article_id}/choice", form_of(office, article_id, take="repair/0/0", body_html=body)
    )
    assert "31" not in answer.text


@pytest.mark.parametrize("which", range(4))
def test_of_like_places_in_a_list_the_one_that_was_found_is_repaired(which: int) -> None:
    """The text of the page has numbers of the list besides, which the element has not."""
    body = "<ol>" + "<li>Thu 1.5 tấn</li>" * 4 + "</ol>"
    place = [at for at in range(len(text_of_html(body))) if text_of_html(body).startswith("1.5", at)][which]
    where = {"field": "body", "block": 0, "start": place, "end": place + 3}
    revision = Revision(body_html=body, findings=[{"check": "x", "where": where, "repairs": ["1,5"]}])
    empty = dict.fromkeys(("title", "summary", "byline", "author", "source", "column_key"), "")
    unsaved = Draft(body_html=body, genre=None, needs_head=False, photos=(), **empty)
    draft, _field = repaired(unsaved, revision, 0, 0)
    wanted = ["Thu 1.5 tấn"] * 4
    wanted[which] = "Thu 1,5 tấn"
    assert [item.text_content() for item in html.fromstring(draft.body_html).xpath("//li")] == wanted


def test_a_repair_of_words_that_were_rewritten_is_refused_in_words(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SUM)
    form = form_of(office, article_id, take="repair/0/0", body_html="<p>Viết lại cả.</p>")
    answer = editor.post(f"/articles/{article_id}/choice", form)
    assert answer.status_code == 422
    assert "Chỗ cần sửa đã được viết lại" in answer.text


def test_a_repair_of_the_title_replaces_the_words_meant(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SECRET)
    answer = editor.post(f"/articles/{article_id}/choice", form_of(office, article_id, take="repair/0/0"))
    assert ">Hội thảo kỹ thuật trồng nấm rơm cho 45 hội viên nông dân</textarea>" in answer.text


def test_a_repair_of_a_photo_goes_to_that_photo(office: Office, editor: Visit) -> None:
    name = office.blobs.put(a_picture())
    photo = RevisionPhoto(position=0, sha256=name, filename="1.jpg", place=0, caption="Hội viên tham quan.")
    finding = {
        "check": "alt_missing", "severity": "hint", "where": {"field": "photos", "block": 0},
        "message": "x", "repairs": ["Hội viên tham quan."],
    }  # fmt: skip
    article_id = with_findings(office, finding, photos=(photo,))
    answer = editor.post(f"/articles/{article_id}/choice", form_of(office, article_id, take="repair/0/0"))
    fields = html.fromstring(answer.text).xpath('//input[@name="photo_alt"]/@value')
    assert fields == ["Hội viên tham quan."]


def test_a_repair_of_some_words_of_a_caption_leaves_the_others(office: Office, editor: Visit) -> None:
    name = office.blobs.put(a_picture())
    caption = "Thứ Sáu, 22/9/2026: khai mạc lớp học."
    photo = RevisionPhoto(position=0, sha256=name, filename="1.jpg", place=0, caption=caption)
    finding = {
        "check": "weekday_wrong", "severity": "warn", "where": {"field": "photos", "block": 0, "start": 0, "end": 7},
        "message": "Thứ không khớp ngày.", "repairs": ["Thứ Ba"],
    }  # fmt: skip
    article_id = with_findings(office, finding, photos=(photo,))
    answer = editor.post(f"/articles/{article_id}/choice", form_of(office, article_id, take="repair/0/0"))
    assert "Thứ Ba, 22/9/2026: khai mạc lớp học." in answer.text


@pytest.mark.parametrize(("confidence", "words"), [(1.0, None), (0.8, "khá chắc"), (0.6, "chưa thật chắc")])
def test_a_finding_says_how_sure_it_is_unless_it_is_certain(
    confidence: float, words: str | None, office: Office, editor: Visit
) -> None:
    (item,) = listed(editor.get(f"/articles/{with_findings(office, SUM | {'confidence': confidence})}").text)
    shown = [each.text_content() for each in item.xpath('.//span[contains(@class, "sure")]')]
    assert (words is None and not shown) or (words is not None and words in shown[0])


@pytest.mark.parametrize("take", ["repair/9/0", "repair/0/9", "repair/x/0", "repair/0", "repair/-1/0"])
def test_a_repair_that_nobody_offered_is_refused(office: Office, editor: Visit, take: str) -> None:
    article_id = with_findings(office, SUM)
    assert editor.post(f"/articles/{article_id}/choice", form_of(office, article_id, take=take)).status_code == 422


def ignore(visit: Visit, article_id: int, finding: dict[str, Any], note: str = "Đã hỏi lại đơn vị") -> Any:
    form = {"seen": "1", "note": note}
    return visit.post(f"/articles/{article_id}/findings/{key_of(finding)}/ignoring", form)


def test_a_finding_is_passed_over_with_a_reason_on_record(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SUM)
    assert ignore(editor, article_id, SUM).status_code == 303
    page = editor.get(f"/articles/{article_id}").text
    assert "Đã bỏ qua (1)" in page
    assert "Phạm Thị Minh Họa: Đã hỏi lại đơn vị" in page
    with office.database.reading() as session:
        event = session.query(Event).filter_by(decision="ignore_finding").one()
        assert event.note == "30 nữ và 15 nam là 45 người. Lý do: Đã hỏi lại đơn vị"
    editor.post(f"/articles/{article_id}/findings/{key_of(SUM)}/heeding", {"seen": "1"})
    assert "Đã bỏ qua" not in editor.get(f"/articles/{article_id}").text


def test_without_a_reason_nothing_is_passed_over(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SUM)
    assert ignore(editor, article_id, SUM, note=" ").status_code == 422


def test_the_reason_goes_along_to_the_next_version_as_long_as_the_check_says_the_same(
    office: Office, editor: Visit
) -> None:
    article_id = office.article()
    save(editor, office, article_id, title="Một")  # the checks have run: there is no photo
    (missing,) = [each for each in findings_of(office, article_id) if each["check"] == "photo_missing"]
    form = {"seen": "2", "note": "Bài không cần ảnh"}
    editor.post(f"/articles/{article_id}/findings/{key_of(missing)}/ignoring", form)
    save(editor, office, article_id, title="Hai")
    (again,) = [each for each in findings_of(office, article_id) if each["check"] == "photo_missing"]
    assert again["ignored"]["reason"] == "Bài không cần ảnh"


def findings_of(office: Office, article_id: int) -> list[dict[str, Any]]:
    revision = office.read(article_id).revision
    assert revision is not None
    return revision.findings


def test_what_blocks_stops_submission_with_words_until_the_head_passes_it_over(office: Office, editor: Visit) -> None:
    article_id = with_findings(office, SECRET)
    page = editor.get(f"/articles/{article_id}").text
    assert "Bài còn lỗi phải xử lý nên chưa trình duyệt được." in page
    assert editor.post(f"/articles/{article_id}/submission", {"seen": "1"}).status_code == 422
    refused = ignore(editor, article_id, SECRET)
    assert refused.status_code == 422
    assert "chỉ Trưởng Ban biên tập được bỏ qua" in refused.text
    assert ignore(office.enter(RoleName.HEAD), article_id, SECRET).status_code == 303
    assert editor.post(f"/articles/{article_id}/submission", {"seen": "1"}).status_code == 303
    assert office.read(article_id).status is ArticleStatus.SUBMITTED


def test_one_telephone_number_that_is_passed_over_says_nothing_of_another(office: Office) -> None:
    head = office.enter(RoleName.HEAD)
    body = "<p>Liên hệ ông Thử: 0900000009.</p><p>Liên hệ bà Nháp: 0900000017.</p>"
    article_id = office.article(body_html="<p>a</p>")
    save(head, office, article_id, body_html=body)
    first, second = private_numbers(office, article_id)
    assert first["message"] == second["message"]
    assert key_of(first) != key_of(second)
    seen = {"seen": str(office.read(article_id).version), "note": "Số của cơ quan"}
    assert head.post(f"/articles/{article_id}/findings/{key_of(first)}/ignoring", seen).status_code == 303
    assert [bool(each.get("ignored")) for each in private_numbers(office, article_id)] == [True, False]
    save(head, office, article_id, body_html=f"<p>Thêm một đoạn.</p>{body}")
    assert [bool(each.get("ignored")) for each in private_numbers(office, article_id)] == [True, False]
    save(head, office, article_id, body_html=body.replace("0900000009", "0900000025"))
    assert [bool(each.get("ignored")) for each in private_numbers(office, article_id)] == [False, False]


def private_numbers(office: Office, article_id: int) -> list[dict[str, Any]]:
    with office.database.reading() as session:
        revision = session.get_one(Article, article_id).revision
        assert revision is not None
        return [each for each in revision.findings if each["check"] == "personal_number"]
