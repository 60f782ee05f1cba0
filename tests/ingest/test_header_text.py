"""Headers of whole letters: raw text in the letter's charset, and what no header value may hold."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.addresses import parse_addresses
from ingest.charset import decode
from ingest.encoded_words import text_of_header
from ingest.letter import Letter
from ingest.parameters import parse_parameters
from ingest.parse import parse
from tests.ingest.iconv import from_unicode
from tinbai.limits import Limits
from tinbai.text import clean_line

SUBJECT = "Hội Nông dân xã An Mẫu ra quân làm đường"
FORBIDDEN = re.compile("[\0\r\n\v\f\x85\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def letter(subject: bytes, *headers: bytes, body: bytes = b"Tin.") -> Letter:
    lines = [b"From: a@songmau.example", b"Subject: " + subject, *headers, b"", body]
    return parse(b"\r\n".join(lines), Limits())


@pytest.mark.parametrize("charset", ["UTF-8", "WINDOWS-1258", "VISCII", "TCVN5712-1"])
def test_a_raw_subject_is_read_in_the_charset_of_the_letter(charset: str) -> None:
    kind = f"Content-Type: text/plain; charset={charset}".encode()
    assert letter(from_unicode(SUBJECT, charset), kind).subject == SUBJECT


def test_a_raw_subject_is_read_in_the_charset_of_the_first_text_of_a_multipart() -> None:
    part = b"--x\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\nTin\r\n--x--\r\n"
    kind = b"Content-Type: multipart/mixed; boundary=x"
    assert letter("Привет".encode("koi8-r"), kind, body=part).subject == "Привет"


def test_utf_7_in_the_headers_is_read_where_the_letter_is_in_utf_7() -> None:
    read = letter(
        b"Fr+APY-sche", b"Content-Type: text/plain; charset=UTF-7", b'To: "M+APw-ller" <a+tag@x.example>', body=b"+APY-"
    )
    assert (read.subject, read.text) == ("Frösche", "ö")
    assert [(address.name, address.address) for address in read.to] == [("Müller", "a+tag@x.example")]


@pytest.mark.parametrize("kind", [b"X-None: 1", b"Content-Type: text/plain; charset=iso-8859-1"])
def test_a_raw_vietnamese_subject_is_read_without_the_letters_help(kind: bytes) -> None:
    assert letter(from_unicode(SUBJECT, "WINDOWS-1258"), kind).subject == SUBJECT


def test_the_first_subject_that_says_something_counts() -> None:
    assert letter(b"", b"Subject: Tin").subject == "Tin"


def values_of(read: Letter) -> Iterator[str]:
    for text in (read.message_id, read.subject, read.in_reply_to, *read.references, *(read.headers or {}).values()):
        yield text or ""
    for address in (read.sender, *read.to, *read.cc, *read.reply_to):
        yield from ((address.name or "", address.address or "") if address else ())
    for part in read.parts:
        yield part.filename or ""


_SPITEFUL = st.sampled_from(
    (
        "\r\n|\r|\n |\u2028|\u202e|\u2066|\0|\x85|=0D=0A|%0D%0A|%00|%E2%80%AE|=?utf-8?Q?|?=|=?utf-16?B?2AA=?="
        "|=?utf-7?Q?+2AA-?=|\"|<|>|(|)|,|;|:|@|=|''|*0*=|a|\u0301|\u0344|\u0f73|e|đ| |utf-8''"
    ).split("|")
)
_HEADER = st.one_of(
    st.binary(max_size=60), st.lists(_SPITEFUL, max_size=25).map("".join).map(lambda text: text.encode("utf-8"))
)


@given(_HEADER, _HEADER, _HEADER, _HEADER)
@example(b"=?utf-8?Q?a=0D=0ABcc:_x?=", b"=?utf-8?Q?=00=E2=80=AE?= <a@x.example>", b"<a\r@x>", b"a\0.doc")
def test_no_header_value_holds_what_could_mislead(
    subject: bytes, sender: bytes, identifier: bytes, name: bytes
) -> None:
    read = parse(
        b"\r\n".join(
            [
                *(b"Subject: " + subject, b"From: " + sender, b"To: " + sender, b"Message-ID: " + identifier),
                *(b"References: " + identifier, b"X-Any: " + name, b"Content-Type: application/pdf; name=" + name),
                *(b"Content-Disposition: attachment; filename*=utf-8''" + name, b"", b"a"),
            ]
        ),
        Limits(),
    )
    for value in values_of(read):
        assert not FORBIDDEN.search(value), ascii(value)
        assert unicodedata.is_normalized("NFC", value), ascii(value)


_LABELS = "utf-8 us-ascii windows-1258 viscii tcvn utf-7 utf-16 utf-32 gb2312 iso-2022-jp iso-2022-kr hz".split()


@given(st.binary(max_size=120), st.one_of(st.none(), st.text(max_size=20), st.sampled_from(_LABELS)))
def test_no_bytes_raise_under_any_label(data: bytes, label: str | None) -> None:
    text = decode(data, label).text
    assert not re.search("[\ud800-\udfff]", text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.binary(max_size=200))
def test_no_header_raises(data: bytes) -> None:
    raw = data.decode("ascii", "surrogateescape")
    text_of_header(raw)
    parse_addresses(raw)
    for value in parse_parameters(text_of_header(raw)).values.values():
        assert not FORBIDDEN.search(value)
