"""How people get in besides user name and password: the section `[oidc]`, and who needs a second factor."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import ValidationInfo, field_validator

from tinbai.config_connection import Seconds, SecretReference, Section

SecondFactorFor = Literal["all", "editor", "approver", "publisher", "reader", "head", "secretary", "admin"]


class OidcConfig(Section):
    """An identity provider (OpenID Connect). Without an issuer it is off."""

    issuer: str = ""
    client_id: str = ""
    client_secret: SecretReference = ""
    name: str = "tài khoản cơ quan"
    ca_file: str = ""
    timeout_seconds: Seconds = 10

    @field_validator("issuer")
    @classmethod
    def _is_protected(cls, issuer: str) -> str:
        """HTTPS, as the standard wants it (OpenID Connect Core, section 2); HTTP on this machine only."""
        parts = urlsplit(issuer)
        here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
        if issuer and not (parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and here))):
            raise ValueError("write it like https://dang-nhap.tinh.vn")
        return issuer

    @field_validator("ca_file")
    @classmethod
    def _starts_from_root(cls, ca_file: str, info: ValidationInfo) -> str:
        root: Path | None = info.context
        return str(root / ca_file) if ca_file and root else ca_file

    def incomplete(self) -> Iterator[tuple[str, str]]:
        """The keys that are missing while it is on, and why they are needed."""
        if self.issuer:
            for key in ("client_id", "client_secret"):
                if not getattr(self, key):
                    yield key, "is missing: an identity provider is named in oidc.issuer"
