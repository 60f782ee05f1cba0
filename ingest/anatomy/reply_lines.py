"""Which lines of a letter its sender wrote now, and why the others are set aside.

The rules look at the pattern of marks, one letter a line. They follow those of Discourse's email_reply_trimmer, but
rather keep too much: what is set aside by mistake would be missing from an article.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.anatomy.footers import is_contact, is_footer
from ingest.anatomy.line_mark import Mark
from ingest.anatomy.mail_headers import Forwarded, label_of, sender_of
from ingest.anatomy.passing_on import passes_on
from ingest.anatomy.quote_marks import NO_ROLES, is_forward, marks_of, runs_of
from tinbai.blocks import Role
from tinbai.text import fold

HISTORY = "thư cũ được trích lại"
ATTRIBUTION = "dòng dẫn thư cũ"
FORWARD_HEADER = "phần đầu của thư chuyển tiếp"
SIGNATURE = "chữ ký cuối thư"
DEVICE = "dòng chữ do máy hoặc ứng dụng tự thêm"
DISCLAIMER = "lời lưu ý tự động cuối thư"
RULE = "đường kẻ"

_LEADS = (Mark.HEADER, Mark.MARKER, Mark.ATTRIBUTION)
_FAR = 100  # lines; no signature is that long, and no note above what is passed on
_LONGEST_SIGNATURE = 15  # lines
_MOST_WORDS_OF_A_SIGNATURE = 120
_SHORT = (8, 50)  # lines and words of a signature under a ruled line, which also divides items
_FEW_LINES = 7
_FEW_WORDS, _SEVERAL = 5, 12  # words of a line of a signature, with and without a full stop
_FORWARDED = re.compile(r"^\s*(?:(?:fwd?|fw|chuyen tiep|cht|tr|wg|vs|rv)\s*[:：])")
_REPLIED = re.compile(r"^\s*(?:(?:re|tra loi|tl|aw|sv|antw|ref)\s*[:：])")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Judged:
    """For every line None when it stays, else why it is set aside; and the innermost forwarded sender."""

    why: Sequence[str | None]
    forwarded: Forwarded | None = None
    unquoted: frozenset[int] = frozenset()  # lines whose "> " does not say that they are history
    passed_on: int = 0  # the first line of what was forwarded; 0 when nothing was


def judge_lines(
    lines: Sequence[str], subject: str | None, roles: Mapping[int, Role] = NO_ROLES, *, answers: bool = False
) -> Judged:
    """Judge the lines of a letter.

    The subject says whether the letter forwards or answers; `answers`: its header names the letter that it follows.
    `roles`: what a mail program says of single lines.
    """
    judge = _Judge(lines, subject, roles, answers=answers)
    judge.end_markers()
    judge.signatures()
    judge.devices_and_disclaimers()
    judge.history()
    judge.attributions_left()
    judge.trailing()
    unquoted = frozenset(judge.unquoted)
    return Judged(why=judge.why, forwarded=judge.forwarded, unquoted=unquoted, passed_on=judge.passed_on)


class _Judge:
    """The lines still kept, their marks as a pattern, and the reasons given so far."""

    def __init__(self, lines: Sequence[str], subject: str | None, roles: Mapping[int, Role], *, answers: bool) -> None:
        folded = fold(subject or "")
        self._forwards = _FORWARDED.match(folded) is not None
        self._replies = _REPLIED.match(folded) is not None
        self._answers = answers or self._replies
        self.lines = lines
        self.roles = roles
        self.marks = marks_of(lines, roles, answers=self._answers)
        self.why: list[str | None] = [None] * len(lines)
        self.forwarded: Forwarded | None = None
        self.passed_on = 0
        barred = (number for number, role in roles.items() if role is Role.BARRED)
        self.unquoted = {number for number in barred if self.marks[number] is Mark.TEXT}
        self._first_text = 0

    def end_markers(self) -> None:
        """At "Forwarded message", "Thư gốc" or a header block: drop what follows, or take it as the content."""
        number = 0
        while number < len(self.lines):
            if self.marks[number] not in (Mark.MARKER, Mark.HEADER):
                number += 1
                continue
            start, end = self._rule_above(number), self._end_of_headers(number)
            if self._is_content(start, number):
                self.forwarded = sender_of(self.lines[number:end]) or self.forwarded
                self.passed_on = end
                self._set_aside(range(start, end), FORWARD_HEADER)
                self._unquote(end)
            elif self._is_certain(start, number):
                self._set_aside(range(start, len(self.lines)), HISTORY)
                return
            else:  # a letter that is shown as an example
                self.marks[number:end] = [Mark.TEXT if line.strip() else Mark.EMPTY for line in self.lines[number:end]]
            number = end

    def _unquote(self, start: int) -> None:
        """Where a program quotes all that it forwards, the quoted lines are the content."""
        rest = range(start, len(self.lines))
        if all(self.marks[place] in (Mark.QUOTE, Mark.EMPTY) for place in rest):
            self.unquoted.update(rest)
            for place in rest:
                self.marks[place] = Mark.TEXT if self.lines[place].strip("> ") else Mark.EMPTY

    def signatures(self) -> None:
        """What the program marks as one; from "-- " on; from a ruled line on when what follows is short."""
        for role, places in runs_of(self.roles):
            if role is Role.SIGNATURE:
                self._marked_signature(places)
        for number, mark in enumerate(self.marks):
            if self.why[number] is not None or mark not in (Mark.DASHES, Mark.RULE):
                continue
            end = self._end_of_section(number)
            rest = [line for line in self.lines[number + 1 : end] if line.strip()]
            words = sum(len(_WORD.findall(line)) for line in rest if not is_footer(line))
            strict = mark is Mark.DASHES
            lines_allowed, words_allowed = (_LONGEST_SIGNATURE, _MOST_WORDS_OF_A_SIGNATURE) if strict else _SHORT
            divides = "*" in self.lines[number] or self.lines[number].strip() in ("—", "–")
            if not self._has_text_before(number) or (rest and divides and not strict):
                continue
            signed = sum(map(_is_sentence, rest)) <= strict  # a motto may stand in a signature
            if signed and end - number < _FAR and len(rest) <= lines_allowed and words <= words_allowed:
                self._set_aside(range(number, end), SIGNATURE if rest else RULE)

    def _marked_signature(self, places: Sequence[int]) -> None:
        """Up to the history that some programs put in the same element; people write whole letters in it, too."""
        own = (Mark.TEXT, Mark.DASHES, Mark.RULE)
        ends = (place for place in places if self.marks[place] in _LEADS or self.marks[place] is Mark.QUOTE)
        end = next(ends, len(self.lines))
        signed = [place for place in places if place < end and self.marks[place] in own]
        words = sum(len(_WORD.findall(self.lines[place])) for place in signed)
        short = len(signed) <= _LONGEST_SIGNATURE and words <= _MOST_WORDS_OF_A_SIGNATURE
        short = short and sum(_is_sentence(self.lines[place]) for place in signed) <= 1
        if signed and short and self._has_text_before(signed[0]):
            between = (place for place in range(signed[0], signed[-1]) if self.marks[place] is Mark.EMPTY)
            self._set_aside([*signed, *between], SIGNATURE)

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
        """Quotations and ruled lines after the last own line. Where nothing tells of a letter, ">" is a list mark."""
        pattern, places = self._pattern()
        if "t" not in pattern:
            return
        last = max(pattern.rindex("t"), -1 if self._quotes_a_letter() else pattern.rfind("q"))
        for place in places[last + 1 :]:
            self._set_aside([place], HISTORY if self.marks[place] is Mark.QUOTE else RULE)

    def _quotes_a_letter(self) -> bool:
        return self._answers or any(mark in _LEADS for mark in self.marks)

    def _pattern(self) -> tuple[str, list[int]]:
        places = [number for number, why in enumerate(self.why) if why is None]
        return "".join(self.marks[number].value for number in places), places

    def _set_aside(self, places: Sequence[int] | range, why: str) -> None:
        for place in places:
            self.why[place] = self.why[place] or why

    def _is_content(self, start: int, number: int) -> bool:
        """What stands below a marker is the content of a letter that forwards, or that has nothing else to say."""
        if self._forwards or not self._has_text_before(start):
            return True
        if self._replies:
            return False
        if self.marks[number] is Mark.MARKER and is_forward(self.lines[number]):
            return True
        return start < _FAR and passes_on([self.lines[place] for place in range(start) if self.why[place] is None])

    def _is_certain(self, start: int, number: int) -> bool:
        """Whether there is more to a header block in a text than that its lines look so."""
        return self._answers or start < number or self.marks[number] is Mark.MARKER or number in self.roles

    def _rule_above(self, number: int) -> int:
        """The line drawn right above a marker or header block belongs to it."""
        start = number
        while start and self.marks[start - 1] is Mark.EMPTY:
            start -= 1
        return start - 1 if start and self.marks[start - 1] is Mark.RULE else number

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
        if Mark.HEADER not in self.marks[number:end]:
            while end < len(self.lines) and label_of(self.lines[end]):  # too few to be known as a block by themselves
                end += 1
        return end

    def _end_of_section(self, number: int) -> int:
        """Where history begins after a line, or what was set aside; far below it, it does not matter where."""
        last = min(len(self.lines), number + _FAR)
        for place in range(number + 1, last):
            if self.marks[place] in _LEADS or self.why[place] is not None:
                return place
        return last

    def _end_of_paragraph(self, number: int) -> int:
        end = number
        while end < len(self.lines) and self.marks[end] is not Mark.EMPTY:
            end += 1
        return end


def _is_sentence(line: str) -> bool:
    """Whether a line is too much of a sentence for a signature: so goes on a text that a line was drawn through."""
    count = len(_WORD.findall(line))
    if is_contact(line) or is_footer(line) or count <= _FEW_WORDS:
        return False
    return count > _SEVERAL or line.rstrip()[-1] in ".!?…"


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
