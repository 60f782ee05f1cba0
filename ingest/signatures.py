"""Signatures are verified here; dkimpy ends at this file.

Accepted is only what a reader of the letter can rely on: RSA with SHA-256 (RFC 8301), the whole body (no l=), sender
and subject signed, and no header twice that is shown or says how to read the body, so that nothing can be put on top
of a letter that was signed once. What dkimpy is given is bounded first: over long white space it takes time squared,
or worse.
"""

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ingest.header_lines import HeaderLine, is_whole
from ingest.signing_keys import Keys

if TYPE_CHECKING:
    import dkim

LONGEST = 8_192  # bytes of one field
_MOST_SIGNED = 100  # names in h=
_MOST_LINES = 2_000_000  # of a letter: dkimpy makes an object of each
_LONG_GAP = re.compile(rb"\s{40}")
_SPACES = re.compile(rb"[ \t]+")
_NEEDED = frozenset({"from", "subject"})
_ONCE = frozenset(
    """from subject to cc date reply-to message-id sender mime-version content-type
    content-transfer-encoding""".split()
)
_SILENT = logging.getLogger("ingest.signatures.dkimpy")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False  # its messages hold pieces of the letters


def is_bounded(line: HeaderLine) -> bool:
    """Whether a field may be given to dkimpy."""
    return line.plain and len(line.value) <= LONGEST and not _LONG_GAP.search(line.value)


def covers(tags: Mapping[str, str], lines: Sequence[HeaderLine]) -> bool:
    """Whether a signature with these tags covers all that a reader relies on."""
    names = [name.strip().lower() for name in tags.get("h", "").split(":")]
    if tags.get("a") != "rsa-sha256" or "l" in tags or len(names) > _MOST_SIGNED:
        return False
    signed, present = Counter(names), Counter(line.name.decode("ascii") for line in lines)
    if "from" not in signed or any(signed[name] < present[name] for name in _NEEDED):
        return False
    return all(present[name] <= 1 for name in _ONCE)


def verify_dkim(raw: bytes, number: int, keys: Keys) -> bool:
    """Whether DKIM-Signature `number`, counted from the top, is true."""
    if raw.count(b"\n") > _MOST_LINES or not is_whole(raw):
        return False
    import dkim  # noqa: PLC0415 - brings a DNS library along, and most offices verify nothing

    try:
        letter = dkim.DKIM(raw, logger=_SILENT)
        _shorten_gaps(letter, number)
        return bool(letter.verify(idx=number, dnsfunc=_asking(keys)))
    except Exception:  # noqa: BLE001 - dkimpy lets errors of many kinds through; each means: not verified
        return False


def verify_arc(raw: bytes, keys: Keys) -> bool:
    """Whether the letter's ARC chain is whole: every seal true, and the newest signature of the letter."""
    if raw.count(b"\n") > _MOST_LINES or not is_whole(raw):
        return False
    import dkim  # noqa: PLC0415 - brings a DNS library along, and most offices verify nothing

    try:
        letter = dkim.ARC(raw, logger=_SILENT)
        letter.body = _short_gaps(letter.body)
        status, _, _ = letter.verify(dnsfunc=_asking(keys))
    except Exception:  # noqa: BLE001 - as above
        return False
    return bool(status == dkim.CV_Pass)


def _shorten_gaps(letter: "dkim.DKIM", number: int) -> None:
    """Do the relaxed form's work on white space beforehand, in linear time; done twice it changes nothing."""
    fields = [value for name, value in letter.headers if name.lower() == b"dkim-signature"]
    form = re.search(rb"(?:^|;)\s{0,39}c\s{0,39}=\s{0,39}([a-z/]+)", fields[number])
    if form is not None and form[1].endswith(b"/relaxed"):
        letter.body = _short_gaps(letter.body)


def _short_gaps(body: bytes) -> bytes:
    return _SPACES.sub(b" ", body).replace(b" \r\n", b"\r\n")


class _asking:  # noqa: N801 - used as the function that dkimpy wants
    """Answers dkimpy's questions from the keys that were fetched before. Nothing here reaches the network."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def __call__(self, name: bytes, timeout: int = 0) -> bytes | None:
        del timeout
        return self._keys.get(name.decode("ascii").rstrip(".").lower())
