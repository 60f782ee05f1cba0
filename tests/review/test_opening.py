"""Who opens a letter that only named roles see is on record, and malware is handed to nobody."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from review.pages import files
from tests.review.office import Office
from tests.rows import NOON
from tinbai.event import DOWNLOADED, OPENED, Event
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.people import RoleName
from tinbai.restriction import Restriction

WAYS = {"": OPENED, "/original": OPENED, "/parts/0/preview": OPENED, "/raw": DOWNLOADED, "/parts/0": DOWNLOADED}
NAME = "Thu.Nghiem.UNOFFICIAL"


def kept(office: Office, **options: Any) -> int:
    part = MessagePart(position=0, filename="Sao Mai.docx", media_type="x/y", size=1, sha256=office.blobs.put(b"x"))
    return office.letter(
        MessageStatus.HELD, **{"reason": "Tạm giữ.", "restriction": Restriction.PETITION, "parts": [part]} | options
    )


def openings(office: Office, message_id: int) -> list[tuple[str, str]]:
    with office.database.reading() as session:
        query = select(Event).where(Event.noun_id == message_id, Event.decision.in_([OPENED, DOWNLOADED]))
        return [(event.decision, event.actor) for event in session.scalars(query.order_by(Event.id))]


@pytest.mark.parametrize(("path", "what"), WAYS.items())
def test_every_way_of_opening_it_is_on_record_with_a_name(office: Office, path: str, what: str) -> None:
    message_id, secretary = kept(office), office.enter(RoleName.SECRETARY)
    assert secretary.get(f"/messages/{message_id}{path}").status_code == 200
    ((decision, actor),) = openings(office, message_id)
    assert decision == what
    assert actor in secretary.get(f"/messages/{message_id}").text


def test_the_history_says_who_opened_it_and_when(office: Office) -> None:
    message_id = kept(office)
    office.enter(RoleName.SECRETARY).get(f"/messages/{message_id}/raw")
    office.clock.move(hours=3)
    page = office.enter(RoleName.HEAD).get(f"/messages/{message_id}").text
    assert "tải thư hoặc tệp của thư về" in page
    assert "mở xem thư" in page  # he himself, just now
    with office.database.reading() as session:
        events = session.scalars(select(Event).where(Event.decision.in_([OPENED, DOWNLOADED]))).all()
    assert [(event.at - NOON).total_seconds() for event in events] == [0, 3 * 3600]


def test_a_page_that_is_loaded_again_is_the_same_opening_and_the_next_day_s_is_another(office: Office) -> None:
    message_id, head = kept(office), office.enter(RoleName.HEAD)
    for _ in range(3):
        head.get(f"/messages/{message_id}")
        head.get(f"/messages/{message_id}/original")
    assert len(openings(office, message_id)) == 1
    office.enter(RoleName.SECRETARY).get(f"/messages/{message_id}")
    assert len(openings(office, message_id)) == 2
    office.clock.move(hours=1)
    head.get(f"/messages/{message_id}")
    assert len(openings(office, message_id)) == 3


def test_who_may_not_see_it_leaves_nothing_and_other_letters_are_opened_without_record(office: Office) -> None:
    message_id, editor = kept(office), office.enter(RoleName.EDITOR)
    assert editor.get(f"/messages/{message_id}").status_code == 404
    open_to_all = kept(office, restriction=None)
    assert editor.get(f"/messages/{open_to_all}/raw").status_code == 200
    assert openings(office, message_id) == openings(office, open_to_all) == []


def test_one_that_was_not_read_yet_is_on_record_too(office: Office) -> None:
    message_id = kept(office, restriction=None, version=None)
    office.enter(RoleName.HEAD).get(f"/messages/{message_id}")
    assert openings(office, message_id) == []  # held: it is a stub, judged by its subject
    with office.database.writing() as session:
        session.get_one(Message, message_id).status = MessageStatus.FAILED
    office.enter(RoleName.HEAD).get(f"/messages/{message_id}")
    assert len(openings(office, message_id)) == 1


def infected(office: Office, **options: Any) -> int:
    parts = [
        MessagePart(
            position=number, filename=name, media_type="image/jpeg", size=1, malware=malware,
            sha256=office.blobs.put(name.encode()),
        )
        for number, (name, malware) in enumerate([("mau.jpg", NAME), ("sach.docx", None)])
    ]  # fmt: skip
    return office.letter(MessageStatus.HELD, **{"reason": "Tạm giữ.", "malware": NAME, "parts": parts} | options)


@pytest.mark.parametrize("role", RoleName)
def test_malware_and_the_letter_that_brought_it_are_given_to_nobody(office: Office, role: RoleName) -> None:
    message_id, visit = infected(office), office.enter(role)
    for path in ("/raw", "/parts/0", "/parts/0/preview"):
        answer = visit.get(f"/messages/{message_id}{path}")
        assert (path, answer.status_code) == (path, 403)
        assert NAME in answer.text
    assert visit.get(f"/messages/{message_id}/parts/0/picture").status_code == 404
    assert visit.get(f"/messages/{message_id}/parts/1").status_code == 200
    page = visit.get(f"/messages/{message_id}").text
    assert f"Có mã độc ({NAME})" in page
    assert f"/messages/{message_id}/raw" not in page
    assert f'/messages/{message_id}/parts/0"' not in page
    assert f'/messages/{message_id}/parts/1"' in page


def test_a_letter_that_has_it_elsewhere_than_in_a_file_is_kept_too_and_one_without_is_not(office: Office) -> None:
    visit = office.enter(RoleName.HEAD)
    assert visit.get(f"/messages/{infected(office, parts=[])}/raw").status_code == 403
    assert visit.get(f"/messages/{infected(office, parts=[], malware=None)}/raw").status_code == 200


def test_where_there_is_a_scanner_nothing_is_given_out_before_it_has_seen_it(office: Office) -> None:
    message_id = office.letter(MessageStatus.RECEIVED, version=None)
    desk = office.app.state.desk
    visit = office.enter(RoleName.HEAD)
    assert visit.get(f"/messages/{message_id}/raw").status_code == 200
    scanner = desk.config.scanner.model_copy(update={"address": "unix:/nowhere/clamd.ctl"})
    office.app.state.desk = replace(desk, config=desk.config.model_copy(update={"scanner": scanner}))
    assert visit.get(f"/messages/{message_id}/raw").status_code == 403
    office.app.state.desk = desk


def test_without_the_guards_it_would_be_given_out_and_nobody_would_know(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id, head = infected(office, restriction=Restriction.SECRET), office.enter(RoleName.HEAD)
    monkeypatch.setattr(files, "demand_harmless", lambda *_: None)
    monkeypatch.setattr(files, "note_opened", lambda *_, **__: None)
    assert head.get(f"/messages/{message_id}/raw").status_code == 200
    assert openings(office, message_id) == []
