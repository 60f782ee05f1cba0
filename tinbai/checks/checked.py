"""What the checks look at: an article as values, the same on arrival and on every save."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from tinbai.checks.earlier import EarlierText, UsedPhoto
from tinbai.checks.passages import Body, Passage, body_of
from tinbai.checks.tables import Table
from tinbai.kind import Kind

WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class CheckedPhoto:
    """A photo of the article; findings name it by its index."""

    filename: str
    caption: str | None = None
    alt: str | None = None
    longest: int | None = None  # pixels of the longer side; None: not known yet
    sharp_at: int | None = None  # as tinbai.pictures.Looked says; None: not known
    sideways: bool = False  # as tinbai.pictures.PictureInfo says, and nobody has turned it since
    used: UsedPhoto | None = None  # where it stood before; None: nowhere, or not known


@dataclass(frozen=True, kw_only=True)
class Checked:
    """An article under check. `body_text` has one line a paragraph; `date` is that of the letter, aware."""

    title: str | None = None
    summary: str | None = None
    body_html: str = ""
    body_text: str = ""
    byline: str | None = None
    author: str | None = None
    source: str | None = None
    column: str | None = None
    photos: Sequence[CheckedPhoto] = ()
    date: datetime | None = None
    kind: Kind = Kind.ARTICLE
    genre: str | None = None
    unit: str | None = None  # "": it has none; None: not known here
    fields: Mapping[str, Any] | None = None  # of a document; None: not known here
    earlier: Sequence[EarlierText] = ()  # articles of the same site that may share words with this one

    @property
    def paragraphs(self) -> list[str]:
        """The lines of the body that hold words."""
        return [line for line in self.body_text.split("\n") if WORD.search(line)]

    @property
    def text(self) -> str:
        """Summary and body, as readers get them one after the other."""
        return "\n".join(part for part in (self.summary, self.body_text) if part)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that readers get, in the order of the page: title, summary, body, byline, captions."""
        before = (("title", self.title), ("summary", self.summary))
        after = (("byline", self.byline),) if self.byline else (("author", self.author),)
        captions = ((number, photo.caption) for number, photo in enumerate(self.photos))
        return (
            *(Passage(field=field, text=text) for field, text in before if text),
            *self._body.passages,
            *(Passage(field=field, text=text) for field, text in after if text),
            *(Passage(field="photos", block=number, text=text) for number, text in captions if text),
        )

    @cached_property
    def texts(self) -> Mapping[tuple[str, int | None], str]:
        """The passages by their places."""
        return {(each.field, each.block): each.text for each in self.passages}

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body. Their texts are passages, too."""
        return self._body.tables

    @cached_property
    def _body(self) -> Body:
        """Parsed once an article, whatever number of rules ask."""
        return body_of(self.body_html, self.body_text)


def count_words(text: str | None) -> int:
    """The number of words, punctuation apart."""
    return len(WORD.findall(text or ""))
