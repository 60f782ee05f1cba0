"""Bounces of letters of ours (RFC 3464): which letter did not arrive, and why.

A bounce counts only when it names the Message-ID of a letter that we sent, which nobody else knows: anybody can write
"this address does not exist". What is only late (Action: delayed) is no bounce.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ingest.letter import Letter
from tinbai.event import BOUNCED
from tinbai.outbox import OutgoingLetter
from tinbai.people import ContributorAddress
from tinbai.workflow import record

_STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
_ORIGINAL_TYPES = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
_LOOKED_AT = 65_536  # bytes of a part: what matters stands at its top
_IDENTIFIER = re.compile(rb"^message-id:\s*(<[^<>\s]{1,998}>)", re.IGNORECASE | re.MULTILINE)
_ACTION = re.compile(rb"^action:\s*(\w+)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(rb"^status:\s*(\d\.\d{1,3}\.\d{1,3})", re.IGNORECASE | re.MULTILINE)
# RFC 3463, section 3: the subjects of status codes.
_WORDS = {
    "1": "địa chỉ không có hoặc sai ({status})",
    "2": "hộp thư nhận bị đầy hoặc bị khoá ({status})",
    "3": "máy chủ thư nhận không nhận được thư ({status})",
    "4": "không tới được máy chủ thư nhận ({status})",
    "7": "máy chủ thư nhận từ chối thư ({status})",
}
_OTHER = "không gửi tới được ({status})"


@dataclass(frozen=True, kw_only=True)
class Bounce:
    """`identifiers` are Message-IDs that the report names; `status` is as RFC 3463 writes it, such as 5.1.1."""

    identifiers: tuple[str, ...]
    status: str

    @property
    def words(self) -> str:
        """Why, in Vietnamese."""
        return _WORDS.get(self.status.split(".")[1], _OTHER).format(status=self.status)


def bounce_of(letter: Letter) -> Bounce | None:
    """What a report of failed delivery says; None for every other letter."""
    statuses = [part.content[:_LOOKED_AT] for part in letter.parts if part.media_type in _STATUS_TYPES]
    actions = {action.lower() for status in statuses for action in _ACTION.findall(status)}
    if b"failed" not in actions:
        return None
    codes = [code.decode() for status in statuses for code in _STATUS.findall(status)]
    status = next((code for code in codes if code.startswith("5")), "5.0.0")
    return Bounce(identifiers=tuple(dict.fromkeys(_identifiers(letter))), status=status)


def note_bounce(session: Session, letter: Letter, at: datetime) -> None:
    """Write a bounce down with our letter and with the address it did not reach, in the caller's transaction."""
    bounce = bounce_of(letter)
    if bounce is None or not bounce.identifiers:
        return
    for ours in session.scalars(select(OutgoingLetter).where(OutgoingLetter.message_id.in_(bounce.identifiers))):
        if ours.bounced_at is not None:
            continue
        ours.bounced_at, ours.error = at, bounce.words
        known = ContributorAddress.site_id == ours.site_id, ContributorAddress.address == func.lower(ours.to)
        address = session.scalar(select(ContributorAddress).where(*known))
        if address is not None:
            address.bounced_at, address.bounce = at, bounce.words
            record(
                session, "contributor", address.contributor_id, ours.site_id, BOUNCED, by=None, at=at,
                note=bounce.words, data={"letter": ours.id},
            )  # fmt: skip


def _identifiers(letter: Letter) -> Iterator[str]:
    if letter.in_reply_to:
        yield letter.in_reply_to
    yield from letter.references
    for part in letter.parts:
        if part.media_type in _ORIGINAL_TYPES:
            found = _IDENTIFIER.search(part.content[:_LOOKED_AT])
            if found:
                yield found[1].decode("ascii", "replace")
