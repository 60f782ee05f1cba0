"""Numbers in Vietnamese words and figures, written and read."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinbai.figures import FIGURE, Form, in_figures, read_figure
from tinbai.number_words import MOST, in_words, read_words

WORDS = {
    0: "không", 4: "bốn", 10: "mười", 14: "mười bốn", 15: "mười lăm", 21: "hai mươi mốt", 24: "hai mươi tư",
    55: "năm mươi lăm", 101: "một trăm linh một", 110: "một trăm mười", 1_005: "một nghìn không trăm linh năm",
    20_000: "hai mươi nghìn", 1_250_000_000: "một tỷ hai trăm năm mươi triệu",
    1_000_000_500_000: "một nghìn tỷ năm trăm nghìn",
    3_000_000_015: "ba tỷ không trăm mười lăm", 10**15: "một triệu tỷ",
}  # fmt: skip
READ = {
    "một tỷ hai trăm triệu": 1_200_000_000, "Hai mươi ngàn": 20_000, "một tỉ rưỡi": 1_500_000_000,
    "hai trăm lẻ năm": 205, "hai mươi bốn": 24, "hai mươi nhăm": 25, "ba trăm rưỡi": 350,
    "hai nghìn không trăm hai mươi sáu": 2026, "năm trăm linh bốn triệu": 504_000_000,
}  # fmt: skip
UNCERTAIN = ["", "một triệu hai", "hai trăm ba", "triệu", "một nghìn hai triệu", "mươi hai", "đồng", "một hai", "rưỡi"]


@pytest.mark.parametrize(("number", "words"), WORDS.items())
def test_a_number_is_written_as_office_papers_do(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(("words", "number"), READ.items())
def test_other_spellings_are_read(words: str, number: int) -> None:
    assert read_words(words) == number


@pytest.mark.parametrize("words", UNCERTAIN)
def test_what_is_not_certain_is_no_number(words: str) -> None:
    assert read_words(words) is None


def test_ten_thousand_amounts_come_back_as_they_went() -> None:
    chance = random.Random(8)
    amounts = [chance.randrange(10 ** chance.randint(1, 18)) for _ in range(10_000)]
    assert [read_words(in_words(amount)) for amount in amounts] == amounts


@pytest.mark.parametrize("number", [-1, MOST])
def test_what_has_no_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)


@given(st.lists(st.sampled_from([*"không một hai mười mươi trăm nghìn triệu tỷ linh rưỡi lăm".split(), "x", "-"])))
def test_no_words_make_the_reader_fail(words: list[str]) -> None:
    value = read_words(" ".join(words))
    assert value is None or value >= 0


FIGURES = {
    "1.234.567,5": (Form.GOOD, Decimal("1234567.5")), "08": (Form.GOOD, Decimal(8)),
    "12,50": (Form.GOOD, Decimal("12.5")),
    "12.500": (Form.GOOD, Decimal(12500)), "12.5": (Form.POINT, None), "1,250,000": (Form.ENGLISH, None),
    "1.25.000": (Form.BROKEN, None), "0.500": (Form.POINT, None), "9" * 40: (Form.BROKEN, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES.items())
def test_a_figure_is_read_by_its_form(text: str, expected: tuple[Form, Decimal | None]) -> None:
    figure = read_figure(text)
    assert (figure.form, figure.value) == expected


@pytest.mark.parametrize("text", ["ngày 15/10", "8:30", "45/KH", "m2", "T6", "1.2.3a"])
def test_dates_hours_and_symbols_are_no_figures(text: str) -> None:
    assert not FIGURE.search(text)


@given(st.integers(min_value=0, max_value=10**17), st.integers(min_value=0, max_value=4))
def test_figures_come_back_as_they_went(number: int, decimals: int) -> None:
    value = Decimal(number).scaleb(-decimals)
    assert read_figure(in_figures(value, decimals)).value == value
