"""What splitting and merging must not lose beside text and photos: findings, the question to the head, what is live."""

from typing import Any

import pytest

from review import merging
from review.finding_moves import joined, moved
from tests.review.office import Office, Visit
from tests.review.route_things import put_on_portal
from tinbai.article import Article, ArticleStatus
from tinbai.errors import InputError
from tinbai.event import history
from tinbai.people import RoleName, User
from tinbai.publication import PublicationStatus

A, P = ArticleStatus, PublicationStatus
MACRO: dict[str, Any] = {
    "check": "macro", "severity": "block", "where": {"field": "attachments", "block": None, "start": None, "end": None},
    "message": "Tệp có macro.", "repairs": [],
}  # fmt: skip
MARKED: dict[str, Any] = {
    "check": "marked", "severity": "warn", "where": {"field": "body", "block": 1, "start": 0, "end": 1},
    "message": "Chữ được đánh dấu.", "repairs": ["a"],
}  # fmt: skip
OURS: dict[str, Any] = MACRO | {"check": "body_short", "message": "Đã tính từ trước."}
PASSED = {"by": "Lê Thị Mẫu", "at": "2026-10-15T05:00:00+00:00", "reason": "Đã xem."}


def an_article(
    office: Office, *findings: dict[str, Any], status: ArticleStatus = A.NEW, head: bool = False, **options: Any
) -> int:
    article_id = office.article(status, **({"column": "van-hoa"} | options))
    with office.database.writing() as session:
        article = session.get_one(Article, article_id)
        article.needs_head = head
        assert article.revision is not None
        article.revision.findings = list(findings)
    return article_id


def merge(office: Office, visit: Visit, into: int, other: int) -> Any:
    one, two = office.read(into), office.read(other)
    form = {"seen": str(one.version), "code": two.code, "other_seen": str(two.version)}
    return visit.post(f"/articles/{into}/merge", form)


def undo(office: Office, visit: Visit, article_id: int) -> None:
    form = {"seen": str(office.read(article_id).version)}
    assert visit.post(f"/articles/{article_id}/merge/undoing", form).status_code == 303


def split(office: Office, visit: Visit, article_id: int, place: int = 1) -> int:
    form = {"seen": str(office.read(article_id).version), "place": str(place)}
    assert visit.post(f"/articles/{article_id}/split", form).status_code == 303
    with office.database.reading() as session:
        events = session.scalars(history("article", article_id)).all()
        return int(next((event.data or {})["made"] for event in events if event.decision == "split"))


def told(office: Office, article_id: int, *checks: str) -> list[dict[str, Any]]:
    """The findings of these checks on the newest revision."""
    revision = office.read(article_id).revision
    assert revision is not None
    return [finding for finding in revision.findings if finding["check"] in checks]


def approve(office: Office, visit: Visit, article_id: int) -> int:
    return int(
        visit.post(f"/articles/{article_id}/approval", {"seen": str(office.read(article_id).version)}).status_code
    )


def test_a_blocking_finding_comes_along_into_the_merged_article_and_stops_it(office: Office) -> None:
    into, other = an_article(office), an_article(office, MACRO, OURS)
    assert merge(office, office.enter(RoleName.EDITOR), into, other).status_code == 303
    assert told(office, into, "macro") == [MACRO]
    assert OURS["message"] not in [each["message"] for each in told(office, into, "body_short")]
    approver = office.enter(RoleName.APPROVER)
    assert approve(office, approver, into) == 422
    assert office.read(into).status is A.EDITING


def test_what_both_say_is_said_once_and_not_passed_over_unless_both_are(office: Office) -> None:
    passed = MACRO | {"ignored": PASSED}
    into, other = an_article(office, passed), an_article(office, MACRO)
    merge(office, office.enter(RoleName.EDITOR), into, other)
    assert told(office, into, "macro") == [MACRO]
    assert joined([passed], [passed]) == [passed]
    assert joined([MACRO], [passed]) == [MACRO]


def test_a_place_in_the_text_moves_with_the_text(office: Office) -> None:
    into, other = an_article(office, MARKED), an_article(office, MARKED)
    merge(office, office.enter(RoleName.EDITOR), into, other)
    first, second = told(office, into, "marked")
    assert first == MARKED
    assert second == MARKED | {"where": MARKED["where"] | {"block": 5}}  # two paragraphs, a title, a summary, and one


def test_a_repair_of_another_articles_title_is_not_offered_for_this_one() -> None:
    title = {"check": "t", "severity": "warn", "where": {"field": "title", "start": 0}, "message": "", "repairs": ["x"]}
    assert moved([title], by=3) == [title | {"where": {"field": "title", "start": None}, "repairs": []}]


def test_undoing_a_merge_takes_the_others_findings_back_and_keeps_ones_own(office: Office) -> None:
    own = MACRO | {"message": "Tệp riêng.", "severity": "warn"}
    into, other = an_article(office, own), an_article(office, MACRO)
    visit = office.enter(RoleName.EDITOR)
    merge(office, visit, into, other)
    assert told(office, into, "macro") == [own, MACRO]
    undo(office, visit, into)
    assert (told(office, into, "macro"), told(office, other, "macro")) == ([own], [MACRO])


def test_both_parts_of_a_split_say_what_the_reader_said(office: Office) -> None:
    first_only = MARKED | {"where": MARKED["where"] | {"block": 0}, "message": "Ở đoạn đầu."}
    body = "<p>Một đoạn.</p><table><tbody><tr><td>Hai</td></tr></tbody></table>"
    whole = an_article(office, MACRO, MARKED, first_only, OURS, body_html=body)
    made = split(office, office.enter(RoleName.EDITOR), whole)
    assert told(office, whole, "macro", "marked") == [MACRO, MARKED, first_only]
    assert told(office, made, "macro", "marked") == [MACRO, MARKED | {"where": MARKED["where"] | {"block": 0}}]
    assert OURS["message"] not in [each["message"] for each in told(office, made, "body_short")]
    assert approve(office, office.enter(RoleName.APPROVER), made) == 422


def test_a_question_to_the_head_is_asked_of_both_parts_of_a_split(office: Office) -> None:
    whole = an_article(office, head=True)
    made = split(office, office.enter(RoleName.EDITOR), whole)
    assert office.read(whole).needs_head
    assert office.read(made).needs_head
    assert approve(office, office.enter(RoleName.APPROVER), made) == 403


@pytest.mark.parametrize(("one", "two"), [(False, True), (True, False), (True, True), (False, False)])
def test_a_question_to_the_head_survives_a_merge_and_its_undoing(office: Office, one: bool, two: bool) -> None:
    into, other = an_article(office, head=one), an_article(office, head=two)
    visit = office.enter(RoleName.EDITOR)
    merge(office, visit, into, other)
    assert office.read(into).needs_head is (one or two)
    undo(office, visit, into)
    assert (office.read(into).needs_head, office.read(other).needs_head) == (one, two)


def test_undoing_a_merge_keeps_a_question_that_was_asked_since(office: Office) -> None:
    into, other = an_article(office), an_article(office)
    visit = office.enter(RoleName.EDITOR)
    merge(office, visit, into, other)
    form = {"seen": str(office.read(into).version), "note": "Xin ý kiến."}
    assert visit.post(f"/articles/{into}/escalation", form).status_code == 303
    undo(office, visit, into)
    assert office.read(into).needs_head


@pytest.mark.parametrize("status", [A.EDITING, A.SUBMITTED, A.RETURNED])
@pytest.mark.parametrize("there", [each for each in P if each is not P.WITHDRAWN])
def test_what_is_on_a_portal_is_not_merged_away(
    office: Office, status: ArticleStatus, there: PublicationStatus
) -> None:
    into, other = an_article(office), an_article(office, status=status)
    put_on_portal(office, other, there)
    visit, code = office.enter(RoleName.EDITOR), office.read(other).code
    assert code not in visit.get(f"/articles/{into}/merge").text
    for answer in (visit.get(f"/articles/{into}/merge", params={"code": code}), merge(office, visit, into, other)):
        assert answer.status_code == 422
        assert "đang hiển thị trên cổng" in answer.text
    assert (office.read(into).status, office.read(other).status) == (A.NEW, status)
    if status is not A.RETURNED:
        assert merge(office, visit, other, into).status_code == 303  # the other way round it may be


def test_the_merging_itself_asks_again_under_the_lock(office: Office) -> None:
    into, other = an_article(office), an_article(office, status=A.EDITING)
    put_on_portal(office, other, P.SENDING)
    with office.database.writing() as session, pytest.raises(InputError, match="merge_published"):
        one, two = session.get_one(Article, into), session.get_one(Article, other)
        merging.merge(session, one, two, by=session.query(User).first() or User(), at=office.clock())


def test_what_was_taken_down_may_be_merged_away(office: Office) -> None:
    into, other = an_article(office), an_article(office, status=A.EDITING)
    put_on_portal(office, other, P.WITHDRAWN)
    visit = office.enter(RoleName.EDITOR)
    assert office.read(other).code in visit.get(f"/articles/{into}/merge").text
    assert merge(office, visit, into, other).status_code == 303


@pytest.mark.parametrize("status", [A.EDITING, A.SUBMITTED, A.RETURNED])
@pytest.mark.parametrize("there", [P.LIVE, P.DUE, P.SENDING, P.FAILED])
def test_what_readers_see_is_not_rejected(office: Office, status: ArticleStatus, there: PublicationStatus) -> None:
    article_id = an_article(office, status=status)
    put_on_portal(office, article_id, there)
    form = {"seen": "1", "note": "Không dùng."}
    answer = office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/rejection", form)
    assert answer.status_code == 422
    assert "Gỡ bài khỏi cổng trước" in answer.text
    assert office.read(article_id).status is status


def test_what_was_taken_down_may_be_rejected(office: Office) -> None:
    article_id = an_article(office, status=A.EDITING)
    put_on_portal(office, article_id, P.WITHDRAWN)
    form = {"seen": "1", "note": "Không dùng."}
    assert office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/rejection", form).status_code == 303
    assert office.read(article_id).status is A.REJECTED
