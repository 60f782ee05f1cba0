"""What the wizard was told so far: kept beside the configuration, for its owner only, until everything is done.

A wizard that was left is taken up again from here, by another browser and after a restart too. Passwords of servers
lie in files of their own, which the configuration will name.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tinbai.private import write_private


class Step(StrEnum):
    """The steps, in their order."""

    SITE = "site"
    MAILBOX = "mailbox"
    PORTAL = "portal"
    MAIL = "mail"  # letters of ours
    ADMINISTRATOR = "administrator"


class How(StrEnum):
    """How a step was left; stands in its answers under HOW."""

    TRIED = "tried"  # what it connects was reached
    UNTRIED = "untried"  # to be set up all the same
    SKIPPED = "skipped"  # left for later


HOW = "how"
SAID = "said"  # under this: what the trial said, in words
END = "end"  # beside the steps


@dataclass(frozen=True, kw_only=True)
class End:
    """What the local file said before the wizard came to its end, and what it has it say."""

    before: str
    written: str


class _Said(dict[str, str]):
    """What was said in a step. What an older version did not ask for was left empty."""

    def __missing__(self, name: str) -> str:
        return ""


class Answers:
    """The file of answers, and the secrets beside it."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the one of the configuration."""
        self.file = folder / "first-run.json"
        self._secrets = folder / "secrets"

    @property
    def begun(self) -> bool:
        """Whether a wizard was left half done."""
        return self.file.exists()

    def of(self, step: Step) -> Mapping[str, str]:
        """What was said in a step; empty when it was not reached yet."""
        said = self._read().get(step)
        items = said.items() if isinstance(said, dict) else ()
        return _Said({name: value for name, value in items if isinstance(value, str)})

    def keep(self, step: Step, values: Mapping[str, str]) -> None:
        """Remember what was said in a step. Raises OSError."""
        self._write({**self._read(), step: dict(values)})

    @property
    def end(self) -> End | None:
        """The end that was begun; it was cut off, since a finished one leaves no answers."""
        noted = self._read().get(END)
        match noted:
            case {"before": str(before), "written": str(written)}:
                return End(before=before, written=written)
        return None

    def note_end(self, end: End) -> None:
        """Remember how the wizard ends, before it does. Raises OSError."""
        self._write({**self._read(), END: {"before": end.before, "written": end.written}})

    def forget(self) -> None:
        """Remove the file; the secrets stay, since the configuration names them."""
        self.file.unlink(missing_ok=True)

    def secret_file(self, step: Step) -> Path:
        """Where the password of a step's server lies."""
        return self._secrets / step

    def keep_secret(self, step: Step, password: str) -> None:
        """Write a password to its file (0600). Raises OSError."""
        write_private(self.secret_file(step), password)

    def reference(self, step: Step) -> str:
        """How the configuration names a step's password; "" when there is none."""
        file = self.secret_file(step)
        return f"file:{file}" if file.exists() else ""

    def _write(self, kept: Mapping[str, object]) -> None:
        write_private(self.file, json.dumps(kept, ensure_ascii=False, indent=1) + "\n")

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # not there yet, or spoilt by hand: the questions are asked again
            return {}
        return found if isinstance(found, dict) else {}
