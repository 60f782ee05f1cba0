"""Deciding by a link in a letter: who, what, once, and nothing by looking."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from review import by_link
from review.security import passwords, pins
from tests.review.office import Office
from tests.review.test_more_decisions import ASK, a_head, letters, token_in, with_address
from tinbai.approval_link import ApprovalLink, Pin
from tinbai.article import ArticleStatus
from tinbai.errors import InputError
from tinbai.event import Event, history
from tinbai.outbox import OutgoingLetter
from tinbai.people import Role, RoleName, User
from tinbai.publication import Publication
from tinbai.revision import Revision

A = ArticleStatus
PIN = "274916"
YES, NO = {"choice": "approve", "pin": PIN}, {"choice": "return", "pin": PIN, "note": "Bổ sung số liệu."}


def asked(office: Office, *, with_pin: bool = True, **options: Any) -> tuple[int, str, TestClient]:
    """An article that the head is asked about: its id, the token in the letter, and a browser without a log-in."""
    a_head(office)
    with_address(office)
    with office.database.writing() as session:
        head = session.query(User).filter_by(email="truongban@songmau.example").one()
        if with_pin:
            pins.set_pin(session, head, PIN, at=office.clock())
    article_id = office.article(**options)
    office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/escalation", ASK)
    return article_id, token_in(letters(office)[-1]), TestClient(office.app, follow_redirects=False)


def decided(office: Office, article_id: int) -> Event:
    with office.database.reading() as session:
        event = session.scalars(history("article", article_id)).all()[-1]
        session.expunge_all()
        return event


def test_the_link_opens_the_article_as_it_will_look_without_a_log_in(office: Office) -> None:
    _, token, browser = asked(office)
    page = browser.get(f"/approve/{token}")
    assert page.status_code == 200
    assert ASK["note"] in page.text
    frame = html.fromstring(page.text).xpath("//iframe")[0]
    assert frame.get("sandbox") == ""
    shown = browser.get(frame.get("src"))
    assert "Có 30 nữ và 15 nam." in shown.text
    assert "sandbox" in shown.headers["content-security-policy"]


def test_the_head_approves_with_a_pin_and_the_record_says_by_link(office: Office) -> None:
    article_id, token, browser = asked(office)
    answer = browser.post(f"/approve/{token}", data=YES)
    assert answer.status_code == 200
    assert "Đã duyệt" in answer.text
    assert office.read(article_id).status is A.APPROVED
    event = decided(office, article_id)
    assert (event.actor, (event.data or {})["via"]) == ("Phạm Thị Minh Họa", "link")
    with office.database.reading() as session:
        assert session.query(Publication).one().approval == event.id
    slip = office.enter(RoleName.EDITOR).get(f"/articles/{article_id}/slip").text
    assert "Duyệt đăng (bằng liên kết)" in slip
    assert "bằng liên kết" in office.enter(RoleName.EDITOR).get(f"/articles/{article_id}/history").text


def test_the_head_returns_it_with_a_letter_to_the_contributor(office: Office) -> None:
    message_id = office.letter()
    article_id, token, browser = asked(office, change=lambda article: setattr(article, "message_id", message_id))
    assert browser.post(f"/approve/{token}", data=NO | {"note": " "}).status_code == 422
    assert browser.post(f"/approve/{token}", data=NO).status_code == 200
    assert office.read(article_id).status is A.RETURNED
    with office.database.reading() as session:
        letter = session.query(OutgoingLetter).order_by(OutgoingLetter.id.desc()).first()
    assert letter is not None
    assert NO["note"] in letter.text


def test_looking_decides_nothing_however_often_and_by_whatever_method(office: Office) -> None:
    """What mail servers and browsers do ahead of people."""
    article_id, token, browser = asked(office)
    prefetch = {"Purpose": "prefetch", "Sec-Purpose": "prefetch;prerender"}
    for _ in range(20):
        assert browser.get(f"/approve/{token}", headers=prefetch).status_code == 200
        browser.get(f"/approve/{token}/page")
    for query in (YES, NO):
        assert browser.get(f"/approve/{token}", params=query).status_code == 200
    for method in ("HEAD", "PUT", "DELETE", "OPTIONS"):
        assert browser.request(method, f"/approve/{token}").status_code == 405
    assert office.read(article_id).status is A.SUBMITTED
    assert browser.post(f"/approve/{token}", data=YES).status_code == 200


def test_a_link_is_used_once(office: Office) -> None:
    article_id, token, browser = asked(office)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: browser.post(f"/approve/{token}", data=YES).status_code, range(4)))
    assert answers.count(200) == 1
    office.clock.move(minutes=16)  # the tries of this link are forgotten
    assert browser.post(f"/approve/{token}", data=NO).status_code == 410
    assert "đã được dùng" in browser.get(f"/approve/{token}").text
    assert browser.get(f"/approve/{token}/page").status_code == 404
    with office.database.reading() as session:
        assert session.query(Event).filter_by(noun="article", noun_id=article_id, decision="approve").count() == 1


def test_without_the_guard_a_link_is_used_twice(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above fails when nobody asks whether the link was used."""
    asked(office)
    monkeypatch.setattr(by_link, "changed", lambda _result: 1)
    with office.database.writing() as session:
        link = session.query(ApprovalLink).one()
        assert by_link.use_up(session, link, at=office.clock())
        assert by_link.use_up(session, link, at=office.clock())


def test_a_newer_version_makes_the_link_worthless(office: Office) -> None:
    article_id, token, browser = asked(office)
    with office.database.writing() as session:
        newer = Revision(article_id=article_id, number=2, made_at=office.clock(), title="Bản mới", findings=[])
        session.add(newer)
        session.flush()
        article = session.get_one(Revision, newer.id).article
        article.revision_id = newer.id
    assert browser.post(f"/approve/{token}", data=YES).status_code == 410
    assert "bản mới hơn" in browser.get(f"/approve/{token}").text
    assert office.read(article_id).status is A.SUBMITTED


def test_a_link_ends_after_three_days(office: Office) -> None:
    _, token, browser = asked(office)
    office.clock.move(days=3, seconds=1)
    assert browser.post(f"/approve/{token}", data=YES).status_code == 410
    assert "hết hạn" in browser.get(f"/approve/{token}").text


@pytest.mark.parametrize("how", ["inactive", "no_role"])
def test_who_may_approve_no_more_cannot_by_link_either(office: Office, how: str) -> None:
    article_id, token, browser = asked(office)
    with office.database.writing() as session:
        head = session.query(User).filter_by(email="truongban@songmau.example").one()
        if how == "inactive":
            head.active = False
        else:
            session.query(Role).filter_by(user_id=head.id).update({"name": RoleName.EDITOR})
    assert browser.post(f"/approve/{token}", data=YES).status_code == 410
    assert office.read(article_id).status is A.SUBMITTED


def test_a_wrong_pin_decides_nothing_and_the_fifth_locks(office: Office) -> None:
    article_id, token, browser = asked(office)
    answers = [browser.post(f"/approve/{token}", data=YES | {"pin": "000001"}).status_code for _ in range(3)]
    assert answers == [401, 401, 401]
    assert browser.post(f"/approve/{token}", data=YES).status_code == 429  # of this link there were enough tries
    office.clock.move(minutes=16)
    for _ in range(2):
        assert browser.post(f"/approve/{token}", data=YES | {"pin": "000001"}).status_code == 401
    assert browser.post(f"/approve/{token}", data=YES).status_code == 403
    assert office.read(article_id).status is A.SUBMITTED
    with office.database.reading() as session:
        assert session.query(Pin).one().locked_until is not None
    office.clock.move(hours=1, seconds=1)
    assert browser.post(f"/approve/{token}", data=YES).status_code == 200


def test_wrong_pins_given_at_once_all_count(office: Office) -> None:
    _, token, browser = asked(office)
    with ThreadPoolExecutor(8) as pool:
        tries = list(pool.map(lambda _: browser.post(f"/approve/{token}", data=YES | {"pin": "1"}), range(8)))
    assert sum(answer.status_code == 401 for answer in tries) <= 3


def test_without_a_pin_one_logs_in(office: Office) -> None:
    article_id, token, browser = asked(office, with_pin=False)
    assert "chưa đặt mã PIN" in browser.get(f"/approve/{token}").text
    assert browser.post(f"/approve/{token}", data=YES).status_code == 403
    assert office.read(article_id).status is A.SUBMITTED


def test_tokens_cannot_be_guessed_without_end(office: Office) -> None:
    _, _, browser = asked(office)
    answers = [browser.post(f"/approve/{number:043}", data=YES).status_code for number in range(20)]
    assert set(answers) == {404, 429}
    assert browser.get("/approve/x").status_code == 404


def test_findings_that_block_need_the_heads_reason_here_too(office: Office) -> None:
    def block(article: Any) -> None:
        article.revision.findings = [{"check": "x", "severity": "block", "where": {}, "message": "x", "repairs": []}]

    article_id, token, browser = asked(office, change=block)
    assert browser.post(f"/approve/{token}", data=YES).status_code == 422
    assert browser.post(f"/approve/{token}", data=YES | {"note": "Đã xác minh."}).status_code == 200
    assert decided(office, article_id).note == "Đã xác minh."


def test_the_token_is_told_to_nobody(office: Office) -> None:
    _, token, browser = asked(office)
    page = browser.get(f"/approve/{token}")
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["cache-control"] == "no-store"
    assert "noindex" in page.headers["x-robots-tag"]
    addresses = html.fromstring(page.text).xpath("//@href | //@src | //@action")
    assert [each for each in addresses if not each.startswith(("/", "#"))] == []


@pytest.mark.parametrize("headers", [{"Origin": "https://ac.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_site_cannot_send_the_form(office: Office, headers: dict[str, str]) -> None:
    article_id, token, browser = asked(office)
    assert browser.post(f"/approve/{token}", data=YES, headers=headers).status_code == 403
    assert office.read(article_id).status is A.SUBMITTED


@pytest.mark.parametrize(
    "pin", ["12345", "1234567890123", "abcdef", "111111", "123456", "654321", "121212", "１２３４５６"]
)
def test_a_pin_that_is_easily_guessed_is_refused(pin: str) -> None:
    with pytest.raises(InputError):
        pins.hashed_pin(pin)


def test_whoever_is_logged_in_sets_a_pin_with_his_password(office: Office) -> None:
    visit = office.enter(RoleName.HEAD)
    with office.database.writing() as session:
        user = session.query(User).order_by(User.id.desc()).first()
        assert user is not None
        user.password_hash = passwords.hashed("mat-khau-thu-2026")
        user_id = user.id
    form = {"pin": PIN, "again": PIN}
    assert visit.post("/pin", form | {"password": "sai"}).status_code == 401
    assert visit.post("/pin", form | {"password": "mat-khau-thu-2026", "again": "274917"}).status_code == 422
    assert visit.post("/pin", form | {"password": "mat-khau-thu-2026"}).status_code == 303
    with office.database.reading() as session:
        row = session.get_one(Pin, user_id)
    assert PIN not in row.pin_hash
    assert pins.is_right(PIN, row.pin_hash)
