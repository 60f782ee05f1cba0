"""What is typed in the wizard becomes sections of the configuration, whatever signs stand in it."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from review.first_run.fields import mailbox_section, names_in, portal_section, portal_url, site_key, smtp_section
from review.first_run.finishing import administrator_of
from tests.review.wizard import MAIL, MAILBOX, PORTAL
from tinbai.errors import InputError
from tinbai.secret import database_url

HERE = Path("/etc/tinbai")
HOSTILE = ["tinbai@cong", "a:b", "a/b?c#d", "100%25", "đăng bài", "x&y=z", "'\"", "a b", "[::1]", "\\"]


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("database", ["postgresql", "mysql"])
def test_the_address_of_a_portals_database_says_what_was_typed(typed: str, database: str) -> None:
    url = portal_url(PORTAL | {"database": database, "username": typed, "database_name": typed, "port": "6543"})
    target = make_url(url)
    assert (target.username, target.database, target.host, target.port) == (typed, typed, "db.songmau.example", 6543)
    assert (target.password, dict(target.query)) == (None, {})
    portal = portal_section(PORTAL | {"database": database, "username": typed, "database_name": typed}, "", HERE)
    assert make_url(portal.url).username == typed


def test_an_address_of_ipv6_is_one() -> None:
    assert make_url(portal_url(PORTAL | {"host": "fd00::17", "port": "5432"})).host == "fd00::17"


@pytest.mark.parametrize("name", ["/srv/portal/tin bài.db", "/srv/a?b#c%20d.db", "/srv/ă@b:c.db"])
def test_a_file_of_sqlite_is_that_very_file_and_has_no_password(name: str) -> None:
    portal = portal_section(
        PORTAL | {"database": "sqlite", "database_name": name}, "file:/etc/tinbai/secrets/portal", HERE
    )
    assert make_url(portal.url).database == name
    assert make_url(database_url(portal.url, portal.password, HERE)).database == name
    assert portal.password == ""


def test_a_folder_needs_no_database_whatever_was_typed_before() -> None:
    typed = PORTAL | {"kind": "folder", "database_name": "", "host": "", "username": ""}
    portal = portal_section(typed, "file:/etc/tinbai/secrets/portal", HERE)
    assert (portal.kind, portal.url, portal.password, portal.media_path) == ("folder", "", "", "/srv/media")
    with pytest.raises(InputError) as caught:
        portal_section(typed | {"kind": "reference"}, "", HERE)
    assert caught.value.field == "database_name"


@pytest.mark.parametrize(
    ("kind", "security", "port"), [("imap", "tls", 993), ("imap", "starttls", 143), ("pop3", "tls", 995),
                                   ("pop3", "starttls", 110)],
)  # fmt: skip
def test_a_mailbox_without_a_port_has_the_usual_one(kind: str, security: str, port: int) -> None:
    mailbox = mailbox_section(MAILBOX | {"kind": kind, "security": security}, "file:/x", HERE)
    assert (mailbox.kind, mailbox.port) == (kind, port)


def test_without_a_user_name_letters_go_out_without_a_password() -> None:
    smtp = smtp_section(MAIL | {"username": ""}, "file:/x", HERE)
    assert (smtp.username, smtp.password) == ("", "")
    with pytest.raises(InputError) as caught:
        smtp_section(MAIL, "", HERE)
    assert caught.value.field == "password"


@pytest.mark.parametrize(
    ("name", "key"),
    [("Trang thông tin điện tử xã An Mẫu", "xa-an-mau"), ("Cổng thông tin điện tử phường Đông Thử", "phuong-dong-thu"),
     ("Trang thông tin điện tử", "trang-thong-tin-dien-tu"), ("★★★", "ban-bien-tap")],
)  # fmt: skip
def test_a_board_is_called_after_its_place(name: str, key: str) -> None:
    assert site_key(name) == key


def test_names_are_kept_once_and_not_too_many_or_too_long() -> None:
    assert names_in(" Kinh tế \r\n\nKINH TẾ\nHỏi\tđáp", "columns") == ["KINH TẾ", "Hỏi đáp"]
    for typed in ("\n".join(map(str, range(101))), "x" * 251):
        with pytest.raises(InputError):
            names_in(typed, "columns")


@pytest.mark.parametrize("typed", ["admin@host", "a b@c.vn", "<a@b.vn>", f"{'a' * 250}@b.vn"])
def test_an_address_of_the_administrator_that_is_none_is_not_taken(typed: str) -> None:
    values = dict.fromkeys(("username", "name", "title", "password", "again", "head"), "")
    with pytest.raises(InputError) as refused:
        administrator_of(values | {"email": typed})
    assert refused.value.field == "email"
    assert administrator_of(values | {"email": " quan.tri@songmau.example "}).email == "quan.tri@songmau.example"
