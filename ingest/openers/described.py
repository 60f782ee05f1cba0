"""Pictures get back the alternative texts that LibreOffice drops on its way from RTF and Word 97 to .docx."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.letter import Part
from tinbai.blocks import Block, Picture, Table

MOST_MORE = 64  # bytes that LibreOffice may leave behind the end of a picture out of a Word 97 file
MOST_DESCRIPTIONS = 200  # each is compared with every picture


@dataclass(frozen=True, kw_only=True)
class Description:
    """An alternative text, and the bytes of the picture that it is of, as they stood in the document."""

    text: str
    octets: bytes


def described(blocks: Iterable[Block], parts: Sequence[Part], descriptions: Sequence[Description]) -> list[Block]:
    """The blocks, `parts` being their pictures. A picture that LibreOffice made anew is not known again."""
    texts = {
        part.sha256: description.text
        for description in descriptions[:MOST_DESCRIPTIONS]
        for part in parts
        if _is_same(part.content, description.octets)
    }
    return [_described(block, texts) for block in blocks]


def _is_same(content: bytes, octets: bytes) -> bool:
    if not octets or abs(len(content) - len(octets)) > MOST_MORE:
        return False
    return content.startswith(octets) or octets.startswith(content)


def _described(block: Block, texts: Mapping[str, str]) -> Block:
    match block:
        case Picture(alt=None) if block.sha256 in texts:
            return replace(block, alt=texts[block.sha256])
        case Table():
            rows = [
                [replace(cell, blocks=[_described(inner, texts) for inner in cell.blocks]) for cell in row]
                for row in block.rows
            ]
            return replace(block, rows=rows)
        case _:
            return block
