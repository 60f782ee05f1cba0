"""The letter's own text as a source."""

from ingest.letter import Letter
from ingest.openers.finish import conversion_findings
from ingest.openers.html import html_source
from ingest.openers.plain import plain_source
from ingest.source import Opened
from tinbai.limits import Limits


def body_source(letter: Letter, limits: Limits) -> Opened:
    """From its HTML where it has some that can be read, else from its plain text. Never raises."""
    if letter.html is None:
        return _plain(letter)
    pictures = {part.content_id: part.sha256 for part in letter.parts if part.content_id}
    try:
        return html_source(letter.html, limits, pictures)
    except Exception:  # noqa: BLE001 - HTML from a stranger in a parser written in C; its words are in `text` all the same
        return _plain(letter)


def _plain(letter: Letter) -> Opened:
    source = plain_source(letter.text)
    return Opened(source=source, findings=conversion_findings(source))
