"""`config.toml`: every key shown, no unknown key, no secret, and every mistake named."""

import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from tinbai.config import Config, MailboxConfig, PortalConfig, SiteConfig, load
from tinbai.errors import ConfigError, SecretError
from tinbai.secret import database_url, secret

SHIPPED = Path(__file__).resolve().parents[2] / "config.toml"
SITE = '[[sites]]\nkey = "an-mau"\nname = "Xã An Mẫu"\ncode = "AM"\n'
MAILBOX = '[[sites.mailboxes]]\nkey = "chung"\n'
POP3 = 'kind = "pop3"\nhost = "mail.songmau.example"\nusername = "x"\n'
PORTAL = '[[sites.portals]]\nkey = "cong"\n'


def test_the_shipped_file_shows_every_key_with_its_default() -> None:
    shown = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    sections = {name: field.annotation for name, field in Config.model_fields.items() if name not in {"root", "sites"}}
    for name, kind in sections.items():
        assert isinstance(kind, type)
        assert issubclass(kind, BaseModel)
        assert shown[name] == kind().model_dump(mode="json"), name
    (site,) = shown["sites"]
    for kind, given in ((SiteConfig, site), (MailboxConfig, site["mailboxes"][0]), (PortalConfig, site["portals"][0])):
        assert given.keys() == kind.model_fields.keys()
        optional = {name: field for name, field in kind.model_fields.items() if not field.is_required()}
        for name, field in optional.items():
            if name not in {"enabled", "mailboxes", "portals"}:  # off in the example, so that it starts as it is
                default = list(field.default) if isinstance(field.default, tuple) else field.default
                assert given[name] == default, name


def test_every_key_of_the_shipped_file_has_a_comment() -> None:
    keys = [line for line in SHIPPED.read_text(encoding="utf-8").splitlines() if " = " in line and line[0] != "#"]
    assert [line for line in keys if " # " not in line] == []


def test_the_shipped_file_loads_as_it_is() -> None:
    assert load(SHIPPED).sites == ()  # the example board is off


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        ("[smpt]\nport = 25\n", "smpt", "unknown key"),
        ("[web]\nprot = 80\n", "web.prot", "unknown key"),
        ("[web]\nport = 0\n", "web.port", "greater than or equal to 1"),
        ('[web]\nport = "nhiều"\n', "web.port", "valid integer"),
        (
            '[smtp]\nhost = "mail.songmau.example"\nsecurity = "plain"\n',
            "smtp",
            "plain is allowed on this machine only",
        ),
        ('[smtp]\npassword = "bi-mat"\n', "smtp.password", "pattern"),
        ('[database]\nurl = "postgresql://a:b@c/d"\n', "database.url", "holds a password"),
        ('[database]\nurl = "mysql+pymysql://a@c/d"\n', "database.url", "must be one of"),
        ('[database]\nurl = "tinbai.db"\n', "database.url", "no database address"),
        ("root = 1\n", "root", "unknown key"),
        (SITE + SITE, None, "the key an-mau stands twice"),
        (SITE + '[[sites.mailboxes]]\nkey = "a"\nafter = "move"\n', "sites[an-mau].mailboxes[a]", "after_name"),
        (SITE + MAILBOX + 'kind = "folder"\n', "sites[an-mau].mailboxes[chung].folder", "is missing"),
        (SITE + MAILBOX + 'kind = "pop3"\n', "sites[an-mau].mailboxes[chung].host", "is missing"),
        (SITE + MAILBOX + POP3 + 'after = "move"\nafter_name = "x"\n', "sites[an-mau].mailboxes[chung]", "cannot move"),
        (SITE + MAILBOX + POP3 + 'since = "2026-01-31"\n', "sites[an-mau].mailboxes[chung]", "tells no dates"),
        (SITE + MAILBOX + POP3 + 'auth = "oauth2"\n', "sites[an-mau].mailboxes[chung]", "cannot oauth2"),
        (SITE + MAILBOX + 'since = "2026-02-31"\n', "sites[an-mau].mailboxes[chung].since", "no such day"),
        (SITE + MAILBOX + 'since = "31/01/2026"\n', "sites[an-mau].mailboxes[chung].since", "pattern"),
        (SITE + '[[sites.mailboxes]]\nkey = "a"\nfoldr = "x"\n', "sites[an-mau].mailboxes[a].foldr", "unknown key"),
        (SITE + PORTAL + 'url = "mssql+pyodbc://a@c/d"\n', "sites[an-mau].portals[cong].url", "must be one of"),
        (
            SITE + PORTAL + 'address = "https://songmau.example/tin"\n',
            "sites[an-mau].portals[cong].address",
            "the same for every article",
        ),
        (SITE + PORTAL + 'media_path = "m"\n', "sites[an-mau].portals[cong].url", "is missing"),
        (SITE + PORTAL + 'url = "sqlite:///p.db"\n', "sites[an-mau].portals[cong].media_path", "is missing"),
        (SITE + MAILBOX + 'username = "x"\n', "sites[an-mau].mailboxes[chung].host", "is missing"),
        (SITE + MAILBOX + 'host = "x"\n', "sites[an-mau].mailboxes[chung].username", "is missing"),
        ('[smtp]\nhost = "mail.songmau.example"\n', "smtp.sender", "is missing"),
        (SITE + SITE.replace("an-mau", "dong-thu"), "sites[dong-thu].code", "AM is the code of an-mau"),
        ("[web\n", None, "Expected"),
    ],
)
def test_a_mistake_is_refused_with_the_name_of_its_key(
    tmp_path: Path, text: str, key: str | None, problem: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=problem) as caught:
        load(path)
    assert caught.value.key == key


def test_the_local_file_overrides_key_by_key_and_site_by_site(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        SITE + '[[sites.mailboxes]]\nkey = "a"\nhost = "một"\nusername = "x"\nfolder = "INBOX"\n[web]\nport = 1\n',
        encoding="utf-8",
    )
    (tmp_path / "config.local.toml").write_text(
        '[[sites]]\nkey = "an-mau"\n[[sites.mailboxes]]\nkey = "a"\nhost = "hai"\n'
        '[[sites.mailboxes]]\nkey = "b"\nenabled = false\n[web]\nhost = "0.0.0.0"\n',
        encoding="utf-8",
    )
    config = load(tmp_path / "config.toml")
    assert (config.web.port, config.web.host) == (1, "0.0.0.0")  # noqa: S104 - it is not listened on
    (site,) = config.sites
    assert [(box.key, box.host, box.folder) for box in site.mailboxes] == [("a", "hai", "INBOX"), ("b", "", "INBOX")]


def test_what_is_switched_off_may_be_half_written(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    off = "enabled = false\n"
    other = SITE.replace("an-mau", "dong-thu") + off + MAILBOX + PORTAL
    path.write_text(SITE + MAILBOX + off + PORTAL + off + other, encoding="utf-8")
    assert [site.key for site in load(path).sites] == ["an-mau"]


def test_a_certificate_authority_is_looked_for_beside_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    box = MAILBOX + 'host = "mail.songmau.example"\nusername = "x"\nca_file = "/etc/ca.pem"\n'
    path.write_text('[smtp]\nca_file = "tls/ca.pem"\n' + SITE + box, encoding="utf-8")
    config = load(path)
    assert config.smtp.ca_file == str(tmp_path.resolve() / "tls/ca.pem")
    assert config.sites[0].mailboxes[0].ca_file == "/etc/ca.pem"


@pytest.mark.parametrize(
    ("text", "port"),
    [("", 995), ('security = "starttls"\n', 110), ("port = 1995\n", 1995)],
    ids=["tls", "starttls", "said"],
)
def test_pop3_has_its_own_usual_ports(tmp_path: Path, text: str, port: int) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SITE + MAILBOX + POP3 + text, encoding="utf-8")
    assert load(path).sites[0].mailboxes[0].port == port


def test_a_watched_folder_is_looked_for_beside_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SITE + MAILBOX + 'kind = "folder"\nfolder = "thu-den"\n', encoding="utf-8")
    assert load(path).sites[0].mailboxes[0].folder == str(tmp_path.resolve() / "thu-den")


def test_a_secret_comes_from_the_environment_or_from_a_private_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("mật khẩu\n", encoding="utf-8")
    file.chmod(0o600)
    assert secret("") == ""
    assert secret("env:MAT_KHAU", {"MAT_KHAU": "x"}) == "x"
    assert secret(f"file:{file}") == "mật khẩu"
    with pytest.raises(SecretError, match="not set"):
        secret("env:MAT_KHAU", {})
    with pytest.raises(SecretError, match="No such file"):
        secret(f"file:{tmp_path / 'none'}")
    file.chmod(0o640)
    with pytest.raises(SecretError, match="chmod 600"):
        secret(f"file:{file}")


def test_a_database_address_gets_its_password_and_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAT_KHAU", "p@ss")
    assert database_url("sqlite:///var/x.db", "", tmp_path) == f"sqlite:///{tmp_path}/var/x.db"
    url = database_url("postgresql+psycopg://user@host/name", "env:MAT_KHAU", tmp_path)
    assert url == "postgresql+psycopg://user:p%40ss@host/name"
