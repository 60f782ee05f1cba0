"""A number is shown as its format says, in the signs that Vietnamese readers have."""

import pytest

from ingest.openers.sheetml.number_format import built_in, shown, shown_text

OCTOBER_15 = 46310.0  # 15/10/2026


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1_500_000, "General", "1500000"),
        (1234.5, "General", "1234,5"),
        (79_123_456_789_012, "General", "79123456789012"),
        (1_234_567.891, "#,##0", "1.234.568"),
        (1_234_567.891, "#,##0.00", "1.234.567,89"),
        (0.256, "0.0%", "25,6%"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (-1234, '#,##0;-#,##0;"-"', "-1.234"),
        (123, "00000", "00123"),
        (12, '0 "hộ"', "12 hộ"),
        (12.5, "#,##0.##", "12,5"),
        (1_500_000, '#,##0.0,,"tr"', "1,5tr"),
        (12345.678, "0.00E+00", "1,23E+04"),
        (12_345, "[$-409]#,##0.0", "12,345.0"),
        (1234, "[$₫-42A]#,##0", "₫1.234"),
        (5, "[<10]0.0;0", "5,0"),
        (150, "[<100]0.0;0", "150"),
        (0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"),
        (-1234, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "(1.234)"),
        (-0.001, "0.00", "0,00"),
        (7, ";;;", ""),
        (7, "", "7"),
    ],
)
def test_numbers(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (OCTOBER_15, "dd/mm/yyyy", "15/10/2026"),
        (OCTOBER_15, "d-m-yy", "15-10-26"),
        (OCTOBER_15 + 0.5, "dd/mm/yyyy h:mm", "15/10/2026 12:00"),
        (OCTOBER_15 + 0.75, "h:mm AM/PM", "6:00 CH"),
        (OCTOBER_15, '"Ngày" dd "tháng" mm "năm" yyyy', "Ngày 15 tháng 10 năm 2026"),
        (OCTOBER_15, "[$-409]d-mmm-yy", "15-Oct-26"),
        (OCTOBER_15, "[$-42A]dddd", "thứ Năm"),
        (OCTOBER_15, "[$-F800]dddd, mmmm dd, yyyy", "15/10/2026"),
        (1.5, "[h]:mm", "36:00"),
        (59 / 1440, "mm:ss", "59:00"),
        (1, "dd/mm/yyyy", "01/01/1900"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (-1, "dd/mm/yyyy", "######"),
        (1e300, "dd/mm/yyyy", "######"),
    ],
)
def test_dates(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_old_macs_count_days_from_1904() -> None:
    assert shown(OCTOBER_15 - 1462, "dd/mm/yyyy", since_1904=True) == "15/10/2026"


def test_the_formats_that_files_do_not_spell_out_are_those_of_vietnam() -> None:
    assert shown(OCTOBER_15, built_in(14)) == "15/10/2026"
    assert shown(1234.5, built_in(4)) == "1.234,50"
    assert built_in(9_999) == "General"


def test_a_format_may_add_to_a_text() -> None:
    assert shown_text("Một", '"Thôn "@') == "Thôn Một"
    assert shown_text("Một", "#,##0") == "Một"


@pytest.mark.parametrize("code", ["[", '"', "\\", "[[[", "@@@@", "0" * 5000, "?/?", "E+", ";;;;;;;", "[h", "\x00", "."])
@pytest.mark.parametrize("value", [0.0, -1.5, 1e308, 5e-324, 123456.789])
def test_no_format_breaks_anything(code: str, value: float) -> None:
    assert isinstance(shown(value, code), str)
