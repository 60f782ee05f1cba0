"""`config.toml`: read once at the edge, checked, and passed down section by section.

Beside it, `config.local.toml` (never committed) overrides: tables are merged key by key, lists of tables that carry
a `key` are merged by it. No secret stands in either: a secret is named, as "env:NAME" or "file:/path", and the file
must be readable by its owner only.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator, model_validator
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from tinbai.config_file import explained, read
from tinbai.errors import ConfigError
from tinbai.limits import Limits

Port = Annotated[int, Field(ge=1, le=65535)]
Seconds = Annotated[int, Field(ge=1)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
SecretReference = Annotated[str, Field(pattern=r"^((env:[A-Za-z_][A-Za-z0-9_]*)|(file:.+))?$")]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Security(StrEnum):
    """How a connection is protected. Plain is for this machine only."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class After(StrEnum):
    """What the mail server is told once a letter is stored."""

    NOTHING = "nothing"
    KEYWORD = "keyword"
    MOVE = "move"


class _Connection(_Section):
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
    def _plain_stays_here(self) -> "_Connection":
        loopback = self.host in {"localhost", "::1"} or self.host.startswith("127.")
        if self.security is Security.PLAIN and self.host and not loopback:
            raise ValueError(
                "security: plain is allowed on this machine only (127.0.0.1, localhost); use tls or starttls"
            )
        return self


class MailboxConfig(_Connection):
    """One mailbox of a site."""

    key: Name
    enabled: bool = True
    kind: Literal["imap"] = "imap"
    port: Port = 993
    security: Security = Security.TLS
    auth: Literal["password", "oauth2"] = "password"
    folder: str = "INBOX"
    after: After = After.NOTHING
    after_name: str = ""
    timeout_seconds: Seconds = 30
    slice_bytes: Annotated[int, Field(ge=1)] = 32_000_000

    @model_validator(mode="after")
    def _named(self) -> "MailboxConfig":
        if self.after is not After.NOTHING and not self.after_name:
            raise ValueError("after_name: say which keyword or folder")
        return self


class PortalConfig(_Section):
    """One portal of a site: somebody else's database and the folder its files go to."""

    key: Name
    enabled: bool = True
    kind: Literal["reference"] = "reference"
    url: str = ""
    password: SecretReference = ""
    media_path: str = ""
    media_url: str = "/media"
    address: str = ""  # where readers find an article; {id} and {slug} are filled in
    timeout_seconds: Seconds = 30
    longest_photo_side: Annotated[int, Field(ge=200, le=8000)] = 1600

    @field_validator("url")
    @classmethod
    def _is_url(cls, url: str) -> str:
        return _database_url(url) if url else url


class SmtpConfig(_Connection):
    """The server that takes our letters. Without a host, letters wait in the outbox."""

    port: Port = 587
    security: Security = Security.STARTTLS
    sender: str = ""
    timeout_seconds: Seconds = 30


class SiteConfig(_Section):
    """One editorial board."""

    key: Name
    name: Annotated[str, Field(min_length=1)]
    code: Annotated[str, Field(pattern=r"^[A-Z0-9]{1,8}$")]
    enabled: bool = True
    data: str = ""
    receipts: bool = True
    mailboxes: tuple[MailboxConfig, ...] = ()
    portals: tuple[PortalConfig, ...] = ()

    @model_validator(mode="after")
    def _keys_differ(self) -> "SiteConfig":
        for name, sections in (("mailboxes", self.mailboxes), ("portals", self.portals)):
            _refuse_double(name, [section.key for section in sections])
        return self


class DatabaseConfig(_Section):
    """Our own database."""

    url: str = "sqlite:///var/tinbai.db"
    password: SecretReference = ""

    @field_validator("url")
    @classmethod
    def _is_url(cls, url: str) -> str:
        return _database_url(url, ("sqlite", "postgresql"))


class BlobsConfig(_Section):
    """Where letters and photos lie."""

    path: str = "var/blobs"
    keep_days: Annotated[int, Field(ge=1)] = 7
    free_bytes: Annotated[int, Field(ge=0)] = 1_000_000_000


class WebConfig(_Section):
    """The review site."""

    host: str = "127.0.0.1"
    port: Port = 8080
    public_url: str = ""
    session_hours: Annotated[int, Field(ge=1)] = 12
    lockout_tries: Annotated[int, Field(ge=1)] = 10
    lockout_minutes: Annotated[int, Field(ge=1)] = 15
    https_only: bool = False
    proxies: tuple[str, ...] = ()


class TimetableConfig(_Section):
    """How often the jobs run, in seconds."""

    poll_seconds: Seconds = 60
    read_seconds: Seconds = 5
    publish_seconds: Seconds = 30
    outbox_seconds: Seconds = 15
    housekeeping_seconds: Seconds = 3600


class LogConfig(_Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "console"] = "auto"


class Config(_Section):
    """The whole configuration. `root` is the folder that relative paths in it start from."""

    root: Path
    database: DatabaseConfig = DatabaseConfig()
    blobs: BlobsConfig = BlobsConfig()
    web: WebConfig = WebConfig()
    timetable: TimetableConfig = TimetableConfig()
    smtp: SmtpConfig = SmtpConfig()
    log: LogConfig = LogConfig()
    limits: Limits = Limits()
    sites: tuple[SiteConfig, ...] = ()

    @model_validator(mode="after")
    def _keys_differ(self) -> "Config":
        _refuse_double("sites", [site.key for site in self.sites])
        return self

    def site(self, key: str) -> SiteConfig:
        """The site called `key`; raises KeyError."""
        return {site.key: site for site in self.sites}[key]

    def path(self, relative: str) -> Path:
        """A path of the configuration, made absolute."""
        return (self.root / relative).resolve()


def load(path: Path) -> Config:
    """Read `path` and the `.local` file beside it. Raises ConfigError naming the key that is wrong."""
    given = read(path)
    root = path.resolve().parent
    if "root" in given:
        raise ConfigError(path=str(path), key="root", problem="unknown key")
    try:
        config = Config.model_validate({**given, "root": root}, context=root)
    except ValidationError as error:
        raise explained(path, error, given) from error
    config = config.model_copy(update={"sites": tuple(site for site in config.sites if site.enabled)})
    for key, problem in _incomplete(config):
        raise ConfigError(path=str(path), key=key, problem=problem)
    return config


def _incomplete(config: Config) -> Iterator[tuple[str, str]]:
    """The keys that what is switched on cannot do without, and why. What is off may be half written."""
    if config.smtp.host and not config.smtp.sender:
        yield "smtp.sender", "is missing: with a host, say what address our letters come from"
    codes: dict[str, str] = {}
    for site in config.sites:
        if site.code in codes:
            yield f"sites[{site.key}].code", f"{site.code} is the code of {codes[site.code]} already"
        codes[site.code] = site.key
        for name, sections, needed in (
            ("mailboxes", site.mailboxes, ("host", "username")),
            ("portals", site.portals, ("url", "media_path")),
        ):
            for section in sections:
                for key in needed:
                    if section.enabled and not getattr(section, key):
                        yield f"sites[{site.key}].{name}[{section.key}].{key}", "is missing; or set enabled = false"


def _database_url(url: str, allowed: tuple[str, ...] = ("sqlite", "postgresql", "mysql", "mariadb")) -> str:
    try:
        target = make_url(url)
    except ArgumentError as error:
        raise ValueError("is no database address; write it like sqlite:///var/tinbai.db") from error
    if target.password is not None:
        raise ValueError("holds a password; put it into `password` as env:NAME or file:/path")
    if target.get_backend_name() not in allowed:
        raise ValueError(f"must be one of {', '.join(allowed)}")
    return url


def _refuse_double(name: str, keys: list[str]) -> None:
    double = {key for key in keys if keys.count(key) > 1}
    if double:
        raise ValueError(f"{name}: the key {min(double)} stands twice")
