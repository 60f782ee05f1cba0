"""Which lines of a letter its sender wrote now, and why the others are set aside.

The rules look at the pattern of marks, one letter a line. They follow those of Discourse's email_reply_trimmer, but
rather keep too much: what is set aside by mistake would be missing from an article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.anatomy.quote_marks import Mark, is_forward, label_of, marks_of
from ingest.encoded_words import decode_words
from tinbai.text import clean_line, fold

HISTORY = "thư cũ được trích lại"
ATTRIBUTION = "dòng dẫn thư cũ"
FORWARD_HEADER = "phần đầu của thư chuyển tiếp"
SIGNATURE = "chữ ký cuối thư"
DEVICE = "dòng chữ do máy hoặc ứng dụng tự thêm"
DISCLAIMER = "lời lưu ý tự động cuối thư"
RULE = "đường kẻ"

_FAR = 100  # lines; no signature is that long
_LONGEST_SIGNATURE = 15  # lines
_MOST_WORDS_OF_A_SIGNATURE = 120
_SHORT = (8, 50)  # lines and words of a signature under a ruled line, which also divides items
_FEW_LINES = 7
_FORWARDED = re.compile(r"^\s*(?:(?:fwd?|fw|chuyen tiep|cht|tr|wg|vs|rv)\s*[:：])")
_REPLIED = re.compile(r"^\s*(?:(?:re|tra loi|tl|aw|sv|antw|ref)\s*[:：])")
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"[^\s<>\"(),;:\[\]]+@[^\s<>\"(),;:\[\]]+")


@dataclass(frozen=True, kw_only=True)
class Forwarded:
    """Who had written what was forwarded, as the inline header says; `date` is its text."""

    name: str | None
    address: str | None
    date: str | None


@dataclass(frozen=True, kw_only=True)
class Judged:
    """For every line None when it stays, else why it is set aside; and the innermost forwarded sender."""

    why: Sequence[str | None]
    forwarded: Forwarded | None = None
    unquoted: frozenset[int] = frozenset()  # lines whose "> " only says that they were forwarded


def judge_lines(lines: Sequence[str], subject: str | None) -> Judged:
    """Judge the lines of a letter with this subject (it says whether the letter forwards or answers)."""
    judge = _Judge(lines, subject)
    judge.end_markers()
    judge.signatures()
    judge.devices_and_disclaimers()
    judge.history()
    judge.attributions_left()
    judge.trailing()
    return Judged(why=judge.why, forwarded=judge.forwarded, unquoted=frozenset(judge.unquoted))


class _Judge:
    """The lines still kept, their marks as a pattern, and the reasons given so far."""

    def __init__(self, lines: Sequence[str], subject: str | None) -> None:
        self.lines = lines
        self.marks = marks_of(lines)
        self.why: list[str | None] = [None] * len(lines)
        self.forwarded: Forwarded | None = None
        self.unquoted: set[int] = set()
        self._first_text = 0
        folded = fold(subject or "")
        self._forwards = _FORWARDED.match(folded) is not None
        self._replies = _REPLIED.match(folded) is not None

    def end_markers(self) -> None:
        """At "Forwarded message", "Thư gốc" or a header block: drop what follows, or take it as the content."""
        number = 0
        while number < len(self.lines):
            if self.marks[number] not in (Mark.MARKER, Mark.HEADER):
                number += 1
                continue
            end = self._end_of_headers(number)
            if not self._is_content(number):
                self._set_aside(range(number, len(self.lines)), HISTORY)
                return
            self.forwarded = _sender_of(self.lines[number:end]) or self.forwarded
            self._set_aside(range(number, end), FORWARD_HEADER)
            self._unquote(end)
            number = end

    def _unquote(self, start: int) -> None:
        """Where a program quotes all that it forwards, the quoted lines are the content."""
        rest = range(start, len(self.lines))
        if all(self.marks[place] in (Mark.QUOTE, Mark.EMPTY) for place in rest):
            self.unquoted.update(rest)
            for place in rest:
                self.marks[place] = Mark.TEXT if self.lines[place].strip("> ") else Mark.EMPTY

    def signatures(self) -> None:
        """From "-- " on, and from a ruled line on when what follows is short or a disclaimer."""
        for number, mark in enumerate(self.marks):
            if self.why[number] is not None or mark not in (Mark.DASHES, Mark.RULE):
                continue
            end = self._end_of_section(number)
            rest = [line for line in self.lines[number + 1 : end] if line.strip()]
            words = sum(len(_WORD.findall(line)) for line in rest)
            strict = mark is Mark.DASHES
            lines_allowed, words_allowed = (_LONGEST_SIGNATURE, _MOST_WORDS_OF_A_SIGNATURE) if strict else _SHORT
            divides = "*" in self.lines[number] or self.lines[number].strip() in ("—", "–")
            if not self._has_text_before(number) or (rest and divides and not strict):
                continue
            if end - number < _FAR and len(rest) <= lines_allowed and words <= words_allowed:
                self._set_aside(range(number, end), SIGNATURE if rest else RULE)

    def devices_and_disclaimers(self) -> None:
        """Lines that a telephone, a program or a virus scanner added."""
        for number, mark in enumerate(self.marks):
            if mark is Mark.DEVICE:
                self._set_aside([number], DEVICE)
            elif mark is Mark.DISCLAIMER and self._has_text_before(number):
                self._set_aside(range(number, self._end_of_paragraph(number)), DISCLAIMER)

    def history(self) -> None:
        """Quotations above, below or around what was written."""
        pattern, places = self._pattern()
        first = pattern.find("t")
        if pattern.startswith("b") and "q" in pattern[: max(first, 0)] and not pattern[first:].strip("et"):
            self._set_aside(places[:first], HISTORY)
            return
        start = _history_without_quotes(pattern) or _history_with_quotes(pattern)
        if start:
            self._set_aside(places[start:], HISTORY)

    def attributions_left(self) -> None:
        """Attributions between what was kept."""
        for number, mark in enumerate(self.marks):
            if mark is Mark.ATTRIBUTION and self.why[number] is None:
                self._set_aside([number], ATTRIBUTION)

    def trailing(self) -> None:
        """Quotations and ruled lines after the last own line."""
        pattern, places = self._pattern()
        if "t" not in pattern:
            return
        last = pattern.rindex("t")
        for place in places[last + 1 :]:
            self._set_aside([place], HISTORY if self.marks[place] is Mark.QUOTE else RULE)

    def _pattern(self) -> tuple[str, list[int]]:
        places = [number for number, why in enumerate(self.why) if why is None]
        return "".join(self.marks[number].value for number in places), places

    def _set_aside(self, places: Sequence[int] | range, why: str) -> None:
        for place in places:
            self.why[place] = self.why[place] or why

    def _is_content(self, number: int) -> bool:
        """What stands below a marker is the content of a letter that forwards, or that has nothing else to say."""
        if self._forwards or not self._has_text_before(number):
            return True
        return not self._replies and self.marks[number] is Mark.MARKER and is_forward(self.lines[number])

    def _has_text_before(self, number: int) -> bool:
        while self._first_text < len(self.marks):  # goes forward only, for what was set aside stays so
            if self.marks[self._first_text] is Mark.TEXT and self.why[self._first_text] is None:
                break
            self._first_text += 1
        return self._first_text < number

    def _end_of_headers(self, number: int) -> int:
        """The end of the header lines that follow a marker: up to the first line that is none."""
        end = number
        while end < len(self.lines) and self.marks[end] in (Mark.MARKER, Mark.EMPTY, Mark.HEADER):
            end += 1
        while end < len(self.lines) and label_of(self.lines[end]):  # too few to be known as a block by themselves
            end += 1
        return end

    def _end_of_section(self, number: int) -> int:
        """Where history begins after a line, or what was set aside; far below it, it does not matter where."""
        ending = (Mark.HEADER, Mark.MARKER, Mark.ATTRIBUTION)
        last = min(len(self.lines), number + _FAR)
        for place in range(number + 1, last):
            if self.marks[place] in ending or self.why[place] is not None:
                return place
        return last

    def _end_of_paragraph(self, number: int) -> int:
        end = number
        while end < len(self.lines) and self.marks[end] is not Mark.EMPTY:
            end += 1
        return end


def _history_without_quotes(pattern: str) -> int | None:
    """Where an attribution follows own text, and no quotation mark comes after it: the rest is history."""
    found = re.compile("te*b").search(pattern, pattern.rfind("q") + 1)
    return found.end() - 1 if found else None


def _history_with_quotes(pattern: str) -> int | None:
    """Where an attribution follows own text, and after its quotations comes no more than a signature."""
    end = len(pattern.rstrip("te"))
    if pattern[end:].count("t") >= _FEW_LINES:
        return None
    start = len(pattern[:end].rstrip("eqbh"))
    attribution = pattern.find("b", start, end)
    if start == 0 or pattern[start - 1] != "t" or attribution < 0 or pattern[start:attribution].strip("e"):
        return None
    return attribution


def _sender_of(header: Sequence[str]) -> Forwarded | None:
    found: dict[str, str] = {}
    for line in header:
        label = label_of(line)
        if label in ("from", "date") and label not in found:
            found[label] = clean_line(decode_words(line.partition(":")[2].strip(" *")))
    if "from" not in found:
        return None
    address = _ADDRESS.search(found["from"])
    name = re.split(r"[<\[(]", found["from"])[0].strip("\"' ")
    if address and address[0] in name:
        name = ""
    return Forwarded(name=name or None, address=address[0] if address else None, date=found.get("date"))
