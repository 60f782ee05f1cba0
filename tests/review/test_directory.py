"""The directory's answers, from a real one (slapd) and from one that says what a test wants."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from review.security import directory, ldap_connection
from review.security.directory import Directory, Person
from tests.servers.certificate import make_certificate
from tests.servers.plain_ldap import plain_ldap
from tests.servers.program import free_port
from tests.servers.slapd import BASE, PASSWORD, Slapd
from tinbai.config_ldap import LdapConfig
from tinbai.errors import DirectoryError, SecretError

GUONG = Person(addresses=("Guong@songmau.example",))
BY_DN = {"bind_name": f"uid={{name}},{BASE}", "base": ""}
WAYS = {"searched": {}, "by name": BY_DN, "by name, then searched": {"bind_name": f"uid={{name}},{BASE}"}}

pytestmark = pytest.mark.integration


@pytest.fixture
def config(slapd: Slapd, tmp_path: Path) -> Callable[..., LdapConfig]:
    def make(**more: Any) -> LdapConfig:
        return slapd.config(tmp_path / "secret", **more)

    return make


@pytest.fixture
def plain(slapd: Slapd, config: Callable[..., LdapConfig]) -> Callable[..., LdapConfig]:
    """Without encryption, which takes most of the time: for tests of what is said."""
    return lambda **more: config(security="plain", port=slapd.port, **more)


Make = Callable[..., LdapConfig]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_over_tls_a_name_with_its_password_is_somebody(config: Make, slapd: Slapd, security: str) -> None:
    known = Directory(config(security=security, port=slapd.tls_port if security == "tls" else slapd.port))
    assert known.person("guong", PASSWORD) == GUONG
    assert known.person("guong", "sai") is None


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_name_with_its_password_is_somebody(plain: Make, way: dict[str, str]) -> None:
    known = Directory(plain(**way))
    assert known.person("guong", PASSWORD) == GUONG
    assert known.person("GUONG", PASSWORD) == GUONG
    assert known.person("an+tin", PASSWORD) == Person(addresses=("an.tin@songmau.example",))
    assert known.person("khong-thu", PASSWORD) == Person(addresses=())
    for name, password in (("guong", "sai"), ("khongai", PASSWORD), ("guong", PASSWORD.upper())):
        assert known.person(name, password) is None


def test_of_two_who_are_found_it_is_neither(plain: Make) -> None:
    assert Directory(plain(filter="(mail={name})")).person("doi@songmau.example", PASSWORD) is None
    assert Directory(plain(filter="(mail={name})")).person("guong@songmau.example", PASSWORD) == GUONG


def test_a_filter_of_every_kind_means_what_it_says(plain: Make) -> None:
    assert Directory(plain(filter="(&(objectClass=*)(uid={name})(!(uid=la))(mail=*@songmau*))")).person(
        "guong", PASSWORD
    )
    assert Directory(plain(filter="(&(uid={name})(!(uid=guong)))")).person("guong", PASSWORD) is None
    assert Directory(plain(filter="(|(uid:caseExactMatch:={name})(uid>=zzz))")).person("guong", PASSWORD) == GUONG
    assert Directory(plain(filter="(uid:caseExactMatch:={name})")).person("Guong", PASSWORD) is None


INJECTED = {"all": "*", "beginning": "guo*", "group": "guong)(uid=*", "other": "x)(|(uid=guong"}


@pytest.mark.parametrize("name", INJECTED.values(), ids=INJECTED)
def test_a_name_is_a_name_whatever_signs_it_has(plain: Make, name: str) -> None:
    assert Directory(plain(filter="(&(uid={name})(mail=guong@*))")).person(name, PASSWORD) is None


def test_without_escaping_a_star_would_be_somebody(plain: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "escape_in_filter", lambda text: text)
    assert Directory(plain(filter="(&(uid={name})(mail=guong@*))")).person("*", PASSWORD) == GUONG


def test_a_name_does_not_leave_its_place_in_the_directory(plain: Make) -> None:
    within = {"bind_name": "uid={name},dc=xa", "base": ""}
    assert Directory(plain(**within)).person("guong,ou=nguoi", PASSWORD) is None


def test_without_escaping_it_would(plain: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "escape_in_name", lambda text: text)
    within = {"bind_name": "uid={name},dc=xa", "base": ""}
    assert Directory(plain(**within)).person("guong,ou=nguoi", PASSWORD) == GUONG


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("password", ["", "\x00", "\x00x"])
def test_without_a_password_nobody_is_anybody(plain: Make, way: dict[str, str], password: str) -> None:
    assert Directory(plain(**way)).person("guong", password) is None
    assert Directory(plain(**way)).person("", password) is None


def test_where_empty_passwords_are_let_through_the_server_calls_it_a_success(
    plain: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ldap_connection, "is_bindable", lambda *_given: True)
    with ldap_connection.connected(plain()) as server:
        assert server.bind(f"uid=guong,{BASE}", "")
    monkeypatch.undo()
    with ldap_connection.connected(plain()) as server:
        assert not server.bind(f"uid=guong,{BASE}", "")
        assert not server.bind("", "x")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_without_a_certificate_that_is_known_is_told_nothing(
    config: Make, slapd: Slapd, tmp_path: Path, security: str
) -> None:
    port = slapd.tls_port if security == "tls" else slapd.port
    other = make_certificate(tmp_path)
    for ca_file in ("", str(other.ca_file)):
        with pytest.raises(DirectoryError) as caught:
            Directory(config(security=security, port=port, ca_file=ca_file)).person("guong", PASSWORD)
        assert isinstance(caught.value.__cause__, ssl.SSLCertVerificationError)


def test_a_certificate_of_another_host_is_none(config: Make) -> None:
    with pytest.raises(DirectoryError) as caught:
        Directory(config(host="127.0.0.2")).person("guong", PASSWORD)
    assert isinstance(caught.value.__cause__, ssl.SSLCertVerificationError)


def test_unverified_anybody_could_be_the_server(config: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ldap_connection, "tls_context", lambda _ca_file: ssl._create_unverified_context())  # noqa: S323
    assert Directory(config(host="127.0.0.2", ca_file="")).person("guong", PASSWORD) == GUONG


def test_what_the_searching_account_may_not_is_trouble_and_no_wrong_password(plain: Make, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.touch(mode=0o600)
    wrong.write_text("sai")
    for changes in ({"password": f"file:{wrong}"}, {"base": "ou=khong,dc=xa"}):
        with pytest.raises(DirectoryError):
            Directory(plain(**changes)).person("guong", PASSWORD)
    with pytest.raises(SecretError):
        Directory(plain(password="env:TINBAI_KHONG_CO")).person("guong", PASSWORD)


def test_who_may_search_and_how_much_is_there_is_told_beforehand(plain: Make) -> None:
    assert Directory(plain()).look() == 2
    assert Directory(plain(address_attribute="description")).look() == 0
    assert Directory(plain(**BY_DN)).look() is None


def unencrypted(port: int, **more: object) -> LdapConfig:
    """A directory on this machine in which people bind by their names."""
    return LdapConfig.model_validate({"host": "127.0.0.1", "port": port, "security": "plain", **BY_DN, **more})


def say(*said: str) -> Callable[[socket.socket], None]:
    """A server that answers each message with these bytes, and then says nothing more."""

    def talk(connection: socket.socket) -> None:
        for each in said:
            connection.recv(65_536)
            connection.sendall(bytes.fromhex(each))
        while connection.recv(65_536):
            pass

    return talk


def trickle(connection: socket.socket) -> None:
    """A message that never ends."""
    connection.sendall(bytes.fromhex("3082ffff"))
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


BOUND, TLS = "300c02010161070a010004000400", "300c02010178070a010004000400"
TALKS = {
    "silent": say(), "trickling": trickle, "hangs up": lambda _connection: None, "no LDAP": say("ffffffff"),
    "too long": say("3084ffffffff"), "other request": say(BOUND.replace("020101", "020109")),
    "goodbye": say(BOUND.replace("020101", "020100")), "referral": say(BOUND.replace("0a0100", "0a010a")),
    "busy": say(BOUND.replace("0a0100", "0a0133")), "bound, then silent": say(BOUND),
}  # fmt: skip


@pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS)
def test_a_server_that_misbehaves_is_trouble_within_its_time(talk: Callable[[socket.socket], None]) -> None:
    began = time.monotonic()
    with plain_ldap(talk) as port:
        config = unencrypted(port)
        hasty = config.model_copy(update={"timeout_seconds": 0.2})
        with pytest.raises(DirectoryError):
            Directory(hasty).person("guong", PASSWORD)
    assert time.monotonic() - began < 5


def test_what_is_said_before_encryption_is_not_believed() -> None:
    with plain_ldap(say(TLS + BOUND)) as port:
        config = unencrypted(port, security="starttls", timeout_seconds=2)
        with pytest.raises(DirectoryError, match="follows the answer"):
            Directory(config).person("guong", PASSWORD)


def test_a_server_that_knows_no_encryption_is_told_no_password() -> None:
    heard: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        heard.append(connection.recv(65_536))
        connection.sendall(bytes.fromhex(TLS.replace("0a0100", "0a0102")))
        heard.append(connection.recv(65_536))

    with plain_ldap(talk) as port:
        config = unencrypted(port, security="starttls", timeout_seconds=2)
        with pytest.raises(DirectoryError, match="starttls"):
            Directory(config).person("guong", PASSWORD)
    assert PASSWORD.encode() not in b"".join(heard)


def test_a_server_that_is_not_there_is_trouble() -> None:
    config = unencrypted(free_port())
    with pytest.raises(DirectoryError) as caught:
        Directory(config).person("guong", PASSWORD)
    assert isinstance(caught.value.__cause__, ConnectionRefusedError)


@contextmanager
def silent_port() -> Iterator[int]:
    """A port that takes no more connections and refuses none: who comes waits."""
    with socket.socket() as server, ExitStack() as waiting:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for _ in range(3):
            one = waiting.enter_context(socket.socket())
            one.setblocking(False)
            one.connect_ex(server.getsockname())
        yield server.getsockname()[1]


def resolve_to(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    """Let the directory's host have as many addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port)) for port in ports]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: found)


def test_an_address_that_is_silent_leaves_time_for_the_next(plain: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    config = plain()
    with silent_port() as port:
        resolve_to(monkeypatch, port, free_port(), port, config.port)
        hasty = config.model_copy(update={"timeout_seconds": 1.5})
        assert Directory(hasty).person("guong", PASSWORD) == GUONG


def seconds_of(monkeypatch: pytest.MonkeyPatch) -> float:
    """How long a host is tried for 0.4 seconds of whose four addresses none answers."""
    with silent_port() as port:
        resolve_to(monkeypatch, port, port, port, port)
        began = time.monotonic()
        with pytest.raises(DirectoryError) as caught:
            Directory(unencrypted(port).model_copy(update={"timeout_seconds": 0.4})).person("guong", PASSWORD)
        assert isinstance(caught.value.__cause__, TimeoutError)
        return time.monotonic() - began


def test_many_silent_addresses_have_the_time_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0.3 < seconds_of(monkeypatch) < 1.2


def test_with_the_whole_time_for_each_it_would_be_many_times_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        ldap_connection, "_opened", lambda host, port, _deadline: socket.create_connection((host, port), timeout=0.4)
    )
    assert seconds_of(monkeypatch) >= 1.5


def test_a_directory_that_hangs_does_not_hold_up_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "_SLOT_SECONDS", 0.01)
    config = unencrypted(free_port())
    taken = [directory._slots.acquire(timeout=1) for _ in range(4)]
    try:
        with pytest.raises(DirectoryError, match="busy"):
            Directory(config).person("guong", PASSWORD)
    finally:
        for _ in taken:
            directory._slots.release()
