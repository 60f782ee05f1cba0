"""A connection that trickles is noticed, at whatever point of a session: no pass waits for it for ever."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from unittest import mock

import pytest

from ingest import imap, pop3
from ingest.doors import open_mailbox
from tests.servers.trickling import trickling
from tinbai.config import MailboxConfig, MailboxKind, Security
from tinbai.errors import MailboxError
from tinbai.line import Line

PATIENCE = 0.4
ALIVE_SECONDS = 8 * PATIENCE + 1  # far more than what trickles may take, and the leave that is taken of it
LONGEST_SECONDS = 30  # it would never end
CAPABILITY = b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"
IMAP = [
    b"* OK here\r\n",
    CAPABILITY,
    b"TAG OK done\r\n",  # LOGIN
    b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] as ever\r\nTAG OK done\r\n",  # EXAMINE
    CAPABILITY,
    b"* SEARCH 1\r\nTAG OK done\r\n",
    b"* 1 FETCH (UID 1 RFC822.SIZE 70000)\r\nTAG OK done\r\n",
    b"* 1 FETCH (UID 1 BODY[] {6}\r\nwords!)\r\nTAG OK done\r\n",
]
POP3 = [
    b"+OK here\r\n",
    b"+OK\r\n",
    b"+OK\r\n",
    b"+OK\r\n1 70000\r\n.\r\n",
    b"+OK\r\n1 one\r\n.\r\n",
    b"+OK\r\nwords\r\n.\r\n",
]
PLACES = [
    (kind, at) for kind, script in ((MailboxKind.IMAP, IMAP), (MailboxKind.POP3, POP3)) for at in range(len(script))
]


def session(kind: MailboxKind, port: int) -> None:
    """All that a pass asks for. Raises MailboxError."""
    config = MailboxConfig(
        key="chung", kind=kind, host="127.0.0.1", port=port, security=Security.PLAIN, username="bbt"
    ).model_copy(update={"timeout_seconds": PATIENCE / 2})
    mailbox = open_mailbox(config)
    try:
        uids = mailbox.uids_above(0)
        mailbox.describe(uids)
        list(mailbox.fetch(uids))
    finally:
        mailbox.close()


def script(kind: MailboxKind) -> list[bytes]:
    return IMAP if kind is MailboxKind.IMAP else POP3


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    for door in (imap, pop3):
        monkeypatch.setattr(door, "COMMAND_SECONDS", PATIENCE)


@pytest.mark.parametrize(("kind", "until"), PLACES)
def test_whatever_trickles_is_cut_off_and_nothing_stays_behind(kind: MailboxKind, until: int) -> None:
    with trickling(script(kind), until) as server:
        threads, start = threading.active_count(), time.monotonic()
        with pytest.raises(MailboxError) as caught:
            session(kind, server.port)
        assert caught.value.retryable
        assert time.monotonic() - start < LONGEST_SECONDS
        assert threading.active_count() == threads


@contextmanager
def unwatched(*_: object, **__: object) -> Iterator[None]:
    yield


@pytest.mark.parametrize(("kind", "until"), [PLACES[0], PLACES[3], PLACES[6], PLACES[-1]])
def test_without_the_clock_it_would_wait_for_ever(kind: MailboxKind, until: int) -> None:
    """What the test above is worth. The server's end ends the session."""

    def given_up() -> None:
        with suppress(MailboxError):
            session(kind, server.port)

    with mock.patch.object(Line, "within", unwatched):
        waiting = threading.Thread(target=given_up, daemon=True)
        with trickling(script(kind), until) as server:
            waiting.start()
            waiting.join(ALIVE_SECONDS)
            assert waiting.is_alive()
        waiting.join(60)
        assert not waiting.is_alive()


def test_a_slow_connection_on_which_many_bytes_come_is_left_alone() -> None:
    """As long as they come fast enough; and not when they stop."""
    line, coming = Line(), 100_000
    with socket.create_server(("127.0.0.1", 0)) as listener:
        end = line.open("127.0.0.1", listener.getsockname()[1], 5)
        there, _ = listener.accept()
        with there, end:
            with line.within(0.2, coming=coming):
                for _ in range(8):
                    there.sendall(b"x" * 2_000)  # twice as much as must come
                    time.sleep(0.1)
            end.recv(1, socket.MSG_PEEK)
            with line.within(0.2, coming=coming):
                assert end.recv(coming) != b""
                while end.recv(coming):
                    pass
    line.close()
