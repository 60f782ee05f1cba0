"""What was typed in the wizard, made into sections of the configuration. Raises InputError, naming the field."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from slugify import slugify
from sqlalchemy.engine import URL

from tinbai.config import MailboxConfig, MailboxKind, PortalConfig, Security, SmtpConfig
from tinbai.errors import InputError
from tinbai.text import clean_line, fold

MAILBOX_KEY, PORTAL_KEY = "chung", "cong"
MOST_NAMES = 100  # columns, and units
LONGEST_NAME = 250
LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3, without its brackets
# How a portal's database is called in an address of SQLAlchemy; SQLite is a file of this machine.
DATABASES: Mapping[str, str] = {"postgresql": "postgresql+psycopg", "mysql": "mysql+pymysql", "sqlite": "sqlite"}
_USUAL_MAILBOX = {
    (MailboxKind.IMAP, Security.TLS): 993, (MailboxKind.IMAP, Security.STARTTLS): 143,
    (MailboxKind.POP3, Security.TLS): 995, (MailboxKind.POP3, Security.STARTTLS): 110,
}  # fmt: skip
_SECTION = TypeVar("_SECTION", bound=BaseModel)
Values = Mapping[str, str]


def site_section(values: Values) -> dict[str, Any]:
    """The board: its name, the short name made from it, and what opens its reference numbers."""
    name, code = clean_line(values["name"])[:LONGEST_NAME], values["code"].strip().upper()
    if not name:
        raise InputError(field="name", problem="site_name_missing")
    if not (code.isascii() and code.isalnum() and len(code) <= 8):
        raise InputError(field="code", problem="code_wrong")
    _web_address(values["public_url"], "public_url")
    for field in ("columns", "units"):
        names_in(values[field], field)
    return {"key": site_key(name), "name": name, "code": code}


def site_key(name: str) -> str:
    """A short name: what is usual before the place's own name left out ("xa-an-mau")."""
    bare = fold(name)
    for usual in ("trang thong tin dien tu", "cong thong tin dien tu", "trang", "cong"):
        place = bare.removeprefix(usual).strip()
        if place != bare:
            bare = place or bare
            break
    return slugify(bare, max_length=60) or "ban-bien-tap"


def names_in(text: str, field: str) -> list[str]:
    """One name a line, none twice. Raises InputError."""
    names = {fold(name): name for line in text.splitlines() if (name := clean_line(line))}
    if len(names) > MOST_NAMES or any(len(name) > LONGEST_NAME for name in names.values()):
        raise InputError(field=field, problem="names_too_many")
    return list(names.values())


def mailbox_section(values: Values, password: str, root: Path) -> MailboxConfig:
    """The mailbox; `password` names its secret."""
    kind = _one_of(MailboxKind, values, "kind")
    security = _one_of(Security, values, "security")
    port = _USUAL_MAILBOX.get((kind, security), 143 if kind is MailboxKind.IMAP else 110)
    given = _server(values, password) | {"key": MAILBOX_KEY, "kind": kind, "port": _port(values, port)}
    if kind is MailboxKind.IMAP:
        given["folder"] = values["folder"].strip() or "INBOX"
    return _checked(MailboxConfig, given, root)


def smtp_section(values: Values, password: str, root: Path) -> SmtpConfig:
    """The server that takes our letters. Without a user name no password is sent."""
    sender = values["sender"].strip()
    check_address(sender, "sender")
    check_address(values["to"].strip(), "to")
    security = _one_of(Security, values, "security")
    usual = {Security.TLS: 465, Security.STARTTLS: 587, Security.PLAIN: 25}[security]
    given = _server(values, password, log_in=False) | {"sender": sender, "port": _port(values, usual)}
    return _checked(SmtpConfig, given, root)


def portal_section(values: Values, password: str, root: Path) -> PortalConfig:
    """The portal; `password` names the secret of its database. A folder has none, whatever stands in its fields."""
    media_path = values["media_path"].strip()
    if not media_path.startswith("/"):
        raise InputError(field="media_path", problem="media_path_wrong")
    if values["address"]:
        _web_address(values["address"], "address")
    has_database = values["kind"] != "folder"
    given = {
        "key": PORTAL_KEY, "kind": values["kind"], "url": portal_url(values) if has_database else "",
        "password": password if has_database and values["database"] != "sqlite" else "",
        "media_path": media_path, "media_url": values["media_url"].strip() or "/media",
        "address": values["address"].strip(),
    }  # fmt: skip
    return _checked(PortalConfig, given, root)


def portal_url(values: Values) -> str:
    """The address of the portal's database, whatever its parts hold; without a password."""
    kind, name = values["database"], values["database_name"].strip()
    if kind not in DATABASES:
        raise InputError(field="database", problem="other")
    if not name:
        raise InputError(field="database_name", problem="database_name_missing")
    if kind == "sqlite":
        if not name.startswith("/"):
            raise InputError(field="database_name", problem="database_file_wrong")
        return URL.create("sqlite", database=name).render_as_string()
    host, username = values["host"].strip(), values["username"].strip()
    for field, value in (("host", host), ("username", username)):
        if not value:
            raise InputError(field=field, problem=f"{field}_missing")
    port = _port(values, None)
    return URL.create(DATABASES[kind], username=username, host=host, port=port, database=name).render_as_string()


def _server(values: Values, password: str, *, log_in: bool = True) -> dict[str, Any]:
    """What mailbox and outgoing mail have in common."""
    given = {name: values[name].strip() for name in ("host", "security", "ca_file", "username")}
    if not given["host"]:
        raise InputError(field="host", problem="host_missing")
    if log_in and not given["username"]:
        raise InputError(field="username", problem="username_missing")
    if given["username"] and not password:
        raise InputError(field="password", problem="password_missing")
    if given["ca_file"] and not Path(given["ca_file"]).is_file():
        raise InputError(field="ca_file", problem="ca_file_missing")
    return given | {"password": password if given["username"] else ""}


def _one_of(kind: Any, values: Values, field: str) -> Any:
    try:
        return kind(values[field])
    except ValueError as error:
        raise InputError(field=field, problem="other") from error


def _port(values: Values, usual: Any) -> Any:
    typed = values["port"].strip()
    if not typed:
        return usual
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 5):
        raise InputError(field="port", problem="port_wrong")
    return int(typed)


def check_address(typed: str, field: str) -> None:
    """Enough of a look to catch a slip of the hand; whether it exists, the trial says. Raises InputError."""
    name, _, domain = typed.partition("@")
    if (
        len(typed) > LONGEST_ADDRESS
        or not name
        or "." not in domain
        or "@" in domain
        or any(sign.isspace() or sign in '<>,;"' for sign in typed)
    ):
        raise InputError(field=field, problem="mail_address_wrong")


def _web_address(typed: str, field: str) -> None:
    typed = typed.strip()
    if typed and not (typed.startswith(("http://", "https://")) and typed.isprintable() and " " not in typed):
        raise InputError(field=field, problem="web_address_wrong")


def _checked(kind: type[_SECTION], given: Mapping[str, Any], root: Path) -> _SECTION:
    """The section; the configuration's own checks name the field that is wrong."""
    try:
        return kind.model_validate({"enabled": True, **given} if "key" in given else given, context=root)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        said = first["msg"].removeprefix("Value error, ")
        field = str(first["loc"][0]) if first["loc"] else said.partition(":")[0]
        raise InputError(field=field, problem=f"{field}_wrong") from error
