"""The way into the wizard: a code that stands on the terminal only, used once, with few tries.

Whoever reads the terminal may set up the installation; a stranger on the network may not. The code and the session
it begins live in this process alone: a restart ends both and shows another code.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from review.security import tokens
from review.security.lockout import PER_ADDRESS
from tinbai.config import WebConfig
from tinbai.errors import TinbaiError

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another one
LENGTH = 8  # of 31 letters each: 39 bits, against ten tries in a quarter of an hour
COOKIE = "tinbai-first-run"


class TooManyTriesError(TinbaiError):
    """Wrong codes came too often: none is looked at for a while."""


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
        self._tries: list[tuple[str, datetime]] = []
        self._session: WizardSession | None = None
        self._renew()

    def enter(self, typed: str, address: str, *, at: datetime) -> tuple[str, WizardSession] | None:
        """The token of a new session and the session, for the code; None when it is another one.

        The code is used up and the next one shown; a session that it began before ends. Raises TooManyTriesError:
        a try is counted before the code is looked at, so that tries made at once do not slip through.
        """
        with self._lock:
            self._count(address, at)
            if not hmac.compare_digest(_plain(typed).encode(), _plain(self._code).encode()):
                return None
            token = tokens.new()
            until = at + timedelta(hours=self._rules.session_hours)
            self._session = WizardSession(token_hash=tokens.hashed(token), csrf_token=tokens.new(), until=until)
            self._tries.clear()
            self._renew()
            return token, self._session

    def session(self, token: str, *, at: datetime) -> WizardSession | None:
        """The session behind a cookie."""
        own = self._session
        if own is None or own.until <= at or not hmac.compare_digest(tokens.hashed(token), own.token_hash):
            return None
        return own

    def _count(self, address: str, at: datetime) -> None:
        since = at - timedelta(minutes=self._rules.lockout_minutes)
        self._tries = [each for each in self._tries if each[1] > since]
        of_address = sum(who == address for who, _ in self._tries)
        most = self._rules.lockout_tries
        if of_address >= most or len(self._tries) >= most * PER_ADDRESS:
            raise TooManyTriesError
        self._tries.append((address, at))

    def _renew(self) -> None:
        letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        self._code = f"{letters[:4]}-{letters[4:]}"
        self._tell(self._code)


def _plain(code: str) -> str:
    """A code as it is compared: case, spaces and dashes say nothing."""
    return "".join(code.upper().split()).replace("-", "")
