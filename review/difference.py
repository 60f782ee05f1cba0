"""What differs between two versions of an article, word by word."""

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Protocol

from review.locale import vi
from tinbai.html import text_of_html

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
KEPT_WORDS = 15  # beside a change, of a stretch that was kept
FEW_WORDS = 10  # in texts so short, every word is compared
LEAST_KEPT = 0.3  # share of words in common from which two texts are shown word by word
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
    """A field that differs, with the runs of its text. `field` is its name in the form."""

    name: str
    runs: list[Run]
    field: str = ""

    @property
    def put_in(self) -> int:
        """How many words were put in."""
        return sum(len(run.text.split()) for run in self.runs if run.how == "put_in")

    @property
    def taken_out(self) -> int:
        """How many words were taken out."""
        return sum(len(run.text.split()) for run in self.runs if run.how == "taken_out")


def changed_fields(before: Text | None, after: Text) -> list[FieldChange]:
    """The fields that differ, in the order of the page."""
    pairs = zip(_fields(before) if before else [("", "")] * 6, _fields(after), strict=True)
    return [
        FieldChange(name=vi.FIELD[name.removesuffix("_html")], runs=runs(old, new), field=name)
        for (_, old), (name, new) in pairs
        if old != new
    ]


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
    return found if _have_much_in_common(found, before, after) else _one_for_the_other(before, after)


def _have_much_in_common(found: list[Run], before: str, after: str) -> bool:
    """Whether it helps to see the words that stand in both; single words here and there only confuse."""
    most = max(len(before.split()), len(after.split()))
    kept = sum(len(run.text.split()) for run in found if run.how == "same")
    return most < FEW_WORDS or kept >= LEAST_KEPT * most


def _one_for_the_other(before: str, after: str) -> list[Run]:
    runs = [Run(text=before.rstrip() + "\n", how="taken_out"), Run(text=after, how="put_in")]
    return [run for run in runs if run.text.strip()]


def shortened(change: FieldChange) -> FieldChange:
    """With long stretches that were kept cut to the words next to what changed."""
    last = len(change.runs) - 1
    found = [
        _cut(run, order == 0, order == last) if run.how == "same" else run for order, run in enumerate(change.runs)
    ]
    return replace(change, runs=found)


def _cut(run: Run, first: bool, last: bool) -> Run:  # noqa: FBT001 - where it stands
    words = run.text.split(" ")
    if len(words) <= 2 * KEPT_WORDS + 5:
        return run
    before = "" if first else " ".join(words[:KEPT_WORDS])
    after = "" if last else " ".join(words[-KEPT_WORDS:])
    return Run(text=f"{before} … {after}", how="same")


def _pieces(text: str) -> list[str]:
    return _WORDS.findall(text)


def _fields(text: Text) -> list[tuple[str, str]]:
    return [
        ("title", text.title),
        ("summary", text.summary),
        ("body_html", text_of_html(text.body_html)),
        ("byline", text.byline),
        ("author", text.author),
        ("source", text.source),
    ]
