"""Each limit of what came along: at the limit all of it is read, beyond it a finding says what the editor can do."""

from collections.abc import Callable
from io import BytesIO
from math import ceil, floor
from zipfile import ZipFile

import pytest

from ingest.letter import Letter, Part
from ingest.opening import open_parts
from ingest.source import Opened
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import checks, docx, opened, paragraph, texts, zipped
from tinbai.limits import Limits

NINE = zipped({f"{number}.txt": b"x" for number in range(9)})
THOUSAND = zipped({"a.txt": b"x" * 900, "b.txt": b"y" * 100})
ZEROS = zipped({"a.txt": bytes(3_000_000)})
WORD = docx(paragraph("một") * 50)
PAGE = b"<html><body>" + b"<p>chu</p>" * 50


def packed_size(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        return archive.infolist()[0].compress_size


def xml_size(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        return archive.getinfo("word/document.xml").file_size


def entries(content: bytes) -> int:
    with ZipFile(BytesIO(content)) as archive:
        return len(archive.namelist())


def opened_with(content: bytes, limit: str) -> Callable[[int], Opened]:
    return lambda most: opened(content, limits=Limits(**{limit: most}))


# What is opened, the least limit under which all of it is read, the greatest one under which it is not, the finding.
CASES: dict[str, tuple[Callable[[int], Opened], int, int, str]] = {
    "files of an archive": (opened_with(NINE, "archive_entries"), 9, 8, "archive_bomb"),
    "parts of an archive": (opened_with(NINE, "parts"), 9, 8, "archive_cut"),
    "size of an archive": (opened_with(THOUSAND, "archive_bytes"), 1_000, 999, "archive_bomb"),
    "ratio of an archive": (
        opened_with(ZEROS, "archive_ratio"),
        ceil(3_000_000 / packed_size(ZEROS)),
        floor(3_000_000 / packed_size(ZEROS)),
        "archive_bomb",
    ),
    "files of a Word file": (opened_with(WORD, "archive_entries"), entries(WORD), 3, "archive_bomb"),
    "XML of a Word file": (opened_with(WORD, "document_xml_bytes"), xml_size(WORD), xml_size(WORD) - 1, "archive_bomb"),
    "blocks of a Word file": (opened_with(WORD, "document_blocks"), 50, 49, "document_cut"),
    "blocks of a page": (opened_with(PAGE, "document_blocks"), 50, 49, "document_cut"),
    "pixels of a picture": (opened_with(jpeg(320, 200), "pixels"), 64_000, 63_999, "picture_too_large"),
}
parametrized = pytest.mark.parametrize(("made", "enough", "too_little", "check"), CASES.values(), ids=CASES.keys())


def read_out(result: Opened) -> tuple[list[str], list[bytes]]:
    return (texts(result) if result.source else [], [part.content for part in result.parts])


@parametrized
def test_at_the_limit_all_is_read(made: Callable[[int], Opened], enough: int, too_little: int, check: str) -> None:
    at_the_limit = made(enough)
    assert check not in checks(at_the_limit)
    assert read_out(at_the_limit) == read_out(made(2_000_000_000))


@parametrized
def test_beyond_the_limit_a_finding_says_what_to_do(
    made: Callable[[int], Opened], enough: int, too_little: int, check: str
) -> None:
    beyond = made(too_little)
    (finding,) = [finding for finding in beyond.findings if finding.check == check]
    assert "ề nghị" in finding.message
    assert read_out(beyond) != read_out(made(enough)) or check == "picture_too_large"


def nested_archives(count: int) -> Letter:
    content = b"Tin c\xe1\xbb\xa7a x\xc3\xa3"
    for number in range(count):
        content = zipped({f"{number}.{'zip' if number else 'txt'}": content})
    part = Part(filename="tin.zip", media_type="application/zip", content=content)
    return Letter(message_id=None, date=None, subject=None, sender=None, parts=[part])


def test_archives_in_archives_are_opened_as_deep_as_the_limit_allows() -> None:
    limits = Limits(archive_depth=3)
    gathered = open_parts(nested_archives(3), limits)
    assert gathered.findings == []
    assert [source.name for source in gathered.sources] == ["0.txt"]


def test_deeper_archives_are_listed_and_the_finding_says_so() -> None:
    gathered = open_parts(nested_archives(4), Limits(archive_depth=3))
    assert [finding.check for finding in gathered.findings] == ["attachments_not_opened"]
    assert "giới hạn: 3" in gathered.findings[0].message
    assert [part.filename for part in gathered.parts][-1] == "0.txt"
    assert gathered.sources == []
