"""The HTML that takes cleaners minutes, as letters, through the child process and its limits; its words are read.

Sizes are those at which well-known cleaners were measured, the largest of each; the normal run takes a fiftieth.
"""

from collections.abc import Iterator

import pytest

from ingest.parse_files import read_or_hold
from ingest.reading import Reading
from ingest.sandbox import Reader
from tinbai.limits import Limits

LIMITS = Limits()
HEAD = b"From: Hoi Nong dan <hnd@songmau.example>\r\nSubject: tin\r\nMIME-Version: 1.0\r\n"
PAGE = HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>DAU THU</p>"
VIETNAMESE = "<p>Thôn Bãi Mẫu <b>ra quân</b> <a href='https://songmau.example'>dọn đường</a>.</p>"
K = 1_000

# What is repeated, and how many bytes of it.
FLOODS: dict[str, tuple[str, int]] = {
    "paragraphs with bold words": ("<p><b>x</b></p>", 400 * K),
    "paragraphs, four megabytes": ("<p><b>", 4_000 * K),
    "paragraphs as people write them": (VIETNAMESE, 1_000 * K),
    "rows of a table": ("<table><tr><td>x", 200 * K),
    "cells of a table, four megabytes": ("<tr><td>x</td></tr>", 4_000 * K),
    "nested div": ("<div>", 200 * K),
    "nested lists": ("<ul><li>", 200 * K),
    "nested bold with an attribute": ("<b a=i>", 70 * K),
    "nested bold": ("<b>", 100 * K),
    "distinct attributes": ("", 990 * K),
    "distinct attributes with brackets in them": ("", 990 * K),
    "comments never closed, deep down": ("<!--", 400 * K),
    "scripts never closed, deep down": ("<script>", 400 * K),
    "half an end tag of a script": ("</scr", 200 * K),
    "half an end tag of a field": ("</textare", 400 * K),
    "open attributes": ("b='", 400 * K),
    "open brackets": ("<", 400 * K),
    "ampersands": ("&", 1_000 * K),
    "open links": ("<a", 400 * K),
    "dashes in a comment": ("--", 400 * K),
    "nested quotations": ("<blockquote>", 120 * K),
    "comments never closed": ("<!--", 200 * K),
    "whole comments": ("<!---->", 400 * K),
    "processing instructions": ("<?a?>", 400 * K),
}


def page(name: str, share: float) -> bytes:
    piece, size = FLOODS[name]
    size = int(size * share)
    match name:
        case "distinct attributes":
            flood = "<b " + " ".join(f"a{number}" for number in range(size // 7)) + ">"
        case "distinct attributes with brackets in them":
            flood = "<b " + " ".join(f"a{number}='<'" for number in range(size // 12)) + ">"
        case "dashes in a comment":
            flood = "<!--" + piece * (size // len(piece))
        case _:
            flood = ("<div>" * 5_000 if name.endswith("deep down") else "") + piece * (size // len(piece))
    return PAGE + flood.encode()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(limits=LIMITS) as one:
        yield one


def read(reader: Reader, raw: bytes) -> Reading:
    reading = read_or_hold(reader, raw, site=None, limits=LIMITS)
    assert "Không đọc được thư trong giới hạn" not in (reading.reason or "")
    return reading


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", FLOODS)
@pytest.mark.parametrize("share", [0.02, pytest.param(1, marks=pytest.mark.hard)], ids=["part", "whole"])
def test_a_page_made_to_cost_is_read_within_the_limits(reader: Reader, name: str, share: float) -> None:
    reading = read(reader, page(name, share))
    assert reading.letter.text.startswith("DAU THU")
    assert any("DAU THU" in str((article.title, article.body_text)) for article in reading.articles)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", ["whole comments", "processing instructions", "comments never closed"])
def test_a_file_that_begins_with_a_flood_is_told_apart_in_time(reader: Reader, name: str) -> None:
    """Whether it is a page is asked before anything is cleaned."""
    piece, size = FLOODS[name]
    file = b"Content-Type: application/octet-stream; name=tin.html\r\nContent-Disposition: attachment\r\n\r\n"
    letter = HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n" + file
    raw = letter + (piece * (size // len(piece))).encode() + b"<p>DAU THU</p>\r\n--B--\r\n"
    assert [part.filename for part in read(reader, raw).letter.parts] == ["tin.html"]
