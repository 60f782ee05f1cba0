"""What ingest needs of a place that letters arrive in, whatever its protocol. `doors.py` lists them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class ServerLetter:
    """What the server says about a letter without sending it. `size` is in bytes."""

    uid: int
    size: int
    internal_date: datetime | None


@dataclass(frozen=True, kw_only=True)
class Condition:
    """How a mailbox stands on its server.

    `used` and `room` are bytes, None where the server tells no quota; `certificate_until` is None without TLS.
    """

    used: int | None
    room: int | None
    certificate_until: datetime | None


class Mailbox(Protocol):
    """One folder of a mail server, open. Every method may raise MailboxError."""

    @property
    def uidvalidity(self) -> int:
        """The epoch of the folder's UIDs: when it changes, they mean other letters (RFC 3501 section 2.3.1.1)."""

    @property
    def uidnext(self) -> int | None:
        """A UID above those of all letters that ever were here, when the folder was opened; None: it is not said."""

    @property
    def ordered(self) -> bool:
        """Whether a later letter has a higher UID, so that a cursor can pass over what is below it."""

    @property
    def count(self) -> int:
        """How many letters there were when the folder was opened."""

    def uids_above(self, uid: int) -> Sequence[int]:
        """The UIDs above `uid`, ascending; where they have no order, as the letters came."""

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        """Size and date of letters; a UID that has gone is missing."""

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The letters' bytes, without marking them as read; a UID that has gone is missing."""

    def headers(self, uid: int, size: int) -> bytes:
        """The first `size` bytes of a letter's headers."""

    def tell(self, uids: Sequence[int]) -> None:
        """Tell the server, as configured, that these letters are safe with us. Telling twice does no harm."""

    def close(self) -> None:
        """End the connection. Never raises."""
