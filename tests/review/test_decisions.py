"""The decisions of the board: state, history and what follows from each one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from lxml import html

from tests.review.office import Office
from tests.review.route_things import put_on_portal
from tinbai.article import Article, ArticleStatus
from tinbai.event import Event
from tinbai.outbox import UNDO_WINDOW, LetterKind, OutgoingLetter
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus
from tinbai.reasons import USUAL

A = ArticleStatus
BLOCKING = {"check": "title_missing", "severity": "block", "where": {"field": "title"}, "message": "Lỗi", "repairs": []}


def block(article: Article) -> None:
    assert article.revision is not None
    article.revision.findings = [BLOCKING]


def last_event(office: Office, article_id: int) -> Event:
    with office.database.reading() as session:
        event = session.query(Event).filter_by(noun="article", noun_id=article_id).order_by(Event.id.desc()).first()
        assert event is not None
        session.expunge_all()
        return event


def test_claiming_notes_from_whom_an_article_was_taken(office: Office) -> None:
    article_id = office.article()
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/claim", {"seen": "1"})
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/claim", {"seen": "1"})
    assert last_event(office, article_id).note == "Nhận lại từ Phạm Thị Minh Họa."
    assert office.read(article_id).status is A.EDITING


def test_an_approval_orders_a_publication_on_every_portal(office: Office) -> None:
    article_id = office.article(A.SUBMITTED)
    office.enter(RoleName.APPROVER).post(f"/articles/{article_id}/approval", {"seen": "1"})
    with office.database.reading() as session:
        publication = session.query(Publication).one()
        assert (publication.portal, publication.status) == ("cong-xa", PublicationStatus.DUE)
        assert publication.due_at == office.clock() + UNDO_WINDOW
    assert last_event(office, article_id).actor == "Phạm Thị Minh Họa"


def test_an_approval_for_later_is_due_at_the_vietnamese_hour(office: Office) -> None:
    article_id = office.article(A.SUBMITTED)
    form = {"seen": "1", "publish_at": "2026-10-16T07:30"}
    answer = office.enter(RoleName.HEAD).post(f"/articles/{article_id}/approval", form)
    assert answer.headers["location"].endswith("approval_later")
    with office.database.reading() as session:
        due_at = session.query(Publication).one().due_at
    assert due_at.isoformat() == "2026-10-16T00:30:00+00:00"


@pytest.mark.parametrize(("hour", "words"), [("2026-10-15T11:59", "đã qua"), ("mai", "không đúng")])
def test_an_hour_that_cannot_be_is_refused(office: Office, hour: str, words: str) -> None:
    article_id = office.article(A.SUBMITTED)
    answer = office.enter(RoleName.HEAD).post(f"/articles/{article_id}/approval", {"seen": "1", "publish_at": hour})
    assert answer.status_code == 422
    assert words in answer.text


def test_of_two_who_approve_at_once_one_wins_and_the_other_is_told(office: Office) -> None:
    article_id = office.article(A.SUBMITTED)
    one, other = office.enter(RoleName.HEAD), office.enter(RoleName.APPROVER)
    assert one.post(f"/articles/{article_id}/approval", {"seen": "1"}).status_code == 303
    answer = other.post(f"/articles/{article_id}/approval", {"seen": "1"})
    assert answer.status_code == 409
    assert "Mở lại bài" in answer.text
    with office.database.reading() as session:
        assert session.query(Publication).count() == 1
        assert session.query(Event).filter_by(decision="approve").count() == 1


def test_of_many_who_approve_in_the_same_moment_one_wins(office: Office) -> None:
    article_id = office.article(A.SUBMITTED)
    visits = [office.enter(RoleName.HEAD) for _ in range(6)]
    with ThreadPoolExecutor(len(visits)) as pool:
        answers = list(pool.map(lambda visit: visit.post(f"/articles/{article_id}/approval", {"seen": "1"}), visits))
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409, 409, 409]
    with office.database.reading() as session:
        assert session.query(Publication).count() == 1


def test_nobody_approves_a_text_he_has_not_seen(office: Office) -> None:
    article_id = office.article(A.SUBMITTED, change=lambda article: setattr(article, "version", 2))
    answer = office.enter(RoleName.HEAD).post(f"/articles/{article_id}/approval", {"seen": "1"})
    assert answer.status_code == 409
    assert office.read(article_id).status is A.SUBMITTED


@pytest.mark.parametrize("status", [A.NEW, A.EDITING])
def test_where_one_decision_is_enough_an_approver_approves_at_once(office: Office, status: ArticleStatus) -> None:
    one, two = office.article(status, column="van-hoa"), office.article(status, column="kinh-te")
    visit = office.enter(RoleName.APPROVER)
    assert visit.post(f"/articles/{two}/approval", {"seen": "1"}).status_code == 409
    assert visit.post(f"/articles/{one}/approval", {"seen": "1"}).status_code == 303


def test_an_article_without_a_column_is_not_approved(office: Office) -> None:
    article_id = office.article(A.SUBMITTED, column=None)
    answer = office.enter(RoleName.HEAD).post(f"/articles/{article_id}/approval", {"seen": "1"})
    assert answer.status_code == 422
    assert "chuyên mục" in answer.text


def test_what_waits_for_the_head_is_approved_by_nobody_else(office: Office) -> None:
    article_id = office.article(A.SUBMITTED, change=lambda article: setattr(article, "needs_head", True))
    assert office.enter(RoleName.APPROVER).post(f"/articles/{article_id}/approval", {"seen": "1"}).status_code == 403
    assert office.enter(RoleName.HEAD).post(f"/articles/{article_id}/approval", {"seen": "1"}).status_code == 303


@pytest.mark.parametrize(("decision", "status"), [("submission", A.NEW), ("approval", A.SUBMITTED)])
def test_blocking_findings_stop_everybody_but_the_head_with_a_reason(
    office: Office, decision: str, status: ArticleStatus
) -> None:
    article_id = office.article(status, change=block)
    path, note = f"/articles/{article_id}/{decision}", {"seen": "1", "note": "Đã xác minh với đơn vị gửi"}
    refused = office.enter(RoleName.APPROVER).post(path, note)
    assert refused.status_code == 422
    assert "lỗi phải xử lý" in refused.text
    head = office.enter(RoleName.HEAD)
    assert head.post(path, {"seen": "1"}).status_code == 422
    assert head.post(path, note).status_code == 303
    assert last_event(office, article_id).note == "Đã xác minh với đơn vị gửi"


@pytest.mark.parametrize(("decision", "status"), [("rejection", A.NEW), ("return", A.NEW), ("withdrawal", A.PUBLISHED)])
def test_what_needs_a_reason_is_refused_without_one(office: Office, decision: str, status: ArticleStatus) -> None:
    article_id = office.article(status)
    answer = office.enter(RoleName.HEAD).post(f"/articles/{article_id}/{decision}", {"seen": "1", "note": " "})
    assert answer.status_code == 422
    assert office.read(article_id).status is status


def test_a_rejected_article_can_be_restored_and_belongs_to_nobody(office: Office) -> None:
    article_id, visit = office.article(), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/claim", {"seen": "1"})
    visit.post(f"/articles/{article_id}/rejection", {"seen": "1", "note": "Trùng"})
    visit.post(f"/articles/{article_id}/restoration", {"seen": "1"})
    article = office.read(article_id)
    assert (article.status, article.editor) == (A.NEW, None)


def returned(office: Office, **letter: Any) -> tuple[int, list[OutgoingLetter]]:
    message_id = office.letter(**letter)
    article_id = office.article(change=lambda article: setattr(article, "message_id", message_id))
    form = {"seen": "1", "reason": [USUAL[1]], "note": "Kiểm tra lại tên thôn."}
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/return", form)
    with office.database.reading() as session:
        letters = session.query(OutgoingLetter).all()
        session.expunge_all()
    return article_id, letters


def test_a_return_answers_the_contributors_letter(office: Office) -> None:
    article_id, (letter,) = returned(office, message_id="<thu-1@songmau.example>")
    assert office.read(article_id).status is A.RETURNED
    assert letter.kind is LetterKind.RETURN
    assert letter.to == "hnd@songmau.example"
    assert letter.in_reply_to == "<thu-1@songmau.example>"
    assert letter.message_id.endswith("@songmau.example>")
    assert office.read(article_id).code in letter.subject
    assert "Bổ sung ảnh" in letter.text
    assert "Kiểm tra lại tên thôn." in letter.text
    assert last_event(office, article_id).note.endswith("Kiểm tra lại tên thôn.")


@pytest.mark.parametrize(
    "letter",
    [
        {"known": False},
        {"from_address": None},
        {"standing": "forged"},
        {"from_address": "BBT.anmau@songmau.example"},
        {"reading": {"message": {"automatic": True}}},
    ],
)
def test_nobody_is_written_to_who_may_be_a_machine_a_stranger_or_ourselves(
    office: Office, letter: dict[str, Any]
) -> None:
    article_id, letters = returned(office, **letter)
    assert office.read(article_id).status is A.RETURNED
    assert letters == []


def test_the_preview_shows_the_letter_and_changes_nothing(office: Office) -> None:
    message_id = office.letter()
    article_id = office.article(change=lambda article: setattr(article, "message_id", message_id))
    form = {"seen": "1", "reason": USUAL[2], "note": "Xin ảnh rõ hơn.", "preview": "1"}
    answer = office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/return", form)
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    assert f"- {USUAL[2]}\nXin ảnh rõ hơn." in page.get_element_by_id("letter").value
    assert page.get_element_by_id("note").value == "Xin ảnh rõ hơn."
    assert office.read(article_id).status is A.NEW


def test_a_withdrawal_takes_the_article_down_from_its_portal(office: Office) -> None:
    article_id, visit = office.article(A.PUBLISHED), office.enter(RoleName.HEAD)
    put_on_portal(office, article_id)
    visit.post(f"/articles/{article_id}/withdrawal", {"seen": "1", "note": "Sai số liệu"})
    with office.database.reading() as session:
        assert session.query(Publication).one().status is PublicationStatus.WITHDRAWING
    assert "Đang gỡ" in visit.get(f"/articles/{article_id}").text


def standing(office: Office, status: ArticleStatus) -> int:
    """An article in `status`; one that is withdrawn was on the portal before."""
    article_id = office.article(status)
    if status is A.WITHDRAWN:
        put_on_portal(office, article_id, PublicationStatus.WITHDRAWN)
    return article_id


def test_what_is_shown_as_a_button_is_what_the_handler_allows(office: Office) -> None:
    """Every status and every role: a form on the page is never refused."""
    earlier = office.read(office.article()).code
    for status in ArticleStatus:
        for role in RoleName:
            visit = office.enter(role)
            page = html.fromstring(visit.get(f"/articles/{standing(office, status)}").text)
            for form in page.forms:
                fields = dict(form.form_values()) | {"note": "Lý do", "words": "Ý kiến", "code": earlier}
                if form.action != "/logout" and not form.action.endswith("/revisions"):
                    fresh = standing(office, status)
                    action = "/".join([*form.action.split("/")[:2], str(fresh), form.action.split("/")[3]])
                    assert (status, role, action, visit.client.post(action, data=fields).status_code) == (
                        status, role, action, 303,
                    )  # fmt: skip


def test_nothing_is_decided_after_the_clock_of_the_page(office: Office) -> None:
    """The hour of an event is the site's, not the browser's."""
    article_id = office.article()
    office.clock.move(hours=1)
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/claim", {"seen": "1"})
    assert office.clock() - last_event(office, article_id).at == timedelta(0)
