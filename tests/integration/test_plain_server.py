"""A server that can do next to nothing still gives us every letter, and is told what it can be told."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest.imap import connect
from ingest.receive import Received, receive
from tests.rows import NOON, a_site
from tests.servers.plain_imap import PlainImap, plain_imap
from tinbai.blobs import Blobs
from tinbai.checking import check
from tinbai.config import After, Config, MailboxConfig, Security
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.errors import MailboxError
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus

pytestmark = pytest.mark.integration
LETTERS = {uid: f"Subject: tin {uid}\r\n\r\nKính gửi\r\n".encode() for uid in (3, 4, 9)}


def config_of(server: PlainImap, after: After) -> MailboxConfig:
    return MailboxConfig(
        key="chung", host="127.0.0.1", port=server.port, security=Security.PLAIN, username="bbt", timeout_seconds=5,
        after=after, after_name="DaNhan",
    )  # fmt: skip


def received(config: MailboxConfig, database: Database, blobs: Blobs) -> Received:
    with database.writing() as session:
        row = session.query(MailboxRow).first() or MailboxRow(site_id=a_site(session).id, key="chung")
        session.add(row)
    mailbox = connect(config)
    try:
        return receive(mailbox, row, database, blobs, limits=Limits(), slice_bytes=100, clock=lambda: NOON)
    finally:
        mailbox.close()


def test_letters_come_without_uidplus_move_idle_uidnext_or_keywords(database: Database, blobs: Blobs) -> None:
    with plain_imap(dict(LETTERS)) as server:
        config = config_of(server, After.KEYWORD)
        assert received(config, database, blobs) == Received(stored=3, told=3)
        assert received(config, database, blobs) == Received()
        assert server.flags == {}  # it takes no keywords, so none is sent
        assert not any(command.startswith(b"UID STORE") for command in server.commands)


def test_a_letter_that_the_server_cannot_give_holds_up_no_other(database: Database, blobs: Blobs) -> None:
    with plain_imap(dict(LETTERS)) as server:
        server.refused = {4}
        config = config_of(server, After.NOTHING)
        with pytest.raises(MailboxError, match="do not come whole"):
            received(config, database, blobs)
        with database.reading() as session:
            assert {message.sha256 for message in session.scalars(select(Message))} == {
                sha256(LETTERS[uid]).hexdigest() for uid in (3, 9)
            }
        server.refused = set()
        assert received(config, database, blobs) == Received(stored=1, told=1)


def test_a_letter_over_which_the_server_ends_the_connection_holds_up_no_other(database: Database, blobs: Blobs) -> None:
    with plain_imap(dict(LETTERS)) as server:
        server.drops = {4}
        config = config_of(server, After.NOTHING)
        for number in range(10, 15):
            with suppress(MailboxError):
                received(config, database, blobs)
            server.letters[number] = f"Subject: tin {number}\r\n\r\nKính gửi\r\n".encode()
        received(config, database, blobs)
        with database.reading() as session:
            (stub,) = session.scalars(select(Message).where(Message.stored.is_(False)))
            assert (stub.subject, stub.status) == ("tin 4", MessageStatus.HELD)
            whole = session.scalars(select(Message.sha256).where(Message.stored))
            assert set(whole) == {sha256(raw).hexdigest() for uid, raw in server.letters.items() if uid != 4}


def test_brackets_in_brackets_are_an_error_of_the_mailbox_and_no_more(database: Database, blobs: Blobs) -> None:
    """The library reads them by recursion, and what it lets through is no error of its own."""
    with plain_imap(dict(LETTERS)) as server:
        server.nests = 5_000
        with pytest.raises(MailboxError):
            received(config_of(server, After.NOTHING), database, blobs)
        server.nests = 0
        assert received(config_of(server, After.NOTHING), database, blobs).stored == 3


def test_without_move_letters_are_copied_once_and_flagged(database: Database, blobs: Blobs) -> None:
    with plain_imap(dict(LETTERS)) as server:
        config = config_of(server, After.MOVE)
        assert received(config, database, blobs) == Received(stored=3, told=3)
        mailbox = connect(config)
        mailbox.tell([3, 4, 9])  # as after a crash between the telling and its row
        mailbox.close()
        assert server.folders == {b"DaNhan": list(LETTERS.values())}
        assert server.flags == {uid: {b"\\Deleted"} for uid in LETTERS}


def test_the_check_says_what_the_server_cannot_do(tmp_path: Path) -> None:
    with plain_imap(dict(LETTERS)) as server:
        box = config_of(server, After.KEYWORD)
        site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [box.model_dump()]}
        config = Config.model_validate({"root": tmp_path, "sites": [site], "blobs": {"path": "blobs"}})
        (words,) = (checked.words for checked in check(config) if checked.name.startswith("Hộp thư"))
    assert words.startswith("đăng nhập được, thư mục INBOX có 3 thư; máy chủ không báo thư mới (IDLE)")
    assert "không nhận từ khóa “DaNhan”" in words
