"""Attributions: the sentence that a mail program writes above what it quotes ("Vào ... đã viết:", "On ... wrote:").

A sentence of an article may look the same ("Lúc 8:30 ngày 2/9, trong sổ vàng, đồng chí đã viết:"), so that one needs
an address, or else a letter that answers another, or the quotation marks of a program below it.
"""

import re
from collections.abc import Sequence

from ingest.anatomy.line_mark import Mark

_VERBS = (
    r"wrote|đã viết|viết|đã ghi|a écrit|schrieb|escribió|ha scritto|schreef|geschreven|skrev|napisał|escreveu|"
    r"написал[аи]?|пишет|пише|写道|寫道"
)
_SAID = re.compile(rf"(?:{_VERBS})(?:\(a\))?.{{0,60}}?\s*(?:[:：]|-{{2,}})\s*$", re.IGNORECASE | re.DOTALL)
_IN_ARTICLES = re.compile(r"\b(?:wrote|đã viết|viết|đã ghi)\b", re.IGNORECASE)  # the languages articles are in
_STARTS = re.compile(
    r"^(?:-{2,}\s*)?(?:On|At|Le|Am|El|Il|Op|Den|Dnia|Em|Vào|Vao|Ngày|Lúc|在|\d{1,2}[ ./-]|\d{4}[/-])", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_DATED = re.compile(
    r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+(?:\d{1,2}:\d{2}\s+(?:GMT|UTC)[+-]\d{2}:?\d{2}\s+[^<\s][^<]{0,120}|.{1,120}<[^<>]+@[^<>]+>:?)$",
    re.DOTALL,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”)]?$")
_ENDS_DATE = re.compile(r"\b[ap]\.\s?m\.$|(?:^|[\s,])\d{1,2}\.$", re.IGNORECASE)  # "2:20 p.m.", "Fr., 28."
_MOST_LINES = 6
_MOST_LETTERS = 400


def mark_attributions(lines: Sequence[str], marks: list[Mark], *, answers: bool) -> None:
    """Mark every line of every attribution. `answers`: something else says that the letter answers another."""
    number = 0
    while number < len(lines):
        places = _places(lines, marks, number, answers=answers)
        for place in places:
            marks[place] = Mark.ATTRIBUTION
        number = places[-1] + 1 if places else number + 1


def _places(lines: Sequence[str], marks: Sequence[Mark], start: int, *, answers: bool) -> list[int]:
    """The lines from `start` on that make an attribution; none when they make none."""
    first = _bare(lines[start])
    if marks[start] not in (Mark.TEXT, Mark.QUOTE) or not first:
        return []
    several = bool(_STARTS.match(first)) and any(sign.isdigit() for sign in first)
    several = several or first.endswith("<") or ("<" in first and "@" in first)
    texts: list[str] = []
    places: list[int] = []
    for place in _following(marks, start, _MOST_LINES if several else 1):
        texts.append(_bare(lines[place]))
        places.append(place)
        joined = " ".join(texts)
        if len(joined) > _MOST_LETTERS:
            return []
        if _is_attribution(joined, answers=answers or _is_quoted(marks, place + 1)):
            return [] if _begins_later(texts, answers=answers) else places
    return []


def _bare(line: str) -> str:
    return line.lstrip("> ").strip()


def _following(marks: Sequence[Mark], start: int, most: int) -> list[int]:
    """Up to `most` lines from `start` on, one empty line between two allowed: blocks are told apart by such."""
    found: list[int] = []
    place = start
    while place < len(marks) and len(found) < most:
        if marks[place] is not Mark.EMPTY:
            found.append(place)
        elif place + 1 < len(marks) and marks[place + 1] is Mark.EMPTY:
            break
        place += 1
    return found


def _begins_later(texts: Sequence[str], *, answers: bool) -> bool:
    """Whether the first of these lines belongs to the text above: it ends a sentence, or another one begins anew."""
    if any(_ENDS_SENTENCE.search(text) and not _ENDS_DATE.search(text) for text in texts[:-1]):
        return True
    rests = [" ".join(texts[number:]) for number in range(1, len(texts))]
    dated = bool(_STARTS.match(texts[0]))
    return any(_is_attribution(rest, answers=answers) and (not dated or _STARTS.match(rest)) for rest in rests)


def _is_quoted(marks: Sequence[Mark], start: int) -> bool:
    """Whether the next line that is not empty has the quotation mark of a program."""
    following = (mark for mark in marks[start : start + 4] if mark is not Mark.EMPTY)
    return next(following, None) is Mark.QUOTE


def _is_attribution(joined: str, *, answers: bool) -> bool:
    """Somebody wrote, from an address, or at an hour in a letter that answers."""
    if _DATED.match(joined):
        return True
    if not _SAID.search(joined):
        return False
    if "@" in joined or ("<" in joined and ">" in joined):
        return True
    if not answers:
        return False
    if _IN_ARTICLES.search(joined):
        return bool(_STARTS.match(joined) and _CLOCK.search(joined))
    return any(sign.isdigit() for sign in joined)
