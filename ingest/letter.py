"""A letter as the reader understood it: values only, no mail library."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from tinbai.finding import Finding


@dataclass(frozen=True, kw_only=True)
class Address:
    """One mailbox of an address header. Both are NFC, without line breaks; a missing one is None."""

    name: str | None
    address: str | None


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something that came along: everything but the text bodies themselves.

    `filename` is safe to show and to store: NFC, no path, no line break, no direction override; a part without
    a name gets a stable one from its position and type. `media_type` is what was declared, in lower case.
    `inside` names the archive, TNEF, document or nested letter it came out of.
    """

    filename: str
    media_type: str
    content: bytes
    inline: bool = False
    content_id: str | None = None
    inside: str | None = None
    malware: str | None = None  # what a scanner found in it

    @cached_property
    def sha256(self) -> str:
        """Hash of the decoded bytes, in hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A piece of the letter's own text; `html` is what it was taken from, None when it was plain."""

    text: str
    html: str | None = None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter, decoded.

    `text` is the letter's own text: decoded and repaired, tags removed, quoted history and signature included;
    of alternatives, the one used. `html` is the HTML it came from, when that was the one used, with `cid:`
    addresses left as they are; None when the text was plain. `authentication_results` are the raw values of that
    header, topmost first. `headers` holds the first value of every other header under its lower-case name,
    decoded, for the rules that need one (Auto-Submitted, List-Id, ...).

    `passages` is the same text in pieces, with the pictures that the sender saw between them, in order; empty when
    no picture stands between two texts. `alternatives` are the other forms of the text, which were not used.
    `findings` is what an editor must know of the letter's form: encrypted, incomplete, signed.
    """

    message_id: str | None
    date: datetime | None  # aware, with the offset that the letter had
    subject: str | None
    sender: Address | None
    to: Sequence[Address] = ()
    cc: Sequence[Address] = ()
    reply_to: Sequence[Address] = ()
    in_reply_to: str | None = None
    references: Sequence[str] = ()
    text: str = ""
    html: str | None = None
    passages: Sequence[Passage | Part] = ()
    alternatives: Sequence[str] = ()
    parts: Sequence[Part] = ()
    findings: Sequence[Finding] = ()
    automatic: bool = False
    defects: Sequence[str] = ()
    authentication_results: Sequence[str] = ()
    headers: dict[str, str] | None = None
    malware: str | None = None  # what a scanner found in the letter as a whole
