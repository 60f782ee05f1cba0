"""parse never raises, and what comes out can be stored: known crashes of mail-parser, and letters made at random."""

import random
import time

import pytest

from ingest.letter import Letter
from ingest.parse import parse
from tinbai.limits import Limits

LIMITS = Limits()
HEAD = b"From: a@x.example\r\nSubject: x\r\n"
_MIXED = b"Content-Type: multipart/mixed; boundary="
CRASHES = {
    "nested letter without a boundary line": b"Content-Type: message/rfc822\n\n" + _MIXED + b"Z\n\nabc",
    "inner multipart without a boundary line": _MIXED + b"A\n\n--A\n" + _MIXED + b"Z\n\nx",
    "unknown charset of a file name": b"Content-Disposition: attachment; filename*=undefined''%FF.pdf\n\nx",
    "NUL in the charset of a file name": b"Content-Disposition: attachment; filename*=a%00b''%FF.pdf\n\nx",
    "NUL in a charset": b"Content-Type: text/plain; charset=a\0b\n\nx",
    "bad base64 in a name": b"From: =?utf-8?B?a?= <a@x.example>\n\nx",
    "charset by RFC 2231": b"Content-Type: text/plain; name=a; charset*=us-ascii''utf-8\n"
    b"Content-Transfer-Encoding: base64\n\n\xff\xfe",
    "nothing": b"",
    "only NULs": b"\0" * 50,
    "only line breaks": b"\r\n" * 50,
    "no header": b"xin ch\xc3\xa0o",
}
TOKENS = [
    b"\r\n", b"\n\n", b"=?utf-8?B?", b"?=", b"boundary=", b"--x\n", b"--x--", b"\0", b"\xff", b'"', b";",
    b"charset=utf-7", b"charset=utf-16", b"base64", b"Content-Type: message/rfc822\n", _MIXED + b"x\n",
    b"<", b">", b"begin 644 a\n", b"end\n", b"(", b"@", b"=", b"%", b"*0*=", b"&#150;", b"<blockquote type=cite>",
]  # fmt: skip


@pytest.mark.parametrize("raw", CRASHES.values(), ids=CRASHES.keys())
def test_what_breaks_mail_parser_is_read_all_the_same(raw: bytes) -> None:
    assert_storable(parse(raw, LIMITS))


def test_letters_made_at_random_are_read() -> None:
    chance = random.Random(20261122)  # a seed, so that a failure comes again
    seeds = list(CRASHES.values())
    for _ in range(300):
        raw = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 10)):
            place = chance.randint(0, len(raw))
            raw[place:place] = chance.choice(TOKENS) * chance.choice((1, 1, 3))
        assert_storable(parse(bytes(raw), LIMITS))


@pytest.mark.parametrize(
    "raw",
    [
        HEAD
        + b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(1000))
        + b"\nx",
        HEAD + b"Content-Type: message/rfc822\n\n" * 1000,
        HEAD + b'Content-Type: text/plain; a="' + b";" * 200_000 + b"\n\nx",
        HEAD + b"Content-Type: text/plain; charset=punycode\n\n-" + b"ab" * 200_000,
        HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + ("a" + "\u0302\u0323" * 100_000).encode(),
        b"Subject: " + b"=?utf-8?q?a?= " * 15_000 + b"\n\nx",
        HEAD + b"Content-Type: text/html\n\n" + b"<div>" * 100_000 + b"x",
    ],
    ids=["multiparts in multiparts", "letters in letters", "parameters", "punycode", "marks", "words", "elements"],
)
def test_hostile_letters_cost_little(raw: bytes) -> None:
    started = time.process_time()
    assert_storable(parse(raw, LIMITS))
    assert time.process_time() - started < 5


def assert_storable(letter: Letter) -> None:
    lines = [letter.subject or "", letter.message_id or "", *(letter.headers or {}).values(), *letter.defects]
    for part in letter.parts:
        lines += [part.filename, part.media_type, part.content_id or ""]
        assert part.filename
    for address in (letter.sender, *letter.to, *letter.cc, *letter.reply_to):
        lines += [address.name or "", address.address or ""] if address else []
    assert not any(sign in line for line in lines for sign in "\r\n\0")
    everything = "".join([*lines, letter.text, letter.html or ""])
    assert "\0" not in everything
    everything.encode("utf-8")  # no lone surrogates
    assert letter.date is None or letter.date.utcoffset() is not None


def test_multiparts_in_one_another_without_end_cost_little_and_keep_the_words() -> None:
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(900))
    started = time.process_time()
    letter = parse(b"Subject: a\r\n" + opened + b"\r\nlast words\r\n", Limits())
    assert time.process_time() - started < 1
    assert "last words" in letter.text or any(b"last words" in part.content for part in letter.parts)
