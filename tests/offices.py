"""Whole offices for tests: a configuration on disk, its database, and the command run as a user would."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import warm_command
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.office import Office, migrated_office

SITE_DATA = Path(__file__).resolve().parent / "mail" / "site.toml"
TINBAI = Path(sys.executable).with_name("tinbai")


@dataclass(frozen=True, kw_only=True)
class TestOffice:
    """A configured office with an account on a real mail server."""

    __test__ = False

    config: Path
    account: MailAccount

    def tinbai(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run the command in its own process and return what it printed."""
        done = warm_command.tinbai(*arguments, "--config", str(self.config))
        if check:
            done.check_returncode()
        return done

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the installed command and return at once."""
        command = [str(TINBAI), *arguments, "--config", str(self.config)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def write_config(
    folder: Path,
    dovecot: Dovecot,
    account: MailAccount,
    *,
    more: str = "",
    mailbox: str = "",
    database: str = "sqlite:///tinbai.db",
) -> Path:
    """A configuration with one site, `an-mau`, whose mailbox is `account`; `mailbox` adds keys, `more` sections."""
    secret = folder / "secret"
    secret.touch(mode=0o600)
    secret.write_text(account.password, encoding="utf-8")
    path = folder / "config.toml"
    path.write_text(
        f"""
[database]
url = "{database}"
[blobs]
path = "blobs"
free_bytes = 0
[smtp]
sender = "bbt.anmau@songmau.example"
{more}
[[sites]]
key = "an-mau"
name = "Trang thông tin điện tử xã An Mẫu"
code = "AM"
data = "{SITE_DATA}"
[[sites.portals]]
key = "cong"
url = "sqlite:///portal.db"
media_path = "media"
[[sites.mailboxes]]
key = "chung"
host = "localhost"
port = {dovecot.tls_port}
security = "tls"
ca_file = "{dovecot.ca_file}"
username = "{account.user}"
password = "file:{secret}"
{mailbox}
""",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def an_office(tmp_path: Path, dovecot: Dovecot, migrated_file: Path) -> TestOffice:
    """An office whose mailbox is an empty one on Dovecot."""
    account = dovecot.add_user()
    config = write_config(tmp_path, dovecot, account)
    database = tmp_path / "tinbai.db"
    database.touch(mode=0o600)
    shutil.copyfile(migrated_file, database)
    with migrated_office(config):
        return TestOffice(config=config, account=account)


@pytest.fixture
def opened(an_office: TestOffice) -> Iterator[Office]:
    """The same office, opened in this process."""
    with migrated_office(an_office.config) as opened:
        yield opened
