"""A text in a font, repaired as the run of a document is."""

from ingest.vietnamese.ink import Ink
from ingest.vietnamese.repair_blocks import repair_blocks
from tinbai.blocks import Paragraph, text_of


def in_font(text: str, font: str) -> str:
    (block,) = repair_blocks([Paragraph(spans=[Ink(text=text, font=font)])]).blocks
    return text_of(block)
