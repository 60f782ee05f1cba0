"""Anatomy: the article in a letter, found from blocks alone, whatever they came from.

Nothing here opens a file, knows a mail library or raises on odd input. The way of a letter, in the order of the
calls: `letter_text` trims the letter's own text, `candidates` chooses the texts that are articles, `piece` takes
each apart, `photos`, `allotting` and `placing` bring the pictures to them, and `article` puts it all together.
"""

from ingest.anatomy.shape import Shaped, shape

__all__ = ["Shaped", "shape"]
