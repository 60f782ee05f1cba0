"""Keys of signers come from the one DNS server that is named, in time or not at all."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pydantic import ValidationError

from ingest.arc import keys_of_sealers
from ingest.header_lines import header_lines
from ingest.key_lookup import KeyLookup, try_server
from ingest.sandbox import Reader
from ingest.trust import Standing
from tests.ingest.dns_server import DnsServer, serving
from tests.ingest.honest_senders import CASES, FORWARDED, PLAIN, SITE
from tests.ingest.signed_letters import LIST, OURS, dns, signed
from tinbai import checking
from tinbai.config import Config
from tinbai.config_dns import DnsConfig

NAME = f"thu2026._domainkey.{OURS}"


class Hands:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def server() -> Iterator[DnsServer]:
    with serving(dns()) as server:
        yield server


def lookup(server: DnsServer, clock: Hands | None = None, seconds: int = 1) -> KeyLookup:
    config = DnsConfig(server="127.0.0.1", port=server.port, timeout_seconds=seconds)
    return KeyLookup(config, clock=clock) if clock else KeyLookup(config)


def test_without_a_server_nothing_is_asked() -> None:
    assert KeyLookup(DnsConfig()).for_letter(signed(PLAIN), SITE) == {}


def test_a_signed_letter_is_believed_by_the_key_that_dns_has(server: DnsServer) -> None:
    with Reader(keys_for=lookup(server).for_letter) as reader:
        reading = reader.read(signed(PLAIN), site=SITE)
    assert reading.trust is not None
    assert (reading.trust.standing, server.asked) == (Standing.VERIFIED, [NAME])


def test_the_same_letter_without_a_server_is_unverified() -> None:
    with Reader() as reader:
        reading = reader.read(signed(PLAIN), site=SITE)
    assert reading.trust is not None
    assert reading.trust.standing is Standing.UNVERIFIED


def test_only_keys_that_could_decide_are_asked_for(server: DnsServer) -> None:
    keys = lookup(server)
    assert keys.for_letter(PLAIN, SITE) == {}
    assert keys.for_letter(signed(PLAIN, domain="la.example"), SITE) == {}
    assert keys.for_letter(FORWARDED, SITE.model_copy(update={"arc_sealers": ()})) == {}
    assert keys.for_letter(signed(PLAIN), None) == {}
    assert server.asked == []
    assert set(keys_of_sealers(header_lines(FORWARDED), SITE)) == {f"arc2026._domainkey.{LIST}"}
    assert list(keys.for_letter(FORWARDED, SITE)) == [f"arc2026._domainkey.{LIST}"]


def test_a_letter_in_a_file_is_left_where_it_was(server: DnsServer) -> None:
    file = BytesIO(signed(PLAIN))
    file.seek(5)
    assert NAME in lookup(server).for_letter(file, SITE)
    assert file.tell() == 5


def test_answers_are_remembered_as_long_as_they_live_and_missing_ones_for_a_while(server: DnsServer) -> None:
    clock = Hands()
    keys = lookup(server, clock)
    missing = f"khong-co._domainkey.{OURS}"
    for _ in range(3):
        assert list(keys.fetch([NAME, missing])) == [NAME]
    assert server.asked == [NAME, missing]
    clock.now += 301
    keys.fetch([NAME, missing])
    assert server.asked == [NAME, missing] * 2


def test_a_record_that_is_too_long_is_none(server: DnsServer) -> None:
    server.records[NAME] = b"x" * 5_000
    assert lookup(server).fetch([NAME]) == {}


def test_a_silent_server_costs_one_short_time_for_each_letter_and_is_then_left_alone(server: DnsServer) -> None:
    server.silent = True
    keys = lookup(server)
    began = time.monotonic()
    assert keys.fetch([NAME, *(f"k{number}._domainkey.{OURS}" for number in range(20))]) == {}
    assert time.monotonic() - began < 10  # a second for each would be 21
    for _ in range(2):
        keys.fetch([NAME])
    server.asked.clear()
    began = time.monotonic()
    for _ in range(100):
        assert keys.fetch([NAME]) == {}
    assert time.monotonic() - began < 10  # a second for each would be 100
    assert server.asked == []


def test_a_server_that_rested_is_asked_again(server: DnsServer) -> None:
    clock = Hands()
    keys = lookup(server, clock)
    server.silent = True
    for _ in range(3):
        keys.fetch([NAME])
    server.silent = False
    assert keys.fetch([NAME]) == {}
    clock.now += 301
    assert list(keys.fetch([NAME])) == [NAME]


def test_a_closed_port_delays_for_moments_only() -> None:
    with serving({}) as gone:
        port = gone.port
    keys = KeyLookup(DnsConfig(server="127.0.0.1", port=port, timeout_seconds=1))
    began = time.monotonic()
    assert keys.fetch([NAME]) == {}
    assert time.monotonic() - began < 15


def test_the_check_says_what_is_wrong_with_the_server_or_that_there_is_none(server: DnsServer, tmp_path: Path) -> None:
    assert "chưa cấu hình" in checking._dns(Config(root=tmp_path)).words
    dns_config = DnsConfig(server="127.0.0.1", port=server.port, timeout_seconds=1)
    config = Config(root=tmp_path, dns=dns_config)
    assert checking._dns(config).ok
    server.silent = True
    assert "không trả lời" in checking._dns(config).words


@pytest.mark.parametrize("address", ["dns.songmau.example", "1.2.3", "10.0.0.1:53"])
def test_only_an_ip_address_names_a_server(address: str) -> None:
    with pytest.raises(ValidationError):
        DnsConfig(server=address)


def test_trying_the_server_says_whether_it_answers(server: DnsServer) -> None:
    assert try_server(DnsConfig(server="127.0.0.1", port=server.port, timeout_seconds=1))
    server.silent = True
    assert not try_server(DnsConfig(server="127.0.0.1", port=server.port, timeout_seconds=1))


@pytest.mark.parametrize("gap", [b" " * 1_000_000, b" \t" * 500_000 + b"x", b"\r\n" * 300_000, b"\n" * 30_000_000])
def test_white_space_that_takes_dkimpy_for_ever_is_verified_in_no_time(gap: bytes) -> None:
    from ingest.dkim import signing_domain  # noqa: PLC0415

    raw = signed(PLAIN)
    hostile = raw + gap
    began = time.process_time()
    assert signing_domain(hostile, header_lines(hostile), OURS, dns()) in (None, OURS)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("hostile", [b"b=" + b"\r\n " * 2_000, b"h=" + b"a:" * 4_000, b"b=" + b"A" * 50_000])
def test_a_signature_field_made_to_take_time_is_not_tried(hostile: bytes) -> None:
    field = b"DKIM-Signature: v=1; a=rsa-sha256; d=songmau.example; s=thu2026; bh=x; " + hostile + b"\r\n"
    began = time.process_time()
    assert len(lookup_names(field + PLAIN)) == 0
    assert time.process_time() - began < 0.5


def lookup_names(raw: bytes) -> list[str]:
    from ingest.dkim import keys_of_signers  # noqa: PLC0415

    return list(keys_of_signers(header_lines(raw), OURS))


def test_every_signed_letter_of_the_honest_ones_needs_a_key() -> None:
    signed_ones = [case for case in CASES if case.raw.startswith(b"DKIM-Signature")]
    assert len(signed_ones) >= 3
    assert all(lookup_names(case.raw) == [NAME] for case in signed_ones)
