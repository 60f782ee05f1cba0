"""Letters with a mark of secrecy and petitions: for those who see them, and for everybody else not there at all."""

from typing import Any

import pytest

from review import found
from review.pages import messages
from review.security import rights
from tests.review.office import Office
from tinbai.event import history
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.people import RoleName
from tinbai.restriction import Restriction

SUBJECT = "Phương án Sao Mai"
SEERS = {
    Restriction.SECRET: {RoleName.HEAD},
    Restriction.PETITION: {RoleName.HEAD, RoleName.SECRETARY},
}
EVERY = [(kind, role) for kind in Restriction for role in RoleName]
PATHS = ("", "/original", "/raw", "/parts/0", "/parts/0/picture")


def kept(office: Office, kind: Restriction = Restriction.SECRET, **options: Any) -> int:
    part = MessagePart(position=0, filename="Sao Mai.docx", media_type="x/y", size=1, sha256=office.blobs.put(b"x"))
    values = {"reason": "Tạm giữ. Có dấu.", "subject": SUBJECT, "restriction": kind, "parts": [part]} | options
    return office.letter(MessageStatus.HELD, **values)


@pytest.mark.parametrize(("kind", "role"), EVERY)
def test_such_a_letter_is_there_for_those_only_who_see_its_kind(
    office: Office, kind: Restriction, role: RoleName
) -> None:
    message_id, visit = kept(office, kind), office.enter(role)
    sees = role in SEERS[kind]
    for path in PATHS[:-1]:
        assert (path, visit.get(f"/messages/{message_id}{path}").status_code) == (path, 200 if sees else 404)
    for decision in ("reprocessing", "release", "dismissal"):
        if not sees:  # as if there were no such letter
            paths = [f"/messages/{key}/{decision}" for key in (message_id, 9999)]
            assert len({visit.post(path, {"note": "x"}).status_code for path in paths}) == 1
    assert (SUBJECT in visit.get("/messages?status=restricted").text) is sees


@pytest.mark.parametrize("role", RoleName)
@pytest.mark.parametrize("status", MessageStatus)
def test_no_list_and_no_count_tells_others_of_it(office: Office, role: RoleName, status: MessageStatus) -> None:
    visit = office.enter(role)
    before = visit.get(f"/messages?status={status}").text
    office.letter(status, subject=SUBJECT, restriction=Restriction.SECRET)
    after = visit.get(f"/messages?status={status}").text
    if role is not RoleName.HEAD:
        assert after == before
    assert (SUBJECT in after) is (role is RoleName.HEAD and status is not MessageStatus.HELD)


def test_those_who_see_them_have_them_in_a_list_of_their_own_with_a_count(office: Office) -> None:
    kept(office)
    kept(office, Restriction.PETITION, subject="Thư của dân")
    head, secretary = office.enter(RoleName.HEAD), office.enter(RoleName.SECRETARY)
    page = head.get("/messages?status=restricted").text
    assert 'Hạn chế <span class="tab-count">2</span>' in page
    assert "Có dấu mật" in page
    assert "Đơn thư" in page
    assert 'Hạn chế <span class="tab-count">1</span>' in secretary.get("/messages?status=restricted").text
    assert "Hạn chế" not in office.enter(RoleName.EDITOR).get("/messages").text


def test_its_page_says_why_it_is_held_and_who_sees_it_and_asks_nobody_about_the_sender(office: Office) -> None:
    page = office.enter(RoleName.HEAD).get(f"/messages/{kept(office, known=False, standing='unknown')}").text
    assert "Vì sao thư dừng ở đây:" in page
    assert "Chỉ Trưởng Ban biên tập thấy thư này." in page
    assert "/sender" not in page
    assert f"<title>{SUBJECT}" not in page


def test_it_is_let_through_with_a_reason_that_stands_beside_a_name(office: Office) -> None:
    message_id, head = kept(office), office.enter(RoleName.HEAD)
    assert head.post(f"/messages/{message_id}/release").status_code == 422
    assert head.post(f"/messages/{message_id}/release", {"note": "Chữ trong bài báo tường"}).status_code == 303
    with office.database.reading() as session:
        message = session.get_one(Message, message_id)
        (event,) = session.scalars(history("message", message_id))
        assert (message.status, message.released) == (MessageStatus.RECEIVED, True)
        assert event.note == "Chữ trong bài báo tường"
        assert event.user is not None
        assert event.actor == event.user.name


def test_it_stays_restricted_after_it_was_left(office: Office) -> None:
    message_id, head = kept(office, Restriction.PETITION), office.enter(RoleName.HEAD)
    assert head.post(f"/messages/{message_id}/dismissal").status_code == 422
    head.post(f"/messages/{message_id}/dismissal", {"note": "Đã chuyển bộ phận tiếp công dân"})
    assert SUBJECT in head.get("/messages?status=nothing").text
    editor = office.enter(RoleName.EDITOR)
    assert SUBJECT not in editor.get("/messages?status=nothing").text
    assert editor.get(f"/messages/{message_id}").status_code == 404


def test_without_the_question_for_the_kind_everybody_would_see_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id, visit = kept(office), office.enter(RoleName.EDITOR)
    everything = lambda *_: frozenset(Restriction)  # noqa: E731
    monkeypatch.setattr(rights, "seen_by", everything)
    assert visit.get(f"/messages/{message_id}").status_code == 200
    assert SUBJECT not in visit.get("/messages?status=restricted").text
    monkeypatch.setattr(found, "seen_by", everything)
    monkeypatch.setattr(messages, "seen_by", everything)
    assert SUBJECT in visit.get("/messages?status=restricted").text


@pytest.mark.parametrize("role", sorted(set(RoleName) - {RoleName.ADMIN}))  # who sees no contributors
def test_the_page_of_its_sender_tells_others_nothing_of_it(office: Office, role: RoleName) -> None:
    message_id = kept(office)
    with office.database.reading() as session:
        contributor_id = session.get_one(Message, message_id).contributor_id
    visit = office.enter(role)
    assert (SUBJECT in visit.get(f"/contributors/{contributor_id}").text) is (role is RoleName.HEAD)
    assert ("1 thư" in visit.get("/contributors?status=active").text) is (role is RoleName.HEAD)
