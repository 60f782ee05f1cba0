"""The second factor: asked after the password, taken once, counted, and never shown again."""

import re
from typing import Any

import pyotp
import pytest

from review.accounts import add_user
from review.security import second_factor
from tests.review.office import Office, Visit
from tests.review.route_things import a_colleague
from tests.review.test_users import PASSWORD, event, log_in, said
from tinbai.account import LoginStep, RecoveryCode, SecondFactor
from tinbai.login import LoginSession
from tinbai.people import RoleName, User
from tinbai.site import Site


@pytest.fixture
def visit(office: Office) -> Visit:
    """The editor "guong", logged in with a password."""
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        add_user(session, "guong", "Đỗ Thị Gương", PASSWORD, [RoleName.EDITOR], site=site, at=office.clock())
    return logged_in(office)


def logged_in(office: Office) -> Visit:
    browser = office.stranger()
    assert log_in(browser, "guong").status_code == 303
    with office.database.reading() as session:
        found = session.query(LoginSession).order_by(LoginSession.id.desc()).first()
        browser.csrf = found.csrf_token if found else ""
    return browser


def with_patience(office: Office) -> None:
    """Many tries are allowed: for tests of what opens and what does not."""
    desk = office.app.state.desk
    web = desk.config.web.model_copy(update={"lockout_tries": 50})
    object.__setattr__(desk, "config", desk.config.model_copy(update={"web": web}))


def code(office: Office, secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(int(office.clock().timestamp()) + 30 * steps)


def set_up(office: Office, visit: Visit, password: str = PASSWORD) -> tuple[str, list[str]]:
    """The secret and the recovery codes of a second factor that counts from now on."""
    page = visit.post("/account/second-factor", {"password": password}).text
    (secret,) = re.findall(r'<code class="secret">([A-Z2-7]+)</code>', page)
    done = visit.post("/account/second-factor/confirmation", {"code": code(office, secret)})
    office.clock.move(minutes=5)
    return secret, re.findall(r"<code>([a-z2-9-]{14})</code>", done.text)


def second(browser: Visit, typed: str, **options: Any) -> Any:
    return browser.client.post("/login/code", data={"code": typed}, **options)


def half_way(office: Office) -> Visit:
    """A browser in which the password was right."""
    browser = office.stranger()
    answer = log_in(browser, "guong")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login/code")
    return browser


def test_after_the_password_comes_a_code_and_only_then_a_session(office: Office, visit: Visit) -> None:
    secret, _ = set_up(office, visit)
    browser = half_way(office)
    assert "tinbai" not in browser.client.cookies
    assert browser.get("/").status_code == 303
    assert browser.get("/login/code").status_code == 200
    assert second(browser, "000000").status_code == 401
    answer = second(browser, code(office, secret))
    assert answer.headers["location"] == "/"
    assert browser.get("/").status_code == 200
    assert event(office, "log_in").actor == "Đỗ Thị Gương"
    with office.database.reading() as session:
        assert session.query(LoginStep).count() == 0


def test_one_lands_where_one_wanted_to_go(office: Office, visit: Visit) -> None:
    secret, _ = set_up(office, visit)
    browser = office.stranger()
    browser.client.post("/login", data={"username": "guong", "password": PASSWORD, "next": "/messages"})
    assert second(browser, code(office, secret)).headers["location"] == "/messages"


def test_the_qr_code_is_drawn_here_and_the_secret_is_never_shown_again(office: Office, visit: Visit) -> None:
    page = visit.post("/account/second-factor", {"password": PASSWORD}).text
    (secret,) = re.findall(r'<code class="secret">([A-Z2-7]+)</code>', page)
    assert 'src="data:image/svg+xml' in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert secret not in visit.get("/account/second-factor").text
    wrong = visit.post("/account/second-factor/confirmation", {"code": "000000"})
    assert wrong.status_code == 422
    assert secret in wrong.text  # not yet set up: it may be scanned again
    visit.post("/account/second-factor/confirmation", {"code": code(office, secret)})
    for path in ("/account", "/account/second-factor"):
        assert secret not in visit.get(path).text
    assert visit.post("/account/second-factor", {"password": PASSWORD}).status_code == 422
    assert visit.post("/account/second-factor/confirmation", {"code": code(office, secret)}).status_code == 422


def test_a_secret_that_was_never_confirmed_asks_nobody_for_a_code(office: Office, visit: Visit) -> None:
    visit.post("/account/second-factor", {"password": PASSWORD})
    assert log_in(office.stranger(), "guong").headers["location"] == "/"


def test_a_code_opens_once(office: Office, visit: Visit) -> None:
    with_patience(office)
    secret, _ = set_up(office, visit)
    typed = code(office, secret)
    assert second(half_way(office), typed).status_code == 303
    assert second(half_way(office), typed).status_code == 401
    assert second(half_way(office), code(office, secret, -1)).status_code == 401  # nor the one before it
    assert second(half_way(office), code(office, secret, 1)).status_code == 303


def test_the_code_that_set_it_up_does_not_open(office: Office, visit: Visit) -> None:
    page = visit.post("/account/second-factor", {"password": PASSWORD}).text
    (secret,) = re.findall(r'<code class="secret">([A-Z2-7]+)</code>', page)
    visit.post("/account/second-factor/confirmation", {"code": code(office, secret)})
    assert second(half_way(office), code(office, secret)).status_code == 401


def test_without_its_guard_a_code_would_open_twice(
    office: Office, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two tests above can fail: a variant that only compares the code takes it again."""
    secret, _ = set_up(office, visit)

    def careless(session: Any, user_id: int, typed: str, at: Any) -> bool:
        del session, user_id
        return second_factor._step_of(secret, typed, at) is not None

    monkeypatch.setattr(second_factor, "_take_code", careless)
    typed = code(office, secret)
    assert [second(half_way(office), typed).status_code for _ in range(2)] == [303, 303]


@pytest.mark.parametrize("steps", [-2, 2, 10])
def test_an_old_or_coming_code_does_not_open(office: Office, visit: Visit, steps: int) -> None:
    secret, _ = set_up(office, visit)
    assert second(half_way(office), code(office, secret, steps)).status_code == 401


def test_a_recovery_code_opens_once_however_it_is_typed(office: Office, visit: Visit) -> None:
    with_patience(office)
    _, codes = set_up(office, visit)
    assert len(set(codes)) == 10
    assert second(half_way(office), codes[0].upper().replace("-", " ")).status_code == 303
    assert second(half_way(office), codes[0]).status_code == 401
    assert second(half_way(office), codes[1]).status_code == 303
    with office.database.reading() as session:
        stored = {row.code_hash for row in session.query(RecoveryCode)}
    assert not stored & {part for typed in codes for part in (typed, typed.replace("-", ""))}
    assert "Còn 8 mã dự phòng" in visit.get("/account/second-factor").text


def test_new_recovery_codes_end_the_old_ones(office: Office, visit: Visit) -> None:
    with_patience(office)
    _, codes = set_up(office, visit)
    assert visit.post("/account/second-factor/recovery", {"password": "sai"}).status_code == 422
    page = visit.post("/account/second-factor/recovery", {"password": PASSWORD}).text
    fresh = re.findall(r"<code>([a-z2-9-]{14})</code>", page)
    assert second(half_way(office), codes[0]).status_code == 401
    assert second(half_way(office), fresh[0]).status_code == 303


def test_tries_at_the_code_are_counted_and_a_right_password_buys_no_more(office: Office, visit: Visit) -> None:
    secret, _ = set_up(office, visit)
    browser = half_way(office)
    answers = [second(browser, "000000").status_code for _ in range(3)]
    assert answers == [401, 401, 429]
    assert second(browser, code(office, secret)).status_code == 303  # to the log-in: the step has ended
    assert browser.get("/").status_code == 303
    assert log_in(office.stranger(), "guong").status_code == 429
    office.clock.move(minutes=16)
    assert second(half_way(office), code(office, secret)).headers["location"] == "/"


def test_a_step_ends_after_ten_minutes(office: Office, visit: Visit) -> None:
    secret, _ = set_up(office, visit)
    browser = half_way(office)
    office.clock.move(minutes=10, seconds=1)
    assert browser.get("/login/code").headers["location"] == "/login?done=step_over"
    assert second(browser, code(office, secret)).headers["location"] == "/login?done=step_over"


def test_a_step_planted_in_the_browser_is_not_the_one_that_goes_on(office: Office, visit: Visit) -> None:
    set_up(office, visit)
    browser = office.stranger()
    browser.client.cookies.set("tinbai-step", "planted-by-somebody-else")
    assert second(browser, "000000").headers["location"] == "/login?done=step_over"
    answer = log_in(browser, "guong")
    assert "planted" not in answer.headers["set-cookie"]


def test_the_token_of_a_step_is_no_session(office: Office, visit: Visit) -> None:
    set_up(office, visit)
    browser = half_way(office)
    browser.client.cookies.set("tinbai", browser.client.cookies["tinbai-step"])
    assert browser.get("/").status_code == 303


def test_the_form_of_another_site_is_refused(office: Office, visit: Visit) -> None:
    secret, _ = set_up(office, visit)
    browser = half_way(office)
    assert second(browser, code(office, secret), headers={"Origin": "https://ac.example"}).status_code == 403


def test_setting_it_up_ends_the_sessions_elsewhere(office: Office, visit: Visit) -> None:
    elsewhere = logged_in(office)
    set_up(office, visit)
    assert elsewhere.get("/").status_code == 303
    assert visit.get("/").status_code == 200


def test_it_is_taken_away_with_the_password(office: Office, visit: Visit) -> None:
    set_up(office, visit)
    assert visit.post("/account/second-factor/removal", {"password": "sai"}).status_code == 422
    assert visit.post("/account/second-factor/removal", {"password": PASSWORD}).status_code == 303
    assert log_in(office.stranger(), "guong").headers["location"] == "/"


def test_an_administrator_takes_it_away_for_who_lost_his_telephone(office: Office, visit: Visit) -> None:
    set_up(office, visit)
    with office.database.reading() as session:
        user_id = session.query(User).filter_by(username="guong").one().id
    office.enter(RoleName.ADMIN).post(f"/users/{user_id}/second-factor/removal")
    assert visit.get("/").status_code == 303
    assert log_in(office.stranger(), "guong").headers["location"] == "/"
    assert said(office, "second_factor_off")["about"] == "guong"


@pytest.mark.parametrize(("demanded", "asked"), [(("editor",), True), (("all",), True), (("head",), False)])
def test_where_it_is_demanded_nothing_else_opens_before(
    office: Office, visit: Visit, demanded: tuple[str, ...], asked: bool
) -> None:
    demand(office, *demanded)
    for path in ("/", "/messages", "/account", "/articles/1"):
        answer = visit.get(path)
        assert (answer.headers.get("location") == "/account/second-factor") is asked
    assert "yêu cầu xác thực hai bước" in visit.get("/account/second-factor").text or not asked
    set_up(office, visit)
    assert visit.get("/").status_code == 200
    assert visit.post("/account/second-factor/removal", {"password": PASSWORD}).status_code == (422 if asked else 303)


def test_a_demand_reaches_the_people_of_its_site_only(office: Office, visit: Visit) -> None:
    demand(office, "all", site="dong-thu")
    assert visit.get("/").status_code == 200


def test_somebody_of_whom_it_is_demanded_can_log_out(office: Office, visit: Visit) -> None:
    demand(office, "all")
    assert visit.post("/logout").headers["location"] == "/login?done=logout"


def demand(office: Office, *roles: str, site: str = "an-mau") -> None:
    desk = office.app.state.desk
    sites = tuple(
        each.model_copy(update={"second_factor": roles}) if each.key == site else each for each in desk.config.sites
    )
    object.__setattr__(desk, "config", desk.config.model_copy(update={"sites": sites}))


def test_a_locked_user_does_not_get_in_half_way(office: Office, visit: Visit) -> None:
    secret, _ = set_up(office, visit)
    browser = half_way(office)
    with office.database.writing() as session:
        session.query(User).filter_by(username="guong").update({"active": False})
    assert second(browser, code(office, secret)).headers["location"] == "/login?done=step_over"


def test_each_has_a_secret_of_his_own(office: Office, visit: Visit) -> None:
    set_up(office, visit)
    other = a_colleague(office)
    with office.database.writing() as session:
        second_factor.begin(session, session.get_one(User, other), at=office.clock())
        secrets = [factor.secret for factor in session.query(SecondFactor)]
    assert len(set(secrets)) == len(secrets) == 2
    assert all(len(secret) == 32 for secret in secrets)
