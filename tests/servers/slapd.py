"""A real directory, OpenLDAP's slapd, in a folder of its own: plain and StartTLS on one port, TLS on another.

It takes binds without a password and calls them a success, as some directories do (RFC 4513, section 5.1.2).
"""

import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.servers.certificate import Certificate, make_certificate
from tests.servers.program import answers, as_ordinary_user, find_program, free_port, give_away, running, server_folder
from tinbai.config_ldap import LdapConfig

BASE = "ou=nguoi,dc=xa"
SEARCHER, SEARCHER_PASSWORD = "cn=tim,dc=xa", "tim-nguoi-thoi"
PASSWORD = "mật khẩu thư mục"
AS_TYPED = unicodedata.normalize("NFD", PASSWORD)  # that of "roi": a directory keeps what a keyboard gave it
LONG = f"{'a' * 60}@songmau.example"  # more signs than a user name of ours has

CONFIGURATION = """
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/slapd.pid
argsfile {folder}/slapd.args
TLSCACertificateFile {certificate.ca_file}
TLSCertificateFile {certificate.certificate_file}
TLSCertificateKeyFile {certificate.key_file}
allow bind_anon_cred bind_anon_dn
loglevel none
database mdb
suffix "dc=xa"
directory {folder}/data
maxsize 10485760
dbnosync
access to attrs=userPassword by anonymous auth by * none
access to * by dn.base="{searcher}" read by dn.children="{base}" read by anonymous auth by * none
"""

ENTRY = """dn: {name}
objectClass: {kind}
{attributes}

"""


@dataclass(frozen=True, kw_only=True)
class Slapd:
    """A directory that runs. Connect to localhost or 127.0.0.1 and trust `ca_file`."""

    port: int
    tls_port: int
    ca_file: Path

    def config(self, secret: Path, **more: Any) -> LdapConfig:
        """A configuration in which an account searches; `secret` is a file that its password is put into."""
        secret.touch(mode=0o600)
        secret.write_text(SEARCHER_PASSWORD, encoding="utf-8")
        given = {
            "host": "127.0.0.1", "port": self.tls_port, "ca_file": str(self.ca_file), "username": SEARCHER,
            "password": f"file:{secret}", "base": BASE, "filter": "(uid={name})", "timeout_seconds": 5,
        }  # fmt: skip
        return LdapConfig.model_validate({**given, **more})


@pytest.fixture(scope="session")
def slapd() -> Iterator[Slapd]:
    """One with some people in it, for the tests of a session; they change nothing there."""
    with slapd_running() as server:
        yield server


@contextmanager
def slapd_running() -> Iterator[Slapd]:
    """Until the end of the block, as an ordinary user."""
    program, loader = find_program("slapd", package="slapd"), find_program("slapadd", package="slapd")
    with server_folder("slapd") as folder:
        certificate = make_certificate(folder)
        server = Slapd(port=free_port(), tls_port=free_port(), ca_file=certificate.ca_file)
        configuration = _written(folder, certificate)
        entries = ["-q", "-f", str(configuration), "-l", str(folder / "entries.ldif")]
        subprocess.run(as_ordinary_user([loader, *entries]), check=True, capture_output=True, timeout=30)
        places = [f"ldap://127.0.0.1:{server.port}", *(f"ldaps://127.0.0.{n}:{server.tls_port}" for n in (1, 2))]
        command = as_ordinary_user([program, "-d", "0", "-f", str(configuration), "-h", " ".join(places)])
        ready = lambda: answers(server.port) and answers(server.tls_port)  # noqa: E731
        with running(command, log=folder / "output.log", ready=ready):
            yield server


def _written(folder: Path, certificate: Certificate) -> Path:
    configuration = folder / "slapd.conf"
    configuration.write_text(
        CONFIGURATION.format(folder=folder, certificate=certificate, searcher=SEARCHER, base=BASE), encoding="utf-8"
    )
    (folder / "entries.ldif").write_text("".join(_entries()), encoding="utf-8")
    (folder / "data").mkdir()
    for path in folder.iterdir():
        give_away(path)
    certificate.key_file.chmod(0o600)
    return configuration


def _entries() -> Iterator[str]:
    yield ENTRY.format(name="dc=xa", kind="domain", attributes="dc: xa")
    yield ENTRY.format(name=BASE, kind="organizationalUnit", attributes="ou: nguoi")
    yield ENTRY.format(name=SEARCHER, kind="organizationalRole", attributes=_account("tim", SEARCHER_PASSWORD))
    for uid, *addresses in (
        ("guong", "Guong@songmau.example"),
        ("an+tin", "an.tin@songmau.example"),
        ("nhieu", "nhieu.cu@songmau.example", "nhieu@songmau.example"),
        ("la", "la@songmau.example"),
        ("doi1", "doi@songmau.example"),
        ("doi2", "doi@songmau.example"),
        ("khong-thu",),
        ("roi", "roi@songmau.example"),
        (LONG, LONG),
        (LONG[:64], "cat.ngan@songmau.example"),
    ):
        attributes = "".join(f"\nmail: {address}" for address in addresses)
        rdn = uid.replace("+", "\\+")
        password = AS_TYPED if uid == "roi" else PASSWORD
        person = f"uid: {uid}\ncn: {uid}\nsn: {uid}\nuserPassword: {password}{attributes}"
        yield ENTRY.format(name=f"uid={rdn},{BASE}", kind="inetOrgPerson", attributes=person)
    elsewhere = "objectClass: extensibleObject\nou: noi-khac\nref: ldap://127.0.0.1:1/ou=nguoi,dc=tinh"
    yield ENTRY.format(name=f"ou=noi-khac,{BASE}", kind="referral", attributes=elsewhere)


def _account(name: str, password: str) -> str:
    return f"objectClass: simpleSecurityObject\ncn: {name}\nuserPassword: {password}"
