"""What a later version changed in the body, paragraph by paragraph, so that each change can be taken or left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from review.difference import Run, runs
from review.draft_form import Draft, DraftPhoto
from tinbai.html import text_of_html, top_level

MOST_ELEMENTS = 1_000  # of both versions; longer ones are compared as a whole, since this takes the square of the time


@dataclass(frozen=True, kw_only=True)
class Hunk:
    """Paragraphs of the former version and those that stand in their place; either may be none.

    `anchor` is the text of the paragraph before them in the later version, None at the top.
    """

    number: int
    old: Sequence[str]
    new: Sequence[str]
    anchor: str | None

    @property
    def runs(self) -> list[Run]:
        """The words of both."""
        return runs(_text(self.old), _text(self.new))


@dataclass(frozen=True, kw_only=True)
class HunkRow:
    """A change, and which of both stands in the form: "new", "old", or "" when somebody has rewritten it."""

    hunk: Hunk
    stands: str


def hunks(before_html: str, after_html: str) -> list[Hunk]:
    """The changes, in the order of the text; none where the versions are too long for that."""
    old, new = top_level(before_html), top_level(after_html)
    if len(old) + len(new) > MOST_ELEMENTS:
        return []
    a, b = _texts(old), _texts(new)
    found: list[Hunk] = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for i, j in _pieces((old_start, old_end), (new_start, new_end)):
            anchor = b[j[0] - 1] if j[0] else None
            found.append(Hunk(number=len(found), old=old[slice(*i)], new=new[slice(*j)], anchor=anchor))
    return found


def _pieces(old: tuple[int, int], new: tuple[int, int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """As many paragraphs for as many others are taken one by one."""
    count = old[1] - old[0]
    if count != new[1] - new[0]:
        yield old, new
        return
    for step in range(count):
        yield (old[0] + step, old[0] + step + 1), (new[0] + step, new[0] + step + 1)


def hunk_rows(found: Sequence[Hunk], body_html: str) -> list[HunkRow]:
    """The changes, with what stands in a body now."""
    texts = _texts(top_level(body_html)) if found else []
    return [HunkRow(hunk=hunk, stands=_stands(texts, hunk)) for hunk in found]


def swapped(draft: Draft, hunk: Hunk) -> Draft | None:
    """The draft with the other of both; None when neither stands in it as it was."""
    elements = top_level(draft.body_html)
    texts = _texts(elements)
    stands = _stands(texts, hunk)
    if not stands:
        return None
    out, into = (hunk.new, hunk.old) if stands == "new" else (hunk.old, hunk.new)
    place = _found(texts, out, hunk.anchor)
    if place is None:
        return None
    elements[place : place + len(out)] = into
    photos = tuple(_moved(photo, place, len(out), len(into)) for photo in draft.photos)
    return replace(draft, body_html="".join(elements), photos=photos)


def _stands(texts: Sequence[str], hunk: Hunk) -> str:
    has_new = bool(hunk.new) and _found(texts, hunk.new, hunk.anchor) is not None
    has_old = bool(hunk.old) and _found(texts, hunk.old, hunk.anchor) is not None
    if hunk.new and hunk.old:
        return "new" if has_new else "old" if has_old else ""
    if _found(texts, (), hunk.anchor) is None:
        return ""
    return ("new" if has_new else "old") if hunk.new else ("old" if has_old else "new")


def _found(texts: Sequence[str], wanted: Sequence[str], anchor: str | None) -> int | None:
    """Where these stand one after the other; for none of them, the place behind the anchor."""
    if not wanted:
        return 0 if anchor is None else texts.index(anchor) + 1 if anchor in texts else None
    look_for = _texts(wanted)
    last = len(texts) - len(look_for)
    return next((at for at in range(last + 1) if texts[at : at + len(look_for)] == look_for), None)


def _moved(photo: DraftPhoto, place: int, out: int, into: int) -> DraftPhoto:
    if photo.place is None or photo.place < place:
        return photo
    inside = photo.place < place + out
    return replace(photo, place=min(photo.place, place + into - 1) if inside else photo.place + into - out)


def _texts(elements: Sequence[str]) -> list[str]:
    return [_text([each]) for each in elements]


def _text(elements: Sequence[str]) -> str:
    return "\n".join(" ".join(text_of_html(each).split()) for each in elements)
