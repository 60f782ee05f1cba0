"""The password once more, of somebody whom the directory let in: it is the one that he knows."""

from collections.abc import Callable

import pytest

from review.people import by_directory, reassuring
from review.people.by_directory import user_by_directory
from review.people.coming_in import begin
from review.security.passwords import hashed
from tests.review.office import Office, Visit
from tests.review.route_things import a_colleague
from tests.review.test_by_directory import ADDRESS, OWN, browser, ldap, log_in, tries, use
from tests.review.test_second_factor import code, second, set_up
from tests.servers.program import free_port
from tests.servers.slapd import PASSWORD
from tinbai.account import SecondFactor
from tinbai.config_ldap import LdapConfig
from tinbai.login import LoginSession
from tinbai.people import User

__all__ = ["browser", "ldap"]
PIN = {"pin": "274916", "again": "274916"}
NEW = {"new": "một câu khác hẳn", "again": "một câu khác hẳn"}
DETAILS = {"name": "Đỗ Thị Gương", "title": "", "email": "khac@songmau.example", "notify": "digest"}
CHANGES = {
    "PIN": ("/pin", PIN, 401), "second factor": ("/account/second-factor", {}, 422),
    "recovery codes": ("/account/second-factor/recovery", {}, 422),
    "second factor off": ("/account/second-factor/removal", {}, 422),
    "own password": ("/account/password", NEW, 422), "address": ("/account/details", DETAILS, 422),
}  # fmt: skip

pytestmark = pytest.mark.integration


def come_in(office: Office, browser: Visit, name: str = "guong") -> Visit:
    assert log_in(browser, name).headers["location"] == "/"
    return with_token(office, browser)


def with_token(office: Office, browser: Visit) -> Visit:
    with office.database.reading() as session:
        browser.csrf = session.query(LoginSession).order_by(LoginSession.id.desc()).first().csrf_token  # type: ignore[union-attr]
    return browser


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_who_has_no_password_here_is_asked_for_the_directorys(
    office: Office, browser: Visit, change: tuple[str, dict[str, str], int]
) -> None:
    a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    path, form, refused = change
    for given in ({}, {"password": ""}, {"password": "sai"}):
        answer = browser.post(path, form | given)
        assert answer.status_code == refused
        assert "hiện tại không đúng" in answer.text
    with office.database.reading() as session:
        assert session.query(SecondFactor).count() == 0
        assert session.query(User).filter_by(password_hash="", email=ADDRESS).count() == 1


@pytest.mark.parametrize("page", ["/pin", "/account/second-factor", "/account"])
def test_the_pages_have_a_field_for_it(office: Office, browser: Visit, page: str) -> None:
    a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    form = browser.get(page).text.rpartition('action="/account/password"')[2]
    assert 'autocomplete="current-password"' in form


def test_with_it_everything_can_be_done(office: Office, browser: Visit) -> None:
    a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    assert browser.post("/pin", PIN | {"password": PASSWORD}).status_code == 303
    _, codes = set_up(office, browser, PASSWORD)
    assert codes
    assert "<code>" in browser.post("/account/second-factor/recovery", {"password": PASSWORD}).text
    assert browser.post("/account/second-factor/removal", {"password": PASSWORD}).status_code == 303
    assert browser.post("/account/password", NEW | {"password": PASSWORD}).status_code == 303
    assert tries(office) == 0


def test_it_is_known_after_a_second_step_too(office: Office, browser: Visit) -> None:
    a_colleague(office, email=ADDRESS, password_hash="")
    secret, _ = set_up(office, come_in(office, browser), PASSWORD)
    other = office.stranger()
    assert log_in(other).headers["location"] == "/login/code"
    assert second(other, code(office, secret)).status_code == 303
    with_token(office, other)
    assert other.post("/account/second-factor/removal", {}).status_code == 422
    assert other.post("/account/second-factor/removal", {"password": PASSWORD}).status_code == 303


def test_were_the_name_forgotten_the_second_factor_would_go_unasked(
    office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_directory, "begin", lambda *given, **more: begin(*given, **more | {"directory_name": None}))
    a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    assert browser.post("/pin", PIN).status_code == 303


def test_who_has_both_may_use_either(office: Office, browser: Visit) -> None:
    a_colleague(office, email=ADDRESS, password_hash=hashed(OWN))
    come_in(office, browser)
    for password, status in ((PASSWORD, 303), (OWN, 303), ("sai", 401)):
        assert browser.post("/pin", PIN | {"password": password}).status_code == status


def test_the_directorys_password_of_another_user_is_not_his(office: Office, browser: Visit) -> None:
    user_id = a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    with office.database.writing() as session:
        session.get_one(User, user_id).email = "moi@songmau.example"
    a_colleague(office, email=ADDRESS)
    assert browser.post("/pin", PIN | {"password": PASSWORD}).status_code == 401


def test_were_anybodys_taken_it_would_be(office: Office, browser: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    user_id = a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    with office.database.writing() as session:
        session.get_one(User, user_id).email = "moi@songmau.example"
    a_colleague(office, email=ADDRESS)
    monkeypatch.setattr(
        reassuring, "user_by_directory", lambda *given: None if user_by_directory(*given) is None else user_id
    )
    assert browser.post("/pin", PIN | {"password": PASSWORD}).status_code == 303


def test_an_open_browser_gives_no_more_tries_than_the_log_in(office: Office, browser: Visit) -> None:
    a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    for _ in range(3):
        assert browser.post("/pin", PIN | {"password": "sai"}).status_code == 401
    assert browser.post("/pin", PIN | {"password": PASSWORD}).status_code == 429


def test_while_the_directory_is_away_nothing_is_changed_and_the_reason_is_said(
    office: Office, browser: Visit, ldap: Callable[..., LdapConfig]
) -> None:
    a_colleague(office, email=ADDRESS, password_hash="")
    come_in(office, browser)
    use(office, ldap(port=free_port()))
    answer = browser.post("/pin", PIN | {"password": PASSWORD})
    assert answer.status_code == 503
    assert "Chưa hỏi được máy chủ tài khoản" in answer.text
    use(office, LdapConfig())  # it was turned off: nobody can say that the password is right
    assert browser.post("/pin", PIN | {"password": PASSWORD}).status_code == 401
