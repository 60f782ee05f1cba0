"""How long to wait after failures: doubling, in part by chance, so that what is back again is not overrun at once."""

import random
from datetime import timedelta

from tinbai.errors import MailboxError, TinbaiError

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 900.0


class Failures:
    """How often each of some jobs has failed, one time after another."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def over(self, job: str) -> None:
        """It has done its work."""
        self._counts.pop(job, None)

    def wait(self, job: str, every: timedelta, error: TinbaiError) -> timedelta:
        """It has failed once more; when to try again. After the first time no later than it would be run anyway.

        After a refused password the wait is long from the beginning: whoever is asked with a wrong one every minute
        locks the account.
        """
        before = self._counts.get(job, 0)
        self._counts[job] = before + 1
        usual = every.total_seconds()
        if isinstance(error, MailboxError) and error.refused:
            return timedelta(seconds=max(usual, LONGEST_SECONDS))
        return timedelta(seconds=wait_after(before, random.random(), first=usual))  # noqa: S311 - no secret


def is_away(error: TinbaiError) -> bool:
    """Whether it could not be reached; False where it was, and only something of it failed: that is as ever."""
    return not (isinstance(error, MailboxError) and error.reached)


def wait_after(failures: int, chance: float, *, first: float = FIRST_SECONDS) -> float:
    """Seconds to wait after so many failures before this one: doubling, half of it by `chance` (0 to 1), capped."""
    longest = min(max(first, LONGEST_SECONDS), first * 2.0 ** min(failures, 20))
    return longest * (0.5 + chance / 2)
