"""Whether a note says no more than that it passes on what stands below it."""

import re
from collections.abc import Sequence

from ingest.anatomy.courtesy import is_closing, is_courtesy
from ingest.anatomy.footers import is_contact, is_footer, is_name
from ingest.anatomy.words import words
from tinbai.text import fold

LONGEST_NOTE = 60  # words
PASSES = re.compile(r"\b(?:chuyen|gui|fwd?|forward(?:ed|ing)?|chuyen tiep)\b")


def passes_on(lines: Sequence[str]) -> bool:
    """Courtesy and signature only, and one line that says so. Lines that say nothing do not count."""
    said = [line for line in lines if words(line)]
    if not said or sum(len(words(line)) for line in said) > LONGEST_NOTE:
        return False
    return all(map(_is_about_the_letter, said)) and any(PASSES.search(fold(line)) for line in said)


def _is_about_the_letter(line: str) -> bool:
    return is_courtesy(line) or is_closing(line) or is_name(line) or is_contact(line) or is_footer(line)
