"""RFC 2047 as it is met."""

import pytest

from ingest.encoded_words import text_of_header


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?utf-8?B?VGluIGLD?= =?utf-8?B?oGk=?=", "Tin bài"),  # split in the middle of a character
        ("=?utf-8?B?VGluI?=\r\n =?utf-8?B?GLDoGk=?=", "Tin bài"),  # base64 split in the middle of a group
        ("=?utf-8?B?VGnhur9uZw?= =?utf-8?Q?_Vi=E1=BB=87t?=", "Tiếng Việt"),  # in two ways
        ("=?utf-8?Q?Tin_b=C3?= =?UTF-8?B?oGk=?=", "Tin bài"),  # split inside a character, in two ways
        ("=?us-ascii?Q?a?= =?utf-8?Q?b?= c", "ab c"),
        ("=?utf-8?Q?a?=\r\n\t=?utf-8?Q?b?=", "ab"),
        ("=?utf-8?Q?a?==?utf-8?Q?b?=", "ab"),
        ("=?utf-8?B?VGlu?=?utf-8?B?IGI=?=", "Tin b"),  # one equals sign for two
        ("Re: =?utf-8?q?b=C3=A0i?=(2)", "Re: bài(2)"),  # no space around it
        ("=?utf-8?Q?có ai?= không", "có ai không"),  # a space inside the word
        ("=?utf-8?Q?a\r\n b?=", "a b"),
        ("=?utf-8?Q?c=C3=B3_g=C3=AC??=", "có gì?"),
        ("=?utf-8?Q?Sao?=20v=E1=BA=ADy?=", "Sao? vậy"),  # a bare question mark before a quoted byte
        ("=? utf-8 ?Q?a?=", "a"),
        ("=??Q?Tin_b=C3=A0i?=", "Tin bài"),
        ("=?utf-8*vi?Q?b=C3=A0i?=", "bài"),
        ("=?utf-8?Q?b=c3=a0=?=", "bà"),
        ("=?utf-8?Q?50%?=", "50%"),
        ("=?utf-8?Q??=", ""),
    ],
)
def test_words_are_read_however_they_are_divided(raw: str, expected: str) -> None:
    assert text_of_header(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?utf-8?B?VGlu", "Tin"),  # cut off
        ("=?utf-8?Q?Tin b=C3=A0i", "Tin bài"),
        ("=?utf-8?Q?Ti=E1=BA?=", "Ti\ufffd"),  # cut off inside a character, and closed
        ("=?utf-8?B?VGlu =?utf-8?B?IGI=?=", "Tin b"),  # the first one never closed
        ("=?utf-8?B?a?= x", " x"),  # no byte in it
        ("=?utf-8?b?VGl!uI!GLDoGk?=", "Tin bài"),  # strange signs among the base64
        ("=?utf-8?B?VGnhur9uZw===?=", "Tiếng"),  # too much padding
        ("=?utf-8?B?PDxUaW4-Pg==?=", "<<Tin>>"),  # the alphabet for web addresses
        ("=?utf-8?B?Tin b=C3=A0i?=", "Tin bài"),  # B said, Q done
        ("=?utf-8?Q?VGluIGLDoGk=?=", "Tin bài"),  # Q said, B done
        ("=?utf-8?Q?=3D=3Futf-8=3FB=3FVGlu=3F=3D?=", "Tin"),  # encoded twice
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        ("gi=?a so 5", "gi=?a so 5"),
    ],
)
def test_damaged_words_give_what_is_left_of_them(raw: str, expected: str) -> None:
    assert text_of_header(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?iso-8859-1?Q?Tin_b=C3=A0i_20/10?=", "Tin bài 20/10"),  # UTF-8 under a false label
        ("=?windows-1258?Q?Tin_b=C3=A0i?=", "Tin bài"),
        ("=?us-ascii?Q?=C3=A0?=", "à"),
        ("=?x-unknown?B?VGnhur9uZw==?=", "Tiếng"),
        ("=?nonsense?Q?abc?=", "abc"),
        ("=?ISO-8859-1?Q?tin_lam_=AE=AD=EAng_GTNT?=", "tin lam ®\u00adêng GTNT"),  # TCVN3, left for its repair
        ("=?windows-1258?Q?H=F4=F2i_Phu=F2_n=FD=DE?=", "Hô\u0323i Phu\u0323 nư\u0303"),  # NFC comes after
        ("=?viscii?Q?Ti=AAng_Vi=AEt?=", "Tiếng Việt"),
        ("=?tcvn5712-1?Q?Ti=D5ng_Vi=D6t?=", "Tiếng Việt"),
        ("=?utf-7?Q?Ti+Hr8-ng_Vi+Hsc-t?=", "Tiếng Việt"),
        ("=?iso-2022-jp?B?GyRCJDMkcxsoQg==?=", "こん"),
        ("=?big5?B?pKSk5Q==?=", "中文"),
        ("=?utf-16?B?/v8AVABpAG4=?=", "Tin"),
        ("=?utf-8?B?77u/VGlu?=", "Tin"),  # with a mark of its own
        ("=?utf-8?Q?=C3=83=C2=A0_b=C3=A1=C2=BA=C2=BF?=", "à bế"),  # UTF-8 encoded again
    ],
)
def test_words_are_read_in_the_charset_they_are_in(raw: str, expected: str) -> None:
    assert text_of_header(raw) == expected


@pytest.mark.parametrize(
    ("raw", "charset", "expected"),
    [
        ("Tin b\udcc3\udca0i", None, "Tin bài"),
        ("Tin b\udcc3\udca0i", "windows-1258", "Tin bài"),  # UTF-8 is unmistakable
        ("Tin b\udce0i", None, "Tin bài"),
        ("Ti\udcaang Vi\udcaet \udca2", "viscii", "Tiếng Việt ằ"),
        ("\udcf0\udcf2\udce9\udcf7\udce5\udcf4", "koi8-r", "ПРИВЕТ"),
        ("\x1b$B$3$s\x1b(B", None, "こん"),
        ("Fr+APY-sche", "utf-7", "Frösche"),
        ("Fr+APY-sche", None, "Fr+APY-sche"),
        ("=?utf-8?Q?a+AOA-?= 1+AOA-", "utf-7", "a+AOA- 1+AOA-"),  # a header of words is in ASCII
        ("\udcff\udcfeT\udce0i", None, "ÿþTài"),
    ],
)
def test_raw_text_is_read_by_its_bytes_and_then_by_the_letters_charset(
    raw: str, charset: str | None, expected: str
) -> None:
    assert text_of_header(raw, charset=charset) == expected


def test_words_beyond_the_limit_stay_as_they_are() -> None:
    assert text_of_header("=?utf-8?Q?a?= " * 5, max_words=2) == "aa" + " =?utf-8?Q?a?=" * 3 + " "
