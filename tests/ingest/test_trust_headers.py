"""Header fields as bytes, results as RFC 8601 writes them, alignment: the small parts of the judgement."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.alignment import aligned, as_ascii, organizational_domain
from ingest.authentication_results import parse_results
from ingest.header_lines import count_from, header_lines
from ingest.parse import parse
from ingest.signing_keys import tags_of, usable
from ingest.trust import Standing, judge
from tests.ingest.honest_senders import HPN, PASS, SITE, letter
from tests.ingest.signed_letters import dns, record
from tinbai.limits import Limits


def test_fields_are_unfolded_and_keep_their_order() -> None:
    lines = header_lines(b"From x Thu Oct 15\nA: 1\r\n 2\r\nB:3\nC : 4\r\nD: \0\r\nE: a\rb\r\n\r\nF: 5\r\n")
    assert [(line.name, line.value, line.plain) for line in lines] == [
        (b"a", b" 1 2", True), (b"b", b"3", True), (b"c", b" 4", False), (b"d", b" \0", False), (b"e", b" a\rb", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "count"),
    [(b"From: a\r\nfrom:b\r\n\r\nFrom: c", 2), (b"X: a\rFrom: b\r\nFrom : c\r\nFrom\0: d\r\n\r\n", 3),
     (b"X: a\r\n From: b\r\n\r\n", 0), (b"\r\nFrom: a", 0), (b"", 0), (b"From: a", 1)],
)  # fmt: skip
def test_every_from_field_that_any_program_might_see_is_counted(raw: bytes, count: int) -> None:
    assert count_from(raw) == count


@pytest.mark.parametrize(
    ("domain", "organization"),
    [("xa.songmau.gov.vn", "songmau.gov.vn"), ("songmau.gov.vn", "songmau.gov.vn"), ("gov.vn", None), ("vn", None),
     ("thcs.songmau.edu.vn", "songmau.edu.vn"), ("a.b.com.vn", "b.com.vn"), ("ubnd.xa.danang.vn", "xa.danang.vn"),
     ("thu.songmau.example", "songmau.example"), ("SONGMAU.Example.", "songmau.example"), ("", None), ("a..b", None),
     ("a b.example", None), ("x" * 300 + ".example", None)],
)  # fmt: skip
def test_the_organization_is_one_label_below_the_public_suffix(domain: str, organization: str | None) -> None:
    assert organizational_domain(domain) == organization


OTHER_LETTERS = "sôngmẫu.example".encode("idna").decode()


@pytest.mark.parametrize(
    ("domain", "of", "speaks"),
    [("songmau.example", "xa.songmau.example", True), ("xa.songmau.example", "songmau.example", True),
     ("a.songmau.gov.vn", "b.songmau.gov.vn", True), ("songmau.gov.vn", "khac.gov.vn", False),
     ("gov.vn", "songmau.gov.vn", False), ("gov.vn", "gov.vn", True), ("", "", False), ("example", "a.example", False),
     ("songmau.example", "khongsongmau.example", False), ("sôngmẫu.example", OTHER_LETTERS, True)],
)  # fmt: skip
def test_alignment_is_relaxed_and_stays_in_the_organization(domain: str, of: str, speaks: bool) -> None:
    assert aligned(domain, of) is speaks
    assert aligned(of, domain) is speaks


def test_no_name_of_dns_is_made_of_strange_signs() -> None:
    assert [as_ascii(name) for name in ("a_b.example", "a/b.example", "a;b.example", "[192.0.2.1]", "a\0.example")] == [
        "a_b.example", None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [b"", b";", b"a b c; dmarc=pass", b"mx; dmarc", b"mx; dmarc=", b"mx; =pass", b"mx; dmarc=pass header.from",
     b"mx; dmarc=pass (", b'mx; dmarc=pass reason="', b"mx; dmarc=pass )", b"mx; dkim=pass; spf=pass x", b"mx\0; none",
     b"mx;" + b"(" * 100 + b")" * 100, b"mx; " + b"a" * 20_000, b"spf=pass smtp.mailfrom=a.b; dmarc=pass"],
)  # fmt: skip
def test_what_is_not_wholly_understood_says_nothing(value: bytes) -> None:
    assert parse_results(value) is None


def test_a_field_may_say_that_there_is_nothing() -> None:
    found = parse_results(b" mx.songmau.example 1 ; none")
    assert found is not None
    assert (found.server, list(found.results)) == ("mx.songmau.example", [])


@pytest.mark.parametrize(
    "value",
    [b"(" * 16_000, b'mx; a="' + b"\\" * 16_000, b"mx;" * 5_000, b"mx; a=b " + b"a.b=c " * 2_000,
     b"mx; a=b" + b" " * 16_000, b"mx; " + b"a=b (c) " * 2_000],
)  # fmt: skip
def test_no_field_takes_long(value: bytes) -> None:
    began = time.process_time()
    parse_results(value)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("text", [b"a=1; a=2", b"a", b"=1; b"])
def test_a_broken_list_of_tags_is_empty(text: bytes) -> None:
    assert tags_of(text) == {}


@pytest.mark.parametrize(
    ("key", "good"),
    [(record("x"), True), (record("x", "k=rsa; "), True), (record("x", "k=ed25519; "), False),
     (record("x", "h=sha1; "), False), (record("x", "h=sha1:sha256; "), True), (record("x", "t=y; "), False),
     (record("x", "t=s; "), True), (record("x", "s=tlsrpt; "), False), (record("x", "s=tlsrpt:email; "), True),
     (b"v=DKIM1; p=", False), (b"v=DKIM1; p=!!", False), (b"v=DKIM2; p=" + b"A" * 400, False), (b"", False),
     (b"p=" + b"A" * 3_000, False), (b"p=AAAA", False)],
)  # fmt: skip
def test_a_key_may_be_used_when_nothing_speaks_against_it(key: bytes, good: bool) -> None:
    assert usable(key, {"d": "songmau.example"}) is good


def test_a_strict_key_speaks_for_its_own_domain_only() -> None:
    key = record("x", "t=s; ")
    assert usable(key, {"d": "songmau.example", "i": "hpn@songmau.example"})
    assert not usable(key, {"d": "songmau.example", "i": "hpn@xa.songmau.example"})


_PIECES = st.sampled_from(
    [b"From: ", b"<hpn@songmau.example>", b"Authentication-Results: mx.songmau.example;", b" dmarc=pass", b"\r\n",
     b"\n", b"\r", b"\0", b" ", b"(", b")", b'"', b",", b":", b";", b"header.from=songmau.example", b"x@la.example",
     b"=?utf-8?q?", b"?=",
     b"DKIM-Signature: v=1; a=rsa-sha256; d=songmau.example; s=thu2026; h=from:subject; bh=AA==; b=AA==",
     b"ARC-Seal: i=1; a=rsa-sha256; d=lists.diendan.example; s=arc2026; cv=none; b=AA==", b"Subject: x",
     b"ARC-Message-Signature: i=1; a=rsa-sha256; d=lists.diendan.example; s=arc2026; h=from:subject; bh=AA==; b=AA==",
     b"ARC-Authentication-Results: i=1; x; dmarc=pass header.from=songmau.example", b"\xff", b"\xe1\xbb\x99"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES | st.binary(max_size=6), max_size=25))
def test_whatever_the_bytes_a_judgement_is_made_and_says_why(pieces: list[bytes]) -> None:
    raw = b"".join(pieces)
    trust = judge(parse(raw, Limits()), raw, SITE, dns())
    assert trust.reason
    if trust.standing is Standing.VERIFIED:  # only by our server's field above the one From with the one address
        assert raw.lower().count(b"from:") >= 1
        assert b"x@la.example" not in raw.partition(b"\r\n\r\n")[0].rpartition(b"From:")[2].partition(b"\n")[0]


def test_a_letter_of_a_thousand_fields_is_judged_at_once() -> None:
    raw = letter(*(f"Received: from a by mx.songmau.example id {number}" for number in range(900)), PASS, HPN)
    began = time.process_time()
    assert judge(parse(raw, Limits()), raw, SITE).standing is Standing.VERIFIED
    assert time.process_time() - began < 2
