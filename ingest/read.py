"""Bytes to a reading: the whole way of a letter before anything is stored about it.

Pure: no database, no network. Letters from outside are read through `ingest.sandbox`, which adds the limits that
only a process can have.
"""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from ingest.anatomy import Shaped, shape
from ingest.anatomy.lost_words import catch_lost_words
from ingest.automatic import automatic_reason
from ingest.body import body_source
from ingest.letter import Letter, Part
from ingest.opening import Gathered, open_parts
from ingest.parse import parse
from ingest.raw_article import raw_article
from ingest.reading import Reading, Verdict
from ingest.scans import read_scans
from ingest.source import Source
from ingest.trust import judge
from ingest.verdict import verdict_of
from ingest.vietnamese.repair import repair_loose
from tinbai.limits import Limits
from tinbai.site_data import SiteData
from tinbai.text import clean_line, clean_text


def read(raw: bytes, *, site: SiteData | None, limits: Limits, open_attachments: bool = True) -> Reading:
    """Read a letter. Never raises, whatever the bytes: what fails in one step is told by a finding or a defect.

    Without `open_attachments` only the letter's own text is read, and what came along is listed.
    """
    began = monotonic()
    parsed = _parsed(raw, limits)
    letter = _repaired(parsed)
    trust = judge(letter, raw, site) if site else None
    if automatic := automatic_reason(letter):
        automatic_letter = replace(letter, automatic=True)
        return Reading(letter=automatic_letter, trust=trust, verdict=Verdict.NOTHING, reason=automatic)
    if len(raw) > limits.read_bytes:
        return Reading(letter=letter, trust=trust, verdict=Verdict.HELD, reason=_TOO_LARGE, findings=letter.findings)
    body = body_source(parsed, limits)
    gathered = open_parts(letter, limits) if open_attachments else Gathered(parts=list(letter.parts))
    if open_attachments:
        left = limits.wall_seconds * _SHARE_OF_TIME - (monotonic() - began)
        read_scans(body.source, gathered, limits, seconds=min(limits.converter_seconds, left))
    letter = replace(letter, parts=tuple(gathered.parts))
    shaped = _shaped(letter, body.source, gathered.sources, site)
    findings = [*letter.findings, *body.findings, *gathered.findings, *shaped.findings]
    verdict, reason = verdict_of(
        parts=letter.parts,
        articles=shaped.articles,
        findings=findings,
        trust=trust,
        hold_unknown=site is None or site.hold_unknown,
    )
    return Reading(
        letter=letter,
        trust=trust,
        verdict=verdict,
        reason=reason,
        articles=shaped.articles,
        set_aside=shaped.set_aside,
        photos=shaped.photos,
        findings=findings,
    )


_SHARE_OF_TIME = 0.8  # of the wall time of a letter, for all that is read before articles are made
_TOO_LARGE = "Tạm giữ: thư quá lớn nên chỉ đọc phần đầu thư. Hãy tải thư gốc về, lấy tin bài và ảnh bằng tay."


def header_block(raw: bytes, limits: Limits) -> bytes:
    """The headers of a letter, up to the empty line, for when the rest cannot be read."""
    head = raw[: limits.header_bytes]
    ends = [found for mark in (b"\r\n\r\n", b"\n\n") if (found := head.find(mark)) != -1]
    return head[: min(ends)] + b"\r\n\r\n" if ends else head


def _parsed(raw: bytes, limits: Limits) -> Letter:
    try:
        return parse(raw, limits)
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not lose the letter: its bytes are stored
        defect = f"không đọc được thư: {type(error).__name__}"
        return Letter(message_id=None, date=None, subject=None, sender=None, defects=(defect,))


def _repaired(letter: Letter) -> Letter:
    """With legacy encodings repaired where no font tells: subject, text, names of files."""
    return replace(
        letter,
        subject=clean_line(repair_loose(letter.subject).text) if letter.subject else letter.subject,
        text=clean_text(repair_loose(letter.text).text),
        parts=tuple(map(_renamed, letter.parts)),
    )


def _renamed(part: Part) -> Part:
    filename = clean_line(repair_loose(part.filename).text)
    return part if filename in {"", part.filename} else replace(part, filename=filename)


def _shaped(letter: Letter, body: Source | None, sources: Sequence[Source], site: SiteData | None) -> Shaped:
    try:
        found = [source for source in (body, *sources) if source]
        return catch_lost_words(shape(letter, body, sources, site), found)
    except Exception:  # noqa: BLE001 - a mistake of ours in one rule must not lose the words: they become one article
        return Shaped(articles=(raw_article(letter, [source for source in (body, *sources) if source]),))
