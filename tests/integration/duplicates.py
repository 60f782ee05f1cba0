"""Forty ways in which a letter comes twice, or seems to, with what must become of each.

A case is the letters in the order in which they come, how many messages they are, and how many versions of articles
become of them, whether a later one is an article of its own or the newest version of the first. Only equal bytes are
one message; only an equal Message-ID with equal text and equal files is the same letter once more.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from quopri import encodestring

TEXT = (
    "TẬP HUẤN KỸ THUẬT TRỒNG NẤM RƠM\n\nSáng ngày 14/10/2026, Hội Nông dân xã An Mẫu tổ chức lớp tập huấn kỹ thuật "
    "trồng nấm rơm cho 45 hội viên tại nhà văn hóa thôn Bãi Mẫu.\n\nTại lớp học, các hội viên được hướng dẫn cách chọn "
    "rơm, ủ giống và chăm sóc. Lớp học kết thúc vào buổi chiều cùng ngày.\n\nTin: Thí Điểm\n"
)
OTHER = TEXT.replace("45 hội viên", "54 hội viên")
ID = b"<tin.1@songmau.example>"
PDF, PDF_2 = b"%PDF-1.7\nmot\n%%EOF\n", b"%PDF-1.7\nhai\n%%EOF\n"
HEADERS = {
    b"Received": b"from a.songmau.example by mx.songmau.example; Wed, 14 Oct 2026 08:00:00 +0700",
    b"From": b"Hoi Nong dan <hnd@songmau.example>",
    b"To": b"bbt.anmau@songmau.example",
    b"Subject": b"Tin tap huan",
    b"Date": b"Wed, 14 Oct 2026 07:59:00 +0700",
    b"Message-ID": ID,
    b"MIME-Version": b"1.0",
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """`letters` as bytes, or several of them where a mailbox is numbered anew in between (None)."""

    letters: Sequence[bytes | None]
    messages: int
    versions: int


def headers(changes: Mapping[bytes, bytes | None] | None = None, *, first: Sequence[bytes] = ()) -> bytes:
    """The usual headers with some changed or left out; `first` are lines before them."""
    kept = {**HEADERS, **(changes or {})}
    return b"".join(
        [*(line + b"\r\n" for line in first), *(k + b": " + v + b"\r\n" for k, v in kept.items() if v is not None)]
    )


def plain(
    changes: Mapping[bytes, bytes | None] | None = None, text: str = TEXT, *, encoding: str = "utf-8",
    transfer: str = "8bit", first: Sequence[bytes] = (),
) -> bytes:  # fmt: skip
    """A letter of text alone."""
    raw = text.replace("\n", "\r\n").encode(encoding)
    body = {"8bit": lambda: raw, "base64": lambda: _lines(b64encode(raw)), "quoted-printable": lambda: _quoted(raw)}
    head = b"Content-Type: text/plain; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n"
    return headers(changes, first=first) + head % (encoding.encode(), transfer.encode()) + body[transfer]()


def with_files(
    files: Sequence[tuple[str, bytes]], changes: Mapping[bytes, bytes | None] | None = None, *, boundary: str = "ranh",
    text: str = TEXT,
) -> bytes:  # fmt: skip
    """A letter with files."""
    head = f'Content-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n'
    parts = [
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + text.replace("\n", "\r\n")
    ]
    for name, content in files:
        described = f'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="{name}"\r\n'
        parts.append(f"{described}Content-Transfer-Encoding: base64\r\n\r\n{_lines(b64encode(content)).decode()}")
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts) + f"--{boundary}--\r\n"
    return headers(changes) + (head + body).encode()


def _lines(encoded: bytes) -> bytes:
    return b"".join(encoded[at : at + 76] + b"\r\n" for at in range(0, len(encoded), 76))


def _quoted(raw: bytes) -> bytes:
    return encodestring(raw.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")


def named(message_id: bytes | None) -> dict[bytes, bytes | None]:
    return {b"Message-ID": message_id}


ELSEWHERE: Mapping[bytes, bytes | None] = {
    b"Received": b"from b.songmau.example by mx.songmau.example; Wed, 14 Oct 2026 08:01:00 +0700"
}
A_PDF, OTHER_PDF = ("ke-hoach.pdf", PDF), ("bieu.pdf", PDF_2)


def once(*letters: bytes) -> Case:
    """Several messages, and one version."""
    return Case(letters=letters, messages=len(letters), versions=1)


def both(*letters: bytes) -> Case:
    """As many versions as letters: an editor sees each."""
    return Case(letters=letters, messages=len(letters), versions=len(letters))


FIRST_ID = b"Message-ID: <a@songmau.example>"
REFUSED = b"Authentication-Results: mx.songmau.example; dkim=fail; spf=fail; dmarc=fail"
CONFIRMED = b"Authentication-Results: mx.songmau.example; dkim=pass header.d=songmau.example; dmarc=pass"
UNKNOWN: Mapping[bytes, bytes | None] = {b"From": b"la@khong-ro.example"}
LONG = b"<" + b"a" * 1_200

CASES: Mapping[str, Case] = {
    # Equal bytes: one message.
    "the same bytes": Case(letters=[plain(), plain()], messages=1, versions=1),
    "the same bytes five times": Case(letters=[plain()] * 5, messages=1, versions=1),
    "the same bytes without an id": Case(letters=[plain(named(None))] * 2, messages=1, versions=1),
    "the same bytes with a file": Case(letters=[with_files([A_PDF])] * 2, messages=1, versions=1),
    "the same bytes, numbered anew": Case(letters=[plain(), None, plain()], messages=1, versions=1),
    # The same letter by another way.
    "another Received": once(plain(), plain(ELSEWHERE)),
    "another Received, three times": once(plain(), plain(ELSEWHERE), plain({b"Received": b"from c.songmau.example"})),
    "a Return-Path more": once(plain(), plain(first=[b"Return-Path: <a@b.example>"])),
    "a mark of a spam filter more": once(plain(), plain({b"X-Spam-Score": b"0.1"})),
    "a header folded": once(plain(), plain({b"To": b"\r\n bbt.anmau@songmau.example"})),
    "the Message-ID folded": once(plain(), plain(named(b"\r\n " + ID))),
    "the subject marked by a list": once(plain(), plain({b"Subject": b"[bbt] Tin tap huan"})),
    "a blind copy": once(plain(), plain({b"To": None})),
    "another Date": once(plain(), plain({b"Date": b"Wed, 14 Oct 2026 00:59:00 +0000"})),
    "encoded as base64": once(plain(), plain(transfer="base64")),
    "encoded as quoted-printable": once(plain(), plain(transfer="quoted-printable")),
    "in another charset": once(plain(), plain(encoding="utf-16", transfer="base64")),
    "another boundary": once(with_files([A_PDF]), with_files([A_PDF], boundary="b2")),
    "the files in another order": once(with_files([A_PDF, OTHER_PDF]), with_files([OTHER_PDF, A_PDF])),
    "the file under another name": once(with_files([A_PDF]), with_files([("khac.pdf", PDF)])),
    # The same Message-ID, and another letter: both are kept.
    "the same id, other text": both(plain(), plain(text=OTHER)),
    "the same id, a line more": both(plain(), plain(text=TEXT + "Ảnh: Thí Điểm\n")),
    "the same id, a file more": both(plain(), with_files([A_PDF])),
    "the same id, another file": both(with_files([A_PDF]), with_files([("ke-hoach.pdf", PDF_2)])),
    "the same id, the file twice": both(with_files([A_PDF]), with_files([A_PDF, A_PDF])),
    "one id for every letter": both(plain(named(b"<1@localhost>")), plain(named(b"<1@localhost>"), OTHER)),
    # Other Message-IDs, or none: sender, subject, date and text prove nothing.
    "another id": both(plain(), plain(named(b"<tin.2@songmau.example>"))),
    "an id in capitals": both(plain(), plain(named(ID.upper()))),
    "no id": both(plain(named(None)), plain({**ELSEWHERE, **named(None)})),
    "an empty id": both(plain(named(b"")), plain({**ELSEWHERE, **named(b"")})),
    "an id on one side": both(plain(), plain(named(None))),
    "ids of eight bits, other text": both(plain(named(b"<\xff@y.example>")), plain(named(b"<\xfe@y.example>"), OTHER)),
    "ids of eight bits, the same text": both(plain(named(b"<\xff@y.example>")), plain(named(b"<\xfe@y.example>"))),
    "an id without its eight bits": both(plain(named(b"<\xff@y.example>")), plain(named(b"<@y.example>"))),
    "two ids": once(plain(first=[FIRST_ID]), plain(ELSEWHERE, first=[FIRST_ID])),
    "two ids, other text": both(plain(first=[FIRST_ID]), plain(text=OTHER, first=[FIRST_ID])),
    "ids alike for long": both(plain(named(LONG + b"1@y.example>")), plain(named(LONG + b"2@y.example>"), OTHER)),
    # Who sent it decides too: what is held keeps nobody else out.
    "a forgery that came first": once(plain(first=[REFUSED]), plain(first=[CONFIRMED])),
    "from an unknown sender first": once(plain(UNKNOWN), plain()),
    "from an unknown sender afterwards": once(plain(), plain(UNKNOWN)),
}
