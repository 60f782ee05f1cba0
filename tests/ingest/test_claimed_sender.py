"""Who a letter says it is from, at a glance."""

import time

import pytest

from ingest.claimed_sender import claimed_sender

A_SECOND = 1.0


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        (b"From: hnd@songmau.example", "hnd@songmau.example"),
        (b"Subject: tin\r\nFROM : =?utf-8?B?SOG7mWk=?= <HND@Songmau.example>", "hnd@songmau.example"),
        (b'From: "bbt@anmau.example"\r\n <hnd@songmau.example>', "hnd@songmau.example"),
        (b"From: hnd@songmau.example\nFrom: b@songmau.example", "hnd@songmau.example"),
        (b"From: \xe1\xba@songmau.example", "\ufffd@songmau.example"),
        (b"From: hnd\0@songmau.example", None),
        (b"From: Ban bien tap", None),
        (b"Subject: From: hnd@songmau.example", None),
        (b"Subject: tin\r\n\r\nFrom: hnd@songmau.example", None),
        (b"", None),
    ],
)
def test_the_address_is_that_of_the_first_from_header(headers: bytes, address: str | None) -> None:
    assert claimed_sender(headers + b"\r\n\r\nFrom: c@songmau.example") == address


@pytest.mark.parametrize(
    "raw", [b"From: " + b"a" * 10_000_000, b"From: " + b"a@" * 5_000_000, b"From:\r\n " * 1_000_000, b"F" * 10_000_000]
)
def test_it_costs_next_to_nothing_whatever_the_bytes(raw: bytes) -> None:
    begun = time.process_time()
    claimed_sender(raw)
    assert time.process_time() - begun < A_SECOND
