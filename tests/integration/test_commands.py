"""The commands, as whoever installs this types them."""

import json
import os
from collections.abc import Iterator

import pytest

from tests.ingest.letters_here import raw_letter
from tests.offices import TestOffice, write_config
from tests.servers.dovecot import Dovecot

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]


@pytest.fixture
def password() -> Iterator[None]:
    """The password that `user add` and `user password` find in the environment."""
    os.environ["TINBAI_USER_PASSWORD"] = "mat-khau-thu-2026"
    yield
    del os.environ["TINBAI_USER_PASSWORD"]


def test_check_names_what_is_right_and_what_is_wrong(an_office: TestOffice, dovecot: Dovecot) -> None:
    wrong = an_office.tinbai("check", check=False)
    assert wrong.returncode == 1
    assert "đúng  Hộp thư an-mau/chung: đăng nhập được, thư mục INBOX có 0 thư" in wrong.stdout
    assert "SAI   Cổng an-mau/cong" in wrong.stdout
    write_config(an_office.config.parent, dovecot, an_office.account, mailbox='folder = "Không có"')
    assert "không mở được thư mục thư" in an_office.tinbai("check", check=False).stdout


def test_letters_and_articles_are_listed_and_a_letter_is_read_again(an_office: TestOffice, dovecot: Dovecot) -> None:
    dovecot.append(an_office.account, raw_letter("13"))
    dovecot.append(an_office.account, raw_letter("14a"))
    assert "Đã đọc 2 thư." in an_office.tinbai("poll").stdout
    (held,) = map(json.loads, an_office.tinbai("messages", "--json", "--status", "held").stdout.splitlines())
    assert held["from"] == "hoa.pham@tên-lạ.example"
    (article,) = map(json.loads, an_office.tinbai("articles", "--json").stdout.splitlines())
    assert (article["kind"], article["code"]) == ("question", "AM-2026-0001")
    an_office.tinbai("messages", "--reprocess", str(held["id"]))
    (waiting,) = map(json.loads, an_office.tinbai("messages", "--json", "--status", "received").stdout.splitlines())
    assert (waiting["id"], waiting["attempts"]) == (held["id"], 0)


def test_reading_a_drafted_letter_again_is_refused_in_words(an_office: TestOffice, dovecot: Dovecot) -> None:
    dovecot.append(an_office.account, raw_letter("13"))
    an_office.tinbai("poll")
    refused = an_office.tinbai("messages", "--reprocess", "1", check=False)
    assert (refused.returncode, "Không làm được" in refused.stderr) == (1, True)


@pytest.mark.usefixtures("password")
def test_users_are_added_once_get_new_passwords_and_are_locked(an_office: TestOffice) -> None:
    add = ("user", "add", "guong", "--name", "Đỗ Thị Gương", "--site", "an-mau", "--role", "approver")
    assert "Đã thêm" in an_office.tinbai(*add, "--column", "kinh-te").stdout
    assert "đã có người dùng" in an_office.tinbai(*add, check=False).stderr
    assert "Đã đặt lại mật khẩu" in an_office.tinbai("user", "password", "guong").stdout
    assert "Đã khóa" in an_office.tinbai("user", "lock", "guong").stdout
    assert "Đã mở lại" in an_office.tinbai("user", "lock", "guong", "--unlock").stdout
    assert "không có người dùng" in an_office.tinbai("user", "lock", "ai-do", check=False).stderr


@pytest.mark.usefixtures("password")
def test_a_weak_password_is_refused_in_words(an_office: TestOffice) -> None:
    os.environ["TINBAI_USER_PASSWORD"] = "ngan"
    add = ("user", "add", "guong", "--name", "Đỗ Thị Gương", "--site", "an-mau", "--role", "editor")
    assert "Mật khẩu quá ngắn" in an_office.tinbai(*add, check=False).stderr
