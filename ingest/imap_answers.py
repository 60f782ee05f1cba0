"""What single answers of an IMAP server mean."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

FOR_A_WHILE = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]")  # RFC 5530, section 3: not refused for good


def aware(moment: object) -> datetime | None:
    """INTERNALDATE with a zone; UTC where the server names none, None where it is no moment."""
    if not isinstance(moment, datetime):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def is_for_a_while(refusal: Exception) -> bool:
    """Whether the server says by its response code that the same may be asked again later."""
    return any(code in str(refusal).upper() for code in FOR_A_WHILE)


def is_news(said: Sequence[Any]) -> bool:
    """Whether a server's untagged answers tell of letters that came, and not only that it is still there."""
    return any(len(answer) > 1 and answer[1] in {b"EXISTS", b"RECENT"} for answer in said)
