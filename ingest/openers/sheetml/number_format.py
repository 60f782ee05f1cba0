"""Number formats: what a spreadsheet shows for a number (ECMA-376 part 1, section 18.8.30 and 18.8.31).

A format stands in the file in its English form ("#,##0.00") and is drawn in that of the reader's country. The readers
of a Vietnamese portal have 1.234,56 and 15/10/2026; only a format that names another country keeps the English signs.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from ingest.openers.sheetml.dates import as_moment, shown_moment

GENERAL = "General"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '#,##0 "₫"', 6: '#,##0 "₫"', 7: '#,##0.00 "₫"',
    8: '#,##0.00 "₫"', 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '#,##0;-#,##0;"-"', 42: '#,##0 "₫";-#,##0 "₫";"-"', 43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00 "₫";-#,##0.00 "₫";"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
_SYSTEM_FORMS = {"F800": "dd/mm/yyyy", "F400": "h:mm:ss"}  # "as the machine writes a date", "... a time"
_LONGEST_CODE = 255  # characters, as in Excel
_MOST_DECIMALS = 30
_ENGLISH = frozenset({0x09})  # the languages, the low ten bits of a locale, that write 1,234.56
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General)|([#0?.,/%@]|E[+-])|(AM/PM|A/P|[ymdhs]+)|(.)',
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$")
_ELAPSED = re.compile(r"^[hms]+$", re.IGNORECASE)
_LOCALE = re.compile(r"^\$([^-]*)(?:-([0-9A-F]+))?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """One token of a section: its kind is "text", "number", "general", "at", "moment" or "elapsed"."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class _Section:
    """What stands between two semicolons."""

    pieces: tuple[_Piece, ...]
    condition: tuple[str, Decimal] | None
    english: bool

    @property
    def is_moment(self) -> bool:
        return any(piece.kind in ("moment", "elapsed") for piece in self.pieces)


def built_in(number: int) -> str:
    """The code of one of the formats that a file does not spell out."""
    return _BUILT_IN.get(number, GENERAL)


def shown(value: float, code: str, *, since_1904: bool = False) -> str:
    """What a cell with this format shows for `value`. Never raises; a format of a kind unknown gives the number."""
    sections = _sections(code[:_LONGEST_CODE] or GENERAL)
    section, signed = _chosen(sections, value)
    if section.is_moment:
        moment = as_moment(value, since_1904=since_1904)
        return shown_moment([(p.kind, p.text) for p in section.pieces], moment, value, english=section.english)
    return _shown_number(section, value if signed else abs(value)).strip()


def shown_text(text: str, code: str) -> str:
    """What a cell with this format shows for a text: the fourth section of a format may add to it."""
    sections = _sections(code[:_LONGEST_CODE])
    last = sections[-1]
    if len(sections) < 4 and not any(piece.kind == "at" for piece in last.pieces):
        return text
    return "".join(text if piece.kind == "at" else piece.text for piece in last.pieces if piece.kind in ("at", "text"))


def _chosen(sections: tuple[_Section, ...], value: float) -> tuple[_Section, bool]:
    """The section for a value, and whether the minus sign is still to be written."""
    if any(section.condition for section in sections):
        fitting = (section for section in sections if section.condition is None or _fits(section.condition, value))
        return next(fitting, sections[0]), True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], True


def _fits(condition: tuple[str, Decimal], value: float) -> bool:
    sign, bound = condition
    number = Decimal(repr(value))
    return {
        "<": number < bound, "<=": number <= bound, ">": number > bound,
        ">=": number >= bound, "=": number == bound, "<>": number != bound,
    }[sign]  # fmt: skip


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token.group() == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(map(_section, sections[:4]))


def _section(tokens: list[re.Match[str]]) -> _Section:
    pieces: list[_Piece] = []
    condition, english = None, False
    for token in tokens:
        quoted, escaped, wide, fill, bracket, general, sign, letters, other = token.groups()
        if bracket is not None:
            if found := _CONDITION.match(bracket):
                condition = (found[1], Decimal(found[2]))
            elif _ELAPSED.match(bracket):
                pieces.append(_Piece(kind="elapsed", text=bracket.lower()))
            elif locale := _LOCALE.match(bracket):
                language = int(locale[2] or "0", 16)
                english = english or language & 0x3FF in _ENGLISH
                if (locale[2] or "").upper() in _SYSTEM_FORMS:
                    code = _SYSTEM_FORMS[(locale[2] or "").upper()]
                    return _section(list(_TOKEN.finditer(code)))
                pieces.append(_Piece(kind="text", text=locale[1]))
        elif general:
            pieces.append(_Piece(kind="general", text=""))
        elif letters:
            pieces.append(_Piece(kind="moment", text=letters.lower()))
        elif sign:
            pieces.append(_Piece(kind="at" if sign == "@" else "number", text=sign))
        elif fill is None:
            pieces.append(_Piece(kind="text", text=quoted or escaped or (" " if wide else other or "")))
    return _Section(pieces=tuple(pieces), condition=condition, english=english)


def _shown_number(section: _Section, value: float) -> str:
    mask = "".join(piece.text for piece in section.pieces if piece.kind == "number")
    if not re.search(r"[#0?]", mask) or "/" in mask:
        plain = _general(value, english=section.english)
        has_number = any(piece.kind in ("general", "at", "number") for piece in section.pieces)
        return _around(section, plain if has_number else "")
    return _around(section, _by_mask(mask, value, english=section.english))


def _around(section: _Section, number: str) -> str:
    """The number with the words before and after it; what stands in the middle of its signs goes after them."""
    places = [at for at, piece in enumerate(section.pieces) if piece.kind in ("number", "general", "at")]
    first = places[0] if places else len(section.pieces)
    texts = [(at, piece.text) for at, piece in enumerate(section.pieces) if piece.kind == "text"]
    before = "".join(text for at, text in texts if at < first)
    after = "".join(text for at, text in texts if at > first)
    minus = number.startswith("-") and bool(before.strip())
    return f"{'-' if minus else ''}{before}{number.removeprefix('-') if minus else number}{after}"


def _by_mask(mask: str, value: float, *, english: bool) -> str:
    signs = "".join(sign for sign in mask if sign in "#0?.,Ee")
    percent, (signs, exponent, _) = mask.count("%"), signs.upper().partition("E")
    whole, _, part = signs.partition(".")
    thousands = len(whole) - len(whole.rstrip(",")) + len(part) - len(part.rstrip(","))
    number = Decimal(repr(value)) * 100**percent / 1000**thousands
    places = min(sum(sign in "#0?" for sign in part), _MOST_DECIMALS)
    if exponent:
        figures, _, power = f"{number:.{places}E}".partition("E")
        return _signs(figures, english=english) + f"E{int(power):+03}"
    fixed = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if number.adjusted() < 25 else number
    text = f"{abs(fixed):{',' if ',' in whole.rstrip(',') else ''}f}"
    text = _padded(text, least_whole=whole.count("0"), least_part=part.count("0"))
    minus = "-" if fixed < 0 else ""
    return minus + _signs(text, english=english) + "%" * percent


def _padded(text: str, *, least_whole: int, least_part: int) -> str:
    """With the zeros that a mask asks for ("00123"), and without those that it does not ("12,5" for 0.##)."""
    whole, _, part = text.partition(".")
    while len(part) > least_part and part.endswith("0"):
        part = part[:-1]
    whole = whole.zfill(least_whole) if "," not in whole else whole
    if not least_whole and whole == "0":
        whole = ""
    return f"{whole}.{part}" if part else whole


def _general(value: float, *, english: bool) -> str:
    """A number without a format: all its figures, up to the fifteen that a spreadsheet keeps."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return _signs(f"{value:.15g}" if abs(value) >= 1e15 else f"{value:.10g}", english=english)


def _signs(text: str, *, english: bool) -> str:
    return text if english else text.translate({ord("."): ",", ord(","): "."})
