"""Numbers as Vietnamese writes them: 1.234,5. "12.5 tấn" may be twelve and a half or twelve thousand five hundred."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.vocabulary.letters import LOWER, UPPER
from tinbai.checks.vocabulary.quantity_words import MEASURES, NOT_COUNTED, SCALES, WHOLES
from tinbai.figures import FIGURE, Figure, Form, in_figures, read_figure
from tinbai.site_data import SiteData

_UNIT = re.compile(rf"[ \u00a0]?(%|[{LOWER}{UPPER}]+[23²³]?)")
_ZEROS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Only figures before a unit: 2.1 may be the number of a section, 18.6 a day."""
    for passage in article.passages:
        for match in FIGURE.finditer(passage.text):
            figure = read_figure(match[0])
            unit = _UNIT.match(passage.text, match.end())
            name = unit[1] if unit else ""
            measured = name in MEASURES or name.lower() in {*MEASURES, *SCALES, *WHOLES}
            before = passage.text[max(0, match.start() - 24) : match.start()]
            if measured and not NOT_COUNTED.search(before) and not _is_time(match[0], name):
                yield from _judged(passage, match.start(), match.end(), figure, name)


def _is_time(text: str, unit: str) -> bool:
    """Whether it is a day ("20.11 năm 2026") or an hour ("7.30 giờ")."""
    whole, point, rest = text.partition(".")
    if not point or not rest.isdecimal() or len(whole) > 2 or len(rest) > 2:
        return False
    return (unit == "năm" and 1 <= int(rest) <= 12 and 1 <= int(whole) <= 31) or (
        unit in {"giờ", "h", "g"} and int(whole) <= 24 and len(rest) == 2 and int(rest) < 60
    )


def _judged(passage: Passage, start: int, end: int, figure: Figure, unit: str) -> Iterator[Found]:
    readings = _readings(figure, unit)
    if readings is None:
        return
    yield Found(
        where=passage.where(start, end),
        message=f"Cách viết số {figure.text} {unit} chưa rõ: tiếng Việt dùng dấu chấm để tách hàng nghìn, dấu phẩy "
        "trước phần thập phân (1.234,5).",
        repairs=readings,
        confidence=0.9 if len(readings) == 1 else 0.8,
    )


def _readings(figure: Figure, unit: str) -> tuple[str, ...] | None:
    """What may be meant; None where the number is well written."""
    text = figure.text
    if figure.form is Form.ENGLISH:
        return (text.replace(",", "\0").replace(".", ",").replace("\0", "."),)
    if figure.form is Form.POINT:
        return _of_point(text, unit)
    if figure.form is Form.BROKEN:
        return _regrouped(text)
    if _ZEROS.fullmatch(text) and unit.lower() in WHOLES:  # 12,500 đồng: there is no half of one
        return (text.replace(",", "."),)
    return None


def _of_point(text: str, unit: str) -> tuple[str, ...]:
    whole, _, decimals = text.partition(".")
    with_comma = f"{whole},{decimals}"
    if unit == "%" or len(decimals) > 3 or unit.lower() in SCALES:
        return (with_comma,)
    filled = in_figures(int(whole + decimals.ljust(3, "0"))) if len(decimals) < 3 else text
    return (filled,) if unit.lower() in WHOLES else (with_comma, filled)


def _regrouped(text: str) -> tuple[str, ...]:
    """The same digits in groups of three, where only full stops are amiss."""
    digits = text.replace(".", "")
    return (in_figures(int(digits)),) if digits.isdecimal() and len(digits) < 20 else ()
