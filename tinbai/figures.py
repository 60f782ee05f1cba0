"""Numbers in figures as Vietnamese writes them: full stops between thousands, a comma before decimals (1.234.567,5).

Phones and spreadsheets write otherwise; what cannot be told for certain is `Form.DOUBTFUL` and has no one value.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum

# A unit may be typed right behind ("12kg"); any other letter makes it a name ("1A") or an hour ("7h30").
_UNIT_BEHIND = r"(?:kg|ha|km|cm|m|m[23²³]|g|tấn|tạ|đ|đồng|USD|kW)(?![\w/])"
FIGURE = re.compile(rf"(?<![\w.,/:])[0-9]+(?:[.,][0-9]+)*(?![/:]|[.,][0-9]|(?!{_UNIT_BEHIND})\w)")
_PLAIN = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+,[0-9]+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_LONGEST = 30  # characters; longer ones are no numbers that anybody reads


class Form(StrEnum):
    """How a number is written."""

    GOOD = "good"
    ENGLISH = "english"  # 1,250,000
    POINT = "point"  # 12.5
    BROKEN = "broken"  # 1.25.000


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number. `value` is None where the form leaves several readings; `decimals` are those printed."""

    text: str
    form: Form
    value: Decimal | None
    decimals: int = 0


def read_figure(text: str) -> Figure:
    """What a run of digits, full stops and commas says."""
    if len(text) > _LONGEST:
        return Figure(text=text, form=Form.BROKEN, value=None)
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text) or _DECIMAL.fullmatch(text):
        whole, _, decimals = text.partition(",")
        value = Decimal(f"{whole.replace('.', '')}.{decimals or '0'}")
        return Figure(text=text, form=Form.GOOD, value=value, decimals=len(decimals))
    form = Form.ENGLISH if _ENGLISH.fullmatch(text) else Form.POINT if _POINT.fullmatch(text) else Form.BROKEN
    return Figure(text=text, form=form, value=None)


def in_figures(value: Decimal | int, decimals: int = 0) -> str:
    """A number with that many decimals, rounded half up."""
    digits = Context(prec=max(Decimal(value).adjusted(), 0) + decimals + 2)
    scaled = Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP", context=digits)
    whole, _, rest = f"{scaled.copy_abs():f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return ("-" if scaled < 0 else "") + grouped + (f",{rest}" if rest else "")
