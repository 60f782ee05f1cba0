"""What single answers of an IMAP server mean."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any


def aware(moment: object) -> datetime | None:
    """INTERNALDATE with a zone; UTC where the server names none, None where it is no moment."""
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def is_news(said: Sequence[Any]) -> bool:
    """Whether a server's untagged answers tell of letters that came, and not only that it is still there."""
    return any(len(answer) > 1 and answer[1] in {b"EXISTS", b"RECENT"} for answer in said)
