"""How alike two versions are."""

from time import process_time

import pytest

from ingest.likeness import likeness
from ingest.reading import ReadArticle
from tinbai.revision import Revision


def compared(old: str, new: str, *, old_title: str = "", new_title: str = "") -> tuple[float, float, bool]:
    before = Revision(title=old_title, summary="", body_html=f"<p>{old}</p>")
    like = likeness(before, ReadArticle(title=new_title, summary=None, body_html="", body_text=new))
    return like.words, like.figures, like.same_occasion


def test_case_and_punctuation_do_not_count() -> None:
    assert compared("Bà con GÓP công, làm đường.", "bà con góp công làm đường")[0] == 1.0


def test_texts_with_nothing_in_common_are_not_alike() -> None:
    assert compared("một hai ba bốn", "xuân hạ thu đông")[0] == 0.0


def test_one_of_two_figures_is_no_other_report() -> None:
    assert compared("có 45 người, 2 lớp", "có 54 người, 2 lớp")[1] == 1.0


def test_other_figures_throughout_are() -> None:
    assert compared("1 2 3 4 5 6", "11 12 13 14 15 6")[1] == pytest.approx(1 / 6)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("tháng 9", "tháng 10", False),
        ("tháng 9/2026", "tháng 9/2026", True),
        ("quý III", "quý IV", False),
        ("tuần 42", "tuần 43", False),
        ("9 tháng đầu năm", "9 tháng đầu năm", True),
        ("ngày 12/10", "ngày 19/10", False),
        ("ngày 12/10", "hôm qua", True),
        ("ngày 12/10 và 13/10", "ngày 13/10", True),
    ],
)
def test_the_occasion_is_told_by_month_quarter_week_or_day(old: str, new: str, same: bool) -> None:
    assert compared("Kết quả chung", "Kết quả chung", old_title=old, new_title=new)[2] is same


def test_a_text_written_to_take_long_does_not() -> None:
    one = " ".join("ba bốn năm".split()[n * n % 3] for n in range(20_000))
    two = " ".join("năm ba bốn".split()[n * n * n % 3] for n in range(20_000))
    began = process_time()
    compared(one, two)
    assert process_time() - began < 2
