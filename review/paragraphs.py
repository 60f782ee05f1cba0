"""The places where a photo may stand: before the text, or after one of its top-level elements."""

from dataclasses import dataclass

from review.language import _
from tinbai.html import text_of_html, top_level

OPENING_WORDS = 8


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place, and the words by which an editor knows it."""

    index: int
    name: str


def places(body_html: str) -> list[Place]:
    """Every place in a body, from the top."""
    found = [Place(index=-1, name=_("Đầu bài, trước đoạn 1"))]
    for index, element in enumerate(top_level(body_html)):
        words = text_of_html(element).split()
        opening = " ".join(words[:OPENING_WORDS]) + ("…" if len(words) > OPENING_WORDS else "")
        name = _("Sau đoạn {number}").format(number=index + 1)
        found.append(Place(index=index, name=name + (f": {opening}" if opening else "")))
    return found
