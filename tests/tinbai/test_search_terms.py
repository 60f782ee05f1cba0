"""The terms that articles are found by."""

import pytest

from tinbai.search_terms import (
    MOST_BYTES,
    MOST_TERMS,
    check_term,
    marked,
    severity_term,
    terms_of_text,
    wanted,
    words_of,
)


def test_a_word_with_marks_has_two_terms_and_one_without_has_one() -> None:
    assert terms_of_text(["Đảng bộ xã An Mẫu, đảng bộ"]) == [
        "dang",
        "=đang3",
        "bo",
        "=bô5",
        "xa",
        "=xa4",
        "an",
        "mau",
        "=mâu4",
    ]


@pytest.mark.parametrize(("one", "other"), [("hòa", "hoà"), ("ủy", "uỷ"), ("khỏe", "khoẻ"), ("HÒA", "hoà")])
def test_where_a_tone_is_put_makes_no_difference(one: str, other: str) -> None:
    assert marked(words_of(one)[0]) == marked(words_of(other)[0])


@pytest.mark.parametrize(("one", "other"), [("ma", "mà"), ("mà", "má"), ("dan", "đan"), ("ban", "bân"), ("o", "ơ")])
def test_other_marks_make_another_word(one: str, other: str) -> None:
    assert marked(one) != marked(other)


def test_what_is_typed_with_marks_is_looked_for_with_them_first() -> None:
    assert wanted("dang bo").exact is None
    look = wanted("Đảng bo")
    assert look.folded == ("dang", "bo")
    assert look.exact == ("=đang3", "bo")
    assert look.prefix
    assert not wanted("nấm a").prefix
    assert wanted(" ,.! ").folded == ()


def test_no_term_holds_what_an_index_would_take_for_its_own() -> None:
    terms = terms_of_text(["a'b\"c*d:e&f|g!(h) - <i> \\ j_k #l @m =n \u0301 a\u0301 \u00ad \u200b 12/KH-UBND"])
    assert not [term for term in terms if set(term[1:]) & set("'\"*:&|!()\\ ") or not term]
    assert {"12", "kh", "ubnd"} <= set(terms)


def test_names_that_are_no_names_are_no_terms() -> None:
    assert check_term("caption_missing") == "#caption_missing"
    assert check_term("x' OR 1") is None
    assert severity_term("") is None


def test_what_is_typed_is_cut() -> None:
    assert len(wanted("từ " * 500).folded) == 12
    assert len(words_of("x" * 1_000)[0]) == 40


def long_words(number: int) -> str:
    """So many words of forty letters, each of which takes four bytes of UTF-8."""
    letters = [chr(0x20000 + place) for place in range(100)]
    return " ".join(letters[count // 100] + letters[count % 100] + letters[0] * 38 for count in range(number))


def test_the_terms_of_one_article_are_no_more_than_an_index_holds() -> None:
    few, many = terms_of_text([long_words(100)]), terms_of_text(["Đảng bộ", long_words(9_000)])
    assert len(few) == 100
    assert MOST_BYTES - 160 < sum(len(term.encode()) for term in many) <= MOST_BYTES
    assert many[0] == "dang"
    assert len(terms_of_text([" ".join(f"x{number}" for number in range(30_000))])) == MOST_TERMS
