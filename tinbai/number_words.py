"""Whole numbers in Vietnamese words, written and read.

Written as amounts are in office papers: "một tỷ hai trăm năm mươi triệu". Read with the other common spellings:
ngàn, tỉ, lẻ, bốn, một, nhăm, "rưỡi".
"""

import re

MOST = 10**18  # not reached
_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()
_SCALES = ((10**6, "triệu"), (10**3, "nghìn"))
_BILLION = 10**9
_VALUES = {
    **{word: value for value, word in enumerate(_DIGITS)},
    "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7,
}  # fmt: skip
_THOUSANDS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": _BILLION, "tỉ": _BILLION}
_JOINING = frozenset({"linh", "lẻ"})
_HALVES = frozenset({"rưỡi", "rưởi"})
NUMBER_WORDS = frozenset({*_VALUES, *_THOUSANDS, *_JOINING, *_HALVES, "trăm", "mươi", "mười"})
_WORD = re.compile(r"\w+|[^\w\s]")


def in_words(number: int) -> str:
    """`number` in words, in lower case. Raises ValueError unless 0 <= number < 10**18."""
    if not 0 <= number < MOST:
        raise ValueError(number)
    return " ".join(_words(number)) if number else "không"


def _words(number: int) -> list[str]:
    billions, rest = divmod(number, _BILLION)
    head = [*_words(billions), "tỷ"] if billions else []
    return head + _below_billion(rest, whole=bool(head))


def _below_billion(number: int, *, whole: bool) -> list[str]:
    """The words of three groups. `whole`: something stands before, so that no zero hundreds are left out."""
    words: list[str] = []
    for scale, name in (*_SCALES, (1, "")):
        group, number = divmod(number, scale)
        if group:
            words += [*_group(group, whole=whole or bool(words)), *([name] if name else [])]
    return words


def _group(number: int, *, whole: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if not rest:
        return words
    if not tens:
        return [*words, "linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if not ones:
        return words
    special = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}
    return [*words, special.get(ones, _DIGITS[ones])]


def read_words(text: str) -> int | None:
    """The number that `text` says, in any case of letters; None where it is none, or says it in no certain way."""
    words = _WORD.findall(text.lower())
    if not words or not NUMBER_WORDS.issuperset(words):
        return None
    total, segment, group, scale = 0, 0, list[str](), _BILLION
    for word in words:
        if word not in _THOUSANDS:
            group.append(word)
            continue
        value = _read_group(group) if group else None
        if word in {"tỷ", "tỉ"}:
            if (value is None and not segment) or (group and value is None):
                return None
            total, segment, scale = (total + segment + (value or 0)) * _BILLION, 0, _BILLION
        elif value is None or _THOUSANDS[word] >= scale:
            return None
        else:
            scale = _THOUSANDS[word]
            segment += value * scale
        group = []
    return _ended(total + segment, group, words)


def _ended(total: int, group: list[str], words: list[str]) -> int | None:
    """The sum with the last group, which has no scale. "một triệu hai" is said for 1.200.000: it is not certain."""
    if not group:
        return total
    before = words[-len(group) - 1] if len(group) < len(words) else ""
    if len(group) == 1 and group[0] in _HALVES and before:
        return total + _THOUSANDS[before] // 2
    value = _read_group(group)
    if value is None or (before and len(group) == 1):
        return None
    return total + value


def _read_group(words: list[str]) -> int | None:
    """A number below a thousand."""
    rest, value = list(words), 0
    if len(rest) >= 2 and rest[1] == "trăm" and rest[0] in _VALUES:
        value, rest = _VALUES[rest[0]] * 100, rest[2:]
        if rest in (["rưỡi"], ["rưởi"]):
            return value + 50
        if rest and rest[0] in _JOINING:
            return value + _VALUES[rest[1]] if len(rest) == 2 and rest[1] in _VALUES else None
        if len(rest) == 1 and rest[0] in _VALUES:
            return None  # "hai trăm ba" is said for 230
    tens = _read_tens(rest)
    return None if tens is None else value + tens


def _read_tens(words: list[str]) -> int | None:
    match words:
        case []:
            return 0
        case ["mười"]:
            return 10
        case ["mười", ones] if ones in _VALUES:
            return 10 + _VALUES[ones]
        case [tens, "mươi"] if tens in _VALUES:
            return _VALUES[tens] * 10
        case [tens, "mươi", ones] if tens in _VALUES and ones in _VALUES:
            return _VALUES[tens] * 10 + _VALUES[ones]
        case [ones] if ones in _VALUES:
            return _VALUES[ones]
        case _:
            return None
