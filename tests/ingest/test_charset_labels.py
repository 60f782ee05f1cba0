"""Labels as letters spell them."""

import codecs

import pytest
import webencodings

from ingest.charset_labels import TCVN, VISCII, codec_of

# What WHATWG makes of a label and we, who read letters and not pages, make another thing of.
OURS = {
    "gbk": "gb18030",
    "iso2022_jp": "iso2022_jp_ext",
    "utf-16-le": "utf-16",
}
NEVER_READ = {"replacement", "x-user-defined"}


@pytest.mark.parametrize("label", sorted(webencodings.LABELS))
def test_every_label_that_a_browser_knows_is_known(label: str) -> None:
    encoding = webencodings.lookup(label)
    if encoding.name in NEVER_READ:
        assert codec_of(label) in {None, "hz", "iso2022_kr"}
        return
    expected = encoding.codec_info.name
    assert codec_of(label) in {expected, OURS.get(expected)}


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF8", "utf-8"),
        ("UTF_8", "utf-8"),
        ('"utf-8"', "utf-8"),
        ("utf-8; format=flowed", "utf-8"),
        ("utf-8, format=flowed", "utf-8"),
        ("utf-8 (comment)", "utf-8"),
        ("charset=utf-8", "utf-8"),
        ("cp65001", "utf-8"),
        ("utf8mb4", "utf-8"),
        ("iso_8859-1:1987", "cp1252"),
        ("ISO 8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("8859_1", "cp1252"),
        ("us-ascii//TRANSLIT", "cp1252"),
        ("ANSI_X3.4-1968", "cp1252"),
        ("win-1258", "cp1258"),
        ("x-windows-1258", "cp1258"),
        ("windows-1258:2005", "cp1258"),
        ("CP-1258", "cp1258"),
        ("x-viet-tcvn5712", TCVN),
        ("TCVN5712-1:1993", TCVN),
        ("VISCII1.1-1", VISCII),
        ("x-viscii", VISCII),
        ("ISO-8859-16", "iso8859-16"),
        ("windows-31j", "cp932"),
    ],
)
def test_labels_are_known_however_they_are_spelt(label: str, codec: str) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    "label",
    [
        *(None, "", "unknown-8bit", "x-unknown", "default", "utf-9", "iso-8859-12", "a\0b", "é", "x" * 5_000),
        *("punycode", "idna", "rot13", "base64", "hex", "zip", "unicode_escape", "raw_unicode_escape", "undefined"),
        *("mbcs", "cp037", "cp500"),
    ],
)
def test_what_names_no_charset_of_letters_is_none(label: str | None) -> None:
    assert codec_of(label) is None


def test_every_codec_that_a_label_leads_to_exists() -> None:
    for label in (*webencodings.LABELS, "tcvn", "viscii", "koi8-ru", "unicode", "big5-hkscs"):
        codec = codec_of(label)
        assert codec in {None, VISCII, TCVN} or codecs.lookup(str(codec))
