"""A repair that a check proposes, taken into the form. Nothing is saved by it, and it can be taken back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from review.draft_form import Draft
from tinbai.errors import InputError
from tinbai.html import text_of_html, top_level
from tinbai.html_tree import Node, tree, written
from tinbai.revision import Revision

_TEXTS = ("title", "summary", "byline", "author", "source")
_PHOTO_WORDS = {"alt_missing": "alt"}  # by check; the others are about captions
_DEPTH = 600


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
    elements = top_level(revision.body_html)
    block, start, end = where.get("block"), where.get("start"), where.get("end")
    if block is None or start is None or end is None or block >= len(elements):
        return ""
    return text_of_html(elements[block])[start:end]


def _in_text(now: str, was: str, where: Mapping[str, Any], value: str) -> str:
    start, end = where.get("start"), where.get("end")
    if start is None or end is None or (start, end) == (0, len(was)):
        return value
    at = _nearest(now, was[start:end], start)
    return now[:at] + value + now[at + end - start :]


def _nearest(text: str, wanted: str, start: int) -> int:
    """Where `wanted` stands, nearest to `start`. Raises InputError when it is gone: somebody rewrote it."""
    places = [at for at in range(len(text) - len(wanted) + 1) if text.startswith(wanted, at)] if wanted else []
    if not places:
        raise InputError(field="take", problem="repair_gone")
    return min(places, key=lambda at: abs(at - start))


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
    near = sorted(range(len(elements)), key=lambda place: abs(place - where["block"]))
    for place in near:
        if wanted and wanted in text_of_html(elements[place]):
            elements[place] = _element_with(elements[place], wanted, where["start"], value)
            return replace(draft, body_html="".join(elements))
    raise InputError(field="take", problem="repair_gone")


def _element_with(html: str, wanted: str, start: int, value: str) -> str:
    """The element with other words; they get the marks of the first letter that they replace."""
    parts = tree(html, depth=_DEPTH)
    texts = list(_texts(parts))
    at = _nearest("".join(str(owner.parts[index]) for owner, index in texts), wanted, start)
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
