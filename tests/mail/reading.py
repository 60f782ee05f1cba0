"""Letters taken apart by the standard library alone: what a test may trust to judge our own readers by."""

import email
from email import policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

LETTERS = Path(__file__).with_name("letters")


def parsed(name: str) -> EmailMessage:
    """A committed letter, by the beginning of its file name: "01", "14a"."""
    (path,) = LETTERS.glob(f"{name}-*.eml")
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise TypeError(name)
    return message


def text_of(message: EmailMessage) -> str:
    """The text of the letter's body, as its charset says."""
    body = message.get_body(("plain", "html"))
    return str(body.get_content()) if body else ""


def files_of(message: EmailMessage) -> dict[str, bytes]:
    """What is attached, by file name."""
    return {part.get_filename() or "": _content(part) for part in message.walk() if part.get_filename()}


def unpacked(raw: bytes) -> list[tuple[str, list[tuple[str, bytes]]]]:
    """All parts with their headers and content, archives opened: alike for two builds by different versions of zlib."""
    message = email.message_from_bytes(raw)
    return [(str(part.items()), _opened(_content(part))) for part in message.walk()]


def _content(part: "email.message.Message[str, str]") -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _opened(content: bytes) -> list[tuple[str, bytes]]:
    if not content.startswith(b"PK"):
        return [("", content)]
    with ZipFile(BytesIO(content)) as archive:
        inner = [(entry.filename, _opened(archive.read(entry))) for entry in archive.infolist()]
    return [(f"{name}/{path}", data) for name, files in inner for path, data in files]
