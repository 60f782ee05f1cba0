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
from ingest.dangers import dangers
from ingest.letter import Letter
from ingest.opening import Gathered, open_parts
from ingest.parse import parse
from ingest.raw_article import raw_article
from ingest.reading import Reading, Verdict
from ingest.repaired_headers import with_repaired_headers
from ingest.restricted import restricted
from ingest.scans import read_scans
from ingest.signing_keys import Keys
from ingest.source import Source
from ingest.trust import NO_KEYS, Trust, judge
from ingest.verdict import verdict_of
from ingest.vietnamese.wished import reading_as
from tinbai.limits import Limits
from tinbai.site_data import SiteData
from tinbai.vietnamese.encoding import Encoding
from tinbai.wish import Wish


def read(
    raw: bytes, *, site: SiteData | None, limits: Limits, open_attachments: bool = True, wish: Wish | None = None,
    keys: Keys = NO_KEYS,
) -> Reading:  # fmt: skip
    """Read a letter. Never raises, whatever the bytes: what fails in one step is told by a finding or a defect.

    Without `open_attachments` only the letter's own text is read, and what came along is listed. With a `wish`, one
    of its articles is read in another way, and the reading holds that one only. `keys` are the public keys of its
    signers, as far as they are known.
    """
    with reading_as(Encoding(wish.encoding) if wish and wish.encoding else None):
        return _read(raw, site=site, limits=limits, open_attachments=open_attachments, wish=wish, keys=keys)


def _read(
    raw: bytes, *, site: SiteData | None, limits: Limits, open_attachments: bool, wish: Wish | None, keys: Keys
) -> Reading:
    began = monotonic()
    parsed = _parsed(raw, limits)
    letter = with_repaired_headers(parsed)
    trust = judge(letter, raw, site, keys) if site else None
    if automatic := automatic_reason(letter):
        return _unopened(replace(letter, automatic=True), trust, Verdict.NOTHING, automatic)
    if trust is not None and trust.refuse is not None and wish is None:
        return _unopened(letter, trust, Verdict.NOTHING, trust.refuse)
    if len(raw) > limits.read_bytes:
        return _unopened(letter, trust, Verdict.HELD, _TOO_LARGE)
    body = body_source(parsed, limits)
    gathered = open_parts(letter, limits) if open_attachments else Gathered(parts=list(letter.parts))
    if open_attachments:
        left = limits.wall_seconds * _SHARE_OF_TIME - (monotonic() - began)
        wanted = wish.source if wish else None
        read_scans(body.source, gathered, limits, seconds=min(limits.converter_seconds, left), wanted=wanted)
    letter = replace(letter, parts=tuple(gathered.parts))
    shaped = _shaped(letter, body.source, gathered.sources, site, wish)
    findings = [*letter.findings, *body.findings, *gathered.findings, *dangers(letter.parts, limits), *shaped.findings]
    closed = restricted(letter, [body.source, *gathered.sources], shaped.articles)
    verdict, reason = verdict_of(
        closed=closed,
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
        articles=shaped.articles if wish is None else [shaped.articles[order] for order in shaped.mine],
        set_aside=shaped.set_aside,
        photos=shaped.photos,
        findings=findings,
        merged=shaped.merged,
        restriction=closed.restriction if closed else None,
    )


def _unopened(letter: Letter, trust: Trust | None, verdict: Verdict, reason: str) -> Reading:
    """Of a letter whose files stay closed, and of which no article is made."""
    closed = restricted(letter)
    restriction = closed.restriction if closed else None
    return Reading(
        letter=letter, trust=trust, verdict=verdict, reason=reason, findings=letter.findings, restriction=restriction
    )  # fmt: skip


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


def _shaped(
    letter: Letter, body: Source | None, sources: Sequence[Source], site: SiteData | None, wish: Wish | None
) -> Shaped:
    try:
        found = [source for source in (body, *sources) if source]
        return catch_lost_words(shape(letter, body, sources, site, wish), found)
    except Exception:  # noqa: BLE001 - a mistake of ours in one rule must not lose the words: they become one article
        return Shaped(articles=(raw_article(letter, [source for source in (body, *sources) if source]),))
