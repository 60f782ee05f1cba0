"""What a judgement about the reader's decisions rests on, and how it puts what else there was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.anatomy.candidates import Choice
from ingest.anatomy.photos import Photo
from ingest.anatomy.piece import Piece
from ingest.anatomy.words import one_line, words
from ingest.letter import Letter
from ingest.reading import Other
from ingest.source import Source
from tinbai.blocks import Paragraph, text_of
from tinbai.site_data import SiteData
from tinbai.text import fold

MOST_OTHERS = 6
OPENING = 9  # words by which an editor knows a text


@dataclass(frozen=True, kw_only=True)
class Basis:
    """An article's piece after it was taken apart, and the letter it came in. `note` is the letter's own text."""

    piece: Piece
    letter: Letter
    note: str
    courteous: float
    body: Source | None
    sources: Sequence[Source]
    choice: Choice
    photos: Sequence[Photo]
    site: SiteData | None

    def lines(self, most: int, longest: int) -> list[str]:
        """Those of the first paragraphs left for the body that have at most `longest` words."""
        found = [one_line(text_of(block)) for _, block in self.piece.body()[: most * 2] if isinstance(block, Paragraph)]
        return [line for line in found[:most] if 0 < len(words(line)) <= longest]


def others(found: Iterable[tuple[str | None, str]], *, without: str) -> tuple[Other, ...]:
    """Values with their labels, each once, without what was chosen."""
    seen = {fold(without)}
    kept: list[Other] = []
    for value, label in found:
        if value is not None and fold(value) not in seen:
            seen.add(fold(value))
            kept.append(Other(value=value, label=label))
    return tuple(kept[:MOST_OTHERS])


def opening(text: str) -> str:
    """The first words of a text."""
    told = one_line(text[:400]).split()
    return " ".join(told[:OPENING]) + ("…" if len(told) > OPENING or len(text) > 400 else "")
