"""A reading: what was understood of one letter. The values behind `tinbai parse` and behind every draft.

`contract.py` turns a reading into the JSON object that `tinbai parse` prints; `draft.py` turns it into rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.letter import Address, Letter
from ingest.source import SetAside
from ingest.trust import Trust
from tinbai.finding import Finding
from tinbai.kind import Kind
from tinbai.restriction import Restriction
from tinbai.vietnamese.encoding import Encoding


class Verdict(StrEnum):
    """What becomes of a letter."""

    ARTICLES = "articles"
    NOTHING = "nothing"  # automatic reply, bounce, calendar, ...: counted, with its reason
    HELD = "held"  # a person must look first


@dataclass(frozen=True, kw_only=True)
class ReadPhoto:
    """A photo that goes with an article, or lies in the tray.

    `place` is the index of the top-level element of `body_html` that it stands after (-1: before the first);
    None puts it into the tray beside the article.
    """

    sha256: str
    filename: str
    caption: str | None = None
    alt: str | None = None
    place: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReadAttachment:
    """What goes with an article besides its photos."""

    sha256: str
    filename: str
    media_type: str


@dataclass(frozen=True, kw_only=True)
class ColumnGuess:
    """A column of the site that would fit, with the reason in Vietnamese; `confidence` from 0 to 1."""

    name: str
    reason: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Other:
    """What could have been chosen instead: the value, and in Vietnamese where it comes from."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One decision of the reader: what was taken, how sure that is (0 to 1), why (in Vietnamese), and what else.

    `field` is what was decided: title, summary, byline, author, unit, column, genre, caption (their values are texts),
    source ("body" or a part's SHA-256), encoding, kind, items (one, several), note (note, article), set_aside. `about`
    is the photo that a caption is for, or the reason for which passages were set aside.
    """

    field: str
    value: str
    confidence: float
    reason: str
    about: str | None = None
    others: Sequence[Other] = ()


@dataclass(frozen=True, kw_only=True)
class ReadArticle:
    """One article as read. Absent strings are None. HTML has passed `tinbai.clean`."""

    title: str | None
    summary: str | None
    body_html: str
    body_text: str
    byline: str | None = None
    author: str | None = None
    unit: str | None = None
    source: str | None = None
    genre: str | None = None
    kind: Kind = Kind.ARTICLE
    columns: Sequence[ColumnGuess] = ()
    forwarded_by: Address | None = None
    fields: dict[str, str] = field(default_factory=dict)
    from_part: str = "body"
    encoding: Encoding = Encoding.UNICODE
    photos: Sequence[ReadPhoto] = ()
    attachments: Sequence[ReadAttachment] = ()
    set_aside: Sequence[SetAside] = ()
    findings: Sequence[Finding] = ()
    chosen: Sequence[Chosen] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that was understood of a letter. `letter.parts` includes what was found inside other parts.

    `trust` is None when the letter was read without a site to judge the sender by. Of a letter that was read in
    another way for one of its articles, `articles` holds only what that one has become, and `merged` the numbers of
    those that went into it.
    """

    letter: Letter
    verdict: Verdict
    reason: str | None
    trust: Trust | None = None
    articles: Sequence[ReadArticle] = ()
    set_aside: Sequence[SetAside] = ()
    photos: Sequence[ReadPhoto] = ()
    findings: Sequence[Finding] = ()
    merged: Sequence[int] = ()
    restriction: Restriction | None = None
