"""What the sections of the configuration share: their types, and how a server is reached."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

Port = Annotated[int, Field(ge=1, le=65535)]
Seconds = Annotated[int, Field(ge=1)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
SecretReference = Annotated[str, Field(pattern=r"^((env:[A-Za-z_][A-Za-z0-9_]*)|(file:.+))?$")]


class Section(BaseModel):
    """A table of the file. A key that it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Security(StrEnum):
    """How a connection is protected. Plain is for this machine only."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class Connection(Section):
    """A server, and who we are there."""

    host: str = ""
    port: Port
    security: Security
    ca_file: str = ""
    username: str = ""
    password: SecretReference = ""

    @field_validator("ca_file")
    @classmethod
    def _starts_from_root(cls, ca_file: str, info: ValidationInfo) -> str:
        root: Path | None = info.context  # `load` gives it; an absolute path stays what it is
        return str(root / ca_file) if ca_file and root else ca_file

    @model_validator(mode="after")
    def _plain_stays_here(self) -> "Connection":
        loopback = self.host in {"localhost", "::1"} or self.host.startswith("127.")
        if self.security is Security.PLAIN and self.host and not loopback:
            raise ValueError(
                "security: plain is allowed on this machine only (127.0.0.1, localhost); use tls or starttls"
            )
        return self
