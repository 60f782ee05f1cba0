"""Labels that are wrong, or missing, and bytes that are damaged."""

import pytest

from ingest.bodies import body_of
from ingest.charset import decode
from ingest.html_charset import html_label
from ingest.mime import entity_of, split
from tests.ingest.iconv import from_unicode
from tinbai.limits import Limits
from tinbai.text import clean_text, nfc
from tinbai.vietnamese.tcvn3 import LETTERS

SENTENCE = "Ủy ban nhân dân xã An Mẫu tổ chức lễ kỷ niệm, trao quà cho đường phố đẹp"
UTF_8 = SENTENCE.encode()
VISCII = from_unicode(SENTENCE, "VISCII")
WINDOWS_1258 = from_unicode(SENTENCE, "WINDOWS-1258")
FONT_TEXT = "nhiều đường còn ở đó, cũng được mọi người trồng cây, biển và chợ"
TCVN3 = FONT_TEXT.translate({ord(letter): code for code, letter in LETTERS.items()}).encode("latin-1")

EVERY_LABEL = [
    None, "", "us-ascii", "iso-8859-1", "windows-1252", "windows-1258", "iso-8859-15", "koi8-r", "viscii", "tcvn",
    "gb2312", "big5", "shift_jis", "euc-kr", "utf-7", "utf-16", "iso-2022-jp", "utf-8", "unknown-8bit", "x" * 300,
]  # fmt: skip


@pytest.mark.parametrize("label", EVERY_LABEL)
def test_utf_8_is_read_under_every_label(label: str | None) -> None:
    assert decode(UTF_8, label).text == SENTENCE


@pytest.mark.parametrize("label", EVERY_LABEL)
@pytest.mark.parametrize("place", [0, 4, 30, 60])
def test_one_bad_byte_in_utf_8_costs_one_character(label: str | None, place: int) -> None:
    start = len(SENTENCE[:place].encode())
    damaged = UTF_8[:start] + b"\xff" + UTF_8[start:]
    assert decode(damaged, label).text == f"{SENTENCE[:place]}\ufffd{SENTENCE[place:]}"


@pytest.mark.parametrize(
    ("charset", "bad", "text"),
    [
        ("GB18030", b"\xff", "中文字中文字"),
        ("EUC-JP", b"\xff", "日本語日本語"),
        ("BIG5", b"\xff", "中文字中文字"),
        ("EUC-KR", b"\xff", "한국어한국어"),
        ("ISO-2022-JP", b"\xff", "日本語日本語"),
        ("WINDOWS-1251", b"\x98", "Привет"),
        ("ISO-8859-7", b"\xff", "ελληνικά"),
        ("WINDOWS-1258", b"\x81", "Tin xã Bế Văn"),
    ],
)
def test_one_bad_byte_in_another_charset_costs_one_character(charset: str, bad: bytes, text: str) -> None:
    half = len(text) // 2
    data = from_unicode(text[:half], charset) + bad + from_unicode(text[half:], charset)
    assert nfc(decode(data, charset).text) == f"{text[:half]}\ufffd{text[half:]}"


@pytest.mark.parametrize("label", [None, "us-ascii", "iso-8859-1", "utf-8", "unknown-8bit"])
@pytest.mark.parametrize("data", [WINDOWS_1258, VISCII], ids=["windows-1258", "viscii"])
def test_vietnamese_bytes_under_a_false_label_are_told_by_their_syllables(data: bytes, label: str | None) -> None:
    assert nfc(decode(data, label).text) == SENTENCE


@pytest.mark.parametrize("label", [None, "iso-8859-1", "windows-1258", "utf-8"])
def test_text_in_a_legacy_font_keeps_its_codes_for_the_repair(label: str | None) -> None:
    assert decode(TCVN3, label).text == TCVN3.decode("latin-1")


@pytest.mark.parametrize(
    "text",
    [
        "café à l'été",
        "Góðan dag, Þór og Þóra",
        "però così più città",
        "Frösche für die Straße",
        "¿Qué mañana?",
        "São João",
        "Ødegård på fjellet",
    ],
)
@pytest.mark.parametrize("label", [None, "iso-8859-1", "us-ascii"])
def test_western_text_is_not_taken_for_vietnamese(text: str, label: str | None) -> None:
    assert decode(text.encode("cp1252"), label).text == text


@pytest.mark.parametrize(("text", "label"), [("模式", "gb2312"), ("模式", "gbk"), ("ﾄ｣", "shift_jis")])
def test_a_short_text_that_is_utf_8_by_accident_is_read_by_its_label(text: str, label: str) -> None:
    data = text.encode(label)
    data.decode("utf-8")  # does not raise
    assert decode(data, label).text == text


def test_iso_8859_1_means_windows_1252() -> None:
    assert decode(b"\x93Tin\x94 \x96 b\xe0i\x85", "iso-8859-1").text == "“Tin” – bài…"


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_utf_8_that_was_encoded_again_is_undone(times: int, codec: str) -> None:
    text = "Chúc mừng ngày thành lập xã Bình Lâm"
    data = text.encode()
    for _ in range(times):
        # As browsers do: the codes that Windows-1252 leaves open are the controls of their number.
        data = "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in data).encode()
    assert decode(data, "utf-8").text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + UTF_8,
        SENTENCE.encode("utf-16"),
        b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-32"),
        SENTENCE.encode("utf-16-le"),  # no mark: told by its zeros
        SENTENCE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-16", "utf-16-be", "utf-32", "unmarked-le", "unmarked-be"],
)
@pytest.mark.parametrize("label", [None, "iso-8859-1", "utf-8", "windows-1258", "utf-16"])
def test_marks_and_zeros_say_more_than_labels(data: bytes, label: str | None) -> None:
    assert decode(data, label).text == SENTENCE


def test_a_header_that_begins_like_a_mark_is_no_utf_16() -> None:
    assert decode(b"\xff\xfe@y", None).text == "ÿþ@y"


@pytest.mark.parametrize("label", [None, "us-ascii", "iso-8859-1", "iso-2022-jp", "utf-8"])
def test_iso_2022_jp_is_told_by_its_escapes(label: str | None) -> None:
    assert decode("こんにちは".encode("iso2022_jp"), label).text == "こんにちは"


@pytest.mark.parametrize("footer", [WINDOWS_1258, VISCII], ids=["windows-1258", "viscii"])
def test_a_footer_in_another_charset_is_read_in_its_own(footer: bytes) -> None:
    data = b"\n".join([UTF_8, UTF_8, b"--", footer, b"https://danh-sach.example"])
    expected = f"{SENTENCE}\n{SENTENCE}\n--\n{SENTENCE}\nhttps://danh-sach.example"
    assert nfc(decode(data, "utf-8").text) == expected


@pytest.mark.parametrize("cut", [1, 2])
def test_a_text_cut_off_inside_a_character_loses_that_one(cut: int) -> None:
    data = "Tin xã Bế".encode()[:-cut]
    assert decode(data, "utf-8").text == "Tin xã B\ufffd"


@pytest.mark.parametrize(
    ("declared", "html", "label"),
    [
        (None, b'<html><meta charset="windows-1258">', "windows-1258"),
        (None, b'<META http-equiv=Content-Type content="text/html; charset=viscii">', "viscii"),
        (None, b"<?xml version='1.0' encoding='windows-1258'?><html>", "windows-1258"),
        ("us-ascii", b"<meta charset=windows-1258>\xd0", "windows-1258"),
        ("us-ascii", b"<meta charset=windows-1258>", "us-ascii"),
        ("unknown-8bit", b"<meta charset=koi8-r>\xd0", "koi8-r"),
        ("koi8-r", b"<meta charset=windows-1258>\xd0", "koi8-r"),
        (None, b"<!-- <meta charset=koi8-r> --><meta charset=viscii>", "viscii"),
        (None, b"<meta charset=nonsense>", None),
        (None, b"<p>charset=koi8-r</p>", None),
        (None, b"<meta name=x " + b"x" * 9_000 + b" charset=koi8-r>", None),
    ],
)
def test_html_says_its_charset_where_the_letter_does_not(declared: str | None, html: bytes, label: str | None) -> None:
    assert html_label(html, declared) == label


@pytest.mark.parametrize("declared", ["", "; charset=us-ascii", "; charset=unknown-8bit"])
def test_an_html_body_is_read_by_its_own_label(declared: str) -> None:
    html = b"<html><head><meta charset='windows-1258'></head><body>" + WINDOWS_1258 + b"</body></html>"
    raw = f"Content-Type: text/html{declared}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode() + html
    entity = entity_of(split(raw, Limits())[0])
    assert SENTENCE in clean_text(body_of(entity, entity.content(), first_position=1, limits=Limits()).text)
