"""A mail server that keeps what it is given, so that the letters we send can be looked at. aiosmtpd ends here."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"


class _Keeper:
    """Writes each letter to a file, numbered in the order they came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = len(list(folder.glob("*.eml")))

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name there
        self._count += 1
        content = envelope.content
        raw = content if isinstance(content, bytes) else (content or "").encode()
        (self._folder / f"{self._count:04}.eml").write_bytes(raw)
        return "250 OK"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A letter of ours, as it arrived."""

    to: str
    subject: str
    date: str
    text: str


def start(folder: Path, port: int) -> Controller:
    """Listen on `port` and keep every letter in `folder`; call `.stop()` at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    controller = Controller(_Keeper(folder), hostname=HOST, port=port)
    controller.start()
    return controller


def kept(folder: Path) -> list[Kept]:
    """Every kept letter, newest first."""
    return [_read(path) for path in sorted(folder.glob("*.eml"), reverse=True)]


def _read(path: Path) -> Kept:
    letter = message_from_bytes(path.read_bytes(), policy=policy.default)
    return Kept(
        to=str(letter["To"]), subject=str(letter["Subject"]), date=str(letter["Date"]), text=letter.get_content()
    )
