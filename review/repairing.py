"""A repair that a check proposes, taken into the form. Nothing is saved by it, and it can be taken back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from review.draft_form import Draft
from tinbai.errors import InputError
from tinbai.html import text_of_html, top_level
from tinbai.html_tree import Node, tree, written
from tinbai.revision import Revision

_TEXTS = ("title", "summary", "byline", "author", "source")
_PHOTO_WORDS = {"alt_missing": "alt"}  # by check; the others are about captions
_DEPTH = 600
_AROUND = 12  # characters on either side by which words are known again
_LEAST = 3  # fewer say nothing


def repaired(draft: Draft, revision: Revision | None, number: int, which: int) -> tuple[Draft, str]:
    """`draft` with repair `which` of finding `number` of `revision`, and the field it is about. Raises InputError."""
    findings = revision.findings if revision else []
    if revision is None or number >= len(findings) or which >= len(findings[number].get("repairs") or []):
        raise InputError(field="take", problem="choice_unknown")
    finding = findings[number]
    where, value = finding["where"], str(finding["repairs"][which])
    field = str(where.get("field"))
    if field in _TEXTS:
        now = str(getattr(draft, field))
        values: dict[str, Any] = {field: _in_text(now, getattr(revision, field), where, value)}
        return replace(draft, **values), field
    if field == "photos" and where.get("block") is not None:
        return _of_photo(draft, revision, finding, value), "photos"
    if field == "body" and where.get("block") is not None:
        return _in_body(draft, revision, where, value), "body"
    raise InputError(field="take", problem="choice_unknown")


def excerpt_of(revision: Revision, where: Mapping[str, Any]) -> str:
    """The words in the body that a finding is about; "" when it is about a whole paragraph."""
    block, start, end = where.get("block"), where.get("start"), where.get("end")
    if block is None or start is None or end is None:
        return ""
    texts = _texts_of(revision.body_html)
    return texts[block][start:end] if block < len(texts) else ""


@lru_cache(maxsize=4)
def _texts_of(body_html: str) -> Sequence[str]:
    """The text of each element; kept for a moment, since a page asks for each of its findings."""
    return tuple(map(text_of_html, top_level(body_html)))


def _in_text(now: str, was: str, where: Mapping[str, Any], value: str) -> str:
    start, end = where.get("start"), where.get("end")
    if start is None or end is None or (start, end) == (0, len(was)):
        return value
    at = _moved(now, was, start, end)
    if at is None:
        raise InputError(field="take", problem="repair_gone")
    return now[:at] + value + now[at + end - start :]


def _moved(now: str, was: str, start: int, end: int) -> int | None:
    """Where in `now` the words stand that `was` has from `start` to `end`; None when that is not certain.

    In a text that somebody has rewritten they are known by what stands around them: another "5" is another number.
    """
    if now == was:
        return start
    wanted, before, after = was[start:end], was[max(0, start - _AROUND) : start], was[end : end + _AROUND]
    for lead, tail in ((before, after), ("", after[:_LEAST]), (before[-_LEAST:], "")):
        places = _places(now, lead + wanted + tail) if wanted and len(lead + tail) >= _LEAST else []
        whole = [at + len(lead) for at in places if _is_whole(now, at + len(lead), at + len(lead) + len(wanted))]
        if len(whole) == 1:
            return whole[0]
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word and no figure is cut through."""
    return not (text[start - 1 : start].isalnum() and text[start].isalnum()) and not (
        text[end - 1].isalnum() and text[end : end + 1].isalnum()
    )


def _places(text: str, wanted: str) -> list[int]:
    return [at for at in range(len(text) - len(wanted) + 1) if text.startswith(wanted, at)]


def _of_photo(draft: Draft, revision: Revision, finding: Mapping[str, Any], value: str) -> Draft:
    placed = [photo.sha256 for photo in revision.photos if photo.place is not None]
    number = finding["where"]["block"]
    if number >= len(placed):
        raise InputError(field="take", problem="choice_unknown")
    name = _PHOTO_WORDS.get(str(finding.get("check")), "caption")
    was = next(photo.caption for photo in revision.photos if photo.sha256 == placed[number])

    def words(now: str) -> dict[str, Any]:
        return {name: value if name == "alt" else _in_text(now, was, finding["where"], value)}

    photos = tuple(
        replace(photo, **words(photo.caption)) if photo.sha256 == placed[number] else photo for photo in draft.photos
    )
    return replace(draft, photos=photos)


def _in_body(draft: Draft, revision: Revision, where: Mapping[str, Any], value: str) -> Draft:
    wanted = excerpt_of(revision, where)
    elements = top_level(draft.body_html)
    was = _texts_of(revision.body_html)[where["block"]] if wanted else ""
    for place in sorted(range(len(elements)), key=lambda place: abs(place - where["block"])) if wanted else ():
        now = text_of_html(elements[place])
        at = _moved(now, was, where["start"], where["end"])
        if at is not None:
            before, all_of_them = len(_places(now[:at], wanted)), len(_places(now, wanted))
            elements[place] = _element_with(elements[place], wanted, before, all_of_them, value)
            return replace(draft, body_html="".join(elements))
    raise InputError(field="take", problem="repair_gone")


def _element_with(html: str, wanted: str, number: int, count: int, value: str) -> str:
    """The element with other words; they get the marks of the first letter that they replace.

    They are the `number`-th (from 0) of `count` places with these words. The text of a page has numbers of lists and
    ends of lines besides: where the places are not the same ones, InputError is raised.
    """
    parts = tree(html, depth=_DEPTH)
    texts = list(_texts(parts))
    places = _places("".join(str(owner.parts[index]) for owner, index in texts), wanted)
    if len(places) != count:
        raise InputError(field="take", problem="repair_gone")
    at = places[number]
    end = at + len(wanted)
    begun, position = False, 0
    for owner, index in texts:
        text = str(owner.parts[index])
        first, last = max(at - position, 0), min(end - position, len(text))
        position += len(text)
        if first < last:
            owner.parts[index] = text[:first] + ("" if begun else value) + text[last:]
            begun = True
    return "".join(map(written, parts))


def _texts(parts: Sequence[Node | str]) -> Iterator[tuple[Node, int]]:
    """Every text in the order of the page, with the element it stands in."""
    for part in parts:
        if isinstance(part, Node):
            for index, inner in enumerate(part.parts):
                yield from [(part, index)] if isinstance(inner, str) else _texts([inner])
