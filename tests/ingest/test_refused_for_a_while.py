"""What a mail server refuses for a while only (RFC 5530) is no wrong password: it is asked again soon."""

import pytest

from ingest import imap, imap_answers
from ingest.idle import Watcher
from tests.ingest.test_trickling import CAPABILITY, IMAP
from tests.servers.trickling import trickling
from tinbai.backing_off import LONGEST_SECONDS
from tinbai.config import MailboxConfig, MailboxKind, Security
from tinbai.errors import MailboxError

GREETED = [b"* OK here\r\n", CAPABILITY]
LOGGED_IN = IMAP[:3]


def refused(before: list[bytes], words: str) -> MailboxError:
    """What comes of a refusal in these words after the server has said `before`."""
    script = [*before, f"TAG NO {words}\r\n".encode(), b"* BYE\r\nTAG OK done\r\n"]
    with trickling(script, len(script)) as server:
        config = MailboxConfig(
            key="chung", kind=MailboxKind.IMAP, host="127.0.0.1", port=server.port, security=Security.PLAIN,
            username="bbt", timeout_seconds=5,
        )  # fmt: skip
        with pytest.raises(MailboxError) as caught:
            imap.connect(config)
    return caught.value


@pytest.mark.parametrize("before", [GREETED, LOGGED_IN], ids=["log in", "open folder"])
@pytest.mark.parametrize("code", ["UNAVAILABLE", "INUSE", "LIMIT", "ServerBug"])
def test_a_refusal_for_a_while_is_retryable(before: list[bytes], code: str) -> None:
    error = refused(before, f"[{code}] come again")
    assert "come again" in error.problem
    assert (error.retryable, error.refused) == (True, False)


@pytest.mark.parametrize("words", ["[AUTHENTICATIONFAILED] no", "no"])
def test_a_wrong_password_is_refused(words: str) -> None:
    error = refused(GREETED, words)
    assert (error.retryable, error.refused) == (False, True)


def test_a_missing_folder_is_no_refused_log_in() -> None:
    error = refused(LOGGED_IN, "[NONEXISTENT] no such folder")
    assert (error.retryable, error.refused) == (False, False)


def test_without_the_codes_it_would_be_taken_for_a_wrong_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_answers, "FOR_A_WHILE", ())
    assert refused(GREETED, "[UNAVAILABLE] come again").refused


@pytest.mark.parametrize(("is_refused", "least", "most"), [(False, 0, 1), (True, LONGEST_SECONDS, LONGEST_SECONDS)])
def test_only_a_refused_log_in_is_long_waited_for_by_who_watches(
    monkeypatch: pytest.MonkeyPatch, *, is_refused: bool, least: float, most: float
) -> None:
    waits: list[float] = []

    def fail(_config: MailboxConfig) -> imap.ImapMailbox:
        raise MailboxError(mailbox="chung", problem="no", retryable=False, refused=is_refused)

    watcher = Watcher(MailboxConfig(key="chung", host="mail.example"), lambda: None, open_mailbox=fail)

    def wait(seconds: float) -> None:
        waits.append(seconds)
        watcher.stop()

    monkeypatch.setattr(watcher._stopping, "wait", wait)
    watcher.start()
    assert watcher.join(60)
    assert least <= waits[0] <= most
