"""The charsets that Python lacks, or reads in another way, against glibc's tables."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.charset import decode
from ingest.tcvn5712 import decode_tcvn5712
from ingest.utf7 import decode_utf7
from tests.ingest.iconv import from_unicode, to_unicode
from tinbai.text import nfc
from tinbai.vietnamese.viscii_charset import decode_viscii

SENTENCE = "Ủy ban nhân dân xã An Mẫu tổ chức lễ kỷ niệm; đường ươm cây, vẫn “nở” ở Ấp Bắc – Ỷ, Ỹ, Ỵ, Ẳ, Ẵ, Ẫ"
PLAIN = SENTENCE.replace("“", '"').replace("”", '"').replace("–", "-")


@pytest.mark.parametrize("byte", range(256))
def test_every_code_of_viscii_is_glibcs(byte: int) -> None:
    assert decode_viscii(bytes([byte])) == to_unicode(bytes([byte]), "VISCII")


@pytest.mark.parametrize("byte", range(256))
def test_every_code_of_tcvn_5712_is_glibcs(byte: int) -> None:
    assert decode_tcvn5712(bytes([byte])) == to_unicode(bytes([byte]), "TCVN5712-1")


@pytest.mark.parametrize("byte", range(0xA0, 256))
def test_every_code_of_windows_1258_is_glibcs(byte: int) -> None:
    data = b"a" + bytes([byte])
    assert nfc(decode(data, "windows-1258").text) == nfc(to_unicode(data, "WINDOWS-1258") or "")


@pytest.mark.parametrize(
    ("charset", "label"),
    [
        ("VISCII", "viscii"),
        ("VISCII", "VISCII1.1-1"),
        ("TCVN5712-1", "x-viet-tcvn5712"),
        ("TCVN5712-1", "TCVN-5712"),
        ("WINDOWS-1258", "windows-1258"),
        ("UTF-7", "utf-7"),
        ("UTF-7", "unicode-1-1-utf-7"),
        ("UTF-16", "utf-16"),
        ("UTF-16LE", "utf-16le"),
        ("UTF-32", "utf-32"),
    ],
)
def test_a_sentence_comes_back_from_the_charset_it_is_declared_in(charset: str, label: str) -> None:
    decoded = decode(from_unicode(PLAIN, charset), label)
    assert (nfc(decoded.text), decoded.defect) == (PLAIN, None)


@pytest.mark.parametrize("text", ["中文字符", "こんにちは、世界", "한국어", "Привет", "ąęłńóśźż", "ελληνικά", "עברית"])
def test_other_peoples_charsets_are_read_by_their_labels(text: str) -> None:
    known = {
        "中文字符": ("GB2312", "GBK", "GB18030", "BIG5"),
        "こんにちは、世界": ("SHIFT_JIS", "EUC-JP", "ISO-2022-JP"),
        "한국어": ("EUC-KR", "ISO-2022-KR"),
        "Привет": ("KOI8-R", "WINDOWS-1251", "ISO-8859-5"),
        "ąęłńóśźż": ("ISO-8859-2", "WINDOWS-1250"),
        "ελληνικά": ("ISO-8859-7", "WINDOWS-1253"),
        "עברית": ("ISO-8859-8", "WINDOWS-1255"),
    }
    for charset in known[text]:
        assert decode(from_unicode(text, charset), charset).text == text, charset


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_utf_7_comes_back_whatever_was_written(text: str) -> None:
    assert decode_utf7(text.encode("utf-7")) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"1+1=2", "1+1=2"),
        (b"C++, a+b, x +", "C++, a+b, x +"),
        (b"a+bcd ef", "a+bcd ef"),  # spare bits that are not zero
        (b"Ti+Hr8-ng Vi+Hsc-t", "Tiếng Việt"),
        (b"x+A y, x+AAAA y", "x+A y, x+AAAA y"),  # too few bits, or too many
        (b"Ti+Hr8", "Tiế"),  # never shifted back
        (b"+- and +AOA.", "+ and à."),
        (b"+2AA-x", "\ufffdx"),  # half a surrogate pair
        (b"+2D3eAA-", "\U0001f600"),
        (b"\xe0+AOA-", "\ufffdà"),
    ],
)
def test_utf_7_leaves_alone_what_is_no_shifted_sequence(data: bytes, text: str) -> None:
    assert decode_utf7(data) == text


@pytest.mark.parametrize("text", ["Hội Nông dân", "đường phố Ấp Bắc", "ỷ lại"])
def test_letters_and_marks_of_windows_1258_become_one(text: str) -> None:
    apart = decode(from_unicode(text, "WINDOWS-1258"), "windows-1258").text
    assert nfc(apart) == unicodedata.normalize("NFC", text)
    assert len(apart) > len(text), "the charset keeps the marks apart; else this test shows nothing"
