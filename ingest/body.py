"""The letter's own text as a source."""

from collections.abc import Mapping
from dataclasses import replace

from ingest.letter import Letter, Part, Passage
from ingest.openers.finish import conversion_findings
from ingest.openers.html import html_source
from ingest.openers.plain import plain_source
from ingest.source import BODY, Opened, Source
from tinbai.blocks import Picture
from tinbai.limits import Limits
from tinbai.vietnamese.encoding import Encoding


def body_source(letter: Letter, limits: Limits) -> Opened:
    """From its HTML where it has some that can be read, else from its plain text; pictures between. Never raises."""
    pictures = {part.content_id: part.sha256 for part in letter.parts if part.content_id}
    pieces = letter.passages or [Passage(text=letter.text, html=letter.html)]
    opened = [_passage(piece, limits, pictures) for piece in pieces]
    return opened[0] if len(opened) == 1 else _joined(opened)


def _passage(piece: Passage | Part, limits: Limits, pictures: Mapping[str, str]) -> Opened:
    if isinstance(piece, Part):
        return Opened(source=Source(name=BODY, blocks=[Picture(sha256=piece.sha256)]))
    if piece.html is None:
        return _plain(piece)
    try:
        return html_source(piece.html, limits, pictures)
    except Exception:  # noqa: BLE001 - HTML from a stranger in a parser written in C; its words are in `text` all the same
        return _plain(piece)


def _plain(piece: Passage) -> Opened:
    source = plain_source(piece.text)
    return Opened(source=source, findings=conversion_findings(source))


def _joined(opened: list[Opened]) -> Opened:
    """One source from the passages of a letter, in order."""
    sources = [one.source for one in opened if one.source is not None]
    encodings = {source.encoding for source in sources if any(not isinstance(b, Picture) for b in source.blocks)}
    originals = [source.original for source in sources if source.original is not None]
    joined = replace(
        sources[0],
        blocks=[block for source in sources for block in source.blocks],
        encoding=encodings.pop() if len(encodings) == 1 else Encoding.MIXED if encodings else Encoding.UNICODE,
        original="\n".join(originals) or None,
        set_aside=[piece for source in sources for piece in source.set_aside],
    )
    findings = dict.fromkeys(finding for one in opened for finding in one.findings)
    return Opened(source=joined, parts=[part for one in opened for part in one.parts], findings=list(findings))
