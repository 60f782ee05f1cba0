"""A contribution: a letter built in code, and beside it the truth about it, written by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import dedent

from tinbai.kind import Kind


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What one article of a letter must be. None for author, unit, genre, source and fields: not asked here."""

    title: str | None
    body: Sequence[str]  # paragraphs, table rows and list items, with the numbers printed before these
    summary: str | None = None
    byline: str | None = None
    author: str | None = None
    unit: str | None = None
    source: str | None = None
    genre: str | None = None
    kind: Kind = Kind.ARTICLE
    photos: Mapping[int, str | None] = field(default_factory=dict)  # number of the picture -> its caption
    attachments: Sequence[str] = ()
    fields: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """A letter and its truth. `why` is what makes it different from the others."""

    why: str
    raw: bytes
    articles: Sequence[Truth]
    never: Sequence[str] = ()  # courtesy, signatures, labels: in no article
    aside: Mapping[str, str] = field(default_factory=dict)  # words that are set aside -> the reason
    tray: Sequence[int] = ()  # pictures that belong to no article


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text wrapped for reading: an empty line parts them, other line breaks are spaces."""
    return [" ".join(part.split()) for part in dedent(text).split("\n\n") if part.strip()]
