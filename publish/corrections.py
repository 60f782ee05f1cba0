"""Corrections stand beneath the text, oldest first. No portal's table has a place of its own for them."""

from collections.abc import Iterable
from html import escape

from tinbai.correcting import as_printed
from tinbai.correction import Correction


def with_corrections(body_html: str, corrections: Iterable[Correction]) -> str:
    """The body with what readers are told was wrong before. Everything that is put in is escaped here."""
    return "\n".join([*([body_html] if body_html else []), *map(_paragraph, corrections)])


def _paragraph(correction: Correction) -> str:
    lines = "<br>".join(escape(line, quote=False) for line in as_printed(correction).splitlines() if line.strip())
    return f"<p><em>{lines}</em></p>"
