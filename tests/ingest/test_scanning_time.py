"""A letter has one limit of time with the virus scanner, however many files it has and however the scanner dawdles."""

import time
from io import BytesIO
from math import inf

import pytest

from ingest.read import read
from ingest.reading import Reading, Verdict
from ingest.scanning import scanned
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.servers.slow_clamd import SlowClamd, slow_clamd
from tinbai.clamd import OUT_OF_TIME, Clamd
from tinbai.config_scanner import ScannerConfig
from tinbai.errors import ScannerError
from tinbai.limits import Limits

FILES = 8
LIMIT = 1  # second
TEXT = "Tập huấn trồng nấm rơm\r\n\r\nSáng 15/10, xã An Mẫu mở lớp tập huấn cho 45 hội viên nông dân."


def raw_letter() -> bytes:
    headers = [("From", "hnd@songmau.example"), ("Subject", encoded("Tin bài")), ("Message-ID", "<1@songmau.example>")]
    files = [attachment(f"so lieu {n}.xyz", "x/y", f"{n}".encode() * 50) for n in range(FILES)]
    return letter(headers, Multipart(subtype="mixed", boundary="phan", parts=[plain(TEXT), *files]))


def scanner(server: SlowClamd, *, timeout: int = 30, letter_seconds: int = LIMIT) -> Clamd:
    config = ScannerConfig(address=server.address, timeout_seconds=timeout, letter_seconds=letter_seconds)
    return Clamd(config)


def shown(by: Clamd) -> Reading:
    raw = raw_letter()
    return scanned(read(raw, site=None, limits=Limits()), BytesIO(raw), by)


def test_a_letter_with_many_files_is_held_when_its_time_is_over_and_says_how_much_is_left() -> None:
    with slow_clamd(0.2) as server:
        reading = shown(scanner(server))
        assert server.scans < 1 + FILES
    (finding,) = [one for one in reading.findings if one.check == "not_scanned"]
    assert reading.verdict is Verdict.HELD
    left = int(finding.message.split("chưa quét xong ")[1].split()[0])
    assert 1 + FILES - server.scans <= left <= 2 + FILES - server.scans  # the one in hand was not waited for
    assert finding.message in (reading.reason or "")
    assert len(reading.articles) == 1


def test_without_the_limit_it_would_hold_its_lane_for_every_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clamd, "letter_ends", lambda _self: inf)
    with slow_clamd(0.2) as server:
        assert shown(scanner(server)).verdict is Verdict.ARTICLES
        assert server.scans == 1 + FILES


def test_with_time_enough_every_file_is_shown() -> None:
    with slow_clamd(0) as server:
        assert shown(scanner(server, letter_seconds=60)).verdict is Verdict.ARTICLES
        assert server.scans == 1 + FILES


def test_an_answer_that_never_ends_is_cut_off() -> None:
    """Every byte is in time for itself."""
    with slow_clamd(0, endless=True) as server:
        start = time.monotonic()
        assert shown(scanner(server)).verdict is Verdict.HELD
        assert time.monotonic() - start < 30 * LIMIT  # it would never end
        assert server.scans == 1


def test_a_scanner_that_hangs_is_no_fault_of_the_letter() -> None:
    with slow_clamd(10) as server, pytest.raises(ScannerError):
        shown(scanner(server, timeout=1, letter_seconds=60))


def test_what_begins_too_late_is_not_begun() -> None:
    with slow_clamd(0) as server:
        assert scanner(server).scan(BytesIO(b"tin"), until=time.monotonic()) == OUT_OF_TIME
        assert server.scans == 0
