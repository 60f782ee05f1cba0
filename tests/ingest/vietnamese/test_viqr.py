"""VIQR is decoded when somebody asks, letter by letter, and never takes a sentence's signs for marks."""

from unicodedata import normalize

import pytest

from ingest.vietnamese import viqr
from ingest.vietnamese.repair import repair_loose
from ingest.vietnamese.repair_blocks import repair_blocks
from ingest.vietnamese.wished import reading_as, wished
from tinbai.blocks import plain, text_of
from tinbai.vietnamese.encoding import Encoding

SHAPES = {"\u0302": "^", "\u0306": "(", "\u031b": "+"}
TONES = {"\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": "."}
LETTERS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"


def encoded(text: str) -> str:
    """RFC 1456, the other way round."""
    found = []
    for letter in text:
        decomposed = normalize("NFD", letter)
        marks = "".join(SHAPES.get(mark, "") for mark in decomposed[1:])
        marks += "".join(TONES.get(mark, "") for mark in decomposed[1:])
        found.append({"đ": "dd", "Đ": "DD"}.get(letter, decomposed[0] + marks))
    return "".join(found)


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("tone", ["", *TONES])
def test_every_letter_with_every_tone(letter: str, tone: str) -> None:
    word = normalize("NFC", f"{letter}{tone}") + "n"
    assert viqr.decode(encoded(word)) == word


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ngu+o+`i da^n d-i la`m dduo+`ng", "Người dân đi làm đường"),
        ("Dda~ xong. Ba` con vui.", "Đã xong. Bà con vui."),
        ("Ba` con co' vui kho^ng?", "Bà con có vui không?"),
        ("o+? nha`? Co'.", "ở nhà? Có."),
        ("la.i ve^` la`ng", "lại về làng"),
        ("gu+?i ve^` lan.nguyen@songmau.example nhe'", "gửi về lan.nguyen@songmau.example nhé"),
        ("xem https://songmau.example/a.html", "xem https://songmau.example/a.html"),
        (r"ba\. con", "ba. con"),
        ("kho^ng co' gi`", "không có gì"),
        ("", ""),
        ("add", "ađ"),
    ],
)
def test_words_as_people_typed_them(written: str, meant: str) -> None:
    assert viqr.decode(written) == meant


def test_a_text_there_and_back() -> None:
    text = "Uỷ ban nhân dân xã đã vận động bà con hiến hơn hai nghìn mét đất để mở rộng đường làng, ngõ xóm"
    assert viqr.decode(encoded(text)) == text


@pytest.mark.parametrize(
    ("text", "could"),
    [
        ("Ba` con go'p co^ng la`m ddu+o+`ng mo+'i", True),
        ("Kinh gui BBT, em gui bai. Cam on ban!", False),
        ("It's a test. Isn't it? Don't worry, we'll see. You're right.", False),
        ("Bà con góp công làm đường", False),
        ("lan.nguyen@songmau.example, www.songmau.example/a.b.c", False),
        ("", False),
    ],
)
def test_only_what_makes_sense_is_offered(text: str, could: bool) -> None:
    assert viqr.could_be(text) is could


def test_nothing_is_taken_for_viqr_by_itself() -> None:
    text = "Ba` con go'p co^ng la`m ddu+o+`ng mo+'i"
    assert repair_loose(text).text == text
    assert repair_blocks([plain(text)]).encoding is Encoding.UNICODE


def test_when_it_is_asked_for_everything_is_decoded_and_what_is_unicode_stays() -> None:
    blocks = [plain("Ba` con"), plain("Bà con a? ha?")]
    with reading_as(Encoding.VIQR):
        repaired = repair_blocks(blocks)
        assert repair_loose("Ba` con").text == "Bà con"
    assert [text_of(block) for block in repaired.blocks] == ["Bà con", "Bà con a? ha?"]
    assert (repaired.encoding, repaired.original) == (Encoding.VIQR, "Ba` con\nBà con a? ha?")
    assert wished() is None


def test_a_wish_that_changes_nothing_says_unicode() -> None:
    with reading_as(Encoding.TCVN3):
        repaired = repair_blocks([plain("Tiếng Việt đủ dấu"), plain("no marks")])
    assert (repaired.encoding, repaired.original) == (Encoding.UNICODE, None)


def test_the_wish_ends_even_when_reading_breaks() -> None:
    with pytest.raises(RuntimeError), reading_as(Encoding.VNI):
        raise RuntimeError
    assert wished() is None
