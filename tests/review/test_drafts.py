"""What an editor writes is kept as a draft of his own: no version, nobody else's, never written over."""

from typing import Any

import pytest

from review.drafts import MOST
from tests.review.office import Office, Visit
from tests.review.test_saving import form_of, save
from tinbai.at_article import ArticleDraft
from tinbai.event import Event
from tinbai.people import RoleName


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def keep(visit: Visit, office: Office, article_id: int, **changes: Any) -> dict[str, Any]:
    answer = visit.post(f"/articles/{article_id}/drafts", form_of(office, article_id, **changes))
    assert answer.status_code == 200
    return dict(answer.json())


def drafts(office: Office) -> list[ArticleDraft]:
    with office.database.reading() as session:
        return session.query(ArticleDraft).order_by(ArticleDraft.id).all()


def test_keeping_a_draft_makes_no_version_and_no_event(office: Office, editor: Visit) -> None:
    article_id = office.article()
    kept = keep(editor, office, article_id, title="Đang viết dở")
    assert kept["at"] == "12:00"
    for number in range(5):
        kept = keep(
            editor, office, article_id, title=f"Đang viết dở {number}", draft_key=kept["key"],
            draft_serial=str(kept["serial"]),
        )  # fmt: skip
    article = office.read(article_id)
    assert (len(article.revisions), article.version, len(drafts(office))) == (1, 1, 1)
    with office.database.reading() as session:
        assert session.query(Event).count() == 0


def test_the_page_opens_with_the_draft_and_says_that_it_is_not_saved(office: Office, editor: Visit) -> None:
    article_id = office.article()
    keep(editor, office, article_id, title="Đang viết dở", body_html="<p>Câu còn dở</p>")
    page = editor.get(f"/articles/{article_id}").text
    assert ">Đang viết dở</textarea>" in page
    assert "&lt;p&gt;Câu còn dở&lt;/p&gt;" in page
    assert "<strong>chưa lưu thành bản mới</strong>" in page


def test_nobody_else_sees_it(office: Office, editor: Visit) -> None:
    article_id = office.article()
    kept = keep(editor, office, article_id, title="Đang viết dở")
    head = office.enter(RoleName.HEAD)
    assert "Đang viết dở" not in head.get(f"/articles/{article_id}").text
    assert head.get(f"/articles/{article_id}/drafts/{kept['key']}").status_code == 404
    head.post(f"/articles/{article_id}/drafts/{kept['key']}/removal")
    assert len(drafts(office)) == 1


def test_saving_ends_the_draft_that_was_saved_and_no_other(office: Office, editor: Visit) -> None:
    article_id = office.article()
    kept = keep(editor, office, article_id, title="Bản một")
    keep(editor, office, article_id, title="Bản hai")
    save(editor, office, article_id, title="Bản một", draft_key=kept["key"], draft_serial=str(kept["serial"]))
    (left,) = drafts(office)
    assert ["title", "Bản hai"] in left.form["pairs"]


def test_two_pages_of_one_user_never_write_over_each_other(office: Office, editor: Visit) -> None:
    article_id = office.article()
    first = keep(editor, office, article_id, title="Bắt đầu")
    mark = {"draft_key": first["key"], "draft_serial": str(first["serial"])}
    one = keep(editor, office, article_id, title="Thẻ một viết tiếp", **mark)
    other = keep(editor, office, article_id, title="Thẻ hai viết tiếp", **mark)  # has not seen what the first one wrote
    assert one["key"] == first["key"] != other["key"]
    texts = [dict(each.form["pairs"])["title"] for each in drafts(office)]
    assert texts == ["Thẻ một viết tiếp", "Thẻ hai viết tiếp"]
    page = editor.get(f"/articles/{article_id}").text
    assert "Bản nháp khác của bạn (1)" in page


def test_a_draft_that_the_article_has_left_behind_is_shown_beside_it(office: Office, editor: Visit) -> None:
    article_id = office.article()
    kept = keep(editor, office, article_id, title="Tiêu đề viết dở")
    save(office.enter(RoleName.EDITOR), office, article_id, title="Tiêu đề của người khác")
    page = editor.get(f"/articles/{article_id}").text
    assert ">Tiêu đề của người khác</textarea>" in page  # the form holds what stands
    assert f"/articles/{article_id}/drafts/{kept['key']}" in page
    both = editor.get(f"/articles/{article_id}/drafts/{kept['key']}").text
    assert "Tiêu đề viết dở" in both
    assert "<del>của</del>" in both or "<del>của người khác</del>" in both


def test_a_draft_is_thrown_away_by_its_owner(office: Office, editor: Visit) -> None:
    article_id = office.article()
    kept = keep(editor, office, article_id, title="Bỏ đi")
    answer = editor.post(f"/articles/{article_id}/drafts/{kept['key']}/removal")
    assert answer.headers["location"] == f"/articles/{article_id}?done=draft_dropped"
    assert drafts(office) == []


def test_what_could_not_be_saved_is_not_kept_either_and_says_why(office: Office, editor: Visit) -> None:
    article_id = office.article()
    answer = editor.post(f"/articles/{article_id}/drafts", form_of(office, article_id, title="x" * 301))
    assert answer.status_code == 422
    assert "Tiêu đề quá dài" in answer.text
    assert drafts(office) == []


def test_there_are_never_more_drafts_than_somebody_can_look_through(office: Office, editor: Visit) -> None:
    article_id = office.article()
    for number in range(MOST + 2):
        office.clock.move(minutes=1)
        keep(editor, office, article_id, title=f"Bản {number}")
    texts = [dict(each.form["pairs"])["title"] for each in drafts(office)]
    assert texts == [f"Bản {number}" for number in range(2, MOST + 2)]


def test_the_token_of_the_session_is_not_kept_with_the_draft(office: Office, editor: Visit) -> None:
    keep(editor, office, office.article())
    assert "csrf" not in dict(drafts(office)[0].form["pairs"])
