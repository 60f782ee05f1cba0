"""Logging in with what the authority's directory knows: in the same form, under the same rules, as who one is here."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import structlog.testing

from review.accounts import add_user
from review.people import by_directory
from review.security import lockout
from review.security.ldap_connection import LdapConnection
from tests.review.office import Office, Visit
from tests.review.route_things import a_colleague
from tests.review.test_second_factor import code, second, set_up
from tests.review.test_users import event
from tests.servers.program import free_port
from tests.servers.slapd import AS_TYPED, BASE, LONG, PASSWORD, SEARCHER, SEARCHER_PASSWORD, Slapd
from tinbai.account import LoginStep
from tinbai.checking import check
from tinbai.config import Config
from tinbai.config_ldap import LdapConfig
from tinbai.login import LoginFailure, LoginSession
from tinbai.people import RoleName, User
from tinbai.site import Site
from tinbai.text import nfc

ADDRESS = "guong@songmau.example"
OWN = "chuồn chuồn bay thấp"
WIDE = "\uff47uong"  # a letter of double width, which the directory takes for the same name

pytestmark = pytest.mark.integration


def use(office: Office, config: LdapConfig) -> None:
    """The site asks this directory."""
    desk = office.app.state.desk
    object.__setattr__(desk, "config", desk.config.model_copy(update={"ldap": config}))


@pytest.fixture
def ldap(slapd: Slapd, tmp_path: Path) -> Callable[..., LdapConfig]:
    return lambda **more: slapd.config(tmp_path / "secret", **{"security": "plain", "port": slapd.port, **more})


@pytest.fixture
def browser(office: Office, ldap: Callable[..., LdapConfig]) -> Visit:
    """A browser at the log-in page of a site with a directory."""
    use(office, ldap())
    return office.stranger()


def log_in(browser: Visit, username: str = "guong", password: str = PASSWORD, **more: str) -> Any:
    return browser.client.post("/login", data={"username": username, "password": password, **more})


def tries(office: Office) -> int:
    with office.database.reading() as session:
        return session.query(LoginFailure).count()


def test_whom_the_directory_knows_is_who_has_his_address_here(office: Office, browser: Visit) -> None:
    user_id = a_colleague(office, email=ADDRESS.upper(), password_hash="")
    assert "Dùng tên và mật khẩu của tài khoản cơ quan" in browser.get("/login").text
    browser.client.cookies.set("tinbai", "planted-by-somebody-else")
    answer = log_in(browser, next="/messages?status=held")
    assert (answer.status_code, answer.headers["location"]) == (303, "/messages?status=held")
    assert browser.get("/").status_code == 200
    with office.database.reading() as session:
        own = session.query(LoginSession).one()
        assert own.user_id == user_id
    assert event(office, "log_in").user_id == user_id
    assert tries(office) == 0


@pytest.mark.parametrize(
    ("username", "password"),
    [("guong", "sai mật khẩu"), ("guong", ""), ("*", PASSWORD), ("guong,ou=nguoi", PASSWORD), (WIDE, PASSWORD),
     ("la", PASSWORD), ("khong-thu", PASSWORD), ("guong", "x" * 5000), ("guong", "\x00")],
)  # fmt: skip
def test_nobody_else_comes_in_and_is_told_nothing_more(
    office: Office, browser: Visit, username: str, password: str
) -> None:
    a_colleague(office, email=ADDRESS)
    answer = log_in(browser, username, password)
    assert answer.status_code == 401
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.text
    with office.database.reading() as session:
        assert session.query(LoginSession).count() == 0
        assert session.query(User).count() == 1  # nobody was made a user


def test_with_other_letters_one_could_try_one_name_under_many(
    office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_directory, "_NAME", re.compile(".*"))
    a_colleague(office, email=ADDRESS)
    assert log_in(browser, WIDE).status_code == 303


def test_who_is_shut_out_here_stays_out(office: Office, browser: Visit) -> None:
    a_colleague(office, email=ADDRESS, active=False)
    assert log_in(browser).status_code == 401


def test_of_several_addresses_one_user_is_enough_and_two_are_too_many(office: Office, browser: Visit) -> None:
    a_colleague(office, email="nhieu@songmau.example")
    assert log_in(browser, "nhieu").status_code == 303
    a_colleague(office, email="nhieu.cu@songmau.example")
    assert log_in(office.stranger(), "nhieu").status_code == 401


def test_wrong_passwords_lock_as_here_and_a_right_one_takes_them_back(office: Office, browser: Visit) -> None:
    a_colleague(office, email=ADDRESS)
    for _ in range(4):
        assert log_in(browser, password="sai").status_code == 401
        assert log_in(browser).status_code == 303
    for _ in range(3):
        log_in(browser, password="sai")
    assert log_in(browser).status_code == 429
    office.clock.move(minutes=16)
    assert log_in(browser).status_code == 303


def bound_as(browser: Visit, monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """As whom the directory was asked to bind when `name` logged in with the right password."""
    bind, names = LdapConnection.bind, list[str]()

    def noted(server: LdapConnection, name: str, password: str) -> bool:
        names.append(name)
        return bind(server, name, password)

    monkeypatch.setattr(LdapConnection, "bind", noted)
    log_in(browser, name)
    return names


def test_only_our_own_peoples_passwords_are_tried_in_the_directory(
    office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_colleague(office, email=ADDRESS)
    a_colleague(office, email="an.tin@songmau.example", active=False)
    for name in ("la", "an+tin", "khong-thu"):
        assert bound_as(browser, monkeypatch, name) == [SEARCHER]
    assert bound_as(browser, monkeypatch, "guong") == [SEARCHER, f"uid=guong,{BASE}"]


def test_were_everybody_expected_anybodys_could_be_guessed_here(
    office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_id = a_colleague(office, email=ADDRESS)
    monkeypatch.setattr(by_directory, "_user_id", lambda *_asked: user_id)
    assert bound_as(browser, monkeypatch, "la") == [SEARCHER, f"uid=la,{BASE}"]


def test_a_password_goes_to_the_directory_as_it_was_typed(office: Office, browser: Visit) -> None:
    a_colleague(office, email="roi@songmau.example")
    assert nfc(AS_TYPED) == PASSWORD != AS_TYPED
    assert log_in(browser, "roi", PASSWORD).status_code == 401
    assert log_in(browser, "roi", AS_TYPED).status_code == 303


def test_a_long_address_is_never_cut_to_somebody_elses_name(office: Office, browser: Visit) -> None:
    user_id = a_colleague(office, email=LONG)
    other_id = a_colleague(office, email="cat.ngan@songmau.example")
    for name, expected in ((LONG, user_id), (LONG[:64], other_id)):
        assert log_in(browser, name).status_code == 303
        with office.database.reading() as session:
            own = session.query(LoginSession).one()
            assert (own.user_id, own.directory_name) == (expected, name)
        browser.client.cookies.clear()
        with office.database.writing() as session:
            session.query(LoginSession).delete()
    assert log_in(browser, LONG[:65]).status_code == 401


def test_a_name_longer_than_any_address_is_nobodys_and_its_tries_are_counted(
    office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        assert bound_as(browser, monkeypatch, "a" * 255) == []
    assert log_in(browser, "a" * 255).status_code == 429


def a_namesake(office: Office) -> None:
    """The user name "guong" is somebody else's here than in the directory."""
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(session, "guong", "Hoàng Văn Gương", OWN, [RoleName.EDITOR], site=site, at=office.clock())


def guessed(office: Office, browser: Visit) -> list[int]:
    """What is said to somebody who guesses at his namesake's password, and logs in as himself in between."""
    a_colleague(office, email=ADDRESS)
    a_namesake(office)
    return [log_in(browser, password=each).status_code for each in ("sai", "sai", PASSWORD, "sai", PASSWORD, "sai")]


def test_ones_own_log_ins_buy_no_tries_at_a_namesakes_account(office: Office, browser: Visit) -> None:
    assert guessed(office, browser) == [401, 401, 303, 401, 429, 429]


def test_if_they_did_one_could_guess_on(office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lockout, "hand_over", lambda session, typed, _username: lockout.forgive(session, typed))
    assert 429 not in guessed(office, browser)


def test_the_second_step_follows_and_its_tries_are_counted(office: Office, browser: Visit) -> None:
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        user = add_user(session, "do.guong", "Đỗ Thị Gương", OWN, [RoleName.EDITOR], site=site, at=office.clock())
        user.email = ADDRESS
    log_in(browser, "do.guong", OWN)
    with office.database.reading() as session:
        browser.csrf = session.query(LoginSession).one().csrf_token
    secret, _ = set_up(office, browser, OWN)
    other = office.stranger()
    assert log_in(other).headers["location"] == "/login/code"
    assert other.get("/").status_code == 303
    assert tries(office) == 1  # a right password alone takes nothing back
    assert second(other, "000000").status_code == 401
    assert second(other, code(office, secret)).status_code == 303
    assert tries(office) == 0
    assert other.get("/").status_code == 200
    with office.database.reading() as session:
        assert session.query(LoginStep).count() == 0


def test_while_the_directory_is_away_the_sites_own_passwords_open(
    office: Office, browser: Visit, ldap: Callable[..., LdapConfig]
) -> None:
    a_namesake(office)
    use(office, ldap(port=free_port()))
    with structlog.testing.capture_logs() as logs:
        away = log_in(browser, "an", PASSWORD)
    assert away.status_code == 503
    assert "Chưa hỏi được máy chủ của tài khoản cơ quan" in away.text
    assert "riêng của trang này" in away.text
    assert log_in(browser, "guong", OWN).status_code == 303
    assert logs
    assert not any(word in str(logs) for word in (PASSWORD, SEARCHER_PASSWORD))


def test_a_secret_that_is_not_there_is_the_directory_away(
    office: Office, browser: Visit, ldap: Callable[..., LdapConfig]
) -> None:
    use(office, ldap(password="env:TINBAI_KHONG_CO"))
    assert log_in(browser).status_code == 503


def test_without_a_directory_nothing_is_said_of_one(office: Office) -> None:
    assert "tài khoản cơ quan" not in office.stranger().get("/login").text


@pytest.mark.parametrize(
    ("changes", "ok", "said"),
    [
        ({}, True, "tìm được người"),
        ({"address_attribute": "description"}, True, "không thấy ai có địa chỉ thư"),
        ({"base": "ou=khong,dc=xa"}, False, "không có nhánh ghi ở khóa base"),
        ({"username": "cn=ai,dc=xa"}, False, "username và password ở [ldap]"),
        ({"security": "starttls", "ca_file": ""}, False, "không kiểm chứng được chứng thư"),
        ({"password": "env:TINBAI_KHONG_CO"}, False, "TINBAI_KHONG_CO"),
        ({"bind_name": "uid={name},dc=xa"}, True, "web.lockout_tries phải thấp hơn"),
    ],
)  # fmt: skip
def test_check_tries_it(
    config: Config, ldap: Callable[..., LdapConfig], changes: dict[str, str], ok: bool, said: str
) -> None:
    tried = check(config.model_copy(update={"ldap": ldap(**changes), "sites": ()}))
    (found,) = [each for each in tried if each.name == "Máy chủ tài khoản (127.0.0.1)"]
    assert (found.ok, said in found.words) == (ok, True), found.words
