"""A source: one text of a letter as blocks, wherever it came from, and what opening a part gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.letter import Address, Part
from tinbai.blocks import Block
from tinbai.finding import Finding
from tinbai.vietnamese.encoding import Encoding

BODY = "body"


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """Words that came with the letter and are not in an article; `why` says in Vietnamese for what reason."""

    text: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Source:
    """A text as blocks. `name` is "body" for the letter's own text, else the part's file name."""

    name: str
    blocks: Sequence[Block]
    encoding: Encoding = Encoding.UNICODE
    original: str | None = None  # the text before its encoding was repaired; None when nothing was repaired
    set_aside: Sequence[SetAside] = ()  # headers and footers, comments, deleted text
    sha256: str | None = None  # of the part it was read from; None for the body
    inside: str | None = None  # the archive or nested letter the part came out of
    origin: Address | None = None  # who wrote the letter that was passed on, this text in it


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What opening a part gave: perhaps a text, perhaps further parts (their `inside` set), and findings."""

    source: Source | None = None
    parts: Sequence[Part] = ()
    findings: Sequence[Finding] = ()
    origin: Address | None = None  # of a letter: who wrote it
