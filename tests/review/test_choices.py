"""What the reader chose is shown with how sure it was; another choice is one click, and so is the way back."""

from typing import Any

import pytest
from lxml import html

from review.difference import changed_fields, runs
from review.locale import vi
from tests.review.office import Office, Visit, a_picture
from tests.review.route_things import put_on_portal
from tests.review.test_saving import form_of
from tinbai.article import Article, ArticleStatus
from tinbai.message import MessageStatus
from tinbai.people import RoleName
from tinbai.rereading import Rereading, besides_text
from tinbai.revision import Revision, RevisionPhoto

KICKER = "PHÒNG VĂN HÓA XÃ AN MẪU"
REAL = "Đêm văn nghệ mừng mùa gặt"
BODY = f"<p>{REAL}</p><p>Tối 03/10/2026, bà con về dự đông đủ.</p><p>Đêm diễn có 14 tiết mục.</p>"
PHOTO = "a" * 64


def chosen(field: str, value: str, confidence: float, others: list[tuple[str, str]], about: str | None = None) -> Any:
    listed = [{"value": other, "label": label} for other, label in others]
    return {
        "field": field, "value": value, "confidence": confidence, "reason": f"lý do của {field}", "about": about,
        "others": listed,
    }  # fmt: skip


DECISIONS = [
    chosen("source", "part", 0.96, [("body", "thân thư: “Kính gửi”"), ("raw", "chép nguyên toàn văn")]),
    chosen("encoding", "unicode", 0.5, [("viqr", "VIQR: “Đêm văn nghệ”")]),
    chosen("set_aside", "aside", 0.4, [], "chú thích chưa khớp với ảnh nào"),
    chosen("title", KICKER, 0.7, [(REAL, "dòng trong bài"), ("Văn nghệ", "tiêu đề thư")]),
    chosen("summary", "", 0.8, [("Tối 03/10/2026, bà con về dự đông đủ.", "đoạn đầu của bài")]),
    chosen("column", "", 0.4, [("Kinh tế", "có từ: mùa gặt"), ("Văn hóa – xã hội", "có từ: văn nghệ")]),
    chosen("unit", "", 0.6, [("Hội Nông dân xã An Mẫu", "đơn vị của người gửi")]),
    chosen("caption", "", 0.55, [("Tiết mục mở màn.", "dòng chú thích trong bài")], PHOTO),
]


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def drafted(office: Office, change: Any = None, status: ArticleStatus = ArticleStatus.NEW) -> int:
    """An article as ingest leaves it, with its letter."""
    letter_id = office.letter(MessageStatus.DRAFTED)
    photo = RevisionPhoto(position=0, sha256=office.blobs.put(a_picture()), filename="1.jpg", place=1)

    def read(article: Article) -> None:
        assert article.revision is not None
        article.message_id = article.revision.message_id = letter_id
        article.set_aside = [{"text": "Ảnh: khai mạc.\nẢnh: bế mạc.", "why": "chú thích chưa khớp với ảnh nào"}]
        told = [one | ({"about": photo.sha256} if one["field"] == "caption" else {}) for one in DECISIONS]
        article.revision.chosen = told
        if change:
            change(article)

    return office.article(status, change=read, title=KICKER, body_html=BODY, photos=(photo,), column=None)


def number_of(field: str) -> int:
    return next(number for number, one in enumerate(DECISIONS) if one["field"] == field)


def take(office: Office, visit: Visit, article_id: int, what: str, **changes: Any) -> dict[str, Any]:
    """The form as it comes back after a choice."""
    answer = visit.post(f"/articles/{article_id}/choice", form_of(office, article_id, **changes) | {"take": what})
    assert answer.status_code == 200, answer.text
    return fields_of(answer.text)


def fields_of(page: str) -> dict[str, Any]:
    (form,) = [each for each in html.fromstring(page).forms if each.action.endswith("/revisions")]
    fields: dict[str, Any] = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    return {name: values[0] if not name.startswith("photo_") else values for name, values in fields.items()}


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(1.0, "chắc chắn"), (0.9, "chắc chắn"), (0.8, "khá chắc"), (0.6, "nên xem lại"), (0.2, "cần xem lại")],
)
def test_a_confidence_is_said_in_words(confidence: float, words: str) -> None:
    assert words in vi.surety(confidence).words


def test_the_page_shows_every_decision_with_its_reason_and_how_sure_it_was(office: Office, editor: Visit) -> None:
    text = editor.get(f"/articles/{drafted(office)}").text
    for one in DECISIONS:
        if one["field"] != "set_aside":
            assert one["reason"] in text
    assert "chưa thật chắc, nên xem lại" in text
    assert "không chắc, cần xem lại" in text


def test_another_title_goes_into_the_form_and_its_line_leaves_the_body(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    form = take(office, editor, article_id, f"{number_of('title')}/1")
    assert form["title"] == REAL
    assert REAL not in form["body_html"]
    assert form["photo_place"] == ["0"], "the photo stays after its paragraph"
    assert len(office.read(article_id).revisions) == 1, "nothing is saved"


def test_and_back_again_it_is_as_it_was(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    place = number_of("title")
    there = take(office, editor, article_id, f"{place}/1")
    for back in (f"{place}/0", f"{place}/saved"):
        form = take(office, editor, article_id, back, **there)
        assert form["title"] == KICKER
        assert html.fromstring(form["body_html"]).text_content() == html.fromstring(BODY).text_content()
        assert form["photo_place"] == ["1"]


def test_a_subject_as_title_leaves_the_body_alone(office: Office, editor: Visit) -> None:
    form = take(office, editor, drafted(office), f"{number_of('title')}/2")
    assert form["title"] == "Văn nghệ"
    assert REAL in form["body_html"]


def test_the_first_paragraph_becomes_the_summary_and_comes_back(office: Office, editor: Visit) -> None:
    article_id, place = drafted(office), number_of("summary")
    there = take(office, editor, article_id, f"{place}/1")
    assert there["summary"].startswith("Tối 03/10")
    assert "Tối 03/10" not in there["body_html"]
    back = take(office, editor, article_id, f"{place}/0", **there)
    assert back["summary"] == ""
    assert back["body_html"].index("Tối 03/10") > back["body_html"].index(REAL)


@pytest.mark.parametrize(
    ("field", "option", "name", "value"),
    [
        ("column", 2, "column", "van-hoa"),
        ("unit", 1, "unit", "hnd"),
        ("caption", 1, "photo_caption", "Tiết mục mở màn."),
    ],
)
def test_column_unit_and_caption_are_taken_as_well(
    office: Office, editor: Visit, field: str, option: int, name: str, value: str
) -> None:
    form = take(office, editor, drafted(office), f"{number_of(field)}/{option}")
    assert form[name] in (value, [value])


def test_what_was_set_aside_goes_into_the_body_and_out_again(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    there = take(office, editor, article_id, "aside/0")
    assert there["body_html"].endswith("<p>Ảnh: khai mạc.</p><p>Ảnh: bế mạc.</p>")
    assert take(office, editor, article_id, "aside/0", **there)["body_html"] == BODY


def test_a_choice_keeps_what_was_typed_and_is_saved_like_anything_else(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    form = take(office, editor, article_id, f"{number_of('column')}/2", author="Viết tay", seen="1")
    assert (form["author"], form["seen"]) == ("Viết tay", "1")
    assert editor.post(f"/articles/{article_id}/revisions", form).status_code == 303
    article = office.read(article_id)
    assert article.column is not None
    assert article.column.key == "van-hoa"
    assert article.revision is not None
    assert (article.revision.author, article.revision.origin) == ("Viết tay", 1)


def test_after_a_save_the_reading_it_goes_back_to_is_still_offered(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    editor.post(f"/articles/{article_id}/revisions", form_of(office, article_id, title="Tiêu đề viết tay"))
    page = editor.get(f"/articles/{article_id}").text
    assert "Đã sửa khác lựa chọn của máy" in page
    assert take(office, editor, article_id, f"{number_of('title')}/0")["title"] == KICKER


@pytest.mark.parametrize(
    "what", ["99/0", "3/9", "3/-1", "x/0", "3", "aside/7", "aside/x", "before/title", "before/x", ""]
)
def test_what_was_not_offered_is_refused(office: Office, editor: Visit, what: str) -> None:
    article_id = drafted(office)
    answer = editor.post(f"/articles/{article_id}/choice", form_of(office, article_id) | {"take": what})
    assert answer.status_code == 422
    assert "Lựa chọn này không còn trên bài" in answer.text


def ask(visit: Visit, article_id: int, field: str, value: str, **form: str) -> Any:
    return visit.post(f"/articles/{article_id}/rereading", {"seen": "1", "field": field, "value": value} | form)


def requests_of(office: Office) -> list[Rereading]:
    with office.database.reading() as session:
        return session.query(Rereading).order_by(Rereading.id).all()


@pytest.mark.parametrize(
    ("field", "value", "wish"),
    [
        ("source", "body", {"source": "body", "raw": False}),
        ("source", "raw", {"source": None, "raw": True}),
        ("encoding", "viqr", {"encoding": "viqr"}),
    ],
)
def test_a_request_is_written_down_for_ingest(
    office: Office, editor: Visit, field: str, value: str, wish: dict[str, Any]
) -> None:
    article_id = drafted(office)
    assert ask(editor, article_id, field, value).headers["location"].endswith("done=rereading")
    (request,) = requests_of(office)
    assert {name: request.wish[name] for name in wish} == wish
    assert (request.article_id, request.seen, request.done_at) == (article_id, 1, None)
    page = editor.get(f"/articles/{article_id}").text
    assert "Máy đang đọc lại thư" in page
    assert "Đọc lại:" not in page, "one at a time"
    assert ask(editor, article_id, field, value).status_code == 422


@pytest.mark.parametrize(("field", "value"), [("source", "x"), ("kind", "question"), ("title", REAL), ("", "")])
def test_what_was_not_offered_cannot_be_asked_for(office: Office, editor: Visit, field: str, value: str) -> None:
    answer = ask(editor, drafted(office), field, value)
    assert answer.status_code == 422
    assert "Không đọc lại được theo cách này" in answer.text
    assert requests_of(office) == []


def test_over_somebodys_work_the_page_asks_first_and_says_that_nothing_is_lost(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    editor.post(f"/articles/{article_id}/revisions", form_of(office, article_id, title="Tiêu đề viết tay"))
    answer = ask(editor, article_id, "source", "body", seen="2")
    assert answer.status_code == 409
    assert "không mất" in answer.text
    assert requests_of(office) == []
    assert ask(editor, article_id, "source", "body", seen="2", sure="1").status_code == 303
    assert len(requests_of(office)) == 1


def test_a_letter_that_is_not_here_cannot_be_read_again(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    with office.database.writing() as session:
        message = session.get_one(Article, article_id).message
        assert message is not None
        message.stored = False
    assert "Đọc lại:" not in editor.get(f"/articles/{article_id}").text
    assert ask(editor, article_id, "source", "body").status_code == 422


def reread(office: Office, article_id: int, **values: Any) -> None:
    """As ingest answers a request: another version, another kind."""
    with office.database.writing() as session:
        article = session.get_one(Article, article_id)
        first = article.revision
        assert first is not None
        was = besides_text(article)
        article.set_aside = []
        article.version += 1
        second = Revision(
            article_id=article.id, number=2, made_at=office.clock(), message_id=first.message_id, title="Từ thân thư",
            body_html="<p>Kính gửi Ban biên tập</p>", findings=[], chosen=DECISIONS,
        )  # fmt: skip
        session.add(second)
        session.flush()
        request = session.query(Rereading).filter_by(article_id=article.id).one()
        request.done_at, request.base_id, request.revision_id = office.clock(), first.id, second.id
        request.besides = {"was": was, "became": besides_text(article)}
        for name, value in values.items():
            setattr(request, name, value)
        article.revision_id = second.id


def restore(visit: Visit, article_id: int, number: int, seen: int) -> Any:
    return visit.post(f"/articles/{article_id}/revisions/{number}/restoration", {"seen": str(seen)})


def test_another_reading_is_taken_back_with_one_click_and_taken_again(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    ask(editor, article_id, "source", "body")
    reread(office, article_id)
    page = editor.get(f"/articles/{article_id}").text
    assert "Bài đã được đọc lại: lấy bài từ thân thư" in page
    assert f"/articles/{article_id}/revisions/1/restoration" in page
    assert restore(editor, article_id, 1, 2).headers["location"].endswith("done=revision_restored")
    article = office.read(article_id)
    assert article.revision is not None
    assert (article.revision.number, article.revision.title, article.revision.body_html) == (3, KICKER, BODY)
    assert article.revision.photos[0].place == 1
    assert article.set_aside[0]["why"].startswith("chú thích")
    assert "lý do của title" in editor.get(f"/articles/{article_id}").text
    restore(editor, article_id, 2, 3)
    again = office.read(article_id)
    assert again.revision is not None
    assert (again.revision.number, again.revision.title, again.set_aside) == (4, "Từ thân thư", [])


def test_taking_a_split_back_puts_the_parted_article_away_and_brings_the_merged_one_back(
    office: Office, editor: Visit
) -> None:
    article_id, parted, merged = drafted(office), drafted(office), drafted(office, status=ArticleStatus.REJECTED)
    worked_on = drafted(office, status=ArticleStatus.EDITING)
    ask(editor, article_id, "source", "body")
    made = [{"id": parted, "code": "AM-1"}, {"id": worked_on, "code": "AM-2"}]
    reread(office, article_id, made=made, merged=[{"id": merged, "code": "AM-3"}])
    restore(editor, article_id, 1, 2)
    assert office.read(parted).status is ArticleStatus.REJECTED
    assert office.read(merged).status is ArticleStatus.NEW
    assert office.read(worked_on).status is ArticleStatus.EDITING, "somebody works on it"
    restore(editor, article_id, 2, 3)
    assert office.read(parted).status is ArticleStatus.NEW
    assert office.read(merged).status is ArticleStatus.REJECTED


def test_what_a_portal_has_is_not_put_away_with_a_split(office: Office, editor: Visit) -> None:
    """It was published, sent back and sent in again: nobody takes it down who rejects it."""
    article_id, parted = drafted(office), drafted(office)
    put_on_portal(office, parted)
    ask(editor, article_id, "source", "body")
    reread(office, article_id, made=[{"id": parted, "code": "AM-1"}])
    restore(editor, article_id, 1, 2)
    assert office.read(parted).status is ArticleStatus.NEW


def test_any_version_is_taken_back_from_its_page_and_the_history_says_so(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    editor.post(f"/articles/{article_id}/revisions", form_of(office, article_id, title="Bản hai"))
    assert "Lấy lại bản này" in editor.get(f"/articles/{article_id}/revisions/1").text
    assert "Lấy lại bản này" not in editor.get(f"/articles/{article_id}/revisions/2").text
    restore(editor, article_id, 1, 2)
    article = office.read(article_id)
    assert [revision.title for revision in article.revisions] == [KICKER, "Bản hai", KICKER]
    assert "Lấy lại bản 1." in editor.get(f"/articles/{article_id}/history").text


def test_the_newest_version_is_not_restored_and_an_unseen_change_is_respected(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    assert restore(editor, article_id, 1, 1).headers["location"].endswith("done=unchanged")
    assert restore(editor, article_id, 1, 9).status_code == 409
    assert restore(editor, article_id, 7, 1).status_code == 404
    assert len(office.read(article_id).revisions) == 1


def corrected(office: Office, article_id: int) -> None:
    """The contributor's second letter."""
    letter_id = office.letter(MessageStatus.JOINED)
    with office.database.writing() as session:
        article = session.get_one(Article, article_id)
        revision = Revision(
            article_id=article_id, number=2, made_at=office.clock(), message_id=letter_id, title=KICKER, findings=[],
            summary=article.revision.summary if article.revision else "", body_html=BODY.replace("14", "15"),
            byline="Tin, ảnh: Thí Điểm", author="Thí Điểm",
        )  # fmt: skip
        new = office.blobs.put(a_picture("gold"))
        revision.photos = [RevisionPhoto(position=0, sha256=new, filename="1.jpg", caption="Mở màn.", place=1)]
        session.add(revision)
        session.flush()
        article.revision_id = revision.id
        article.version += 1


def test_a_corrected_version_is_shown_as_a_difference_in_words_and_marks(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    corrected(office, article_id)
    page = editor.get(f"/articles/{article_id}").text
    assert "Bản mới của đơn vị gửi: khác bản trước thế nào" in page
    assert "<del>14</del>" in page
    assert "<ins>15</ins>" in page
    assert "thêm 1 chữ, bỏ 1 chữ" in page
    assert "Thay ảnh 1.jpg bằng ảnh mới." in page
    assert "Bản mới của đơn vị gửi" in editor.get("/?status=new").text


def test_parts_of_the_version_before_are_kept_with_one_click(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    corrected(office, article_id)
    assert "14" in take(office, editor, article_id, "before/body_html")["body_html"]
    first = office.read(article_id).revisions[0]
    with office.database.reading() as session:
        (old,) = session.get_one(Revision, first.id).photos
        assert take(office, editor, article_id, "before/photos")["photo_sha256"][0] == old.sha256


def test_somebodys_own_version_shows_no_difference_on_the_page(office: Office, editor: Visit) -> None:
    article_id = drafted(office)
    editor.post(f"/articles/{article_id}/revisions", form_of(office, article_id, title="Bản hai"))
    assert 'id="difference"' not in editor.get(f"/articles/{article_id}").text


def test_who_may_not_edit_sees_the_decisions_and_no_button(office: Office) -> None:
    page = office.enter(RoleName.ADMIN).get(f"/articles/{drafted(office)}").text
    assert "lý do của source" in page
    assert "/choice" not in page
    assert "/rereading" not in page


def test_texts_with_nothing_in_common_are_shown_one_after_the_other() -> None:
    old, new = "một hai ba bốn năm sáu bảy tám chín mười mười một", "xuân hạ thu đông " * 4
    assert [run.how for run in runs(old, new)] == ["taken_out", "put_in"]


def test_every_field_that_differs_is_named(office: Office) -> None:
    article = office.read(drafted(office))
    (first,) = article.revisions
    second = Revision(
        title="Khác", summary=first.summary, body_html=first.body_html, byline="", author=first.author, source="Báo"
    )
    assert [change.field for change in changed_fields(first, second)] == ["title", "byline", "source"]
