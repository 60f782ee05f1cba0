"""A text while its parts are taken out of it: what is left, and what was set aside, both in the text's own order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.anatomy.frames import FORM, CountOfForm, unframed
from ingest.anatomy.lines import split_lines
from ingest.source import SetAside
from tinbai.blocks import Block, Paragraph, plain, text_of


@dataclass(kw_only=True)
class Sheet:
    """Blocks with holes. Every taker either keeps the words of a block or sets them aside, so that none is lost."""

    blocks: list[Block | None]
    aside: dict[int, list[SetAside]] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)  # places the end of whose block was noted before the rest

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> "Sheet":
        """A sheet of the blocks: frames of pictures opened, paragraphs parted at the line breaks that were meant."""
        sheet = cls(blocks=list(split_lines(unframed(blocks))))
        sheet.set_aside([place for place, block in sheet.left() if isinstance(block, CountOfForm)], FORM)
        return sheet

    def left(self) -> list[tuple[int, Block]]:
        """What has not been taken, with its places."""
        return [(place, block) for place, block in enumerate(self.blocks) if block is not None]

    def paragraphs(self) -> list[tuple[int, Paragraph]]:
        """Those of `left()` that are paragraphs."""
        return [(place, block) for place, block in self.left() if isinstance(block, Paragraph)]

    def take(self, place: int) -> str:
        """Take a block out and return its text: the caller keeps the words."""
        block = self.blocks[place]
        self.blocks[place] = None
        return text_of(block) if block is not None else ""

    def put_back(self, place: int, text: str) -> None:
        """Leave only this text at a place from which a paragraph was taken."""
        self.blocks[place] = plain(text)

    def set_aside(self, places: Sequence[int], why: str) -> None:
        """Take blocks out and keep their words with the reason."""
        for place in places:
            self.note(place, self.take(place), why)

    def note(self, place: int, text: str, why: str, *, behind: bool = False) -> None:
        """Keep words that are no longer in the block at `place`. `behind`: the rest of that block stood before them."""
        if not text.strip():
            return
        pieces = self.aside.setdefault(place, [])
        pieces.insert(len(pieces) - (place in self.ended), SetAside(text=text, why=why))
        if behind:
            self.ended.add(place)

    def pieces(self) -> tuple[SetAside, ...]:
        """What was set aside, in the order of the text, neighbours with the same reason together."""
        return merged(piece for place in sorted(self.aside) for piece in self.aside[place])


def merged(pieces: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """The pieces, those that follow one another for the same reason as one."""
    groups: list[tuple[str, list[str]]] = []
    for piece in pieces:
        if not groups or groups[-1][0] != piece.why:
            groups.append((piece.why, []))
        groups[-1][1].append(piece.text)
    return tuple(SetAside(text="\n".join(texts), why=why) for why, texts in groups)
