"""Headers as they are met, well formed and not."""

import time
from datetime import datetime, timedelta, timezone

import pytest

from ingest.addresses import parse_addresses
from ingest.dates import parse_date
from ingest.encoded_words import text_of_header
from ingest.parameters import parse_parameters

VIETNAM = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?utf-8?B?VGluIGLD?= =?utf-8?B?oGk=?=", "Tin bài"),  # split in the middle of a character
        ("=?utf-8?B?VGluI?=\r\n =?utf-8?B?GLDoGk=?=", "Tin bài"),  # base64 split in the middle of a group
        ("=?iso-8859-1?Q?Tin_b=C3=A0i_20/10?=", "Tin bài 20/10"),  # UTF-8 under a false label
        ("=?ISO-8859-1?Q?tin_lam_=AE=AD=EAng_GTNT?=", "tin lam ®\u00adêng GTNT"),  # TCVN3, left for its repair
        ("=?windows-1258?Q?H=F4=F2i_Phu=F2_n=FD=DE?=", "Hô\u0323i Phu\u0323 nư\u0303"),
        ("=?utf-8?Q?có ai?= không", "có ai không"),  # a space inside the word
        ("Re: =?utf-8?q?b=C3=A0i?=(2)", "Re: bài(2)"),  # no space around it
        ("=?utf-8?Q?c=C3=B3_g=C3=AC??=", "có gì?"),
        ("=?utf-8?B?VGlu", "Tin"),  # cut off
        ("=?utf-8?B?a?= x", " x"),  # no byte in it
        ("Tin b\udcc3\udca0i", "Tin bài"),  # raw 8-bit
        ("=?utf-8*vi?Q?b=C3=A0i?=", "bài"),
        ("=?nonsense?Q?abc?=", "abc"),
        ("=?us-ascii?Q?a?= =?utf-8?Q?b?= c", "ab c"),
    ],
)
def test_encoded_words_are_read_however_they_were_written(raw: str, expected: str) -> None:
    assert text_of_header(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('"Hội Nông dân" <hnd@songmau.example>', [("Hội Nông dân", "hnd@songmau.example")]),
        ("hnd@songmau.example (Hội Nông dân)", [("Hội Nông dân", "hnd@songmau.example")]),
        ("Nguyen Van A, Phong VH <a@x.example>", [("Nguyen Van A, Phong VH", "a@x.example")]),
        ('"Ban bien tap <a@x.example>', [("Ban bien tap", "a@x.example")]),
        ("undisclosed-recipients:;", []),
        (
            "Thôn: a@x.example, B <b@x.example>;, c@x.example",
            [(None, "a@x.example"), ("B", "b@x.example"), (None, "c@x.example")],
        ),
        ('"sep@gov.example" <ke.gian@la.example>', [("sep@gov.example", "ke.gian@la.example")]),
        ("=?utf-8?B?a?= <a@x.example>", [(None, "a@x.example")]),
        ("A <a@x.example", [("A", "a@x.example")]),
        ("Ban biên tập", [("Ban biên tập", None)]),
        ("=?utf-8?Q?X_=3Ca=40x.example=3E?=", [("X", "a@x.example")]),
        ("<@relay.example:a@x.example>", [(None, "a@x.example")]),
    ],
)
def test_mailboxes_come_out_with_what_can_be_known(raw: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(address.name, address.address) for address in parse_addresses(raw)] == expected


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        ('attachment; filename="Tin bài.docx"', "Tin bài.docx"),
        ("attachment; filename=Tin bai so 1.docx; size=3", "Tin bai so 1.docx"),
        ("attachment; filename*=UTF-8''Tin%20b%C3%A0i.docx; filename=a.docx", "Tin bài.docx"),
        ("a; filename*1*=%C3%A0i.docx; filename*0*=utf-8''Tin%20b", "Tin bài.docx"),  # out of order
        ('a; filename*0="=?utf-8?Q?Tin_b=C3"; filename*1="=A0i.docx?="', "Tin bài.docx"),
        ('a; filename="=?utf-8?B?VGluIGLDoGkuZG9j?="', "Tin bài.doc"),
        ("a; filename*=\"utf-8''T%C3%A0i.doc\"", "Tài.doc"),
        ('a; filename="T%C3%A0i.doc"', "Tài.doc"),
        ('a; filename="100%25.doc"', "100%25.doc"),
        ('a; filename="Tin "hay".docx"', 'Tin "hay".docx'),
        ('a; filename="a.doc', "a.doc"),
        ("a; filename*=undefined''%FF.pdf", "ÿ.pdf"),
    ],
)
def test_file_names_are_read_in_every_form(raw: str, filename: str) -> None:
    assert parse_parameters(raw).values["filename"] == filename


@pytest.mark.parametrize("value", ['text/plain; a="' + ";" * 500_000, 'a"' + '";' * 200_000, "x" + "; a=b" * 100_000])
def test_hostile_parameters_cost_little(value: str) -> None:
    started = time.process_time()
    parse_parameters(value)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("value", ["(" * 300_000, '"' * 300_000, "a@b.example, " * 30_000, "<<," * 90_000])
def test_hostile_addresses_cost_little(value: str) -> None:
    started = time.process_time()
    parse_addresses(value)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "Thu, 15 Oct 2026 14:05:11 +0700",
        "Thu, 15 Oct 2026 14:05:11 +0700 (ICT)",
        "15 Oct 2026 14:05:11 GMT+7",
        "Thu, 15 Oct 2026 14:05:11 ICT",
        "2026-10-15T14:05:11+07:00",
        "Thứ Năm, 15 Tháng Mười 2026 14:05:11 +0700",
        "15/10/2026 14:05:11 +0700",
        "Thu Oct 15 14:05:11 2026",
    ],
)
def test_dates_keep_their_offset(text: str) -> None:
    read = parse_date(text)
    assert read.value == datetime(2026, 10, 15, 14, 5, 11, tzinfo=VIETNAM)
    assert read.value.utcoffset() == timedelta(hours=7)


def test_a_date_without_an_offset_is_taken_as_vietnamese_and_says_so() -> None:
    assert parse_date("Th 5, 15 thg 10, 2026 lúc 14:20").defect == "ngày gửi không ghi múi giờ, hiểu là giờ Việt Nam"


@pytest.mark.parametrize("text", ["hôm qua", "31 Feb 2026 10:00 +0700", "Thu, 99 Oct 2026", "1" * 300])
def test_a_date_that_is_none_is_told(text: str) -> None:
    assert parse_date(text).value is None
    assert parse_date(text).defect == "không đọc được ngày gửi"
