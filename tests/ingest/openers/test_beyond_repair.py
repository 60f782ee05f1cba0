"""What LibreOffice cannot read is told without it, and nothing that it reads is turned away."""

import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from ingest.openers import beyond_repair, office, other_office
from ingest.openers.beyond_repair import is_beyond_repair
from ingest.openers.compound_file import CompoundFile
from ingest.openers.patience import PatienceNeededError, hurry
from ingest.openers.sniff import form_of
from tests.ingest.openers.damaged_files import WORD_97, damaged_files, good_files, libreoffice_reads
from tests.ingest.openers.word_files import checks, opened, texts

SEED = 1_000  # of the first damaged files
HEAD = rb"{\rtf1\ansi{\fonttbl{\f0 Times New Roman;}}\f0 Tin "
HEADER_SIZE, FIRST_WORDS = 512, 64


def poked(content: bytes, place: int, octets: bytes) -> bytes:
    return content[:place] + octets + content[place + len(octets) :]


def in_stream(content: bytes, name: str, place: int, octets: bytes) -> bytes:
    """With other bytes at a place of the first sector of a stream."""
    beginning = CompoundFile(content).beginning(name)[:FIRST_WORDS]
    assert content.count(beginning) == 1
    return poked(content, content.index(beginning) + place, octets)


def renamed(content: bytes, name: str) -> bytes:
    """With a stream under another name; the old one stands behind, so that the form is still told by it."""
    old = name.encode("utf-16-le")
    return content.replace(old, "x".encode("utf-16-le") + old[2:]) + old


def with_entry(content: bytes, name: str, text: bytes | None) -> bytes:
    """With another text for an entry of a zip, or without it."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as whole, ZipFile(file, "w", ZIP_STORED) as package:
        for info in whole.infolist():
            given = text if info.filename == name else whole.read(info)
            if given is not None:
                package.writestr(info.filename, given)
    return file.getvalue()


def in_content(content: bytes, octets: bytes) -> bytes:
    """With other bytes where the packed content.xml begins."""
    with ZipFile(BytesIO(content)) as package:
        at = package.getinfo("content.xml").header_offset + 30 + len("content.xml")
    return poked(content, at + 2, octets)


BROKEN: dict[str, tuple[str, Callable[[bytes], bytes]]] = {  # the good file, and what is done to it
    "no directory": ("full.doc", lambda good: poked(good, 0x30, struct.pack("<i", 9_999))),
    "no sector but the header": ("full.doc", lambda good: good[:HEADER_SIZE] + "WordDocument".encode("utf-16-le")),
    "another version": ("full.doc", lambda good: poked(good, 0x1A, b"\x04\x00")),
    "sectors of another size": ("full.doc", lambda good: poked(good, 0x1E, b"\x0c\x00")),
    "no stream of Word's": ("full.doc", lambda good: renamed(good, "WordDocument")),
    "no mark of Word's": ("full.doc", lambda good: in_stream(good, "WordDocument", 0, b"\x00\x00")),
    "a password": ("small.doc", lambda good: in_stream(good, "WordDocument", 11, b"\xf1")),
    "no workbook": ("sheet.xls", lambda good: renamed(good, "Workbook")),
    "no beginning of a workbook": ("sheet.xls", lambda good: in_stream(good, "Workbook", 0, b"\x00\x00")),
    "no presentation": ("deck.ppt", lambda good: renamed(good, "PowerPoint Document")),
    "groups left open": ("full.rtf", lambda good: good.rstrip()[:-1]),
    "a thousand groups left open": ("full.rtf", lambda good: good.rstrip()[:-1] + b"{" * 1_000 + b"}"),
    "a package cut short": ("full.odt", lambda good: good[:-20]),
    "a package without a manifest": ("full.odt", lambda good: with_entry(good, "META-INF/manifest.xml", None)),
    "a package with a byte too many": ("full.odt", lambda good: good[:200] + b"x" + good[200:]),
    "a package of which no text can be unpacked": ("full.odt", lambda good: in_content(good, b"\xff" * 30)),
    "a package whose text is no XML": ("full.odt", lambda good: with_entry(good, "content.xml", b"<a><b></a>")),
    "a package whose styles are no XML": ("full.odt", lambda good: with_entry(good, "styles.xml", b"<a><b></a>")),
    "a presentation cut short": ("deck.odp", lambda good: good[: len(good) // 2]),
    "XML cut short": ("word.xml", lambda good: good[:-5]),
    "XML with a stray byte": ("word.xml", lambda good: good.replace(b"Tin", b"T\xf4n")),
}
ODD: dict[str, tuple[str, Callable[[bytes], bytes]]] = {  # damaged, and read all the same
    "bytes behind": ("full.doc", lambda good: good + b"x" * 100),
    "the last hundred lost": ("full.doc", lambda good: good[:-100]),
    "no table stream": ("full.doc", lambda good: renamed(good, "1Table")),
    "another byte order": ("full.doc", lambda good: poked(good, 0x1C, b"\x00\x00")),
    "a version that never was": ("small.doc", lambda good: in_stream(good, "WordDocument", 2, b"\x00\x00")),
    "another kind of workbook": ("sheet.xls", lambda good: in_stream(good, "Workbook", 4, b"\x00\x00")),
    "nobody's presentation": ("deck.ppt", lambda good: renamed(good, "Current User")),
    "text behind the last brace": ("full.rtf", lambda good: good + rb"abc } { \x"),
    "no hexadecimal digits": ("full.rtf", lambda good: good.replace(rb"\pard", rb"\'zz\pard", 1)),
    "braces in binary data": ("full.rtf", lambda _: HEAD + rb"{\*\bin9 {{{{{{{{{}}"),
    "escaped braces": ("full.rtf", lambda _: HEAD + rb"\{ \{ \\{\b a}}"),
    "no content": ("full.odt", lambda good: with_entry(good, "content.xml", None)),
    "an empty content": ("full.odt", lambda good: with_entry(good, "content.xml", b"")),
    "no styles": ("full.odt", lambda good: with_entry(good, "styles.xml", None)),
    "bytes behind a package": ("full.odt", lambda good: good + b"x" * 100),
    "an XML of an unknown type": ("word.xml", lambda good: good.replace(b"<w:wordD", b"<!DOCTYPE x><w:wordD", 1)),
}


NAMES = ["small.doc", "full.doc", "full.rtf", "full.odt", "word.xml", "sheet.xls", "deck.ppt", "deck.odp"]


@pytest.fixture(params=BROKEN)
def broken(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    """A name, and a file that LibreOffice cannot read."""
    name, damage = BROKEN[request.param]
    return name, damage(good_files()[name])


@pytest.fixture(params=ODD)
def odd(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    """A name, and a damaged file that LibreOffice reads."""
    name, damage = ODD[request.param]
    return name, damage(good_files()[name])


def asks_libreoffice(name: str, content: bytes) -> bool:
    try:
        with hurry():
            opened(content, filename=name)
    except PatienceNeededError:
        return True
    return False


def test_of_a_broken_file_libreoffice_is_not_asked_and_the_editor_is_told(broken: tuple[str, bytes]) -> None:
    name, content = broken
    assert not asks_libreoffice(name, content)
    (finding,) = opened(content, filename=name).findings
    assert finding.check == "attachment_unreadable"
    assert f"Không chuyển được tệp “{name}” (tệp hỏng hoặc có mật khẩu)" in finding.message


def test_without_the_guard_libreoffice_would_be_asked(broken: tuple[str, bytes], monkeypatch) -> None:
    for module in (office, other_office):
        monkeypatch.setattr(module, "refuse_beyond_repair", lambda _content, _form: None)
    assert asks_libreoffice(*broken)


@pytest.mark.hard  # each failure costs a new start
def test_libreoffice_does_not_read_the_broken_files(broken: tuple[str, bytes]) -> None:
    assert not libreoffice_reads(broken[1], form_of(broken[1]))


@pytest.mark.parametrize("name", NAMES)
def test_of_a_good_file_libreoffice_is_asked(name: str) -> None:
    assert asks_libreoffice(name, good_files()[name])


def test_a_damaged_file_that_libreoffice_reads_is_not_turned_away(odd: tuple[str, bytes]) -> None:
    name, content = odd
    assert asks_libreoffice(name, content)
    assert libreoffice_reads(content, form_of(content))


@pytest.mark.parametrize("name", ["full.rtf", "full.odt"])
def test_what_is_turned_away_still_gives_its_bare_text(name: str) -> None:
    whole = good_files()[name]
    content = whole.rstrip()[:-1] if name == "full.rtf" else with_entry(whole, "META-INF/manifest.xml", None)
    result = opened(content, filename=name)
    assert any("Thấy được" in text for text in texts(result))
    assert checks(result) == {"attachment_unreadable"}


def wrongly_turned_away(seeds: range) -> Iterator[str]:
    """The damaged files that are told to be beyond repair, and that LibreOffice reads."""
    for seed in seeds:
        for name, content in damaged_files(seed):
            form = form_of(content)
            if is_beyond_repair(content, form) and libreoffice_reads(content, form):
                yield name


@pytest.mark.hard
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(SEED, SEED + 20, 4))
def test_nothing_that_libreoffice_reads_is_turned_away(seed: int) -> None:
    assert list(wrongly_turned_away(range(seed, seed + 4))) == []


def test_a_guard_that_is_too_strict_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    form = form_of(WORD_97)
    whole = WORD_97 + b"x" * 100
    monkeypatch.setattr(beyond_repair, "_CHECKS", {form: lambda content: len(content) % HEADER_SIZE == 0})
    assert is_beyond_repair(whole, form)
    assert libreoffice_reads(whole, form)


@pytest.mark.parametrize("length", [0, 1, 8, 76, 511, 512, 513, 600, 1_024, 1_500])
def test_no_beginning_of_a_file_makes_a_check_raise(length: int) -> None:
    for content in good_files().values():
        for check in beyond_repair._CHECKS.values():
            assert check(content[:length]) in (True, False)


def test_a_directory_that_turns_in_a_circle_has_an_end() -> None:
    sector = struct.pack("<128i", *range(128))  # each sector of the FAT is followed by itself
    header = bytearray(WORD_97[:HEADER_SIZE])
    header[0x30:0x34] = struct.pack("<i", 1)
    header[0x44:0x48] = struct.pack("<i", 0)
    header[0x4C:HEADER_SIZE] = struct.pack("<109i", *[0] * 109)
    file = CompoundFile(bytes(header) + sector * 20)
    assert not file.has("WordDocument")
    assert file.beginning("WordDocument") == b""
