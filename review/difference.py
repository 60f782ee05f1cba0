"""What differs between two versions of an article, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

from review.locale import vi
from tinbai.html import text_of_html

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 20_000  # of both together; above, whole lines are compared instead of words


class Text(Protocol):
    """A revision, or a draft that would become one."""

    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def body_html(self) -> str: ...
    @property
    def byline(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Run:
    """A stretch of text that was kept, put in or taken out. `how`: same, put_in, taken_out."""

    text: str
    how: str


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field that differs, with the runs of its text."""

    name: str
    runs: list[Run]


def changed_fields(before: Text | None, after: Text) -> list[FieldChange]:
    """The fields that differ, in the order of the page."""
    pairs = zip(_fields(before) if before else [("", "")] * 6, _fields(after), strict=True)
    return [FieldChange(name=name, runs=runs(old, new)) for (_, old), (name, new) in pairs if old != new]


def runs(before: str, after: str) -> list[Run]:
    """The words of both texts, each in its place."""
    old, new = _pieces(before), _pieces(after)
    if len(old) + len(new) > MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Run] = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(a=old, b=new, autojunk=True).get_opcodes():
        if tag == "equal":
            found.append(Run(text="".join(old[old_start:old_end]), how="same"))
            continue
        if old_end > old_start:
            found.append(Run(text="".join(old[old_start:old_end]), how="taken_out"))
        if new_end > new_start:
            found.append(Run(text="".join(new[new_start:new_end]), how="put_in"))
    return found


def _pieces(text: str) -> list[str]:
    return _WORDS.findall(text)


def _fields(text: Text) -> list[tuple[str, str]]:
    return [
        (vi.FIELD["title"], text.title),
        (vi.FIELD["summary"], text.summary),
        (vi.FIELD["body"], text_of_html(text.body_html)),
        (vi.FIELD["byline"], text.byline),
        (vi.FIELD["author"], text.author),
        (vi.FIELD["source"], text.source),
    ]
