"""Logging in and out: one message for every failure, a new session each time, and a rest after too many tries."""

import re
from typing import Any

import pytest

from review.accounts import add_user, set_password
from review.security import passwords
from review.security.passwords import hashed, is_right
from tests.passwords import REAL
from tests.review.office import Office, Visit
from tinbai.errors import InputError
from tinbai.login import LoginFailure, LoginSession
from tinbai.people import RoleName, User
from tinbai.site import Site

PASSWORD = "chuồn chuồn bay thấp"


@pytest.fixture
def browser(office: Office) -> Visit:
    """A browser at the log-in page; the user "guong" exists."""
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(session, "guong", "Đỗ Thị Gương", PASSWORD, [RoleName.EDITOR], site=site, at=office.clock())
    return office.stranger()


def log_in(browser: Visit, password: str = PASSWORD, username: str = "guong", **options: str) -> Any:
    return browser.client.post("/login", data={"username": username, "password": password, **options})


def test_the_right_password_opens_the_queue(browser: Visit) -> None:
    answer = log_in(browser)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert browser.get("/").status_code == 200


def test_an_unknown_user_and_a_wrong_password_are_told_the_same(browser: Visit) -> None:
    wrong, unknown = log_in(browser, "sai mật khẩu rồi"), log_in(browser, username="khongcoai")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text.replace("guong", "") == unknown.text.replace("khongcoai", "")
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in wrong.text


def test_after_too_many_tries_even_the_right_password_waits(browser: Visit, office: Office) -> None:
    for _ in range(3):
        assert log_in(browser, "sai").status_code == 401
    locked = log_in(browser)
    assert locked.status_code == 429
    assert "quá nhiều lần" in locked.text
    office.clock.move(minutes=16)
    assert log_in(browser).status_code == 303


def test_an_unknown_name_is_locked_like_a_known_one(browser: Visit) -> None:
    answers = [log_in(browser, username="khongcoai").status_code for _ in range(4)]
    assert answers == [401, 401, 401, 429]


def test_an_address_that_tries_many_names_is_locked(browser: Visit, office: Office) -> None:
    with office.database.writing() as session:
        session.add_all(LoginFailure(username=f"u{n}", address="testclient", at=office.clock()) for n in range(15))
    assert log_in(browser).status_code == 429


def test_a_right_password_takes_the_failed_tries_back(browser: Visit, office: Office) -> None:
    log_in(browser, "sai")
    log_in(browser)
    with office.database.reading() as session:
        assert session.query(LoginFailure).count() == 0


def test_a_session_planted_in_the_browser_is_not_the_one_that_logs_in(browser: Visit) -> None:
    browser.client.cookies.set("tinbai", "planted-by-somebody-else")
    answer = log_in(browser)
    assert answer.status_code == 303
    assert "planted" not in answer.headers["set-cookie"]


def test_logging_in_again_ends_the_session_before(browser: Visit, office: Office) -> None:
    log_in(browser)
    first = browser.client.cookies["tinbai"]
    log_in(browser)
    with office.database.reading() as session:
        assert session.query(LoginSession).count() == 1
    browser.client.cookies.clear()
    browser.client.cookies.set("tinbai", first)
    assert browser.get("/").status_code == 303


def test_the_database_holds_no_token_that_opens_a_door(browser: Visit, office: Office) -> None:
    log_in(browser)
    token = browser.client.cookies["tinbai"]
    with office.database.reading() as session:
        stored = session.query(LoginSession).one()
        assert token not in {stored.token_hash, stored.csrf_token}


def test_logging_out_kills_the_session(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    token = visit.client.cookies["tinbai"]
    assert visit.post("/logout").headers["location"] == "/login?done=logout"
    visit.client.cookies.set("tinbai", token)
    assert visit.get("/").headers["location"] == "/login"


def test_a_session_ends_after_its_hours(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    office.clock.move(hours=12, seconds=1)
    assert visit.get("/").status_code == 303


def test_a_session_that_is_used_goes_on(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    for _ in range(3):
        office.clock.move(hours=11)
        assert visit.get("/").status_code == 200
    office.clock.move(hours=12, seconds=1)
    assert visit.get("/").status_code == 303


def test_the_cookie_does_not_end_before_the_session(browser: Visit) -> None:
    given = log_in(browser).headers.get_list("set-cookie")
    (life,) = [re.findall(r"max-age=(\d+)", one.lower())[0] for one in given if one.startswith("tinbai=")]
    assert int(life) > 30 * 24 * 3600


def test_a_user_who_was_switched_off_is_out_at_once(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    with office.database.writing() as session:
        session.query(User).update({"active": False})
    assert visit.get("/").status_code == 303


def test_the_time_of_the_last_page_is_noted_now_and_then(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    office.clock.move(minutes=6)
    visit.get("/")
    with office.database.reading() as session:
        assert session.query(LoginSession).one().seen_at == office.clock()


def test_a_page_asked_for_before_is_where_one_lands(browser: Visit) -> None:
    sent = browser.get("/messages?status=failed")
    assert sent.headers["location"] == "/login?next=%2Fmessages%3Fstatus%3Dfailed"
    assert log_in(browser, next="/messages?status=failed").headers["location"] == "/messages?status=failed"


@pytest.mark.parametrize(
    "elsewhere", ["//ac.example", "https://ac.example", "/\\ac.example", "javascript:alert(1)", "/login", "/\nx"]
)
def test_a_log_in_sends_nobody_elsewhere(browser: Visit, elsewhere: str) -> None:
    assert log_in(browser, next=elsewhere).headers["location"] == "/"


def test_a_log_in_form_sent_by_another_site_is_refused(browser: Visit) -> None:
    answer = browser.client.post(
        "/login", data={"username": "guong", "password": PASSWORD}, headers={"Origin": "https://ac.example"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("password", ["ngan", "a" * 12, "x" * 201 + "abcd"])
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(InputError):
        hashed(password)


def test_a_password_is_the_same_however_its_letters_are_composed() -> None:
    stored = hashed("mật khẩu dài")
    assert is_right("mật khẩu dài", stored)
    assert not is_right("mật khẩu khác", stored)
    assert not is_right("mật khẩu dài", None)


def test_a_password_is_hashed_with_the_figures_of_rfc_9106(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its second choice, section 4: 64 MB, three passes, four lanes."""
    monkeypatch.setattr(passwords, "_hasher", REAL)
    stored = hashed(PASSWORD)
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert is_right(PASSWORD, stored)
    assert not is_right("sai mật khẩu rồi", stored)


def test_a_password_that_holds_the_user_name_is_refused(office: Office) -> None:
    with office.database.writing() as session, pytest.raises(InputError, match="password_is_name"):
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(session, "guong", "Đỗ Thị Gương", "Gương 2026 abc", [RoleName.EDITOR], site=site, at=office.clock())


@pytest.mark.parametrize(
    ("username", "name", "problem"),
    [("a", "A", "username_wrong"), ("Đỗ", "A", "username_wrong"), ("ab", " ", "name_missing")],
)
def test_an_account_needs_a_plain_user_name_and_a_name(office: Office, username: str, name: str, problem: str) -> None:
    with office.database.writing() as session, pytest.raises(InputError, match=problem):
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(session, username, name, PASSWORD, [RoleName.EDITOR], site=site, at=office.clock())


def test_a_user_name_is_given_once(office: Office, browser: Visit) -> None:
    del browser
    with office.database.writing() as session, pytest.raises(InputError, match="username_taken"):
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(session, "GUONG", "Khác", PASSWORD, [RoleName.EDITOR], site=site, at=office.clock())


def test_a_new_password_ends_every_session(browser: Visit, office: Office) -> None:
    log_in(browser)
    with office.database.writing() as session:
        set_password(session, session.query(User).filter_by(username="guong").one(), "một mật khẩu mới")
    assert browser.get("/").status_code == 303
