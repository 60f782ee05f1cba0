"""Returning an article: the reasons, the letter as it will leave, and what an editor makes of it."""

from typing import Any

from lxml import html

from tests.review.office import Office, Visit
from tinbai.article import ArticleStatus
from tinbai.outbox import UNDO_WINDOW, OutgoingLetter
from tinbai.people import RoleName
from tinbai.reasons import USUAL
from tinbai.site import Site
from tinbai.site_text import SiteText, TextKey


def an_answerable_article(office: Office) -> int:
    message_id = office.letter()
    return office.article(change=lambda article: setattr(article, "message_id", message_id))


def page_of(visit: Visit, article_id: int, data: dict[str, Any] | None = None) -> Any:
    path = f"/articles/{article_id}/return"
    answer = visit.get(path) if data is None else visit.post(path, {"seen": "1", **data})
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def fields(page: Any) -> dict[str, Any]:
    form = next(form for form in page.forms if form.action.endswith("/return"))
    return dict(form.form_values())


def letters(office: Office) -> list[OutgoingLetter]:
    with office.database.reading() as session:
        found = session.query(OutgoingLetter).all()
        session.expunge_all()
        return found


def test_the_boards_own_reasons_take_the_place_of_the_usual_ones(office: Office) -> None:
    article_id, visit = an_answerable_article(office), office.enter(RoleName.EDITOR)
    assert page_of(visit, article_id).xpath("//input[@name='reason']/@value") == list(USUAL)
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        text = "- Bổ sung tên thôn.\n\n• Ghi rõ nguồn số liệu.\nBổ sung tên thôn.\n"
        session.add(SiteText(site_id=site.id, key=TextKey.RETURN_REASONS, text=text, changed_at=office.clock()))
    own = page_of(visit, article_id).xpath("//input[@name='reason']/@value")
    assert own == ["Bổ sung tên thôn.", "Ghi rõ nguồn số liệu."]


def test_a_letter_says_what_the_board_always_adds(office: Office) -> None:
    article_id = an_answerable_article(office)
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        added = "Hạn gửi lại: 16 giờ ngày thứ Sáu hằng tuần."
        session.add(SiteText(site_id=site.id, key=TextKey.RETURN, text=added, changed_at=office.clock()))
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/return", {"seen": "1", "note": "Thiếu ảnh."})
    assert "Hạn gửi lại: 16 giờ" in letters(office)[0].text


def test_what_the_editor_wrote_into_the_letter_leaves_as_it_stands(office: Office) -> None:
    article_id, visit = an_answerable_article(office), office.enter(RoleName.EDITOR)
    form = fields(page_of(visit, article_id, {"reason": USUAL[0], "preview": "1"}))
    form["letter"] = form["letter"].replace("Trân trọng cảm ơn!", "Rất mong sớm nhận được bài.")
    assert visit.post(f"/articles/{article_id}/return", form).status_code == 303
    (letter,) = letters(office)
    assert letter.text.split() == form["letter"].split()
    assert "Rất mong sớm nhận được bài." in letter.text


def test_a_letter_changed_by_hand_is_kept_when_another_reason_is_ticked_and_written_anew_when_asked(
    office: Office,
) -> None:
    article_id, visit = an_answerable_article(office), office.enter(RoleName.EDITOR)
    form = fields(page_of(visit, article_id, {"reason": USUAL[0], "preview": "1"}))
    form |= {"letter": "Kính gửi: đơn vị\n\nXin bổ sung.", "note": "Thiếu ngày.", "preview": "1"}
    page = page_of(visit, article_id, form)
    assert page.get_element_by_id("letter").value.strip() == "Kính gửi: đơn vị\n\nXin bổ sung."
    again = page_of(visit, article_id, fields(page) | {"anew": "1"}).get_element_by_id("letter").value
    assert "Thiếu ngày." in again
    assert USUAL[0] in again


def test_a_letter_nobody_changed_follows_the_reasons_without_scripts(office: Office) -> None:
    """Ticked and sent at once, without a look at the letter in between."""
    article_id, visit = an_answerable_article(office), office.enter(RoleName.EDITOR)
    form = fields(page_of(visit, article_id)) | {"reason": USUAL[3]}
    assert "lý do sẽ đứng ở đây" in form["letter"]
    visit.post(f"/articles/{article_id}/return", form)
    assert f"- {USUAL[3]}" in letters(office)[0].text
    assert "lý do sẽ đứng ở đây" not in letters(office)[0].text


def test_a_letter_with_a_gap_in_it_does_not_leave(office: Office) -> None:
    article_id, visit = an_answerable_article(office), office.enter(RoleName.EDITOR)
    form = fields(page_of(visit, article_id))
    form |= {"letter": form["letter"] + "\nThêm một dòng.", "note": "Thiếu ảnh."}
    answer = visit.post(f"/articles/{article_id}/return", form)
    assert answer.status_code == 422
    assert "chỗ trống" in answer.text
    assert office.read(article_id).status is ArticleStatus.NEW
    assert letters(office) == []


def test_a_letter_without_end_is_refused(office: Office) -> None:
    article_id, visit = an_answerable_article(office), office.enter(RoleName.EDITOR)
    answer = visit.post(f"/articles/{article_id}/return", {"seen": "1", "note": "x", "letter": "x" * 20_001})
    assert answer.status_code == 422


def test_the_letter_waits_ten_seconds(office: Office) -> None:
    article_id = an_answerable_article(office)
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/return", {"seen": "1", "note": "Thiếu ảnh."})
    assert letters(office)[0].not_before - office.clock() == UNDO_WINDOW
