"""The section `[ldap]`: the authority's own directory, in which people's names and passwords are looked up."""

from collections.abc import Iterator

from pydantic import field_validator

from tinbai.config_connection import Connection, Port, Seconds, Security
from tinbai.ldap_text import parse_filter

NAME = "{name}"  # where what the person types is put in


class LdapConfig(Connection):
    """A directory (LDAP). Without a host it is off.

    `username` and `password` are those of an account that may search; with `bind_name` people bind themselves, and
    there is none.
    """

    port: Port = 636
    security: Security = Security.TLS
    bind_name: str = ""
    base: str = ""
    filter: str = f"(mail={NAME})"
    address_attribute: str = "mail"
    name: str = "tài khoản cơ quan"
    timeout_seconds: Seconds = 10

    @field_validator("filter")
    @classmethod
    def _is_filter(cls, text: str) -> str:
        if NAME not in text:
            raise ValueError(f"says nobody: write {NAME} where the name that is typed belongs")
        parse_filter(text.replace(NAME, "x"))
        return text

    @field_validator("bind_name")
    @classmethod
    def _names_somebody(cls, text: str) -> str:
        if text and NAME not in text:
            raise ValueError(f"says nobody: write {NAME} where the name that is typed belongs")
        return text

    @property
    def binds_by_dn(self) -> bool:
        """Whether `bind_name` is a distinguished name (RFC 4514), and not like {name}@xa.local."""
        return "=" in self.bind_name

    def incomplete(self) -> Iterator[tuple[str, str]]:
        """The keys that are missing while it is on, and why they are needed."""
        if not self.host:
            return
        if not self.bind_name:
            for key in ("username", "password"):
                if not getattr(self, key):
                    yield key, "is missing: an account that may search; or set ldap.bind_name"
        if not self.base and not self.binds_by_dn:
            yield "base", "is missing: the part of the directory in which people are looked for"
        if not self.address_attribute:
            yield "address_attribute", "is missing: people are known by their e-mail address"
