"""RFC 2231, what it became in practice, and what is written without it."""

import pytest

from ingest.encoded_words import raw_text
from ingest.parameters import MAX_PARAMETERS, Parameters, parse_parameters


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        ('attachment; filename="Tin bài.docx"', "Tin bài.docx"),
        ("attachment; filename=Tin bai so 1.docx; size=3", "Tin bai so 1.docx"),
        ("a; FileName=a.doc", "a.doc"),
        ("a\t;\tfilename\t=\ta.doc", "a.doc"),
        ("filename=a.doc", "a.doc"),
        ('attachment, filename="a.doc"', "a.doc"),
        ('a; filename="a;b.doc"; size=1', "a;b.doc"),
        ('a; filename="a.doc";;; size=1', "a.doc"),
        ('a; filename="Tin \\"x\\".doc"', 'Tin "x".doc'),
        ('a; filename="Tin "hay".docx"', 'Tin "hay".docx'),
        ('a; filename="Tin", "bai".docx"', 'Tin", "bai".docx'),
        ('a; filename="a.doc', "a.doc"),
        ('a; filename=""a.doc""', "a.doc"),
        ("a; filename='Tin bai.docx'", "Tin bai.docx"),
        ("a; filename=it's.docx", "it's.docx"),
        ('a; filename="a.doc" (a comment)', "a.doc"),
        ("a; filename=a.doc size=3", "a.doc"),
    ],
)
def test_plain_file_names_are_read(raw: str, filename: str) -> None:
    assert parse_parameters(raw).values["filename"] == filename


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        ("a; filename*=UTF-8''Tin%20b%C3%A0i.docx; filename=a.docx", "Tin bài.docx"),
        ("a; filename=\"a.exe\"; filename*=utf-8''a.pdf", "a.pdf"),  # the extended one counts, wherever it stands
        ("a; filename*=utf-8'vi'Tin%20b%C3%A0i.docx", "Tin bài.docx"),
        ("a; filename*=ISO-8859-1''T%EA.doc", "Tê.doc"),
        ("a; filename*=windows-1258''Ti%EA%ECng.doc", "Tiếng.doc"),
        ("a; filename*=viscii''Ti%AAng.doc", "Tiếng.doc"),
        ("a; filename*0*=utf-8''Tin%20b; filename*1*=%C3%A0i.docx", "Tin bài.docx"),
        ("a; filename*0*=utf-8''Tin%20b%C3; filename*1*=%A0i.docx", "Tin bài.docx"),  # split inside a character
        ("a; filename*1*=%C3%A0i.docx; filename*0*=utf-8''Tin%20b", "Tin bài.docx"),  # out of order
        ("; ".join(["a", *(f"filename*{n}={chr(97 + n)}" for n in (10, 2, 1, 0, 3, 5, 4, 6, 9, 8, 7))]), "abcdefghijk"),
        ("a; filename*0*=utf-8''a%20; filename*1=\"b%20.doc\"", "a b%20.doc"),  # without a star: as it stands
        ('a; filename*0="Tin "; filename*1="bai.doc"', "Tin bai.doc"),
        ("a; filename*1=Tin; filename*2=x.doc", "Tinx.doc"),  # no first
        ("a; filename*0=Tin; filename*2=x.doc", "Tinx.doc"),  # a gap
    ],
)
def test_rfc_2231_is_read_in_all_its_forms(raw: str, filename: str) -> None:
    assert parse_parameters(raw).values["filename"] == filename


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        ('a; filename="=?utf-8?B?VGluIGLDoGkuZG9j?="', "Tin bài.doc"),  # RFC 2047 has no place here
        ("a; filename==?utf-8?Q?b=C3=A0i.doc?=", "bài.doc"),
        ("a; filename=?utf-8?Q?b=C3=A0i.doc?=", "bài.doc"),
        ('a; filename="=?utf-8?Q?Tin_b=C3?=\r\n\t=?utf-8?Q?=A0i.docx?="', "Tin bài.docx"),
        ('a; filename*0="=?utf-8?Q?Tin_b=C3"; filename*1="=A0i.docx?="', "Tin bài.docx"),
        ('a; filename*0="=?utf-8?B?VGluIGLD"; filename*1="oGku?= =?utf-8?B?ZG9j?="', "Tin bài.doc"),
        ('a; filename*="=?utf-8?Q?b=C3=A0i.doc?="', "bài.doc"),
        ("a; filename*=utf-8''=?utf-8?Q?b=C3=A0i.doc?=", "bài.doc"),
        ("a; filename*=\"utf-8''T%C3%A0i.doc\"", "Tài.doc"),  # in quotation marks
        ('a; filename*0*="utf-8\'\'Tin%20"; filename*1*="b%C3%A0i.doc"', "Tin bài.doc"),
        ("a; filename=\"utf-8''T%C3%A0i.doc\"", "Tài.doc"),  # no star at all
        ("a; filename*0=utf-8''Tin%20b%C3; filename*1=%A0i.docx", "Tin bài.docx"),
        ("a; filename*0*=utf-8''Tin%20b; filename*1=%C3%A0i.docx", "Tin bài.docx"),  # the second star forgotten
        ("a; filename*0*=utf-8''Tin%20b; filename*1*=utf-8''%C3%A0i.docx", "Tin bài.docx"),  # the charset in each
        ("a; filename*=Tin%20b%C3%A0i.doc", "Tin bài.doc"),  # no charset
        ("a; filename*=''Tin%20b%C3%A0i.docx", "Tin bài.docx"),
        ("a; filename*=utf-8'Tin%20b%C3%A0i.docx", "Tin bài.docx"),  # one apostrophe
        ("a; filename*=O'Neil.docx", "O'Neil.docx"),  # and one that is part of a name
        ("a; filename*=utf-8''Tin b%C3%A0i số 1.doc", "Tin bài số 1.doc"),  # half encoded
        ("a; filename*=undefined''%FF.pdf", "ÿ.pdf"),
        ("a; filename*=iso-8859-1''b%C3%A0i.doc", "bài.doc"),  # a false charset
        ('a; filename="T%C3%A0i.doc"', "Tài.doc"),
        ('a; filename="Tin%20bai.doc"', "Tin bai.doc"),
        ('a; filename="100%25.doc"', "100%25.doc"),
        ('a; filename="giam 20%20 suat.doc"', "giam 20%20 suat.doc"),
        ("a; filename*=utf-8''100%.doc", "100%.doc"),
        ('a; filename="Tin b\udcc3\udca0i.doc"', "Tin bài.doc"),  # raw UTF-8
        ('a; filename="Tin b\udce0i.doc"', "Tin bài.doc"),  # raw Windows-1252
    ],
)
def test_the_common_misuses_are_read_as_they_were_meant(raw: str, filename: str) -> None:
    assert parse_parameters(raw_text(raw)).values["filename"] == filename


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        ("a; filename*=utf-8''%00a%0D%0Ab.doc", "a b.doc"),
        ("a; filename*=utf-8''a%E2%80%AEcod.exe", "acod.exe"),
        ("a; filename*=utf-8''a%E2%81%A6b%E2%81%A9.doc", "ab.doc"),
        ("a; filename*=utf-7''a+2AA-.doc", "a\ufffd.doc"),
        ("a; filename*=utf-8''e%E2%80%AE%CC%81.doc", "é.doc"),  # NFC after what was taken out
    ],
)
def test_nothing_that_misleads_survives_in_a_file_name(raw: str, filename: str) -> None:
    assert parse_parameters(raw).values["filename"] == filename


@pytest.mark.parametrize(
    ("raw", "main", "values"),
    [
        ("text/plain charset=utf-8", "text/plain", {"charset": "utf-8"}),
        ("text/plain, charset=utf-8", "text/plain", {"charset": "utf-8"}),
        ("text/plain (x); charset=utf-8", "text/plain", {"charset": "utf-8"}),
        ("text/plain; charset=us-ascii (Plain text)", "text/plain", {"charset": "us-ascii"}),
        ('"text/html"; charset=utf-8', "text/html", {"charset": "utf-8"}),
        ("TEXT/Plain; CHARSET=UTF-8", "text/plain", {"charset": "UTF-8"}),
        ('text/plain;charset="utf-8" format=flowed', "text/plain", {"charset": "utf-8", "format": "flowed"}),
        ("text/plain;charset=utf-8 format=flowed", "text/plain", {"charset": "utf-8", "format": "flowed"}),
        ("text/plain;charset=utf-8, format=flowed", "text/plain", {"charset": "utf-8", "format": "flowed"}),
        ('text/plain; charset = "utf-8" ; x=y', "text/plain", {"charset": "utf-8", "x": "y"}),
        ("text/plain; charset=utf-8; charset=ascii", "text/plain", {"charset": "utf-8"}),
        ('text/plain; charset="utf-8', "text/plain", {"charset": "utf-8"}),
        ("text/plain; charset*=us-ascii''utf-8", "text/plain", {"charset": "utf-8"}),
        (";charset=utf-8", "", {"charset": "utf-8"}),
        ("charset=utf-8", "", {"charset": "utf-8"}),
        ("text/plain; charset", "text/plain", {}),
        ("", "", {}),
        ("multipart/mixed; boundary=a%20b", "multipart/mixed", {"boundary": "a%20b"}),
        ("multipart/mixed; boundary=\"'a'\"", "multipart/mixed", {"boundary": "'a'"}),
        ('multipart/mixed; boundary="=?a?q?b?="', "multipart/mixed", {"boundary": "=?a?q?b?="}),
        ("multipart/mixed; boundary=abc (comment)", "multipart/mixed", {"boundary": "abc"}),
    ],
)
def test_types_and_parameters_are_told_apart(raw: str, main: str, values: dict[str, str]) -> None:
    assert parse_parameters(raw) == Parameters(main=main, values=values)


def test_parameters_beyond_the_limit_are_left() -> None:
    assert len(parse_parameters("x" + "".join(f"; a{n}=b" for n in range(500))).values) == MAX_PARAMETERS
