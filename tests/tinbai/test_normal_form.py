"""NFC in linear time, and what a line may not hold. The work is counted, never timed."""

import itertools
import re
import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tinbai.text import MAX_MARKS, clean_line, clean_text, cut_marks, nfc

FORBIDDEN = re.compile("[\0\r\n\v\f\x85\u2028\u2029\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ANY = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            "ae đ\u0301\u0302\u0323\u0344\u0f73\u0f75\u0f81\u1100\u1161\u202e\u200b\u2028\0\r\n\ud800\u0085\u00a0"
        ),
        max_size=120,
    ).map("".join),
)


def comparisons(text: str) -> int:
    """What normalizing sorts: every run of marks, once decomposed, against itself."""
    decomposed = "".join(unicodedata.normalize("NFD", letter) for letter in text)
    runs = itertools.groupby(decomposed, key=lambda letter: bool(unicodedata.combining(letter)))
    return sum(len(list(run)) ** 2 for is_mark, run in runs if is_mark)


HOSTILE = ["\u0302", "\u0323\u0302", "\u0344", "\u0f73", "\u0f81\u0323", "\U0001e94a\u0323", "\u0301\u0f73"]


@pytest.mark.parametrize("marks", HOSTILE)
def test_the_work_of_normalizing_grows_with_the_length(marks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    work = sorted_by(nfc, "a" + marks * 2_000, monkeypatch)
    assert work <= 4 * MAX_MARKS**2 * 2


def test_without_cutting_the_work_would_be_quadratic(monkeypatch: pytest.MonkeyPatch) -> None:
    def uncut(text: str) -> str:
        return unicodedata.normalize("NFC", text)

    assert sorted_by(uncut, "a" + "\u0323\u0302" * 2_000, monkeypatch) == 4_000**2


def sorted_by(normalizer: Callable[[str], str], text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The comparisons in all that `normalizer` hands to the standard library."""
    counted = []
    normalize = unicodedata.normalize

    def counting(form: Literal["NFC", "NFD", "NFKC", "NFKD"], given: str) -> str:
        counted.append(given)
        return normalize(form, given)

    cut_marks("\u0301" * 99)  # the table of marks is made once, with NFD
    with monkeypatch.context() as patch:
        patch.setattr(unicodedata, "normalize", counting)
        normalizer(text)
    return sum(comparisons(given) for given in counted)


@given(_ANY)
@example("\u0344" * 40)
@example("e\u202e\u0301")
@example("a" + "\u0f73" * 60)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert nfc(nfc(text)) == nfc(text)


@given(_ANY)
@example("e\u202e\u0301")
def test_a_line_is_in_nfc_and_holds_nothing_that_misleads(text: str) -> None:
    line = clean_line(text)
    assert not FORBIDDEN.search(line)
    assert unicodedata.is_normalized("NFC", line)


@given(
    st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp"]), max_size=60)
)
def test_ordinary_text_is_only_normalized(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


def test_every_mark_that_is_sorted_is_counted() -> None:
    """Also the characters that are no marks themselves and become some."""
    for code in range(0x110000):
        letter = chr(code)
        if unicodedata.combining(unicodedata.normalize("NFD", letter)[0]):
            assert len(cut_marks("a" + letter * 100)) == 1 + MAX_MARKS, hex(code)


@pytest.mark.parametrize("word", ["thuỷ", "Nguyễn Thị Ngọc Ánh", "hé̂́", "ราชการ", "שָׁלוֹם", "हिन्दी"])
def test_no_language_is_cut(word: str) -> None:
    assert nfc(unicodedata.normalize("NFD", word)) == unicodedata.normalize("NFC", word)
