"""A letter that breaks its reader costs itself, not the program."""

import os
import signal
import socket
import time

import pytest

from ingest import sandbox
from ingest.reading import Reading, Verdict
from ingest.sandbox import Reader
from tests.ingest import breaking_reader
from tinbai.errors import ReadingFailedError
from tinbai.limits import Limits

GOOD = b"From: hnd@songmau.example\r\nSubject: Tin\r\n\r\nTin c\xe1\xbb\xa7a x\xc3\xa3 An M\xe1\xba\xabu.\r\n"
LIMITS = Limits(wall_seconds=3, cpu_seconds=2, memory_bytes=600_000_000)


@pytest.fixture
def reader(monkeypatch):
    """A reader whose child does what the letter says: sleep, spin, die, eat memory, call out."""
    monkeypatch.setattr(sandbox, "_read_here", breaking_reader.read_here)
    with Reader(limits=LIMITS) as made:
        yield made


def test_a_good_letter_comes_back_whole():
    with Reader() as made:
        reading = made.read(GOOD, site=None)
    assert reading.verdict is Verdict.ARTICLES
    assert "xã An Mẫu" in reading.letter.text


@pytest.mark.parametrize("deed", [b"sleep", b"spin", b"die", b"kill", b"memory", b"raise", b"unpicklable"])
def test_a_letter_that_breaks_its_child_is_read_again_without_what_it_carries(reader, deed):
    reading = reader.read(deed, site=None)
    assert [finding.check for finding in reading.findings] == ["attachments_not_opened"]
    assert "Không mở được tệp đính kèm" in reading.findings[0].message
    assert isinstance(reader.read(b"good", site=None), Reading)


@pytest.mark.parametrize("deed", [b"always die", b"always raise"])
def test_a_letter_that_breaks_its_child_twice_fails_and_the_next_one_is_read(reader, deed):
    with pytest.raises(ReadingFailedError):
        reader.read(deed, site=None)
    assert reader.read(b"good", site=None).findings == ()


def test_the_child_lives_on_for_the_next_letter(reader):
    pids = {reader.read(b"good", site=None).reason for _ in range(3)}
    assert len(pids) == 1
    assert pids != {str(os.getpid())}


def test_a_child_has_no_network(reader):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert reader.read(f"connect {port}".encode(), site=None).reason == "refused"


def test_a_killed_child_between_two_letters_is_replaced(reader):
    os.kill(int(reader.read(b"good", site=None).reason or "0"), signal.SIGKILL)
    time.sleep(0.5)
    assert isinstance(reader.read(b"good", site=None), Reading)
