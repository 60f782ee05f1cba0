"""Another text is taken into the form: what the reader offered, what was saved, or what an earlier version said.

Nothing is saved by it. A line of the body that becomes the title leaves the body, and comes back when something else
is taken: so every choice can be undone by the next.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape

from review.choices import chosen_of, key_of, origin_of
from review.draft_form import Draft, DraftPhoto, photo_of
from review.paragraph_difference import hunks, swapped
from review.repairing import repaired
from tinbai.article import Article
from tinbai.errors import InputError
from tinbai.html import text_of_html, top_level
from tinbai.revision import Revision

SAVED = "saved"
ASIDE = "aside"
BEFORE = "before"
REPAIR = "repair"
HUNK = "hunk"
_BODY_LINES = ("title", "summary", "byline")  # fields whose texts may be lines of the body
_TEXTS = ("title", "summary", "body_html", "byline", "author", "source")


def take(draft: Draft, article: Article, what: str, saved: Mapping[str, str], names: "Names") -> tuple[Draft, str]:
    """`draft` with what the button said, and the field it is about. Raises InputError when there is no such thing."""
    kind, _, detail = what.partition("/")
    if kind == ASIDE:
        return _with_aside(draft, article, detail), "body"
    if kind == REPAIR:
        number, _, which = detail.partition("/")
        return repaired(draft, article.revision, _number(number), _number(which))
    if kind == HUNK:
        return _with_hunk(draft, article, _number(detail)), "body"
    if kind == BEFORE:
        return _with_earlier(draft, article, detail), detail
    chosen = list(chosen_of(article))
    if not kind.isdigit() or int(kind) >= len(chosen):
        raise InputError(field="take", problem="choice_unknown")
    decision = chosen[int(kind)]
    key = key_of(decision)
    values = [decision["value"], *(each["value"] for each in decision["others"])]
    if detail == SAVED and key in saved:
        value = saved[key]
    elif detail.isdigit() and int(detail) < len(values):
        value = values[int(detail)]
    else:
        raise InputError(field="take", problem="choice_unknown")
    if key in _BODY_LINES:
        draft = _lines_moved(draft, article, key, value, values)
    return _with_value(draft, key, value, names), key


class Names:
    """Columns and units by name, as the form wants them: by key."""

    def __init__(self, columns: Mapping[str, str], units: Mapping[str, str]) -> None:
        self.columns, self.units = columns, units


def _with_value(draft: Draft, key: str, value: str, names: Names) -> Draft:
    if key == "column":
        return replace(draft, column_key=names.columns.get(value, ""))
    if key == "unit":
        return replace(draft, unit_key=names.units.get(value, ""))
    if key == "genre":
        return replace(draft, genre=value or None)
    if key.startswith("caption:"):
        sha256 = key.removeprefix("caption:")
        photos = tuple(replace(each, caption=value) if each.sha256 == sha256 else each for each in draft.photos)
        return replace(draft, photos=photos)
    setters: Mapping[str, Callable[[], Draft]] = {
        "title": lambda: replace(draft, title=value),
        "summary": lambda: replace(draft, summary=value),
        "byline": lambda: replace(draft, byline=value),
        "author": lambda: replace(draft, author=value),
    }
    return setters[key]()


def _lines_moved(draft: Draft, article: Article, key: str, value: str, values: list[str]) -> Draft:
    """The body without the line that is taken out of it, and again with the one that stood in it before."""
    now = str(getattr(draft, key))
    origin = origin_of(article)
    if origin is None or now == value:
        return draft
    read = [_line(each) for each in top_level(origin.body_html)]
    if value in read:
        draft = _without(draft, value)
    if now in read and now in values:
        draft = _with_line(draft, now, read.index(now))
    elif not value and now and now == values[0]:  # the reader's own choice goes back where it came from
        draft = _with_line(draft, now, len(top_level(draft.body_html)) if key == "byline" else 0)
    elif value == values[0] and not now:
        draft = _without(draft, value)
    return draft


def _line(element: str) -> str:
    return " ".join(text_of_html(element).split())


def _without(draft: Draft, line: str) -> Draft:
    """Without the first paragraph that says this, the photos staying where they are."""
    elements = top_level(draft.body_html)
    place = next((place for place, each in enumerate(elements) if _line(each) == " ".join(line.split())), None)
    if place is None:
        return draft
    del elements[place]
    photos = _shifted(draft.photos, place, -1)
    return replace(draft, body_html="".join(elements), photos=photos)


def _with_line(draft: Draft, line: str, place: int) -> Draft:
    """With a paragraph that says this at the place, unless there is one already."""
    elements = top_level(draft.body_html)
    if any(_line(each) == " ".join(line.split()) for each in elements):
        return draft
    place = min(place, len(elements))
    elements.insert(place, f"<p>{escape(line, quote=False)}</p>")
    photos = _shifted(draft.photos, place, 1)
    return replace(draft, body_html="".join(elements), photos=photos)


def _shifted(photos: Sequence[DraftPhoto], place: int, step: int) -> tuple[DraftPhoto, ...]:
    """The photos that stand at or after `place` follow their paragraphs."""
    return tuple(
        replace(each, place=max(-1, each.place + step)) if each.place is not None and each.place >= place else each
        for each in photos
    )


def _with_aside(draft: Draft, article: Article, number: str) -> Draft:
    """With a passage that was set aside at the end of the body, or without it when it stands there."""
    if not number.isdigit() or int(number) >= len(article.set_aside):
        raise InputError(field="take", problem="choice_unknown")
    lines = [" ".join(line.split()) for line in article.set_aside[int(number)]["text"].split("\n") if line.strip()]
    standing = {_line(each) for each in top_level(draft.body_html)}
    if lines and all(line in standing for line in lines):
        for line in lines:
            draft = _without(draft, line)
        return draft
    for line in lines:
        draft = _with_line(draft, line, len(top_level(draft.body_html)))
    return draft


def _with_earlier(draft: Draft, article: Article, name: str) -> Draft:
    """With one field, or the photos, as they were in the version before the newest one."""
    earlier = before_newest(article)
    if earlier is None or name not in (*_TEXTS, "photos"):
        raise InputError(field="take", problem="choice_unknown")
    if name == "photos":
        return replace(draft, photos=tuple(map(photo_of, earlier.photos)))
    return replace(draft, **{name: getattr(earlier, name)})


def _with_hunk(draft: Draft, article: Article, number: int) -> Draft:
    """With a paragraph of the body as it was in the version before, or again as it is in the newest one."""
    earlier = before_newest(article)
    found = hunks(earlier.body_html, article.revision.body_html) if earlier and article.revision else []
    if number >= len(found):
        raise InputError(field="take", problem="choice_unknown")
    other = swapped(draft, found[number])
    if other is None:
        raise InputError(field="take", problem="paragraph_gone")
    return other


def _number(digits: str) -> int:
    if not digits.isdecimal() or len(digits) > 4:
        raise InputError(field="take", problem="choice_unknown")
    return int(digits)


def before_newest(article: Article) -> Revision | None:
    """The version before the newest one."""
    number = article.revision.number - 1 if article.revision else 0
    return next((each for each in article.revisions if each.number == number), None)
