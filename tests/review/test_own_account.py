"""One's own account: what one changes oneself, with which proof, and what ends with it."""

import pytest

from tests.review.office import Office, Visit
from tests.review.test_second_factor import logged_in, visit
from tests.review.test_users import PASSWORD, letters, log_in, said
from tinbai.login import LoginSession
from tinbai.outbox import LetterKind
from tinbai.people import Notify, RoleName, User

__all__ = ["visit"]
DETAILS = {"name": "Đỗ Thị Gương", "title": "Biên tập viên", "email": "", "notify": "digest"}
NEW = {"password": PASSWORD, "new": "một câu khác hẳn", "again": "một câu khác hẳn"}


def guong(office: Office) -> User:
    with office.database.reading() as session:
        return session.query(User).filter_by(username="guong").one()


def test_name_title_and_how_often_letters_come_are_ones_own(office: Office, visit: Visit) -> None:
    assert visit.post("/account/details", DETAILS).headers["location"] == "/account?done=account_saved"
    assert (guong(office).title, guong(office).notify) == ("Biên tập viên", Notify.DIGEST)
    assert said(office, "user_changed")["after"] == ["title"]
    assert visit.post("/account/details", DETAILS | {"name": ""}).status_code == 422
    assert visit.post("/account/details", DETAILS | {"notify": "hourly"}).status_code == 422


def test_another_address_needs_the_password_and_the_old_one_hears_of_it(office: Office, visit: Visit) -> None:
    first = DETAILS | {"email": "guong@songmau.example"}
    assert visit.post("/account/details", first).status_code == 422
    assert visit.post("/account/details", first | {"password": PASSWORD}).status_code == 303
    assert letters(office, LetterKind.ACCOUNT) == []
    visit.post("/account/details", DETAILS | {"email": "khac@songmau.example", "password": PASSWORD})
    assert [letter.to for letter in letters(office, LetterKind.ACCOUNT)] == ["guong@songmau.example"]
    assert guong(office).email == "khac@songmau.example"


def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions(office: Office, visit: Visit) -> None:
    elsewhere = logged_in(office)
    assert visit.post("/account/password", NEW | {"password": "sai"}).status_code == 422
    assert visit.post("/account/password", NEW | {"again": "khác"}).status_code == 422
    assert visit.post("/account/password", NEW | {"new": "ngan", "again": "ngan"}).status_code == 422
    assert elsewhere.get("/").status_code == 200
    assert visit.post("/account/password", NEW).status_code == 303
    assert elsewhere.get("/").status_code == 303
    assert visit.get("/").status_code == 200
    assert log_in(office.stranger(), "guong").status_code == 401
    assert log_in(office.stranger(), "guong", NEW["new"]).status_code == 303


def test_whoever_finds_an_open_browser_cannot_guess_the_password(office: Office, visit: Visit) -> None:
    for _ in range(3):
        assert "hiện tại không đúng" in visit.post("/account/password", NEW | {"password": "sai"}).text
    assert "quá nhiều lần" in visit.post("/account/password", NEW).text


def test_sessions_are_listed_with_device_and_ended_one_by_one(office: Office, visit: Visit) -> None:
    browser = office.stranger()
    agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140"
    browser.client.post("/login", data={"username": "guong", "password": PASSWORD}, headers={"User-Agent": agent})
    page = visit.get("/account").text
    assert "Edge trên Windows" in page
    assert "Phiên này" in page
    assert "testclient" in page
    with office.database.reading() as session:
        other = session.query(LoginSession).order_by(LoginSession.id.desc()).first()
        own = session.query(LoginSession).order_by(LoginSession.id).first()
        assert other is not None
        assert own is not None
    assert f"/account/sessions/{own.id}/removal" not in page
    assert visit.post(f"/account/sessions/{other.id}/removal").status_code == 303
    assert browser.get("/").status_code == 303
    assert visit.post(f"/account/sessions/{other.id}/removal").status_code == 404


def test_all_other_sessions_end_at_once(office: Office, visit: Visit) -> None:
    others = [logged_in(office) for _ in range(2)]
    assert visit.post("/account/sessions/removal").status_code == 303
    assert [other.get("/").status_code for other in others] == [303, 303]
    assert visit.get("/").status_code == 200


@pytest.mark.parametrize("session_id", ["0", "-1", "999999999999"])
def test_nobody_ends_a_session_of_somebody_else(office: Office, visit: Visit, session_id: str) -> None:
    head = office.enter(RoleName.HEAD)
    with office.database.reading() as session:
        own = session.query(LoginSession).order_by(LoginSession.id.desc()).first()
        assert own is not None
    assert visit.post(f"/account/sessions/{own.id}/removal").status_code == 404
    assert visit.post(f"/account/sessions/{session_id}/removal").status_code == 404
    assert head.get("/").status_code == 200


def test_a_text_in_a_name_or_device_stays_text(office: Office, visit: Visit) -> None:
    script = "<script>alert(1)</script>"
    visit.post("/account/details", DETAILS | {"name": script, "title": script})
    browser = office.stranger()
    browser.client.post(
        "/login", data={"username": "guong", "password": PASSWORD}, headers={"User-Agent": f"Chrome Linux {script}"}
    )
    admin = office.enter(RoleName.ADMIN)
    for page in (visit.get("/account"), admin.get("/users"), admin.get("/audit"), visit.get("/")):
        assert script not in page.text
