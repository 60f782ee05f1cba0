"""An article's page as a reader gets it: it opens, has the title, and its pictures and files come.

Only the portal's own host is asked: the address comes from the configuration, and where it leads to another host
nobody follows. Nothing that comes is kept or run.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin

from lxml import html
from lxml.etree import LxmlError

from publish.page_fetch import MissedError, answer
from tinbai.text import fold

MOST_BYTES = 5_000_000  # of a page; what comes after is not looked at
OK = 200
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What should be at `address`. `files` are the addresses of its pictures and files, whole or seen from there."""

    address: str
    title: str
    files: Sequence[str]


def missing(expected: Expected, *, seconds: float) -> Sequence[str]:
    """What a reader would miss, in words for the office; empty when all is there.

    Waits `seconds` at most for each piece of an answer, twice as long for a whole one. Raises MissedError when the page
    itself does not come: then the portal's other pages need not be asked for now.
    """
    with answer(expected.address, seconds) as got:
        if got.status != OK:
            return [f"trang trả lời mã {got.status}"]
        page = got.read(MOST_BYTES)
    wrong = [] if _has(page, expected.title) else ["trang mở được nhưng không thấy tiêu đề bài"]
    return [*wrong, *_missing_files(expected, seconds)]


def _missing_files(expected: Expected, seconds: float) -> Iterator[str]:
    """Which of them do not come. After the first that nobody answers for, and after a while, the rest is let be."""
    until = monotonic() + 2 * seconds
    for file in expected.files:
        if monotonic() > until:
            return
        try:
            problem = _file_problem(urljoin(expected.address, file), seconds)
        except MissedError as missed:
            yield f"ảnh, tệp {file}: {missed}"
            return
        if problem:
            yield f"ảnh, tệp {file}: {problem}"


def _has(page: bytes, title: str) -> bool:
    """Whether the words of `title` stand in the page; portals print quotation marks and dashes in their own way."""
    return f" {_words(title)} " in f" {_words(_text(page))} "


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _text(page: bytes) -> str:
    try:
        tree = html.document_fromstring(page, parser=html.HTMLParser(encoding=_encoding(page)))
    except (LxmlError, ValueError):
        return ""
    for element in tree.iter("script", "style"):
        element.text = None
    return " ".join(tree.itertext())


def _encoding(page: bytes) -> str | None:
    """UTF-8 where it can be that; else the page itself says."""
    try:
        page.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.start > len(page) - 4 else None  # cut off within a letter
    return "utf-8"


def _file_problem(address: str, seconds: float) -> str:
    """What is wrong with a picture or file; empty when nothing is. Raises MissedError."""
    with answer(address, seconds) as got:
        if got.status != OK:
            return f"mã {got.status}"
        return "" if got.read(1) else "tệp rỗng"
