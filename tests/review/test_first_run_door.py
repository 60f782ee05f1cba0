"""Who gets into the first-run wizard: whoever reads the terminal, and nobody else; and nobody once it is over."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.routing import iter_route_contexts
from starlette.testclient import TestClient

from review.first_run import door, guarding
from review.first_run.answers import Answers, Step
from review.first_run.needed import is_needed
from tests.review.office import Office
from tests.review.wizard import STEPS, Wizard, an_empty_folder
from tests.rows import NOON, a_site, a_user
from tinbai.config import load
from tinbai.db import Database, connect
from tinbai.people import RoleName


@pytest.fixture
def wizard(tmp_path: Path, migrated_file: Path) -> Wizard:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    return wizard


def routes(wizard: Wizard) -> Iterator[tuple[str, str]]:
    """Every route with its method, the folder of static files apart; an address for each."""
    for each in iter_route_contexts(wizard.app.routes):
        if each.path != "/static":
            for method in (each.methods or set()) - {"HEAD"}:
                yield method, str(each.path).replace("{step}", "site")


def test_every_route_but_the_entrance_wants_the_code(wizard: Wizard) -> None:
    open_: set[tuple[str, str]] = set()
    closed: set[tuple[str, str]] = set()
    for method, path in routes(wizard):
        stranger = wizard.browser()
        answer = stranger.request(method, path, data=STEPS["site"] if method == "POST" else None)
        refused = answer.status_code == 403 if method == "POST" else answer.headers.get("location") == "/first-run"
        (closed if refused and path not in {"/", "/login"} else open_).add((method, path))
    assert open_ == {
        ("GET", "/"), ("GET", "/login"), ("GET", "/first-run"), ("POST", "/first-run/code"),
        ("POST", "/first-run/language"),
    }  # fmt: skip
    assert closed == {("GET", "/first-run/site"), ("POST", "/first-run/site")}
    assert not (wizard.folder / "first-run.json").exists()


def test_without_its_guard_a_stranger_would_set_the_installation_up(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken variant: every browser has the session."""
    anybody = door.WizardSession(token_hash="", csrf_token="", until=NOON)
    monkeypatch.setattr(guarding, "session_of", lambda _request: anybody)
    assert wizard.browser().post("/first-run/site", data=STEPS["site"]).status_code == 303
    assert (wizard.folder / "first-run.json").exists()


def test_a_form_without_the_sessions_own_token_or_from_elsewhere_is_refused(wizard: Wizard) -> None:
    here = wizard.inside()
    for step in STEPS:
        for token in ("", "x" * 43):
            assert here.post(step, csrf=token).status_code == 403
        data = {"csrf": here.csrf, **STEPS[step]}
        for header in ({"Origin": "https://ke-la.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
            assert here.client.post(f"/first-run/{step}", data=data, headers=header).status_code == 403
    assert wizard.asked == []
    assert not Answers(wizard.folder).begun


def test_without_the_check_of_the_token_a_foreign_form_would_be_taken(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = wizard.inside()
    monkeypatch.setattr(guarding, "check_token", lambda *_given: None)
    assert here.post("site", csrf="").status_code == 303


def test_the_code_is_typed_as_people_type_and_is_used_once(wizard: Wizard) -> None:
    code, browser = wizard.codes[0], wizard.browser()
    assert browser.post("/first-run/code", data={"code": f" {code.lower().replace('-', ' ')} "}).status_code == 303
    assert browser.get("/first-run/site").status_code == 200
    assert wizard.browser().post("/first-run/code", data={"code": code}).status_code == 401
    assert len(wizard.codes) == 2
    assert wizard.codes[1] != code


def test_the_next_code_ends_the_session_before_it(wizard: Wizard) -> None:
    first, second = wizard.inside(), wizard.inside()
    assert first.get("site").status_code == 303
    assert second.get("site").status_code == 200


def test_a_session_ends_by_itself(wizard: Wizard) -> None:
    here = wizard.inside()
    wizard.later = timedelta(hours=13)
    assert here.get("site").headers["location"] == "/first-run"
    assert here.post("site").status_code == 403


def test_the_cookie_is_for_this_site_and_no_script(wizard: Wizard) -> None:
    answer = wizard.browser().post("/first-run/code", data={"code": wizard.codes[0]})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("code", ["", "0", "AAAA-AAAA", "Đảng ủy", "x" * 5000, "\x00"])
def test_another_code_opens_nothing(wizard: Wizard, code: str) -> None:
    browser = wizard.browser()
    assert browser.post("/first-run/code", data={"code": code}).status_code == 401
    assert browser.get("/first-run/site").status_code == 303


def test_a_stranger_who_floods_the_page_keeps_the_holder_of_the_code_out_at_no_time(wizard: Wizard) -> None:
    stranger = wizard.browser()
    most = load(wizard.config).web.lockout_tries
    tried = {stranger.post("/first-run/code", data={"code": "SAII-SAII"}).status_code for _ in range(most * 6)}
    assert tried == {401}
    assert wizard.inside().get("site").status_code == 200


def test_a_code_is_too_long_to_be_guessed_however_fast(wizard: Wizard) -> None:
    letters = len(set(door.LETTERS))
    (code,) = wizard.codes
    assert set(code) <= set(door.LETTERS) | {"-"}
    guessed_in_a_year = 10_000 * 3600 * 24 * 365  # at ten thousand tries a second, which this server does not reach
    assert letters ** len(code.replace("-", "")) > 1_000_000_000_000 * guessed_in_a_year


def test_once_over_every_route_is_gone(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer(*STEPS)
    for client in (here.client, wizard.browser()):
        for method, path in routes(wizard):
            answer = client.request(method, path, data={"csrf": here.csrf, **STEPS["site"]})
            assert answer.status_code == (303 if path == "/login" else 404)
    assert (answer := client.get("/login")).headers["location"] == "/login"
    assert answer.headers["connection"] == "close"
    assert client.get("/static/site.css").status_code == 200
    assert not is_needed(load(wizard.config))


def test_the_site_itself_knows_no_wizard(office: Office) -> None:
    stranger = office.stranger()
    for path in ("/first-run", "/first-run/site"):
        assert (stranger.get(path).status_code, stranger.post(path).status_code) == (404, 404)
    assert stranger.post("/first-run/code", {"code": "x"}).status_code == 404


def test_the_wizard_answers_nothing_of_the_site(wizard: Wizard) -> None:
    client: TestClient = wizard.inside().client
    assert {client.get(path).status_code for path in ("/articles/1", "/users", "/healthz")} == {404}


def test_it_is_shown_on_a_fresh_installation_only(tmp_path: Path, database: Database) -> None:
    config = an_empty_folder(tmp_path) / "config.toml"
    assert is_needed(load(config))  # the database has its tables and nobody in it
    with config.open("a") as file:
        file.write('[[sites]]\nkey = "an-mau"\nname = "Trang"\ncode = "AM"\n')
    assert not is_needed(load(config))  # a board was configured by hand
    Answers(tmp_path).keep(Step.SITE, {"name": "x"})
    assert is_needed(load(config))  # or by a wizard that was killed at its end
    with database.writing() as session:
        a_user(session, a_site(session), RoleName.READER)
    assert not is_needed(load(config))


def test_a_database_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    config = an_empty_folder(tmp_path) / "config.toml"
    assert is_needed(load(config))
    assert not (tmp_path / "tinbai.db").exists()
    connect(f"sqlite:///{tmp_path}/tinbai.db").close()
    (tmp_path / "tinbai.db").touch()
    assert is_needed(load(config))
