"""Letters: what a person says about them, and how they are shown."""

import pytest
from sqlalchemy import select

from review import original
from tests.review.office import Office, a_picture
from tinbai.delivery import MailboxRow
from tinbai.event import Event
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.no_receipt import KEPT_AS, NoReceipt
from tinbai.people import RoleName
from tinbai.site import Site

SECRET = "Kính gửi <b>BBT</b>"


def stands(office: Office, message_id: int) -> Message:
    with office.database.reading() as session:
        message = session.get_one(Message, message_id)
        session.expunge_all()
        return message


def test_a_held_letter_that_is_released_is_read_again_as_released(office: Office) -> None:
    message_id = office.letter(MessageStatus.HELD, known=False)
    answer = office.enter(RoleName.SECRETARY).post(f"/messages/{message_id}/release", {"note": "Đã gọi hỏi"})
    assert answer.headers["location"] == f"/messages/{message_id}?done=release"
    message = stands(office, message_id)
    assert (message.status, message.released) == (MessageStatus.RECEIVED, True)
    with office.database.reading() as session:
        event = session.query(Event).filter_by(noun="message", decision="reprocess").one()
        assert (bool(event.user_id), event.note) == (True, "Đã gọi hỏi")


@pytest.mark.parametrize("why", NoReceipt)
def test_the_page_says_why_no_receipt_went_out(office: Office, why: NoReceipt) -> None:
    message_id = office.letter(MessageStatus.DRAFTED)
    visitor = office.enter(RoleName.EDITOR)
    assert "Thư xác nhận" not in visitor.get(f"/messages/{message_id}").text
    with office.database.writing() as session:
        message = session.get_one(Message, message_id)
        message.reading = {**(message.reading or {}), KEPT_AS: why}
    shown = visitor.get(f"/messages/{message_id}").text
    assert "<dt>Thư xác nhận</dt><dd>Không gửi: " in shown


def test_nobody_lets_a_letter_through_without_saying_why(office: Office) -> None:
    message_id = office.letter(MessageStatus.HELD)
    answer = office.enter(RoleName.HEAD).post(f"/messages/{message_id}/release", {"note": " "})
    assert answer.status_code == 422
    assert "lý do" in answer.text
    assert stands(office, message_id).status is MessageStatus.HELD


@pytest.mark.parametrize("status", [MessageStatus.HELD, MessageStatus.FAILED, MessageStatus.NOTHING])
def test_a_letter_is_read_again_without_being_released(office: Office, status: MessageStatus) -> None:
    message_id = office.letter(status)
    office.enter(RoleName.EDITOR).post(f"/messages/{message_id}/reprocessing")
    message = stands(office, message_id)
    assert (message.status, message.released, message.attempts) == (MessageStatus.RECEIVED, False, 0)


def test_a_letter_that_became_a_draft_is_not_read_again(office: Office) -> None:
    message_id = office.letter(MessageStatus.DRAFTED)
    assert office.enter(RoleName.HEAD).post(f"/messages/{message_id}/reprocessing").status_code == 409


@pytest.mark.parametrize("decision", ["release", "dismissal"])
@pytest.mark.parametrize("status", [MessageStatus.RECEIVED, MessageStatus.NOTHING, MessageStatus.FAILED])
def test_only_held_letters_are_released_or_dismissed(office: Office, decision: str, status: MessageStatus) -> None:
    message_id = office.letter(status)
    answer = office.enter(RoleName.HEAD).post(f"/messages/{message_id}/{decision}", {"note": "x"})
    assert answer.status_code == 409
    assert stands(office, message_id).status is status


def test_a_dismissal_keeps_its_reason_and_the_letter(office: Office) -> None:
    message_id, visit = office.letter(), office.enter(RoleName.HEAD)
    assert visit.post(f"/messages/{message_id}/dismissal").status_code == 422
    visit.post(f"/messages/{message_id}/dismissal", {"note": "Thư quảng cáo"})
    message = stands(office, message_id)
    assert (message.status, message.reason) == (MessageStatus.NOTHING, "Thư quảng cáo")
    assert visit.get(f"/messages/{message_id}/raw").content == office.blobs.get(message.sha256)


def test_the_original_stands_in_a_sandbox_and_loads_nothing(office: Office) -> None:
    picture = office.blobs.put(a_picture())
    part = MessagePart(position=0, filename="a.jpg", media_type="image/jpeg", size=1, sha256=picture, content_id="anh1")
    html = '<p onclick="x()">Chào</p><script>alert(1)</script><img src="cid:anh1"><img src="https://theo-doi.example/1.gif">'
    message_id = office.letter(reading={"message": {"text": "Chào", "html": html}}, parts=[part])
    answer = office.enter(RoleName.EDITOR).get(f"/messages/{message_id}/original")
    policy = answer.headers["content-security-policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "<script" not in answer.text
    assert "onclick" not in answer.text
    assert "theo-doi.example" not in answer.text.replace("ảnh ngoài", "")
    assert 'src="data:image/jpeg;base64,' in answer.text


def test_a_picture_that_stands_there_a_thousand_times_does_not_fill_the_page(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(original, "MOST_BYTES", 50_000)
    picture = office.blobs.put(a_picture())
    part = MessagePart(position=0, filename="a.jpg", media_type="image/jpeg", size=1, sha256=picture, content_id="anh1")
    html = "<p>Chào</p>" + '<img src="cid:anh1">' * 1_000
    message_id = office.letter(reading={"message": {"text": "Chào", "html": html}}, parts=[part])
    answer = office.enter(RoleName.EDITOR).get(f"/messages/{message_id}/original")
    assert 0 < answer.text.count("data:image/jpeg") < 1_000
    assert len(answer.text) < 50_000 + 100 * 1_000


def test_a_letter_of_plain_text_is_shown_as_text(office: Office) -> None:
    message_id = office.letter(reading={"message": {"text": SECRET}})
    answer = office.enter(RoleName.EDITOR).get(f"/messages/{message_id}/original")
    assert "Kính gửi &lt;b&gt;BBT&lt;/b&gt;" in answer.text


def test_what_came_along_is_a_download_whatever_it_calls_itself(office: Office) -> None:
    evil = office.blobs.put(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    name = 'ảnh "1"\r\nX: y.svg'
    part = MessagePart(position=0, filename=name, media_type="image/svg+xml", size=9, sha256=evil)
    message_id, visit = office.letter(parts=[part]), office.enter(RoleName.EDITOR)
    answer = visit.get(f"/messages/{message_id}/parts/0")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%E1%BA%A3nh")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert visit.get(f"/messages/{message_id}/parts/0/picture").status_code == 404
    assert visit.get(f"/messages/{message_id}/parts/1").status_code == 404


def test_pictures_are_made_anew_and_smaller(office: Office) -> None:
    original = a_picture(size=(3000, 2000)) + b"<script>alert(1)</script>"
    part = MessagePart(position=0, filename="1.jpg", media_type="image/jpeg", size=9, sha256=office.blobs.put(original))
    message_id, visit = office.letter(parts=[part]), office.enter(RoleName.EDITOR)
    answer = visit.get(f"/messages/{message_id}/parts/0/picture?size=small")
    assert answer.headers["content-type"] == "image/jpeg"
    assert b"<script>" not in answer.content
    assert len(answer.content) < len(original)
    assert answer.content == visit.get(f"/messages/{message_id}/parts/0/picture?size=small").content
    assert visit.get(f"/messages/{message_id}/parts/0/picture?size=9999").status_code == 404


def test_what_only_calls_itself_a_picture_is_not_shown(office: Office) -> None:
    part = MessagePart(
        position=0, filename="1.jpg", media_type="image/jpeg", size=9, sha256=office.blobs.put(b"<html>")
    )
    message_id = office.letter(parts=[part])
    assert office.enter(RoleName.EDITOR).get(f"/messages/{message_id}/parts/0/picture").status_code == 404


def test_bytes_that_are_gone_are_told_without_details(office: Office) -> None:
    part = MessagePart(position=0, filename="1.bin", media_type="x/y", size=9, sha256="0" * 64)
    message_id = office.letter(parts=[part])
    answer = office.enter(RoleName.EDITOR).get(f"/messages/{message_id}/parts/0")
    assert answer.status_code == 500
    assert "không còn trong kho" in answer.text
    assert "0000" not in answer.text


def test_the_list_shows_why_a_letter_is_held(office: Office) -> None:
    office.letter(reason="Người gửi chưa đăng ký.", subject="Thư lạ")
    page = office.enter(RoleName.EDITOR).get("/messages")
    assert "Người gửi chưa đăng ký." in page.text
    assert "Thư lạ" in page.text


@pytest.mark.parametrize(("waiting", "said"), [(49, False), (50, True), (12_345, True)])
def test_the_list_says_how_far_a_long_fetch_is(office: Office, waiting: int, said: bool) -> None:
    with office.database.writing() as session:
        session.add(MailboxRow(site_id=session.scalars(select(Site.id)).first(), key="cu", waiting=waiting))
    page = office.enter(RoleName.EDITOR).get("/messages").text
    assert (f"còn {waiting} thư trên máy chủ thư" in page) is said


def test_the_buttons_of_a_held_letter_are_for_those_who_may(office: Office) -> None:
    message_id = office.letter()
    assert "Thả ra" in office.enter(RoleName.SECRETARY).get(f"/messages/{message_id}").text
    assert "Thả ra" not in office.enter(RoleName.EDITOR).get(f"/messages/{message_id}").text


@pytest.mark.parametrize("decision", ["release", "reprocessing"])
def test_a_letter_that_stayed_on_its_server_can_only_be_dismissed(office: Office, decision: str) -> None:
    message_id, visit = office.letter(stored=False), office.enter(RoleName.HEAD)
    page = visit.get(f"/messages/{message_id}").text
    assert f"/messages/{message_id}/{decision}" not in page
    assert f"/messages/{message_id}/dismissal" in page
    answer = visit.post(f"/messages/{message_id}/{decision}")
    assert answer.status_code == 422
    assert "còn nằm trên máy chủ thư" in answer.text
    assert stands(office, message_id).status is MessageStatus.HELD
    assert visit.post(f"/messages/{message_id}/dismissal", {"note": "Đã xin gửi lại"}).status_code == 303
