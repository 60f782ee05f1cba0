"""A real IMAP and POP3 server, Dovecot, for the tests of a session: plain and STARTTLS on one port, TLS on another."""

import itertools
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from imapclient import imap_utf7

from tests.servers.certificate import Certificate, make_certificate
from tests.servers.program import answers, as_ordinary_user, find_program, free_port, give_away, running, server_folder

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap pop3
listen = 127.0.0.1
ssl = yes
ssl_cert = <{certificate.certificate_file}
ssl_key = <{certificate.key_file}
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
mail_max_userip_connections = 200
mail_plugins = quota
protocol imap {{
  mail_plugins = quota imap_quota
}}
plugin {{
  quota = maildir:User quota
  quota_rule = *:storage=100G
}}
service anvil {{
  chroot =
  # Failed log-ins are part of the tests and must not slow down the next.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service pop3-login {{
  chroot =
  inet_listener pop3 {{
    port = {pop3_port}
  }}
  inet_listener pop3s {{
    port = {pop3_tls_port}
    ssl = yes
  }}
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
passdb {{
  driver = passwd-file
  # One file a user: of a common file Dovecot would see a new line only a second later.
  args = scheme=PLAIN username_format=%u {folder}/users/%u
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
"""


@dataclass(frozen=True, kw_only=True)
class MailAccount:
    """A user of the server, with an empty INBOX until something is put there."""

    user: str
    password: str
    maildir: Path


@dataclass(frozen=True, kw_only=True)
class Dovecot:
    """A running server. Connect to `localhost` or 127.0.0.1 and trust `ca_file`."""

    host: str
    port: int
    tls_port: int
    pop3_port: int
    pop3_tls_port: int
    ca_file: Path
    folder: Path
    numbers: Iterator[int]

    def add_user(self, user: str | None = None, password: str = "mat-khau-thu") -> MailAccount:
        """Make a mailbox; without a name, one that no other test uses."""
        name = user or f"hop-thu-{next(self.numbers)}"
        (self.folder / "users" / name).write_text(f"{name}:{{PLAIN}}{password}\n")
        return MailAccount(user=name, password=password, maildir=self.folder / "mail" / name)

    def append(self, account: MailAccount, raw: bytes, *, mailbox: str = "INBOX") -> None:
        """Deliver a letter as a local delivery agent would; the server gives it the next UID when it is next asked.

        Dovecot serves lines ended by CRLF: only a letter with no other line ends comes back byte for byte.
        """
        folder = self.maildir_of(account, mailbox)
        name = f"1700000000.M{next(self.numbers):09d}.tinbai"
        unfinished = folder / "tmp" / name
        unfinished.write_bytes(raw)
        give_away(unfinished)
        unfinished.rename(folder / "new" / name)

    def maildir_of(self, account: MailAccount, mailbox: str) -> Path:
        """Return the folder of a mailbox such as "INBOX" or "Đã xử lý/2026", made if it is missing."""
        folder = account.maildir
        if mailbox != "INBOX":
            encoded: bytes = imap_utf7.encode(mailbox.replace("/", "."))
            folder /= "." + encoded.decode("ascii")
        for part in (account.maildir, folder, folder / "cur", folder / "new", folder / "tmp"):
            if not part.is_dir():
                part.mkdir(mode=0o700)
                give_away(part)
        return folder


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    program = find_program("dovecot", package="dovecot-imapd")
    find_program("pop3-login", package="dovecot-pop3d")
    with server_folder("dovecot") as folder:
        certificate = make_certificate(folder)
        server = Dovecot(
            host="127.0.0.1",
            port=free_port(),
            tls_port=free_port(),
            pop3_port=free_port(),
            pop3_tls_port=free_port(),
            ca_file=certificate.ca_file,
            folder=folder,
            numbers=itertools.count(1),
        )
        configuration = write_configuration(server, certificate)
        command = as_ordinary_user([program, "-F", "-c", str(configuration)])
        with running(
            command, log=folder / "output.log", ready=lambda: greets(server.port) and answers(server.tls_port)
        ):
            yield server


@pytest.fixture
def mail_account(dovecot: Dovecot) -> MailAccount:
    """A mailbox that no other test uses."""
    return dovecot.add_user()


def write_configuration(server: Dovecot, certificate: Certificate) -> Path:
    folder = server.folder
    owner = folder.stat()
    configuration = folder / "dovecot.conf"
    configuration.write_text(
        CONFIGURATION.format(
            folder=folder,
            certificate=certificate,
            port=server.port,
            tls_port=server.tls_port,
            pop3_port=server.pop3_port,
            pop3_tls_port=server.pop3_tls_port,
            user=folder.owner(),
            group=folder.group(),
            uid=owner.st_uid,
            gid=owner.st_gid,
        )
    )
    for name in ("users", "mail", "home"):
        (folder / name).mkdir()
    for path in folder.iterdir():
        give_away(path)
    certificate.key_file.chmod(0o600)
    return configuration


def greets(port: int) -> bool:
    """Tell whether the server has said its first line: it listens before it can serve."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            return connection.recv(64).startswith(b"* OK")
    except OSError:
        return False
