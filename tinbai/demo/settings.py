"""Where the demonstration lives: its folder, its ports, its configuration, its people."""

import socket
from dataclasses import dataclass
from pathlib import Path

from tinbai.people import RoleName

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "var" / "demo"
LETTERS = ROOT / "tests" / "mail" / "letters"
SITE_DATA = ROOT / "tests" / "mail" / "site.toml"
SITE = "an-mau"
MAILBOX_USER = "bbt.anmau@songmau.example"
PASSWORD = "nam-rom-2026"  # noqa: S105 - the demonstration's, on this machine only, printed on the screen
CODES_BEFORE = 122  # so that the first letter gets the number that the letter of correction quotes: 0123


@dataclass(frozen=True, kw_only=True)
class Person:
    """A log-in of the demonstration."""

    username: str
    name: str
    title: str
    roles: tuple[RoleName, ...]


PEOPLE = (
    Person(username="bientap", name="Vũ Thị Biên Tập", title="Biên tập viên", roles=(RoleName.EDITOR,)),
    Person(username="thuky", name="Ngô Văn Thư Ký", title="Thư ký Ban biên tập", roles=(RoleName.SECRETARY,)),
    Person(
        username="truongban",
        name="Phạm Thị Minh Họa",
        title="Trưởng Ban biên tập",
        roles=(RoleName.HEAD, RoleName.ADMIN),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Ports:
    """Loopback ports of the demonstration."""

    review: int
    portal: int
    imap: int
    smtp: int


def choose_ports(review: int) -> Ports:
    """`review` itself, which must be free, and the next three free ones. Raises OSError when `review` is taken."""
    if not _free(review):
        raise OSError(f"port {review} is taken")
    others = [port for port in range(review + 1, min(review + 200, 65_536)) if _free(port)]
    return Ports(review=review, portal=others[0], imap=others[1], smtp=others[2])


def _free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def write_config(ports: Ports) -> Path:
    """Write the demonstration's `config.toml` and its secret; returns the configuration's path."""
    secret = FOLDER / "secret"
    secret.touch(mode=0o600)
    secret.write_text(PASSWORD, encoding="utf-8")
    path = FOLDER / "config.toml"
    path.write_text(_config(ports, secret), encoding="utf-8")
    return path


def _config(ports: Ports, secret: Path) -> str:
    return f"""# The configuration of `make demo`, written anew at each start.
[database]
url = "sqlite:///tinbai.db"

[blobs]
path = "blobs"
free_bytes = 0

[web]
port = {ports.review}
public_url = "http://127.0.0.1:{ports.review}"

[timetable]
poll_seconds = 3
read_seconds = 1
publish_seconds = 2
outbox_seconds = 3

[smtp]
host = "127.0.0.1"
port = {ports.smtp}
security = "plain"
sender = "{MAILBOX_USER}"

[[sites]]
key = "{SITE}"
name = "Trang thông tin điện tử xã An Mẫu"
code = "AM"
data = "{SITE_DATA}"

[[sites.mailboxes]]
key = "cong-vu"
host = "127.0.0.1"
port = {ports.imap}
security = "plain"
username = "{MAILBOX_USER}"
password = "file:{secret}"
after = "move"
after_name = "Đã nhận"

[[sites.portals]]
key = "cong"
url = "sqlite:///portal.db"
media_path = "media"
address = "http://127.0.0.1:{ports.portal}/tin/{{slug}}-{{id}}"
"""
