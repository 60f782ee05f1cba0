"""A story: the body of a document, or its headers, footnotes or comments, while it is being read."""

from dataclasses import dataclass, field

from ingest.openers.wordml.media import Media
from ingest.openers.wordml.numbering import Numbering
from ingest.openers.wordml.package import Relation
from ingest.openers.wordml.styles import Styles
from tinbai.blocks import Block


@dataclass(kw_only=True)
class Traces:
    """What reading a document meets beside its text."""

    deleted: list[Block] = field(default_factory=list)  # raw paragraphs, from tracked changes
    hidden: list[Block] = field(default_factory=list)
    highlighted: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Story:
    """What is needed to read one part of a document, and what reading it finds."""

    styles: Styles
    numbering: Numbering
    media: Media
    relations: dict[str, Relation]
    traces: Traces
    blocks_left: int
    table_style: str | None = None  # of the table that is being read
    cut: bool = False  # the limit on blocks was met: the rest was not read

    def take_block(self) -> bool:
        """Count one block more; False when there are enough."""
        self.blocks_left -= 1
        self.cut = self.cut or self.blocks_left < 0
        return not self.cut
