"""Forgotten passwords: a link, once, for a while; and nobody learns from it who has an account."""

import re

import pytest

from review.security import links
from tests.review.office import Office
from tests.review.route_things import a_colleague
from tests.review.test_users import PASSWORD, letters, link_in, log_in
from tinbai.outbox import LetterKind
from tinbai.people import RoleName, User

NEW = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def username(office: Office) -> str:
    """Somebody who has an address, and has forgotten his password."""
    user_id = a_colleague(office, email="guong@songmau.example")
    with office.database.reading() as session:
        return session.get_one(User, user_id).username


def asked(office: Office, name: str) -> str:
    """The link in the letter that was asked for."""
    office.stranger().client.post("/password", data={"name": name})
    return link_in(letters(office, LetterKind.RESET)[-1].text)


def test_a_link_sets_a_password_once_and_ends_every_session(office: Office, username: str) -> None:
    path, browser = asked(office, username), office.stranger()
    assert username in browser.get(path).text
    assert browser.client.post(path, data=NEW).status_code == 303
    assert log_in(browser, username).status_code == 303
    again = office.stranger().client.post(path, data={"password": "một câu khác hẳn", "again": "một câu khác hẳn"})
    assert again.status_code == 404
    assert log_in(office.stranger(), username).status_code == 303
    second = asked(office, username)
    office.stranger().client.post(second, data={"password": "một câu khác hẳn", "again": "một câu khác hẳn"})
    assert browser.get("/").status_code == 303


def test_of_two_who_use_a_link_at_once_one_sets_the_password(
    office: Office, username: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = asked(office, username)
    real = links.find
    meeting: list[int] = []

    def find(*given: object, **named: object) -> object:
        found = real(*given, **named)  # type: ignore[arg-type]
        if not meeting:
            meeting.append(1)
            assert office.stranger().client.post(path, data=NEW).status_code == 303
        return found

    monkeypatch.setattr(links, "find", find)
    late = office.stranger().client.post(path, data={"password": "kẻ đến sau mất", "again": "kẻ đến sau mất"})
    assert late.status_code == 404
    assert log_in(office.stranger(), username).status_code == 303


def test_whether_there_is_an_account_is_told_to_nobody(office: Office, username: str) -> None:
    pages = {
        office.stranger().client.post("/password", data={"name": name}).text
        for name in (username, "guong@songmau.example", "khong.co.ai", "la@la.example", "")
    }
    assert len(pages) == 1
    assert len(letters(office, LetterKind.RESET)) == 2


def test_an_address_of_two_users_gets_no_link(office: Office, username: str) -> None:
    a_colleague(office, email="GUONG@songmau.example")
    office.stranger().client.post("/password", data={"name": "guong@songmau.example"})
    assert letters(office, LetterKind.RESET) == []


def test_a_link_ends_after_its_hours(office: Office, username: str) -> None:
    path = asked(office, username)
    office.clock.move(hours=2, seconds=1)
    assert office.stranger().get(path).status_code == 404
    assert office.stranger().client.post(path, data=NEW).status_code == 404


def test_links_are_not_asked_for_without_end(office: Office, username: str) -> None:
    answers = [office.stranger().client.post("/password", data={"name": username}).status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
    assert log_in(office.stranger(), username).status_code == 401  # it is no failed log-in: nobody locks others out
    office.clock.move(minutes=16)
    assert office.stranger().client.post("/password", data={"name": username}).status_code == 200


def test_what_is_wrong_with_the_new_password_is_said_and_the_link_stays(office: Office, username: str) -> None:
    path, browser = asked(office, username), office.stranger()
    for wrong in ({"password": "ngan", "again": "ngan"}, {"password": PASSWORD, "again": "khác"},
                  {"password": f"{username} 2026", "again": f"{username} 2026"}):  # fmt: skip
        answer = browser.client.post(path, data=wrong)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
    assert browser.client.post(path, data=NEW).status_code == 303


def test_a_link_given_by_another_site_is_not_used(office: Office, username: str) -> None:
    path = asked(office, username)
    assert office.stranger().client.post(path, data=NEW, headers={"Origin": "https://ac.example"}).status_code == 403
    assert office.stranger().client.post("/password", data={}, headers={"Origin": "null"}).status_code == 403


def test_whoever_was_locked_out_by_tries_gets_in_by_a_link(office: Office, username: str) -> None:
    for _ in range(4):
        log_in(office.stranger(), username, "sai")
    path = asked(office, username)
    office.stranger().client.post(path, data=NEW)
    assert log_in(office.stranger(), username).status_code == 303


def test_nobody_who_is_locked_gets_a_link(office: Office, username: str) -> None:
    with office.database.writing() as session:
        session.query(User).filter_by(username=username).update({"active": False})
    office.stranger().client.post("/password", data={"name": username})
    assert letters(office, LetterKind.RESET) == []


@pytest.mark.parametrize("token", ["x", "x" * 43, "..%2fx", "%00", "x" * 5000])
def test_a_token_that_is_none_opens_nothing(office: Office, token: str) -> None:
    assert office.stranger().get(f"/password/{token}").status_code == 404


def test_the_log_in_page_leads_there(office: Office) -> None:
    assert re.search(r'href="/password"', office.stranger().get("/login").text)
    assert office.enter(RoleName.EDITOR).get("/password").status_code == 200
