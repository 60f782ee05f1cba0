"""`config.toml`: read once at the edge, checked, and passed down section by section.

Beside it, `config.local.toml` (never committed) overrides: tables are merged key by key, lists of tables that carry
a `key` are merged by it. No secret stands in either: a secret is named, as "env:NAME" or "file:/path", and the file
must be readable by its owner only.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator, model_validator
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from tinbai.config_address import ArticleAddress
from tinbai.config_alarms import AlarmsConfig
from tinbai.config_connection import Connection, Name, Port, Seconds, SecretReference, Section, Security
from tinbai.config_dns import DnsConfig
from tinbai.config_file import explained, read
from tinbai.config_ldap import LdapConfig
from tinbai.config_mailbox import After, MailboxConfig, MailboxKind
from tinbai.config_mapping import MappingConfig
from tinbai.config_oidc import OidcConfig, SecondFactorFor
from tinbai.config_scanner import ScannerConfig
from tinbai.config_working_time import WorkingTimeConfig
from tinbai.errors import ConfigError
from tinbai.limits import Limits

__all__ = ["After", "Config", "MailboxConfig", "MailboxKind", "OidcConfig", "Security", "load"]


class PortalConfig(Section):
    """One portal of a site: somebody else's database and the folder its files go to."""

    key: Name
    enabled: bool = True
    kind: Literal["reference", "folder", "wordpress", "mapped"] = "reference"
    url: str = ""
    password: SecretReference = ""
    media_path: str = ""
    media_url: str = "/media"
    address: ArticleAddress = ""
    page_check: Literal["alarm", "take_down", "off"] = "alarm"
    timeout_seconds: Seconds = 30
    longest_photo_side: Annotated[int, Field(ge=200, le=8000)] = 1600
    prefix: Annotated[str, Field(pattern=r"^[A-Za-z0-9_]{1,40}$")] = "wp_"
    author_id: Annotated[int, Field(ge=1)] = 1
    categories: Mapping[str, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(default={})
    timezone: str = "Asia/Ho_Chi_Minh"
    comments: Literal["open", "closed"] = "closed"
    mapping: MappingConfig = Field(default={}, validate_default=True)

    @field_validator("url")
    @classmethod
    def _is_url(cls, url: str) -> str:
        return _database_url(url) if url else url

    @property
    def pages_are_opened(self) -> bool:
        """Whether its pages are opened as readers do, and told of."""
        return self.enabled and self.page_check != "off"

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError, ValueError) as error:
            raise ValueError("is no time zone; write it like Asia/Ho_Chi_Minh") from error
        return name

    @model_validator(mode="after")
    def _suits_mapped(self) -> "PortalConfig":
        if self.kind == "mapped" and self.enabled and (wrong := next(self.mapping.wrong(), None)):
            raise ValueError(f"mapping: {wrong}")
        return self

    @model_validator(mode="after")
    def _suits_wordpress(self) -> "PortalConfig":
        if self.kind == "wordpress":
            if self.url:
                _database_url(self.url, ("mysql", "mariadb"))
            if not self.media_url.startswith(("https://", "http://")):
                raise ValueError("media_url: wordpress needs the whole address, like https://…/wp-content/uploads")
        return self


class SmtpConfig(Connection):
    """The server that takes our letters. Without a host, letters wait in the outbox."""

    port: Port = 587
    security: Security = Security.STARTTLS
    sender: str = ""
    most_a_day: Annotated[int, Field(ge=0)] = 20
    timeout_seconds: Seconds = 30


class SiteConfig(Section):
    """One editorial board."""

    key: Name
    name: Annotated[str, Field(min_length=1)]
    code: Annotated[str, Field(pattern=r"^[A-Z0-9]{1,8}$")]
    enabled: bool = True
    data: str = ""
    receipts: bool = True
    announcements: bool = True
    refusals: bool = True
    deadline_hours: Annotated[int, Field(ge=0, le=400)] = 8
    late_hours: Annotated[int, Field(ge=0, le=400)] = 3
    second_factor: tuple[SecondFactorFor, ...] = ()  # the roles that need one; "all": everybody
    guide: str = ""  # address of the page that tells contributors how to send
    mailboxes: tuple[MailboxConfig, ...] = ()
    portals: tuple[PortalConfig, ...] = ()

    @model_validator(mode="after")
    def _keys_differ(self) -> "SiteConfig":
        for name, sections in (("mailboxes", self.mailboxes), ("portals", self.portals)):
            _refuse_double(name, [section.key for section in sections])
        return self


class DatabaseConfig(Section):
    """Our own database."""

    url: str = "sqlite:///var/tinbai.db"
    password: SecretReference = ""

    @field_validator("url")
    @classmethod
    def _is_url(cls, url: str) -> str:
        return _database_url(url, ("sqlite", "postgresql"))


class BlobsConfig(Section):
    """Where letters and photos lie."""

    path: str = "var/blobs"
    keep_days: Annotated[int, Field(ge=1)] = 7
    free_bytes: Annotated[int, Field(ge=0)] = 1_000_000_000


class WebConfig(Section):
    """The review site."""

    host: str = "127.0.0.1"
    port: Port = 8080
    public_url: str = ""
    session_hours: Annotated[int, Field(ge=1)] = 12
    lockout_tries: Annotated[int, Field(ge=1)] = 10
    lockout_minutes: Annotated[int, Field(ge=1)] = 15
    https_only: bool = False
    proxies: tuple[str, ...] = ()
    language: Literal["vi", "en"] = "vi"


class TimetableConfig(Section):
    """How often the jobs run, in seconds."""

    poll_seconds: Seconds = 60
    read_seconds: Seconds = 5
    reread_seconds: Seconds = 2
    publish_seconds: Seconds = 30
    outbox_seconds: Seconds = 15
    pictures_seconds: Seconds = 10
    housekeeping_seconds: Seconds = 3600
    alarm_seconds: Seconds = 300


class LogConfig(Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "console"] = "auto"


class Config(Section):
    """The whole configuration. `root` is the folder that relative paths in it start from."""

    root: Path
    database: DatabaseConfig = DatabaseConfig()
    blobs: BlobsConfig = BlobsConfig()
    web: WebConfig = WebConfig()
    timetable: TimetableConfig = TimetableConfig()
    smtp: SmtpConfig = SmtpConfig()
    dns: DnsConfig = DnsConfig()
    working_time: WorkingTimeConfig = WorkingTimeConfig()
    alarms: AlarmsConfig = AlarmsConfig()
    scanner: ScannerConfig = ScannerConfig()
    oidc: OidcConfig = OidcConfig()
    ldap: LdapConfig = LdapConfig()
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
    sites = tuple(_with_guide(site, config.web.public_url) for site in config.sites if site.enabled)
    config = config.model_copy(update={"sites": sites})
    for key, problem in _incomplete(config):
        raise ConfigError(path=str(path), key=key, problem=problem)
    return config


def _with_guide(site: SiteConfig, public_url: str) -> SiteConfig:
    """The site with the address of its own guide page (`review/pages/guide.py`), unless it names another one."""
    if site.guide or not public_url:
        return site
    return site.model_copy(update={"guide": f"{public_url.rstrip('/')}/guide/{site.key}"})


def _incomplete(config: Config) -> Iterator[tuple[str, str]]:
    """The keys that what is switched on cannot do without, and why. What is off may be half written."""
    if config.smtp.host and not config.smtp.sender:
        yield "smtp.sender", "is missing: with a host, say what address our letters come from"
    for key, problem in config.oidc.incomplete():
        yield f"oidc.{key}", problem
    for key, problem in config.ldap.incomplete():
        yield f"ldap.{key}", problem
    codes: dict[str, str] = {}
    for site in config.sites:
        if site.code in codes:
            yield f"sites[{site.key}].code", f"{site.code} is the code of {codes[site.code]} already"
        codes[site.code] = site.key
        for name, sections, needed in (
            ("mailboxes", site.mailboxes, _needed),
            ("portals", site.portals, _needed_by_portal),
        ):
            for section in sections:
                for key in needed(section):
                    if section.enabled and not getattr(section, key):
                        yield f"sites[{site.key}].{name}[{section.key}].{key}", "is missing; or set enabled = false"
    yield from _folders_shared(config)


def _needed(section: Section) -> tuple[str, ...]:
    """What a mailbox cannot do without."""
    if isinstance(section, MailboxConfig) and section.kind is MailboxKind.FOLDER:
        return ("folder",)
    return ("host", "username")


def _needed_by_portal(section: Section) -> tuple[str, ...]:
    """What a portal cannot do without."""
    has_database = not (isinstance(section, PortalConfig) and section.kind == "folder")
    return ("url", "media_path") if has_database else ("media_path",)


def _folders_shared(config: Config) -> Iterator[tuple[str, str]]:
    """A folder portal's folder that another portal has as well: the one would take the other's files for its own."""
    enabled = [(site, portal) for site in config.sites for portal in site.portals if portal.enabled]
    places = [config.root / portal.media_path for _, portal in enabled]
    for (site, portal), place in zip(enabled, places, strict=True):
        if portal.kind == "folder" and portal.media_path and places.count(place) > 1:
            yield f"sites[{site.key}].portals[{portal.key}].media_path", "is the folder of another portal as well"


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
