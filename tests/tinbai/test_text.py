import time
import unicodedata

import pytest

from ingest.vietnamese import normal
from tinbai import text
from tinbai.text import clean_line, clean_text, fold, nfc


def test_folding_forgets_case_diacritics_and_spacing() -> None:
    assert fold("  Đảng  ỦY\nxã") == "dang uy xa"


def test_folding_is_the_same_for_both_unicode_forms() -> None:
    assert fold(unicodedata.normalize("NFD", "Hội Nông dân")) == fold("Hội Nông dân")


def test_nfc_joins_letters_and_marks() -> None:
    assert nfc("hô\u0323i") == "hội"


def test_a_long_run_of_marks_costs_linear_time() -> None:
    hostile = "a" + "\u0302" * 100_000 + "\u0323" * 100_000
    started = time.process_time()
    assert len(nfc(hostile)) < 40
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("a\0b\x08c", "abc"),
        ("a\ud800b", "a\ufffdb"),
        ("tab\tstays", "tab\tstays"),
        ("\ufeffTin\u200b bài", "Tin bài"),
    ],
)
def test_text_loses_what_no_reader_should_see(given: str, expected: str) -> None:
    assert clean_text(given) == expected


def test_the_soft_hyphen_stays_because_it_is_a_letter_of_tcvn3() -> None:
    assert clean_text("®\u00adêng") == "®\u00adêng"
    assert clean_line("®\u00adêng") == "®\u00adêng"


def test_a_line_has_no_breaks_and_no_direction_marks() -> None:
    assert clean_line("Tin\r\n bài\u202egnp.exe\u2028x") == "Tin bàignp.exe x"


def test_folding_letter_by_letter_gives_what_folding_the_whole_text_would() -> None:
    letters = [chr(code) for code in range(0x20, 0x3000) if chr(code) not in "đĐðÐ\u00ad"]
    for start in range(0, len(letters), 400):
        text = " ".join(letters[start : start + 400])
        bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
        assert fold(text) == " ".join(bare.lower().split())


def test_what_can_be_printed_holds_nothing_that_the_long_way_takes_out() -> None:
    """The short way of `_seen` and of `normal` rests on it, for every character there is."""
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    for pattern in (text._BREAKS, text._CONTROLS, text._SURROGATES, normal._INVISIBLE, normal._LINE_BREAKS):
        assert pattern.search(printable) is None
    assert normal._SPACES.search(printable) is None
