"""The way into the wizard: a code that stands on the terminal only, used once, and too long to be guessed.

Whoever reads the terminal may set up the installation; a stranger on the network may not. Tries are not limited: at
79 bits guessing is hopeless however fast it is, and a limit would let a stranger keep the holder of the code out. The
code and the session it begins live in this process alone: a restart ends both and shows another code.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from review.security import tokens
from tinbai.config import WebConfig

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another one
GROUPS, IN_GROUP = 4, 4  # of 31 letters each: 79 bits
COOKIE = "tinbai-first-run"


@dataclass(frozen=True, kw_only=True)
class WizardSession:
    """The browser that gave the code."""

    token_hash: str
    csrf_token: str
    until: datetime


class Door:
    """Holds the code of the moment and the one session there is."""

    def __init__(self, rules: WebConfig, tell: Callable[[str], None]) -> None:
        """`tell` shows a code to whoever reads the terminal."""
        self._rules, self._tell, self._lock = rules, tell, Lock()
        self._session: WizardSession | None = None
        self._renew()

    def enter(self, typed: str, *, at: datetime) -> tuple[str, WizardSession] | None:
        """The token of a new session and the session, for the code; None when it is another one.

        The code is used up and the next one shown; a session that it began before ends.
        """
        with self._lock:
            if not hmac.compare_digest(_plain(typed).encode(), _plain(self._code).encode()):
                return None
            token = tokens.new()
            until = at + timedelta(hours=self._rules.session_hours)
            self._session = WizardSession(token_hash=tokens.hashed(token), csrf_token=tokens.new(), until=until)
            self._renew()
            return token, self._session

    def session(self, token: str, *, at: datetime) -> WizardSession | None:
        """The session behind a cookie."""
        own = self._session
        if own is None or own.until <= at or not hmac.compare_digest(tokens.hashed(token), own.token_hash):
            return None
        return own

    def _renew(self) -> None:
        self._code = "-".join("".join(secrets.choice(LETTERS) for _ in range(IN_GROUP)) for _ in range(GROUPS))
        self._tell(self._code)


def _plain(code: str) -> str:
    """A code as it is compared: case, spaces and dashes say nothing."""
    return "".join(code.upper().split()).replace("-", "")
