"""The IMAP adapter on a real server: every way to connect, and every way it can go wrong."""

from pathlib import Path

import pytest

from ingest.imap import ImapMailbox, connect
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.config import After, MailboxConfig, Security
from tinbai.errors import MailboxError
from tinbai.words import explain

pytestmark = pytest.mark.integration
LETTER = b"Subject: tin\r\nMessage-ID: <1@songmau.example>\r\n\r\nK\xc3\xadnh g\xe1\xbb\xadi\r\n"


@pytest.fixture
def config(dovecot: Dovecot, mail_account: MailAccount, tmp_path: Path) -> MailboxConfig:
    """A mailbox over TLS, verified against the server's own authority."""
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(mail_account.password)
    return MailboxConfig(
        key="chung", host="localhost", port=dovecot.tls_port, ca_file=str(dovecot.ca_file), username=mail_account.user,
        password=f"file:{secret}", timeout_seconds=5,
    )  # fmt: skip


def seen(mailbox: ImapMailbox) -> list[bytes]:
    """The flags of letter 1, as the server has them."""
    flags: tuple[bytes, ...] = mailbox._client.get_flags([1])[1]
    return sorted(flag for flag in flags if flag != b"\\Recent")


@pytest.mark.parametrize("security", list(Security))
def test_letters_come_byte_for_byte_over_every_kind_of_connection_and_stay_unread(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig, security: Security
) -> None:
    dovecot.append(mail_account, LETTER)
    port = dovecot.tls_port if security is Security.TLS else dovecot.port
    mailbox = connect(config.model_copy(update={"security": security, "port": port}))
    assert list(mailbox.uids_above(0)) == [1]
    assert list(mailbox.uids_above(1)) == []
    assert mailbox.describe([1, 9])[1].size == len(LETTER)
    assert list(mailbox.fetch([1, 9])) == [(1, LETTER)]
    assert mailbox.headers(1, 13) == LETTER[:13]
    assert seen(mailbox) == []
    mailbox.close()


def test_the_libraries_debugging_is_off(config: MailboxConfig) -> None:
    mailbox = connect(config)
    assert mailbox._client._imap.debug == 0
    mailbox.close()


def test_a_keyword_is_set_and_the_letter_stays(
    dovecot: Dovecot, mail_account: MailAccount, config: MailboxConfig
) -> None:
    dovecot.append(mail_account, LETTER)
    mailbox = connect(config.model_copy(update={"after": After.KEYWORD, "after_name": "DaNhan"}))
    mailbox.tell([1])
    assert list(mailbox.uids_above(0)) == [1]
    assert seen(mailbox) == [b"DaNhan"]
    mailbox.close()


@pytest.mark.parametrize(
    "lacking", [set(), {"MOVE"}, {"MOVE", "UIDPLUS"}], ids=["all there", "no MOVE", "neither MOVE nor UIDPLUS"]
)
def test_letters_are_moved_into_a_folder_that_is_made_when_missing(
    dovecot: Dovecot,
    mail_account: MailAccount,
    config: MailboxConfig,
    *,
    lacking: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dovecot.append(mail_account, LETTER)
    mailbox = connect(config.model_copy(update={"after": After.MOVE, "after_name": "Đã nhận"}))
    monkeypatch.setattr(mailbox._client, "has_capability", lambda name: name not in lacking)
    mailbox.tell([1])
    mailbox.tell([1])  # as after a crash
    if "UIDPLUS" in lacking:
        assert b"\\Deleted" in seen(mailbox)
    else:
        assert list(mailbox.uids_above(0)) == []
    mailbox.close()
    other = connect(config.model_copy(update={"folder": "Đã nhận"}))
    assert list(other.uids_above(0)) == [1]
    assert list(other.fetch([1])) == [(1, LETTER)]
    other.close()


@pytest.mark.parametrize(
    ("change", "words", "retryable"),
    [
        ({"password": "env:KHONG_CO"}, "KHONG_CO", False),
        ({"username": "nguoi-la"}, "từ chối đăng nhập", False),
        ({"folder": "Không có"}, "không mở được thư mục", False),
        ({"port": 1}, "không nhận kết nối", True),
        ({"host": "khong-co.invalid"}, "không tìm thấy máy chủ", True),
        ({"ca_file": ""}, "không kiểm chứng được chứng thư", True),
        ({"security": Security.STARTTLS}, "", True),
    ],
)
def test_what_is_wrong_is_said_in_words(
    config: MailboxConfig, change: dict[str, object], words: str, *, retryable: bool
) -> None:
    with pytest.raises(MailboxError) as caught:
        connect(config.model_copy(update={"timeout_seconds": 1, **change}))
    assert words in explain(caught.value)
    assert caught.value.retryable is retryable
