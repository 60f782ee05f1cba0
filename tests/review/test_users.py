"""The people of a site: invited, given roles, shut out; and nobody takes more than is his."""

import re
from typing import Any

import pytest

from tests.review.office import Office, Visit
from tests.review.route_things import a_colleague
from tinbai.account import AccountLink
from tinbai.column import Column
from tinbai.config import Security, SmtpConfig
from tinbai.event import Event
from tinbai.outbox import LetterKind, OutgoingLetter
from tinbai.people import Role, RoleName, User
from tinbai.site import Site

PASSWORD = "chuồn chuồn bay thấp"
ASKED = {"name": "Trần Văn Thử", "title": "Phó Trưởng ban", "username": "thu.tran", "email": "thu@songmau.example"}
ROLES_IN_ORDER = [*RoleName]


def with_mail(office: Office) -> None:
    """Letters can go out."""
    desk = office.app.state.desk
    smtp = SmtpConfig(host="127.0.0.1", security=Security.PLAIN, sender="bbt.anmau@songmau.example")
    object.__setattr__(desk, "config", desk.config.model_copy(update={"smtp": smtp}))


def roles_of(office: Office, user_id: int) -> set[tuple[RoleName, int | None]]:
    with office.database.reading() as session:
        return {(role.name, role.column_id) for role in session.query(Role).filter_by(user_id=user_id)}


def letters(office: Office, kind: LetterKind) -> list[OutgoingLetter]:
    with office.database.reading() as session:
        return session.query(OutgoingLetter).filter_by(kind=kind).order_by(OutgoingLetter.id).all()


def event(office: Office, decision: str) -> Event:
    """The newest event of this name."""
    with office.database.reading() as session:
        return session.query(Event).filter_by(decision=decision).order_by(Event.id.desc()).limit(1).one()


def said(office: Office, decision: str) -> dict[str, Any]:
    """What the newest event of this name says besides."""
    return event(office, decision).data or {}


def link_in(text: str) -> str:
    found = re.search(r"/password/[\w-]+", text)
    assert found is not None
    return found[0]


def log_in(browser: Visit, username: str, password: str = PASSWORD) -> Any:
    return browser.client.post("/login", data={"username": username, "password": password})


def test_somebody_is_invited_by_a_letter_and_sets_a_password_of_his_own(office: Office) -> None:
    with_mail(office)
    admin = office.enter(RoleName.ADMIN)
    answer = admin.post("/users", ASKED | {"site": "an-mau", "role": ["editor", "approver:kinh-te"]})
    assert answer.status_code == 303
    page = admin.get(answer.headers["location"]).text
    assert "Thư mời sẽ được gửi" in page
    (letter,) = letters(office, LetterKind.INVITATION)
    assert letter.to == "thu@songmau.example"
    assert "Tên đăng nhập: thu.tran" in letter.text
    path, browser = link_in(letter.text), office.stranger()
    assert path not in page
    assert log_in(browser, "thu.tran").status_code == 401
    browser.get(path)  # a mail program looks ahead
    done = browser.client.post(path, data={"password": PASSWORD, "again": PASSWORD})
    assert done.headers["location"] == "/login?done=password_set"
    assert log_in(browser, "thu.tran").status_code == 303
    assert browser.get("/").status_code == 200
    assert said(office, "user_added") == {
        "about": "thu.tran", "before": [], "after": ["approver:1", "editor"],
    }  # fmt: skip


def test_the_letter_of_an_invitation_goes_to_the_configured_address_never_to_the_requests_host(office: Office) -> None:
    with_mail(office)
    asked = ASKED | {"site": "an-mau", "role": "reader"}
    office.enter(RoleName.ADMIN).post("/users", asked, headers={"Host": "ac.example"})
    assert "ac.example" not in letters(office, LetterKind.INVITATION)[0].text
    assert "http://127.0.0.1:8080/password/" in letters(office, LetterKind.INVITATION)[0].text


def test_without_a_mail_server_the_link_is_shown_once_to_be_handed_over(office: Office) -> None:
    admin = office.enter(RoleName.ADMIN)
    page = admin.post("/users", ASKED | {"site": "an-mau", "role": "reader", "email": ""})
    assert page.status_code == 200
    path = link_in(page.text)
    with office.database.reading() as session:
        user_id = session.query(User).filter_by(username="thu.tran").one().id
    assert path not in admin.get(f"/users/{user_id}").text
    assert "Đặt mật khẩu" in office.stranger().get(path).text


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"role": []}, "Chưa chọn vai trò"),
        ({"role": ["emperor"]}, "không còn trên bài"),
        ({"role": ["admin:kinh-te"]}, "không còn trên bài"),
        ({"role": ["editor:khong-co"]}, "không còn trên bài"),
        ({"email": "không phải địa chỉ"}, "Địa chỉ thư không đúng"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "Địa chỉ thư không đúng"),
        ({"username": "Có dấu"}, "Tên đăng nhập gồm"),
        ({"name": " "}, "Cần có họ và tên"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_said_and_nobody_is_made(
    office: Office, change: dict[str, Any], problem: str
) -> None:
    answer = office.enter(RoleName.HEAD).post("/users", ASKED | {"site": "an-mau", "role": ["editor"]} | change)
    assert answer.status_code == 422
    assert problem in answer.text
    with office.database.reading() as session:
        assert session.query(User).filter_by(email="thu@songmau.example").count() == 0


def test_an_invitation_needs_an_address_where_letters_can_go_out(office: Office) -> None:
    with_mail(office)
    answer = office.enter(RoleName.ADMIN).post("/users", ASKED | {"site": "an-mau", "role": "reader", "email": ""})
    assert "Cần có địa chỉ thư" in answer.text


def test_roles_are_given_for_columns_and_hold_at_once(office: Office) -> None:
    visit = office.enter(RoleName.READER)
    with office.database.reading() as session:
        user_id = session.query(User.id).order_by(User.id.desc()).limit(1).scalar()
        here = session.query(Site).filter_by(key="an-mau").one()
        economy = session.query(Column).filter_by(site_id=here.id, key="kinh-te").one().id
    article_id = office.article()
    assert visit.post(f"/articles/{article_id}/claim", {"seen": "1"}).status_code == 403
    office.enter(RoleName.ADMIN).post(f"/users/{user_id}/roles", {"role": ["editor:kinh-te"]})
    assert roles_of(office, user_id) == {(RoleName.EDITOR, economy)}
    assert visit.post(f"/articles/{article_id}/claim", {"seen": "1"}).status_code == 303
    office.enter(RoleName.ADMIN).post(f"/users/{user_id}/roles", {"role": ["editor:kinh-te", "editor", "publisher"]})
    assert roles_of(office, user_id) == {(RoleName.EDITOR, None), (RoleName.PUBLISHER, None)}
    assert said(office, "user_roles")["before"] == [f"editor:{economy}"]


def test_the_last_role_is_not_taken_somebody_is_locked_instead(office: Office) -> None:
    user_id = a_colleague(office)
    answer = office.enter(RoleName.ADMIN).post(f"/users/{user_id}/roles", {})
    assert answer.status_code == 422
    assert roles_of(office, user_id) == {(RoleName.EDITOR, None)}


@pytest.mark.parametrize("path", ["lock", "roles", "second-factor/removal"])
@pytest.mark.parametrize("role", [RoleName.ADMIN, RoleName.HEAD])
def test_nobody_does_this_to_himself(office: Office, path: str, role: RoleName) -> None:
    visit = office.enter(role)
    with office.database.reading() as session:
        user_id = session.query(User.id).order_by(User.id.desc()).limit(1).scalar()
    answer = visit.post(f"/users/{user_id}/{path}", {"role": [*RoleName]})
    assert answer.status_code == 422
    assert "cho chính mình" in answer.text
    assert roles_of(office, user_id) == {(role, None)}


def test_whoever_is_locked_is_out_at_once_and_his_links_are_worth_nothing(office: Office) -> None:
    visit, admin = office.enter(RoleName.EDITOR), office.enter(RoleName.ADMIN)
    with office.database.reading() as session:
        user_id = session.query(User.id).order_by(User.id).limit(1).scalar()
    page = admin.post(f"/users/{user_id}/link", {})
    path = link_in(page.text)
    assert office.stranger().get(path).status_code == 200
    assert admin.post(f"/users/{user_id}/lock", {}).status_code == 303
    assert visit.get("/").status_code == 303
    assert office.stranger().get(path).status_code == 404
    assert "Đã khóa" in admin.get("/users").text
    admin.post(f"/users/{user_id}/unlocking", {})
    assert visit.get("/").status_code == 303  # the session does not come back
    assert office.stranger().get(path).status_code == 404


def test_a_new_address_is_told_to_the_old_one(office: Office) -> None:
    user_id = a_colleague(office, email="cu@songmau.example")
    form = {"name": "Đỗ Thị Gương", "title": "Thư ký", "email": "moi@songmau.example"}
    assert office.enter(RoleName.ADMIN).post(f"/users/{user_id}/details", form).status_code == 303
    (letter,) = letters(office, LetterKind.ACCOUNT)
    assert letter.to == "cu@songmau.example"
    assert said(office, "user_changed")["after"] == ["title", "email"]


def test_a_user_of_two_sites_is_kept_by_both_and_each_gives_its_own_roles(office: Office) -> None:
    user_id = a_colleague(office)
    with office.database.writing() as session:
        other = session.query(Site).filter_by(key="dong-thu").one()
        session.add(Role(user_id=user_id, site_id=other.id, name=RoleName.HEAD))
    admin = office.enter(RoleName.ADMIN)
    for path, form in (("details", ASKED), ("link", {}), ("lock", {}), ("second-factor/removal", {})):
        assert (path, admin.post(f"/users/{user_id}/{path}", form).status_code) == (path, 403)
    assert "Người này còn thuộc trang khác" in admin.get(f"/users/{user_id}").text
    assert admin.post(f"/users/{user_id}/roles", {"role": "reader"}).status_code == 303
    assert admin.post(f"/users/{user_id}/roles", {"role": "admin", "site": "dong-thu"}).status_code == 404
    assert {name for name, _ in roles_of(office, user_id)} == {RoleName.READER, RoleName.HEAD}
    assert admin.post(f"/users/{user_id}/roles", {}).status_code == 303  # another site's role is left
    assert {name for name, _ in roles_of(office, user_id)} == {RoleName.HEAD}


@pytest.mark.parametrize("role", sorted(set(RoleName) - {RoleName.ADMIN, RoleName.HEAD}))
def test_nobody_else_gives_himself_or_others_a_role(office: Office, role: RoleName) -> None:
    visit, user_id = office.enter(role), a_colleague(office)
    assert visit.post(f"/users/{user_id}/roles", {"role": "head"}).status_code == 403
    assert visit.post("/users", ASKED | {"role": "head"}).status_code == 403
    assert "/users" not in visit.get("/").text


def test_a_site_that_is_not_ones_own_gets_no_users(office: Office) -> None:
    answer = office.enter(RoleName.ADMIN).post("/users", ASKED | {"site": "dong-thu", "role": "head"})
    assert answer.status_code == 404


def test_a_second_letter_makes_the_first_link_worthless(office: Office) -> None:
    with_mail(office)
    user_id, admin = a_colleague(office), office.enter(RoleName.ADMIN)
    for _ in range(2):
        assert admin.post(f"/users/{user_id}/link", {}).status_code == 303
    first, second = (link_in(letter.text) for letter in letters(office, LetterKind.RESET))
    assert office.stranger().get(first).status_code == 404
    assert office.stranger().get(second).status_code == 200
    with office.database.reading() as session:
        stored = {link.token_hash for link in session.query(AccountLink)}
    assert not any(path.rpartition("/")[2] in stored for path in (first, second))


def test_only_a_head_makes_another_one_where_there_is_one(office: Office) -> None:
    head, admin, user_id = office.enter(RoleName.HEAD), office.enter(RoleName.ADMIN), a_colleague(office)
    refused = admin.post(f"/users/{user_id}/roles", {"role": ["head"]})
    assert refused.status_code == 422
    assert "chỉ Trưởng ban trao được" in refused.text
    assert "chỉ Trưởng ban trao được" in admin.post("/users", ASKED | {"site": "an-mau", "role": "head"}).text
    assert roles_of(office, user_id) == {(RoleName.EDITOR, None)}
    assert head.post(f"/users/{user_id}/roles", {"role": ["head"]}).status_code == 303
    assert roles_of(office, user_id) == {(RoleName.HEAD, None)}
    # Whoever is head already may get further roles from an administrator.
    assert admin.post(f"/users/{user_id}/roles", {"role": ["head", "secretary"]}).status_code == 303


def test_a_board_without_a_head_gets_one_from_the_administrator(office: Office) -> None:
    user_id = a_colleague(office)
    assert office.enter(RoleName.ADMIN).post(f"/users/{user_id}/roles", {"role": ["head"]}).status_code == 303


def test_nobody_takes_the_address_of_another_account(office: Office) -> None:
    theirs = a_colleague(office, email="truong.ban@songmau.example")
    visit = office.enter(RoleName.ADMIN)
    form = {"name": "Đỗ Thị Gương", "title": "", "email": "Truong.Ban@songmau.example"}
    with office.database.reading() as session:
        own = session.query(User.id).order_by(User.id.desc()).limit(1).scalar()
    for user_id, status in ((own, 422), (theirs, 303)):
        assert visit.post(f"/users/{user_id}/details", form).status_code == status
    assert "đang là của một tài khoản khác" in visit.post(f"/users/{own}/details", form).text
