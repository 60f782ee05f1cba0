"""Letters that no reading has judged yet: they may be secret or a petition, so that few see them."""

import pytest
from sqlalchemy import false

from review import found
from tests.review.office import Office
from tinbai.message import UNJUDGED, Message, MessageStatus
from tinbai.people import RoleName

SUBJECT = "Phương án Sao Mai"
SEERS = {RoleName.HEAD, RoleName.SECRETARY, RoleName.ADMIN}
EVERY = [(status, role) for status in UNJUDGED for role in RoleName]


def waiting(office: Office, status: MessageStatus) -> int:
    return office.letter(status, subject=SUBJECT, version=None, reason="Đọc ba lần không xong.")


@pytest.mark.parametrize(("status", "role"), EVERY)
def test_it_is_there_for_those_only_who_see_whatever_it_may_turn_out_to_be(
    office: Office, status: MessageStatus, role: RoleName
) -> None:
    message_id, visit, sees = waiting(office, status), office.enter(role), role in SEERS
    for path in ("", "/original", "/raw"):
        assert (path, visit.get(f"/messages/{message_id}{path}").status_code) == (path, 200 if sees else 404)
    if not sees:
        refused = visit.post(f"/messages/{message_id}/reprocessing").status_code
        assert refused in {403, 404}  # some have no such right over any letter
    assert (SUBJECT in visit.get(f"/messages?status={status}").text) is sees


@pytest.mark.parametrize("status", UNJUDGED)
def test_no_count_tells_others_of_it(office: Office, status: MessageStatus) -> None:
    visit = office.enter(RoleName.APPROVER)
    before = visit.get(f"/messages?status={status}").text
    waiting(office, status)
    assert visit.get(f"/messages?status={status}").text == before


@pytest.mark.parametrize("status", MessageStatus)
def test_one_that_was_judged_once_is_there_for_everybody(office: Office, status: MessageStatus) -> None:
    """Read again, it waits with what the reading before said of it."""
    message_id, visit = office.letter(status, subject=SUBJECT), office.enter(RoleName.READER)
    assert visit.get(f"/messages/{message_id}").status_code == 200
    assert SUBJECT in visit.get(f"/messages?status={status}").text


def test_a_stub_of_a_letter_that_stays_on_the_server_is_judged_by_its_subject(office: Office) -> None:
    message_id = office.letter(MessageStatus.HELD, version=None, stored=False)
    assert office.enter(RoleName.EDITOR).get(f"/messages/{message_id}").status_code == 200


def test_without_the_question_everybody_would_see_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    message_id, visit = waiting(office, MessageStatus.FAILED), office.enter(RoleName.EDITOR)
    monkeypatch.setattr(Message, "judged", True)
    assert visit.get(f"/messages/{message_id}").status_code == 200
    assert SUBJECT not in visit.get("/messages?status=failed").text
    monkeypatch.setattr(found, "unjudged", false)
    assert SUBJECT in visit.get("/messages?status=failed").text
