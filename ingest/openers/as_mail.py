"""A letter that a program stored in a form of its own (.msg, TNEF), written as mail: one reader reads all letters."""

from base64 import encodebytes
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from ingest.letter import Part
from tinbai.text import clean_line

_NOT_OURS = ("content-", "mime-version")  # headers that would contradict what is written here


@dataclass(frozen=True, kw_only=True)
class StoredLetter:
    """What a letter is written from. `headers` are whole lines, folded ones included, as its mail server had them."""

    headers: str = ""
    subject: str | None = None
    sender: str | None = None
    date: str | None = None
    text: str | None = None
    html: str | None = None
    files: Sequence[Part] = ()


def as_mail(letter: StoredLetter) -> bytes:
    """The letter as mail (RFC 5322), the same bytes for the same letter."""
    bodies = [("plain", letter.text), ("html", letter.html)]
    forms = [_part(f"text/{kind}; charset=utf-8", "", text.encode("utf-8", "replace")) for kind, text in bodies if text]
    parts = [_multipart("alternative", forms)] if len(forms) > 1 else forms
    parts += [_part(file.media_type, _named(file), file.content) for file in letter.files]
    return _headers(letter).encode("utf-8", "replace") + _multipart("mixed", parts)


def _headers(letter: StoredLetter) -> str:
    lines = list(_own_headers(letter.headers))
    known = {line.partition(":")[0].lower() for line in lines}
    told = {"Subject": letter.subject, "From": letter.sender, "Date": letter.date}
    lines += [f"{name}: {clean_line(value)}" for name, value in told.items() if value and name.lower() not in known]
    return "".join(f"{line}\r\n" for line in [*lines, "MIME-Version: 1.0"])


def _own_headers(block: str) -> Sequence[str]:
    """Whole header lines, each with its folded ones; what is no header is left out."""
    lines: list[str] = []
    for line in block.splitlines():
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += f" {line.strip()}"
        elif line.partition(":")[0].isascii() and ":" in line and " " not in line.partition(":")[0]:
            lines.append(line)
    return [line for line in lines if not line.lower().startswith(_NOT_OURS)]


def _multipart(kind: str, parts: Sequence[bytes]) -> bytes:
    mark = sha256(b"".join(parts)).hexdigest()[:32]
    body = b"".join(b"--%s\r\n%s\r\n" % (mark.encode(), part) for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\r\n\r\n'.encode() + body + f"--{mark}--\r\n".encode()


def _part(media_type: str, more: str, content: bytes) -> bytes:
    head = f"Content-Type: {clean_line(media_type)}\r\n{more}Content-Transfer-Encoding: base64\r\n\r\n"
    return head.encode("utf-8", "replace") + encodebytes(content)


def _named(file: Part) -> str:
    """Shown inline only where the text refers to it: the rest is attached."""
    content_id = f"Content-ID: <{clean_line(file.content_id)}>\r\n" if file.content_id else ""
    shown = "inline" if file.inline else "attachment"
    return f"Content-Disposition: {shown}; filename*=utf-8''{quote(file.filename)}\r\n{content_id}"
