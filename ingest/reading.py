"""A reading: what was understood of one letter. The values behind `tinbai parse` and behind every draft.

`contract.py` turns a reading into the JSON object that `tinbai parse` prints; `draft.py` turns it into rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.letter import Address, Letter
from ingest.source import Encoding, SetAside
from ingest.trust import Trust
from tinbai.finding import Finding
from tinbai.kind import Kind


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


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that was understood of a letter. `letter.parts` includes what was found inside other parts.

    `trust` is None when the letter was read without a site to judge the sender by.
    """

    letter: Letter
    verdict: Verdict
    reason: str | None
    trust: Trust | None = None
    articles: Sequence[ReadArticle] = ()
    set_aside: Sequence[SetAside] = ()
    photos: Sequence[ReadPhoto] = ()
    findings: Sequence[Finding] = ()
