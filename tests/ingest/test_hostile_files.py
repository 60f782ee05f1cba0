"""The files that take readers minutes or a gigabyte, at their full size, as attachments through the child process."""

import zlib
from base64 import encodebytes
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ingest.parse_files import read_or_hold
from ingest.reading import Reading
from tests.ingest.measured_reader import MeasuredReader, measured
from tests.ingest.openers.sheet_files import xlsx
from tests.ingest.openers.word_files import docx, paragraph
from tinbai.limits import Limits

LIMITS = Limits()
HEAD = b"From: Hoi Nong dan <hnd@songmau.example>\r\nSubject: tin\r\nMIME-Version: 1.0\r\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nKinh gui BBT.\r\n--B\r\n"
MOST_CPU_SECONDS, MOST_BYTES = 20, 1_000_000_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORNERS = (
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
)


def letter(name: str, content: bytes) -> bytes:
    head = f'Content-Type: application/octet-stream; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n'
    disposition = b"Content-Disposition: attachment\r\n\r\n"
    return MIXED + head.encode() + disposition + encodebytes(content) + b"\r\n--B--\r\n"


def with_entry(content: bytes, name: str, size: int, *, head: bytes = b"", tail: bytes = b"") -> bytes:
    """A Word file with an entry of so many zeros, or another entry for the one that it has."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for entry in given.namelist():
            if entry != name:
                archive.writestr(entry, given.read(entry))
        with archive.open(name, "w", force_zip64=True) as file:
            file.write(head)
            for _ in range(size // 1_000_000):
                file.write(b" " * 1_000_000)
            file.write(tail)
    return made.getvalue()


def document(text: str, doctype: str = "") -> tuple[bytes, bytes]:
    """Both ends of a Word document's XML, between which spaces may stand."""
    body = f'{doctype}<w:document xmlns:w="{WORDML}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
    return body.encode(), b"</w:body></w:document>"


def declared(text: str, doctype: str) -> bytes:
    head, tail = document(text, doctype)
    return with_entry(docx(paragraph("x")), "word/document.xml", 0, head=head, tail=tail)


def vast_document() -> bytes:
    head, tail = document("x")
    return with_entry(docx(paragraph("x")), "word/document.xml", 300_000_000, head=head, tail=tail)


def one_bit_picture(side: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\xff" * -(-side // 8)) * side, 1)
    header = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


FILES: dict[str, tuple[str, Callable[[], bytes], set[str]]] = {
    "a billion laughs": (
        "a.docx", lambda: declared("&l9;", f"<!DOCTYPE x [{LAUGHS}]>"), {"hostile_document", "attachment_unreadable"},
    ),
    "an entity to the square": (
        "a.docx", lambda: declared("&a;" * 20_000, f'<!DOCTYPE x [<!ENTITY a "{"a" * 20_000}">]>'),
        {"hostile_document", "attachment_unreadable"},
    ),
    "an entity that is a file": (
        "a.docx", lambda: declared("[&a;]", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        {"hostile_document", "attachment_unreadable"},
    ),
    "corners of a sheet": ("a.xlsx", lambda: xlsx(CORNERS), set()),
    "a picture of 169 million points": ("a.png", lambda: one_bit_picture(13_000), {"picture_too_large"}),
    "a picture of 196 million points": ("a.png", lambda: one_bit_picture(14_000), {"picture_too_large"}),
    "a picture above Pillow's own limit": ("a.png", lambda: one_bit_picture(20_000), {"picture_too_large"}),
}  # fmt: skip
LARGE: dict[str, tuple[str, Callable[[], bytes], set[str]]] = {
    "a gigabyte of a picture": (
        "a.docx", lambda: with_entry(docx(paragraph("x")), "word/media/p.png", 1_000_000_000), {"archive_bomb"},
    ),
    "300 megabytes of a document": ("a.docx", vast_document, {"archive_bomb"}),
    "100,000 paragraphs": ("a.docx", lambda: docx(paragraph("một") * 100_000), {"document_cut"}),
}  # fmt: skip


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[MeasuredReader]:
    with measured(monkeypatch, tmp_path / "ledger", LIMITS) as one:
        yield one


def read(reader: MeasuredReader, raw: bytes) -> Reading:
    """The reading, at a bearable cost and in one attempt."""
    reading = read_or_hold(reader, raw, site=None, limits=LIMITS)
    (cost,) = reader.costs.values()
    assert (cost.killed, cost.cpu_seconds < MOST_CPU_SECONDS, cost.peak_bytes < MOST_BYTES) == (0, True, True)
    return reading


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_cost_is_kept_and_told_of(reader: MeasuredReader, name: str) -> None:
    filename, made, expected = FILES[name]
    tried(reader, filename, made(), expected)


@pytest.mark.hard
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", LARGE)
def test_a_very_large_file_made_to_cost_is_kept_and_told_of(reader: MeasuredReader, name: str) -> None:
    filename, made, expected = LARGE[name]
    tried(reader, filename, made(), expected)


def tried(reader: MeasuredReader, filename: str, content: bytes, expected: set[str]) -> None:
    reading = read(reader, letter(filename, content))
    assert [part.content for part in reading.letter.parts if part.filename == filename] == [content]
    found = {finding.check for finding in reading.findings}
    assert found & expected or not expected
    assert all("hostname" not in article.body_text for article in reading.articles)
    assert reading.letter.text.startswith("Kinh gui BBT.")
