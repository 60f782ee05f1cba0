"""Each limit of a letter: at the limit all is read and nothing is said; beyond it a finding says which."""

from collections.abc import Callable

import pytest

from ingest.beyond import Beyond, limit_findings
from ingest.letter import Letter
from ingest.parse import parse
from ingest.read import read
from ingest.reading import Verdict
from tests.ingest.test_parse_hostile import assert_storable
from tinbai.limits import COMBINING_MARKS, PARAMETERS, Limits

FROM = b"From: hnd@songmau.example\r\n"
TEXT = b"\r\nTin c\xe1\xbb\xa7a x\xc3\xa3 An M\xe1\xba\xabu\r\n"
LIMITS = Limits(
    read_bytes=5_000, header_bytes=2_000, header_line_bytes=900, headers=6, encoded_words=5, parts=4, part_depth=3,
    multiparts=5, text_bytes=1_200, html_bytes=1_000, html_depth=10,
)  # fmt: skip


def of_size(size: int) -> bytes:
    letter = FROM + b"Content-Type: application/pdf\r\n" + TEXT
    return letter + b"x" * (size - len(letter))


def text(size: int) -> bytes:
    """A letter whose typed text has this size."""
    return FROM + b"\r\n" + (b"Tin cua xa An Mau\r\n" * (size // 10))[:size]


def header_block(size: int) -> bytes:
    """A letter whose header block, without the empty line, has this size."""
    lines = [FROM.rstrip(), *(b"X-%d: " % number + b"a" * 400 for number in range(4))]
    filled = b"\r\n".join(lines)
    return filled + b"\r\nSubject: " + b"s" * (size - len(filled) - 11) + b"\r\n" + TEXT


def header_line(size: int) -> bytes:
    return FROM + b"Subject: " + b"s" * size + b"\r\n" + TEXT


def header_count(count: int) -> bytes:
    return FROM + b"".join(b"X-%d: a\r\n" % number for number in range(count - 2)) + b"Subject: s\r\n" + TEXT


def encoded_words(count: int) -> bytes:
    return FROM + b"Subject:" + b" =?utf-8?q?s?=" * count + b"\r\n" + TEXT


def parameters(count: int) -> bytes:
    more = b"".join(b"; x%d=a" % number for number in range(count - 1))
    return FROM + b"Content-Type: text/plain" + more + b"; charset=utf-8\r\n" + TEXT


def parts(count: int) -> bytes:
    part = b"--B\r\nContent-Type: image/png\r\n\r\n%d\r\n"
    return FROM + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n" + b"".join(
        part % number for number in range(count)
    )  # fmt: skip


def nested_multiparts(count: int) -> bytes:
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=B%dB\r\n\r\n--B%dB\r\n" % (n, n) for n in range(count)
    )  # fmt: skip
    return FROM + opened + TEXT


def multiparts_side_by_side(count: int) -> bytes:
    """The letter is the first of them."""
    inner = b"--A\r\nContent-Type: multipart/mixed; boundary=B%dB\r\n\r\n--B%dB\r\n\r\nchu\r\n--B%dB--\r\n"
    return FROM + b"Content-Type: multipart/mixed; boundary=A\r\n\r\n" + b"".join(
        inner % (n, n, n) for n in range(count - 1)
    ) + b"--A--\r\n"  # fmt: skip


def letters_in_letters(count: int) -> bytes:
    return FROM + b"Content-Type: message/rfc822\r\n\r\n" * count + FROM + TEXT


def marks(count: int) -> bytes:
    return FROM + b"Content-Type: text/plain; charset=utf-8\r\n\r\nch" + "\u0316".encode() * count + b"u\r\n"


def marks_in_the_subject(count: int) -> bytes:
    return FROM + b"Subject: ch" + "\u0316".encode() * count + b"u\r\n" + TEXT


def html(size: int) -> bytes:
    page = b"<p>chu</p>"
    return FROM + b"Content-Type: text/html\r\n\r\n" + page + b"x" * (size - len(page))


def html_depth(depth: int) -> bytes:
    return FROM + b"Content-Type: text/html\r\n\r\n" + b"<div>" * depth + b"chu" + b"</div>" * depth


CASES: dict[str, tuple[Beyond, Callable[[int], bytes], int]] = {
    "size of the letter": (Beyond.READ_BYTES, of_size, LIMITS.read_bytes),
    "size of the headers": (Beyond.HEADER_BYTES, header_block, LIMITS.header_bytes),
    "length of a header": (Beyond.HEADER_LINE_BYTES, header_line, LIMITS.header_line_bytes),
    "number of headers": (Beyond.HEADERS, header_count, LIMITS.headers),
    "encoded words": (Beyond.ENCODED_WORDS, encoded_words, LIMITS.encoded_words),
    "parameters": (Beyond.PARAMETERS, parameters, PARAMETERS),
    "parts": (Beyond.PARTS, parts, LIMITS.parts),
    "depth of the parts": (Beyond.PART_DEPTH, nested_multiparts, LIMITS.part_depth),
    "multiparts": (Beyond.MULTIPARTS, multiparts_side_by_side, LIMITS.multiparts),
    "letters in letters": (Beyond.NESTED_LETTERS, letters_in_letters, LIMITS.part_depth),
    "marks in the text": (Beyond.COMBINING_MARKS, marks, COMBINING_MARKS),
    "marks in the subject": (Beyond.COMBINING_MARKS, marks_in_the_subject, COMBINING_MARKS),
    "size of the text": (Beyond.TEXT_BYTES, text, LIMITS.text_bytes),
    "size of the HTML": (Beyond.HTML_BYTES, html, LIMITS.html_bytes),
    "depth of the HTML": (Beyond.HTML_DEPTH, html_depth, LIMITS.html_depth),
}
parametrized = pytest.mark.parametrize(("beyond", "made", "most"), CASES.values(), ids=CASES.keys())


def told(letter: Letter) -> list[str]:
    return [finding.message for finding in letter.findings if finding.check == "limit_passed"]


@parametrized
def test_at_the_limit_all_is_read_and_nothing_is_said(beyond: Beyond, made: Callable[[int], bytes], most: int) -> None:
    letter = parse(made(most), LIMITS)
    assert told(letter) == []
    free = parse(made(most), Limits())
    assert (letter.subject, letter.text, letter.html, letter.parts) == (
        free.subject, free.text, free.html, free.parts,
    )  # fmt: skip


@parametrized
def test_beyond_the_limit_a_finding_says_which_and_nothing_breaks(
    beyond: Beyond, made: Callable[[int], bytes], most: int
) -> None:
    letter = parse(made(most + 1), LIMITS)
    (message,) = told(letter)
    assert message.lower().startswith(beyond.lower())
    assert f"giới hạn: {most:,}".replace(",", ".") in message
    assert beyond in letter.defects
    assert_storable(letter)


@parametrized
def test_far_beyond_the_limit_the_sender_is_known_all_the_same(
    beyond: Beyond, made: Callable[[int], bytes], most: int
) -> None:
    letter = parse(made(most * 20), LIMITS)
    assert letter.sender is not None
    assert letter.sender.address == "hnd@songmau.example"
    assert len(told(letter)) >= 1


@pytest.mark.parametrize("case", sorted(CASES.keys() - {"parameters", "marks in the text", "marks in the subject"}))
def test_with_the_limit_taken_away_nothing_is_said(case: str) -> None:
    _, made, most = CASES[case]
    assert told(parse(made(most + 1), Limits())) == []


def test_every_limit_of_a_letter_is_tried() -> None:
    assert {beyond for beyond, _, _ in CASES.values()} == set(Beyond)


def test_the_editor_gets_the_findings_of_a_letter_that_is_read_and_of_one_that_is_held() -> None:
    opened = read(header_count(LIMITS.headers + 1), site=None, limits=LIMITS)
    assert "limit_passed" in {finding.check for finding in opened.findings}
    held = read(of_size(LIMITS.read_bytes + 1), site=None, limits=LIMITS)
    assert (held.verdict, [finding.check for finding in held.findings]) == (Verdict.HELD, ["limit_passed"])


def test_what_is_no_limit_is_no_finding() -> None:
    assert limit_findings(["nhãn bảng mã sai", "HeaderParseError"], LIMITS) == []
