"""The sources that a text names: its own, and those in brackets at the ends of single paragraphs."""

import re

from ingest.anatomy.sheet import Sheet
from ingest.anatomy.words import one_line
from tinbai.blocks import text_of
from tinbai.text import fold

MOST = 5
LOOKED_AT = 120  # letters from a paragraph's end
QUOTED_END = re.compile(r"\((?:theo|nguồn)\s*:?\s+(?P<source>[^()]{2,80})\)\s*\.?\s*$", re.IGNORECASE)


def named_sources(whole: str | None, sheet: Sheet) -> str | None:
    """Each source once, that of the whole text first, then those of paragraphs in their order; their words stay."""
    found = {fold(whole): whole} if whole else {}
    for _, paragraph in sheet.paragraphs():
        if match := QUOTED_END.search(text_of(paragraph)[-LOOKED_AT:]):
            source = one_line(match["source"])
            found.setdefault(fold(source), source)
    return "; ".join([*found.values()][:MOST]) or None
