"""POP3 on a real server, Dovecot's, and on one that misbehaves."""

import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.doors import open_mailbox, place
from ingest.pop3 import Pop3Mailbox, connect
from ingest.receive import Received, receive
from tests.rows import NOON, a_site
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.blobs import Blobs
from tinbai.checking import check
from tinbai.config import Config, MailboxConfig, MailboxKind, Security
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.errors import MailboxError
from tinbai.limits import Limits
from tinbai.words import explain

pytestmark = pytest.mark.integration
LETTERS = [
    b"Subject: tin\r\n\r\nK\xc3\xadnh g\xe1\xbb\xadi\r\n",
    b"Subject: dots\r\n\r\n.\r\n..\r\n.x\r\n\r\n",
    b"Subject: a long line\r\n\r\n" + b"x" * 1_200_000 + b"\r\n.y\r\n",
]


@pytest.fixture
def config(dovecot: Dovecot, mail_account: MailAccount, tmp_path: Path) -> MailboxConfig:
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(mail_account.password)
    return MailboxConfig(
        key="chung", kind=MailboxKind.POP3, host="localhost", port=dovecot.pop3_tls_port, ca_file=str(dovecot.ca_file),
        username=mail_account.user, password=f"file:{secret}", timeout_seconds=20,
    )  # fmt: skip


@pytest.mark.parametrize("security", list(Security))
def test_letters_come_byte_for_byte_over_every_kind_of_connection_and_stay(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, security: Security
) -> None:
    for raw in LETTERS:
        dovecot.append(mail_account, raw)
    port = dovecot.pop3_tls_port if security is Security.TLS else dovecot.pop3_port
    for _ in range(2):
        mailbox = open_mailbox(config.model_copy(update={"security": security, "port": port}))
        uids = mailbox.uids_above(0)
        assert mailbox.count == 3
        assert [raw for _, raw in mailbox.fetch(uids)] == LETTERS
        assert [mailbox.describe(uids)[uid].size for uid in uids] == [len(raw) for raw in LETTERS]
        assert mailbox.headers(uids[0], 100).startswith(b"Subject: tin\r\n")
        mailbox.close()


def received(config: MailboxConfig, database: Database, blobs: Blobs) -> Received:
    with database.writing() as session:
        row = session.query(MailboxRow).first() or MailboxRow(site_id=a_site(session).id, key="chung")
        session.add(row)
    mailbox = open_mailbox(config)
    try:
        return receive(
            mailbox, row, database, blobs, limits=Limits(), slice_bytes=1000, clock=lambda: NOON, place=place(config)
        )
    finally:
        mailbox.close()


def test_a_second_pass_takes_what_is_new_and_a_letter_deleted_before_it_moves_no_number(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, database: Database, blobs: Blobs
) -> None:
    dovecot.append(mail_account, LETTERS[0])
    dovecot.append(mail_account, LETTERS[1])
    assert received(config, database, blobs) == Received(stored=2, told=2)
    next(iter(sorted((mail_account.maildir / "cur").iterdir()))).unlink()  # by another program
    dovecot.append(mail_account, LETTERS[2])
    assert received(config, database, blobs) == Received(stored=1, told=1)
    assert received(config, database, blobs) == Received()


@pytest.mark.parametrize(
    ("change", "words", "retryable"),
    [
        ({"username": "nguoi-la"}, "từ chối đăng nhập", False),
        ({"password": "env:KHONG_CO"}, "KHONG_CO", False),
        ({"port": 1}, "không nhận kết nối", True),
        ({"ca_file": ""}, "không kiểm chứng được chứng thư", True),
    ],
)
def test_what_is_wrong_is_said_in_words(
    config: MailboxConfig, change: dict[str, object], words: str, *, retryable: bool
) -> None:
    with pytest.raises(MailboxError) as caught:
        connect(config.model_copy(update=change))
    assert words in explain(caught.value)
    assert caught.value.retryable is retryable


def test_the_check_opens_the_maildrop_and_a_watched_folder(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, tmp_path: Path
) -> None:
    dovecot.append(mail_account, LETTERS[0])
    (tmp_path / "thu").mkdir()
    folder = {"key": "thu-muc", "kind": "folder", "folder": "thu"}
    boxes = [config.model_dump(), folder, folder | {"key": "khong-co", "folder": "khong-co"}]
    site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": boxes}
    given = {"root": tmp_path, "sites": [site], "blobs": {"path": "blobs"}}
    found = list(check(Config.model_validate(given, context=tmp_path)))[-3:]
    assert [checked.ok for checked in found] == [True, True, False]
    assert found[0].words == "đăng nhập được, hộp thư có 1 thư"
    assert found[1].words == f"đọc được, thư mục {tmp_path}/thu có 0 tệp .eml"
    assert "không đọc được tệp hoặc thư mục" in found[2].words


class _Scripted(socketserver.StreamRequestHandler):
    """Two letters of one name; `cut` ends the connection in the middle of a letter, `endless` sends for ever."""

    def handle(self) -> None:
        self.wfile.write(b"+OK here\r\n")
        for line in self.rfile:
            match line.split()[0]:
                case b"LIST":
                    self.wfile.write(b"+OK\r\n1 10\r\n2 10\r\n3 10\r\n.\r\n")
                case b"UIDL":
                    self.wfile.write(b"+OK\r\n1 same\r\n2 same\r\n3 other\r\n.\r\n")
                case b"RETR" if line.split()[1] == b"3":
                    self.wfile.write(b"-ERR not this one\r\n")
                case b"RETR":
                    self.wfile.write(b"+OK\r\nTin: %s\r\n" % line.split()[1])
                    if self.server.fault == "cut":  # type: ignore[attr-defined]
                        return
                    while self.server.fault == "endless":  # type: ignore[attr-defined]
                        self.wfile.write(b"x" * 60_000 + b"\r\n")
                    self.wfile.write(b"\r\n.\r\n")
                case b"TOP":
                    self.wfile.write(b"-ERR no TOP\r\n")
                case _:
                    self.wfile.write(b"+OK\r\n")


@pytest.fixture
def scripted() -> Iterator[socketserver.ThreadingTCPServer]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Scripted) as server:
        server.daemon_threads = True
        server.fault = ""  # type: ignore[attr-defined]
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def opened(server: socketserver.ThreadingTCPServer) -> Pop3Mailbox:
    config = MailboxConfig(
        key="chung", kind=MailboxKind.POP3, host="127.0.0.1", port=server.server_address[1], security=Security.PLAIN,
        username="bbt", timeout_seconds=5,
    )  # fmt: skip
    return connect(config)


def test_two_letters_of_one_name_are_two_and_one_that_is_refused_holds_up_no_other(
    scripted: socketserver.ThreadingTCPServer,
) -> None:
    mailbox = opened(scripted)
    uids = mailbox.uids_above(0)
    assert len(uids) == 3
    assert [raw for _, raw in mailbox.fetch(uids)] == [b"Tin: 1\r\n\r\n", b"Tin: 2\r\n\r\n"]
    assert mailbox.headers(uids[0], 100) == b""
    mailbox.close()


@pytest.mark.parametrize(("fault", "words"), [("cut", "ended within a letter"), ("endless", "more bytes")])
def test_a_letter_that_ends_too_early_or_never_is_an_error(
    scripted: socketserver.ThreadingTCPServer, fault: str, words: str
) -> None:
    scripted.fault = fault  # type: ignore[attr-defined]
    mailbox = opened(scripted)
    with pytest.raises(MailboxError, match=words):
        list(mailbox.fetch(mailbox.uids_above(0)[:1]))
    mailbox.close()
