"""A mailbox's section of the configuration: where letters come from, and what becomes of them there."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from tinbai.config_connection import Connection, Name, Port, Seconds, Security


class MailboxKind(StrEnum):
    """Where letters come from. A folder is one of this machine, with .eml files in it."""

    IMAP = "imap"
    POP3 = "pop3"
    FOLDER = "folder"


class After(StrEnum):
    """What the mail server is told once a letter is stored."""

    NOTHING = "nothing"
    KEYWORD = "keyword"
    MOVE = "move"


class MailboxConfig(Connection):
    """One mailbox of a site."""

    key: Name
    enabled: bool = True
    kind: MailboxKind = MailboxKind.IMAP
    port: Port = 993
    security: Security = Security.TLS
    auth: Literal["password", "oauth2"] = "password"
    folder: str = "INBOX"
    since: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    order: Literal["oldest", "newest"] = "oldest"
    idle: bool = True
    after: After = After.NOTHING
    after_name: str = ""
    timeout_seconds: Seconds = 30
    slice_bytes: Annotated[int, Field(ge=1)] = 32_000_000

    @model_validator(mode="before")
    @classmethod
    def _usual_for_its_kind(cls, given: Any, info: ValidationInfo) -> Any:
        """POP3 has another usual port: 995, or 110 without TLS from the start. A folder has a path, none usual."""
        if not isinstance(given, dict):
            return given
        root: Path = info.context or Path()
        if given.get("kind") == MailboxKind.POP3:
            return {"port": 995 if given.get("security", Security.TLS) == Security.TLS else 110, **given}
        if given.get("kind") == MailboxKind.FOLDER:
            folder = given.get("folder")
            return {**given, "folder": str(root / folder) if folder and isinstance(folder, str) else folder or ""}
        return given

    @field_validator("since")
    @classmethod
    def _is_day(cls, since: str) -> str:
        try:
            return since and date.fromisoformat(since).isoformat()
        except ValueError as error:
            raise ValueError("since: no such day") from error

    @model_validator(mode="after")
    def _named(self) -> "MailboxConfig":
        if self.after is not After.NOTHING and not self.after_name:
            raise ValueError("after_name: say which keyword or folder")
        return self

    @model_validator(mode="after")
    def _possible(self) -> "MailboxConfig":
        able = {MailboxKind.IMAP: set(After), MailboxKind.POP3: {After.NOTHING}}
        if self.after not in able.get(self.kind, {After.NOTHING, After.MOVE}):
            raise ValueError(f"after: a mailbox of kind {self.kind} cannot {self.after}")
        if self.kind is MailboxKind.POP3 and self.since:
            raise ValueError("since: a mailbox of kind pop3 tells no dates")
        if self.kind is not MailboxKind.IMAP and self.auth != "password":
            raise ValueError(f"auth: a mailbox of kind {self.kind} cannot {self.auth}")
        return self
