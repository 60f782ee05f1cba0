"""The measured dangerous letters, at their full size, through the child process and its limits.

Each one broke a well-known reader, took it minutes, or was read wrongly without a word. The guard is the child's own
limit of processor time and memory: what exceeds it is answered with a reason, which none of these may need.
"""

from collections.abc import Callable, Iterator

import pytest

from ingest.parse_files import read_or_hold
from ingest.reading import Reading
from ingest.sandbox import Reader
from tests.ingest.mime_letters import PNG
from tinbai.limits import Limits

LIMITS = Limits()
BEYOND = "Không đọc được thư trong giới hạn"
HEAD = b"From: Hoi Nong dan <hnd@songmau.example>\r\nSubject: tin\r\nMIME-Version: 1.0\r\n"
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n"
MIXED = b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n"
TOP, BELOW = "\u0302".encode(), "\u0323".encode()
K, M = 1_000, 1_000_000

Answer = Callable[[Reading], object]


def text(reading: Reading) -> str:
    return reading.letter.text


def nested(levels: int, *, attached: bool = False) -> bytes:
    disposition = b"Content-Disposition: attachment\r\n" if attached else b""
    return b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\r\n%s\r\n--%d\r\n" % (n, disposition, n) for n in range(levels)
    )


def alternating(levels: int) -> bytes:
    one = b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\nContent-Type: message/rfc822\r\n\r\n"
    return b"".join(one % (n, n) for n in range(levels))


def filled(head: bytes, piece: bytes, size: int, tail: bytes = b"\r\n\r\nx\r\n") -> bytes:
    return head + piece * (size // len(piece)) + tail


def one_name(reading: Reading) -> str:
    return reading.letter.parts[0].filename


def one_content(reading: Reading) -> bytes:
    return reading.letter.parts[0].content


def first(reading: Reading) -> str:
    """The beginning of the text: its end may be beyond what is read."""
    return text(reading)[:1]


def subject(reading: Reading) -> str | None:
    return reading.letter.subject


def named(parameter: bytes) -> bytes:
    return HEAD + b"Content-Type: application/pdf\r\nContent-Disposition: attachment; " + parameter + b"\r\n\r\nx"


# Section 2a: what made a parser raise. The answer is what a person would have read.
CRASHES: dict[str, tuple[bytes, Answer, object]] = {
    "C1 nested letter without a boundary line": (
        HEAD + b"Content-Type: message/rfc822\r\n\r\n" + MIXED % b"Z" + b"chu\r\n",
        lambda reading: [part.media_type for part in reading.letter.parts],
        ["message/rfc822"],
    ),
    "C2 inner multipart without a boundary line": (
        HEAD + MIXED % b"A" + b"--A\r\n" + MIXED % b"Z" + b"chu", text, "chu",
    ),
    **{
        f"C3 name in {charset}": (
            named(b"filename*=%s''%%FF.pdf" % charset.encode()),
            lambda reading: one_name(reading).endswith(".pdf"),
            True,
        )
        for charset in ("undefined", "idna", "punycode")
    },
    "C4 NUL in the charset of a name": (
        named(b"filename*=a%00b''%FF.pdf"), lambda reading: one_name(reading).endswith(".pdf"), True,
    ),
    "C5 NUL in a charset": (HEAD + b"Content-Type: text/plain; charset=utf\0-8\r\n\r\nchu", text, "chu"),
    "C5 NUL in the charset of a word": (
        b"Subject: =?utf\0-8?Q?tin?=\r\n\r\nchu",
        lambda reading: (reading.letter.subject, text(reading)),
        ("tin", "chu"),
    ),
    **{
        f"C6 bad base64 in {field}": (
            f"{field}: =?utf-8?B?a?= <a@songmau.example>\r\nSubject: tin\r\n\r\nchu".encode(),
            lambda reading: [
                address.address
                for address in (reading.letter.sender, *reading.letter.to, *reading.letter.cc, *reading.letter.reply_to)
                if address
            ],
            ["a@songmau.example"],
        )
        for field in ("From", "To", "Cc", "Reply-To")
    },
    "C7 charset by RFC 2231": (
        HEAD + b"Content-Type: text/plain; name=a; charset*=us-ascii''utf-8\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Disposition: attachment\r\n\r\n\xff\xfeeA==",
        lambda reading: [part.filename for part in reading.letter.parts],
        ["a"],
    ),
    "C8 multiparts 1,000 deep": (HEAD + nested(1_000) + b"\r\nchu", lambda reading: "chu" in text(reading), True),
    "C8 letters 1,000 deep": (
        HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 1_000 + b"chu",
        lambda reading: one_content(reading).endswith(b"chu"),
        True,
    ),
    "C8 in turn 500 deep": (
        HEAD + alternating(500) + b"chu", lambda reading: one_content(reading).endswith(b"chu"), True,
    ),
}  # fmt: skip

ORDINARY: Answer = lambda reading: (reading.letter.subject, text(reading).strip()[-1:])  # noqa: E731
READ = ("tin", "x")

# Sections 2b, 2c and 2f: what took a parser seconds to minutes, at the largest size that was measured.
SLOW: dict[str, tuple[bytes, Answer, object]] = {
    "quote of semicolons": (filled(HEAD + b'Content-Type: text/plain; a="', b";", 50 * K), ORDINARY, READ),
    "quotes and semicolons": (filled(HEAD + b"Content-Type: text/plain", b'";', 400 * K), ORDINARY, READ),
    "parameters": (filled(HEAD + b"Content-Type: text/plain", b"; a=b", 400 * K), ORDINARY, READ),
    "punycode": (
        filled(HEAD + b"Content-Type: text/plain; charset=punycode\r\n"
               b"Content-Transfer-Encoding: quoted-printable\r\n\r\n-", b"ab", 800 * K, b"x"), first, "-",
    ),
    "marks in the subject": (
        filled(b"Subject: a", BELOW + TOP, 100 * K, b"\r\n\r\nx"), text, "x",
    ),
    "marks in the body": (filled(HEAD + TEXT + b"\r\na", BELOW + TOP, 200 * K, b"\r\nx"), ORDINARY, READ),
    "marks in the worst order": (
        HEAD + TEXT + b"\r\na" + TOP * 50_000 + BELOW * 50_000 + b"\r\nx", ORDINARY, READ,
    ),
    "raw byte in the header of a child": (
        HEAD + MIXED % b"A" + b"--A\r\nContent-Disposition: attachment\r\n" + MIXED % b"B"
        + b"--B\r\nX-Long: \xff" + b"a" * (16 * K) + b"\r\n\r\nx\r\n--B--\r\n--A--\r\n", ORDINARY, READ,
    ),
    "words": (filled(b"Subject: ", b"=?utf-8?q?a?= ", M), text, "x"),
    "words in two charsets": (
        filled(b"Subject: ", b"=?utf-8?q?a?= =?us-ascii?q?b?= ", M), text, "x",
    ),
    "words never closed": (filled(b"Subject: ", b"=?a?q?", M), text, "x"),
    "words never closed, folded": (
        filled(b"Subject: ", b"=?a?q?" * 150 + b"\r\n ", M), text, "x",
    ),
    "words in a name": (
        named(b'filename="' + b"=?a?q?" * (M // 6) + b'"'), lambda reading: len(one_name(reading)) <= 200, True,
    ),
    "addresses": (filled(HEAD + b"To: ", b"a@songmau.example, ", M), ORDINARY, READ),
    "comments in addresses": (filled(HEAD + b"To: ", b"(a)", 20 * K), ORDINARY, READ),
    "brackets in addresses": (filled(HEAD + b"To: ", b"<<,", 100 * K), ORDINARY, READ),
    "dots in addresses": (filled(HEAD + b"To: ", b"a . ", 100 * K), ORDINARY, READ),
    "comments in comments": (filled(HEAD + b"To: ", b"(", 100 * K), ORDINARY, READ),
    "a boundary of a megabyte": (
        HEAD + MIXED % (b"b" * M) + b"--" + b"b" * M + b"\r\n\r\nx\r\n",
        lambda reading: "limit_passed" in {finding.check for finding in reading.findings}, True,
    ),
    "quotations in quotations": (
        filled(HEAD + b"Content-Type: text/html\r\n\r\n", b"<blockquote>", 120 * K, b"x"), ORDINARY, READ,
    ),
    "lists in lists": (filled(HEAD + b"Content-Type: text/html\r\n\r\n", b"<ul><li>", 40 * K, b"x"), ORDINARY, READ),
    "comments never closed": (
        filled(HEAD + b"Content-Type: text/html\r\n\r\n<p>x</p>", b"<!--", 200 * K, b""),
        lambda reading: text(reading)[:1], "x",
    ),
}  # fmt: skip

# What looked dangerous and was not: it stays so.
HARMLESS: dict[str, tuple[bytes, Answer, object]] = {
    "many headers": (
        HEAD + b"".join(b"X-%d: a\r\n" % number for number in range(100 * K)) + b"\r\nx", ORDINARY, READ,
    ),
    "many stations": (
        filled(HEAD, b"Received: from a by b; Thu, 15 Oct 2026 14:20:00 +0700\r\n", M, b"\r\nx"), ORDINARY, READ,
    ),
    "a folded header": (filled(HEAD + b"X-Long: a", b"\r\n a", M), ORDINARY, READ),
    "lines that look uuencoded": (filled(HEAD + b"\r\nx\r\n", b"begin 644 a\r\n", 200 * K, b""), first, "x"),
    "shifts of utf-7": (
        filled(HEAD + b"Content-Type: text/plain; charset=utf-7\r\n\r\nx", b"+AGE-", 400 * K, b"\r\nx"), ORDINARY, READ,
    ),
}  # fmt: skip


def long_ones(size: int) -> dict[str, tuple[Callable[[], bytes], Answer, object]]:
    """What costs time in proportion to its size, and much of it."""
    return {
        "90 multiparts around short lines": (
            lambda: filled(HEAD + nested(90) + b"\r\n", b"a\r\n", size, b"x"), first, "a",
        ),
        "90 attached multiparts around short lines": (
            lambda: filled(HEAD + nested(90, attached=True) + b"\r\n", b"a\r\n", size, b"x"), first, "a",
        ),
        "tiny parts": (lambda: filled(HEAD + MIXED % b"B", b"--B\r\n\r\n", size), subject, "tin"),
    }  # fmt: skip


# The floods and the large but harmless ones, which need a machine's memory more than its time.
LARGE: dict[str, tuple[Callable[[], bytes], Answer, object]] = {
    "50 MB of CR": (lambda: HEAD + b"\r\nx" + b"\r" * (50 * M), ORDINARY, READ),
    "10 MB of LF": (lambda: HEAD + b"\r\nx" + b"\n" * (10 * M), ORDINARY, READ),
    "50 MB attached": (
        lambda: HEAD + MIXED % b"B" + b"--B\r\nContent-Type: application/pdf; name=a.pdf\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + (b"QUFB" * 19 + b"\r\n") * (50 * M // 78) + b"--B--\r\n",
        lambda reading: len(one_content(reading)),
        57 * (50 * M // 78),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(limits=LIMITS) as one:
        yield one


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("raw", "answer", "expected"), CRASHES.values(), ids=CRASHES.keys())
def test_what_made_a_parser_raise_is_read(reader: Reader, raw: bytes, answer: Answer, expected: object) -> None:
    reading = read_or_hold(reader, raw, site=None, limits=LIMITS)
    assert BEYOND not in (reading.reason or "")
    assert answer(reading) == expected


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("raw", "answer", "expected"), SLOW.values(), ids=SLOW.keys())
def test_what_took_a_parser_long_is_read_within_the_limits(
    reader: Reader, raw: bytes, answer: Answer, expected: object
) -> None:
    reading = read_or_hold(reader, raw, site=None, limits=LIMITS)
    assert BEYOND not in (reading.reason or "")
    assert answer(reading) == expected


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("raw", "answer", "expected"), HARMLESS.values(), ids=HARMLESS.keys())
def test_what_is_harmless_to_a_parser_is_read(reader: Reader, raw: bytes, answer: Answer, expected: object) -> None:
    reading = read_or_hold(reader, raw, site=None, limits=LIMITS)
    assert BEYOND not in (reading.reason or "")
    assert answer(reading) == expected


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("made", "answer", "expected"), long_ones(M // 20).values(), ids=long_ones(1).keys())
def test_what_is_long_by_its_size_is_read(
    reader: Reader, made: Callable[[], bytes], answer: Answer, expected: object
) -> None:
    """A twentieth of what the hard run reads in `test_a_flood_is_answered`."""
    reading = read_or_hold(reader, made(), site=None, limits=LIMITS)
    assert BEYOND not in (reading.reason or "")
    assert answer(reading) == expected


FULL_SIZE = LARGE | long_ones(M)


@pytest.mark.hard
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("made", "answer", "expected"), FULL_SIZE.values(), ids=FULL_SIZE.keys())
def test_a_flood_is_answered(reader: Reader, made: Callable[[], bytes], answer: Answer, expected: object) -> None:
    reading = read_or_hold(reader, made(), site=None, limits=LIMITS)
    assert BEYOND not in (reading.reason or "")
    assert answer(reading) == expected


@pytest.mark.hard
@pytest.mark.timeout(300)
@pytest.mark.parametrize("piece", [b"tin bai cua xa An Mau\r\n", b"tin "], ids=["lines", "one line"])
def test_fifty_megabytes_of_text_are_answered_if_only_by_their_headers(reader: Reader, piece: bytes) -> None:
    """The child may need longer than it is given: then the letter is held, and the reader serves the next one."""
    raw = HEAD + b"\r\n" + piece * (50 * M // len(piece))
    assert read_or_hold(reader, raw, site=None, limits=LIMITS).letter.subject == "tin"
    assert text(read_or_hold(reader, HEAD + b"\r\nx", site=None, limits=LIMITS)) == "x"


def read_here(reader: Reader, raw: bytes) -> Reading:
    return read_or_hold(reader, raw, site=None, limits=LIMITS)


class TestWhatWasReadWronglyWithoutAWord:
    """Section 2i."""

    def test_message_ids_that_differ_in_raw_bytes_stay_two(self, reader: Reader) -> None:
        ids = [read_here(reader, b"Message-ID: <" + octets + b"@y>\r\n" + HEAD + b"\r\nx").letter.message_id
               for octets in (b"\xff\xfe", b"\xfe\xff", b"")]  # fmt: skip
        assert len(set(ids)) == 3

    def test_of_two_message_ids_the_first_counts(self, reader: Reader) -> None:
        raw = b"Message-ID: <1@y>\r\nMessage-ID: <2@y>\r\n" + HEAD + b"\r\nx"
        assert read_here(reader, raw).letter.message_id == "<1@y>"

    def test_two_senders_are_told(self, reader: Reader) -> None:
        letter = read_here(reader, b"From: ke.gian@khac.example\r\n" + HEAD + b"\r\nx").letter
        assert letter.sender is not None
        assert letter.sender.address == "ke.gian@khac.example"
        assert letter.defects

    @pytest.mark.parametrize(
        ("sender", "address"),
        [
            ('"lanh.dao@gov.example" <ke.gian@khac.example>', "ke.gian@khac.example"),
            ("lanh.dao@gov.example (<ke.gian@khac.example>)", "lanh.dao@gov.example"),
            ("mot@songmau.example, hai@songmau.example", "mot@songmau.example"),
        ],
    )
    def test_the_address_is_the_address(self, reader: Reader, sender: str, address: str) -> None:
        letter = read_here(reader, f"From: {sender}\r\nSubject: tin\r\n\r\nx".encode()).letter
        assert letter.sender is not None
        assert letter.sender.address == address

    @pytest.mark.parametrize(
        ("types", "read_as"),
        [
            ((b"text/plain", b"text/html"), "<b>x</b>"),
            ((b"text/html", b"text/plain"), "x"),
        ],
    )
    def test_of_two_types_the_first_counts_and_no_word_is_lost(
        self, reader: Reader, types: tuple[bytes, bytes], read_as: str
    ) -> None:
        raw = HEAD + b"".join(b"Content-Type: " + one + b"\r\n" for one in types) + b"\r\n<b>x</b>"
        assert text(read_here(reader, raw)) == read_as

    def test_of_two_boundaries_the_first_counts_and_what_stands_at_the_other_is_not_lost(self, reader: Reader) -> None:
        raw = HEAD + b"Content-Type: multipart/mixed; boundary=A; boundary=C\r\n\r\n--A\r\n\r\nmot\r\n--A--\r\n"
        assert text(read_here(reader, raw)) == "mot"
        other = raw.replace(b"--A", b"--C").replace(b"--C\r\n", b"--C\r\nContent-Type: text/plain\r\n", 1)
        assert text(read_here(reader, other)) == "mot"

    def test_the_text_of_a_nested_letter_is_not_ours(self, reader: Reader) -> None:
        inner = b"--B\r\nContent-Type: message/rfc822\r\n\r\nSubject: trong\r\n\r\nloi cua nguoi khac\r\n--B--\r\n"
        raw = HEAD + MIXED % b"B" + b"--B\r\n\r\nloi ta\r\n" + inner
        assert text(read_here(reader, raw)) == "loi ta"

    @pytest.mark.parametrize("label", [b"quoted-printable", b"7bit", b"x-uuencode", b"base64"])
    def test_a_picture_under_a_false_transfer_encoding_is_the_picture(self, reader: Reader, label: bytes) -> None:
        part = b"--B\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: " + label + b"\r\n\r\n"
        raw = HEAD + MIXED % b"B" + part + PNG + b"\r\n--B--\r\n"
        assert read_here(reader, raw).letter.parts[0].content == PNG
