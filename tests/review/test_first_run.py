"""The first-run wizard: step by step, left and taken up again, and everything that can go wrong said in words."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from review.first_run import finishing, settings_file
from review.first_run.needed import is_needed
from review.first_run.trials import Tried
from review.locale import first_run as words
from review.security import passwords
from tests.review.wizard import (
    ADMINISTRATOR,
    MAIL,
    MAILBOX,
    PASSWORD,
    PORTAL,
    SITE,
    STEPS,
    Wizard,
    an_empty_folder,
)
from tinbai.column import Column
from tinbai.config import load
from tinbai.db import connect
from tinbai.office import office
from tinbai.people import RoleName, Unit, User
from tinbai.secret import secret

CONNECTING = ("site", "mailbox", "portal", "mail")


@pytest.fixture
def wizard(tmp_path: Path, migrated_file: Path) -> Wizard:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    return wizard


def test_from_the_code_to_an_office_that_opens(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer(*CONNECTING)
    assert wizard.ended == 0
    here.answer("administrator")
    assert wizard.ended == 1
    config = load(wizard.config)
    (board,) = config.sites
    assert (board.key, board.code, board.name) == ("xa-an-mau", "AM", SITE["name"])
    assert config.web.public_url == SITE["public_url"]
    with office(wizard.config) as opened, opened.database.reading() as session:
        user = session.scalars(select(User)).one()
        assert (user.username, user.name, user.email) == ("quan.tri", "Lê Văn Quản", "quan@songmau.example")
        assert {role.name for role in user.roles} == {RoleName.ADMIN, RoleName.HEAD}
        assert passwords.is_right(PASSWORD, user.password_hash)
        columns = session.scalars(select(Column.name).order_by(Column.position)).all()
        assert columns == ["kinh tế", "Văn hóa – xã hội"]
        assert session.scalars(select(Unit.name)).all() == ["Hội Nông dân"]
        assert [box.key for _, box in opened.mailboxes()] == ["chung"]
    assert not is_needed(config)


def test_secrets_are_files_for_their_owner_and_stand_nowhere_else(wizard: Wizard) -> None:
    wizard.inside().answer(*CONNECTING, "administrator")
    config = load(wizard.config)
    mailbox, portal = config.sites[0].mailboxes[0], config.sites[0].portals[0]
    assert secret(mailbox.password) == MAILBOX["password"]
    assert secret(portal.password) == PORTAL["password"]
    assert config.smtp.password == mailbox.password  # the same account, and no password of its own was typed
    for file in ("secrets/mailbox", "secrets/portal", "config.local.toml"):
        assert (wizard.folder / file).stat().st_mode & 0o777 == 0o600
    assert (wizard.folder / "secrets").stat().st_mode & 0o777 == 0o700
    for each in wizard.folder.iterdir():
        if each.is_file():
            assert not any(word.encode() in each.read_bytes() for word in (PASSWORD, "mật khẩu", "mk-cong"))


def test_what_is_tried_is_what_was_typed(wizard: Wizard) -> None:
    wizard.inside().answer(*CONNECTING)
    mailbox, portal, (smtp, to) = wizard.asked
    assert (mailbox.host, mailbox.port, mailbox.folder) == ("mail.songmau.example", 993, "INBOX")
    assert portal.url == "postgresql+psycopg://tinbai%40cong@db.songmau.example/portal"
    assert (smtp.port, smtp.sender, to) == (587, MAIL["sender"], "quantri@songmau.example")


def test_what_does_not_work_is_said_and_goes_on_only_when_somebody_says_so(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer("site")
    wizard.answer = [Tried(ok=False, words="Hộp thư “chung”: máy chủ từ chối; hãy kiểm tra khóa host")]
    failed = here.post("mailbox")
    assert failed.status_code == 422
    assert "hãy kiểm tra ô “Máy chủ”" in failed.text
    assert "Vẫn lưu và đi tiếp" in failed.text
    assert MAILBOX["host"] in failed.text
    assert "mật khẩu &#34;lạ&#34;" not in failed.text
    assert here.client.get("/first-run").headers["location"] == "/first-run/mailbox"
    asked = len(wizard.asked)
    assert here.post("mailbox", action="anyway").headers["location"].startswith("/first-run/portal")
    assert len(wizard.asked) == asked
    assert "chưa thử được" in here.get("portal").text


def test_a_folder_is_a_portal_too_without_a_word_about_a_database(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer("site", "mailbox")
    assert '<option value="folder">' in here.get("portal").text
    wizard.answer = [Tried(ok=True, words="Ghi được vào thư mục /srv/tin-bai")]
    typed = {"action": "try", "kind": "folder", "media_path": "/srv/tin-bai"}
    assert here.post("portal", typed).status_code == 303
    assert "Ghi được vào thư mục /srv/tin-bai" in here.get("mail?done=portal").text
    here.answer("mail", "administrator")
    (portal,) = load(wizard.config).sites[0].portals
    assert (portal.kind, portal.url, portal.password, portal.media_path) == ("folder", "", "", "/srv/tin-bai")


def test_a_step_left_for_later_is_left_out_of_the_configuration(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer("site")
    for step in ("mailbox", "portal", "mail"):
        assert here.post(step, {"action": "skip"}).status_code == 303
    assert wizard.asked == []
    here.answer("administrator")
    config = load(wizard.config)
    assert (config.sites[0].mailboxes, config.sites[0].portals, config.smtp.host) == ((), (), "")


def test_a_wizard_that_was_left_is_taken_up_again_after_a_restart(wizard: Wizard) -> None:
    wizard.inside().answer("site", "mailbox")
    old = wizard.codes[-1]
    assert is_needed(load(wizard.config))
    wizard.start()
    assert "Lần trước cài đặt chưa xong" in wizard.browser().get("/first-run").text
    assert wizard.browser().post("/first-run/code", data={"code": old}).status_code == 401
    here = wizard.inside()
    assert here.client.get("/first-run").headers["location"] == "/first-run/portal"
    page = here.get("mailbox").text
    assert MAILBOX["username"] in page
    assert "để trống nếu không đổi" in page
    assert here.post("mailbox", MAILBOX | {"password": "", "folder": "Tin bài"}).status_code == 303
    here.answer("portal", "mail", "administrator")
    mailbox = load(wizard.config).sites[0].mailboxes[0]
    assert (mailbox.folder, secret(mailbox.password)) == ("Tin bài", MAILBOX["password"])
    assert not (wizard.folder / "first-run.json").exists()


def test_nothing_is_finished_before_every_step_was_answered(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer("site")
    assert here.post("administrator").headers["location"] == "/first-run/mailbox"
    assert not (wizard.folder / "config.local.toml").exists()


def test_what_stood_in_the_local_file_is_still_there(wizard: Wizard) -> None:
    local = wizard.folder / "config.local.toml"
    local.write_text('# của quản trị\n[web]\nport = 9000 # cổng riêng\n[alarms]\nto = ["qt@songmau.example"]\n')
    wizard.start()
    wizard.inside().answer(*CONNECTING, "administrator")
    text, config = local.read_text(), load(wizard.config)
    assert text.startswith("# của quản trị\n")
    assert "port = 9000 # cổng riêng" in text
    assert (config.web.port, config.alarms.to) == (9000, ("qt@songmau.example",))


WRONG = [
    ("site", {"name": " "}, "Nhập tên trang"),
    ("site", {"code": "ÂM"}, "Ký hiệu gồm"),
    ("site", {"public_url": "bientap.songmau.example"}, "http://"),
    ("site", {"columns": "\n".join(map(str, range(101)))}, "Nhiều nhất 100 dòng"),
    ("mailbox", {"host": ""}, "máy chủ"),
    ("mailbox", {"port": "99x"}, "65535"),
    ("mailbox", {"port": "99999"}, "65535"),
    ("mailbox", {"security": "plain"}, "Không mã hóa"),
    ("mailbox", {"ca_file": "/khong/co.pem"}, "chứng thư gốc"),
    ("mailbox", {"password": "hai\ndòng"}, "một dòng"),
    ("mailbox", {"kind": "x"}, "Có một ô chưa đúng"),
    ("portal", {"media_path": "media"}, "bắt đầu bằng dấu /"),
    ("portal", {"database": "sqlite", "database_name": "portal.db"}, "SQLite"),
    ("portal", {"username": ""}, "tên đăng nhập"),
    ("portal", {"address": "javascript:alert(1)"}, "http://"),
    ("mail", {"to": "quantri"}, "địa chỉ thư"),
    ("mail", {"sender": "a b@songmau.example"}, "địa chỉ thư"),
    ("administrator", {"again": "khac"}, "không giống nhau"),
    ("administrator", {"password": "ngan", "again": "ngan"}, "Mật khẩu quá ngắn"),
    ("administrator", {"username": "Quản"}, "Tên đăng nhập gồm"),
]  # fmt: skip


@pytest.mark.parametrize(("step", "changed", "said"), WRONG)
def test_a_field_that_is_wrong_is_named_with_what_to_write(
    wizard: Wizard, step: str, changed: dict[str, str], said: str
) -> None:
    here = wizard.inside()
    before = ["site", "mailbox", "portal", "mail", "administrator"]
    here.answer(*before[: before.index(step)])
    asked = len(wizard.asked)
    answer = here.post(step, STEPS[step] | changed)
    assert (answer.status_code, len(wizard.asked)) == (422, asked)
    assert said in answer.text
    assert 'role="alert"' in answer.text
    assert not (wizard.folder / "config.local.toml").exists()


def test_every_word_for_a_mistake_in_the_configuration_names_a_field_of_the_wizard() -> None:
    from tinbai import words as of_the_configuration  # noqa: PLC0415 - its source is read

    source = Path(of_the_configuration.__file__).read_text(encoding="utf-8")
    connecting = source[source.index("def _connection_problem") :]
    for key in ("host", "port", "security", "ca_file", "folder", "sender", "username", "password"):
        said = [line for line in connecting.splitlines() if f" {key}" in line and "khóa" in line]
        assert all(f"khóa {key}" not in words.in_fields(line) for line in said), key


def test_a_folder_that_cannot_be_written_is_named_with_the_command(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review.first_run.steps.folder_problem", lambda _folder: "Permission denied")
    page = wizard.inside().get("site").text
    assert f"không ghi được vào thư mục cấu hình {wizard.folder}" in page
    assert "sudo chown" in page


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OperationalError("x", {}, Exception("connection refused")), "connection refused"),
        (OSError(28, "No space left on device", "tinbai.db"), "No space left"),
        (finishing.AlreadySetUpError(), "Đã có người dùng"),
    ],
)
def test_an_end_that_fails_says_why_and_can_be_tried_again(
    wizard: Wizard, error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = wizard.inside()
    here.answer(*CONNECTING)
    with monkeypatch.context() as patch:
        patch.setattr(finishing, "save_column", lambda *_given, **_more: (_ for _ in ()).throw(error))
        answer = here.post("administrator")
    assert (answer.status_code, wizard.ended) == (409, 0)
    assert said in answer.text
    assert ADMINISTRATOR["name"] in answer.text
    assert not (wizard.folder / "config.local.toml").exists()
    here.answer("administrator")
    assert wizard.ended == 1


def test_a_local_file_that_cannot_be_read_is_named(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer(*CONNECTING)
    (wizard.folder / "config.local.toml").write_text("[smtp\n")
    answer = here.post("administrator")
    assert answer.status_code == 409
    assert "config.local.toml" in answer.text
    assert (wizard.folder / "config.local.toml").read_text() == "[smtp\n"


def test_rows_that_were_not_committed_take_the_written_file_back_with_them(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, local = wizard.inside(), wizard.folder / "config.local.toml"
    local.write_text("# cũ\n")
    here.answer(*CONNECTING)
    write, seen = settings_file.write, []

    def then_fail(path: Path, text: str) -> None:
        write(path, text)
        seen.append(text)
        if len(seen) == 1:
            raise OSError(5, "Input/output error", "tinbai.db")

    with monkeypatch.context() as patch:
        patch.setattr(settings_file, "write", then_fail)
        assert here.post("administrator").status_code == 409
    assert "xa-an-mau" in seen[0]
    assert local.read_text() == "# cũ\n"
    database = connect(f"sqlite:///{wizard.folder}/tinbai.db")
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(User)) == 0
    database.close()


def test_spoilt_answers_are_asked_again(wizard: Wizard) -> None:
    (wizard.folder / "first-run.json").write_text("{không phải JSON")
    here = wizard.inside()
    assert here.client.get("/first-run").headers["location"] == "/first-run/site"
    here.answer("site")
    assert json.loads((wizard.folder / "first-run.json").read_text())["site"]["name"] == SITE["name"]
