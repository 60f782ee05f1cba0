"""What is tried while it is being set up. The composition root hands it in: the stages do not know each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tinbai.config import MailboxConfig, PortalConfig, SmtpConfig


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One thing that was tried; `words` say what is right, or what is wrong and what to do."""

    ok: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class Trials:
    """Each connects, changes nothing, and raises nothing."""

    mailbox: Callable[[MailboxConfig], Sequence[Tried]]
    portal: Callable[[PortalConfig, Path], Sequence[Tried]]
    letter: Callable[[SmtpConfig, str], Sequence[Tried]]  # sends one letter to an address
