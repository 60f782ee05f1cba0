"""The rules of spelling tell Vietnamese syllables from other words."""

import pytest

from tinbai.vietnamese.syllables import is_bare_syllable, is_syllable


@pytest.mark.parametrize(
    "word",
    "nghiêng khuỷu quốc giếng gì quýt hòa hoà thủy thuỷ ủy uỷ xoong rượu hươu khuya ngoẵng Đảng NƯỚC yêu ý giữ "
    "chuyển tuyên uống ốc ấp ưu hưu quyền quanh oằn loắt nguyệt thuở bưởi".split(),
)
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", "nghành tóan cá́c ngi kải cí gê ngê tàt hạck où été für naïf n«ng ®ång ngöôøi wá".split()
)
def test_what_breaks_a_rule_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_syllables_without_marks_are_known_as_such() -> None:
    assert all(map(is_bare_syllable, "duong nguoi nuoc quyet nghi dang uy".split()))
    assert not any(map(is_bare_syllable, "street wood table string".split()))
