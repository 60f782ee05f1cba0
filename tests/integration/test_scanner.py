"""Letters are shown to a real ClamAV: what it names is held, what it will not look at too, and without it they wait."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest import waiting as module
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from tests.ingest.letters_here import SITE_DATA, raw_letter, store
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.mail.making.zips import Entry, archive
from tests.rows import NOON, a_site
from tests.servers.clamd import LARGEST, MALWARE, ClamdServer
from tinbai.blobs import Blobs
from tinbai.checking import check
from tinbai.clamd import Clamd, Scanned
from tinbai.config import Config
from tinbai.config_scanner import ScannerConfig
from tinbai.db import Database
from tinbai.errors import ScannerError
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.office import Office
from tinbai.revision import RevisionAttachment
from tinbai.site import Site
from tinbai.site_loading import load_site
from tinbai.troubles import troubles
from tinbai.workflow import Fate, settle

pytestmark = [pytest.mark.integration, pytest.mark.timeout(120)]


def config_of(tmp_path: Path, address: str) -> Config:
    site = {"key": "an-mau", "name": "An Mẫu", "code": "AM"}
    scanner = {"address": address, "timeout_seconds": 10}
    return Config.model_validate({"root": tmp_path, "sites": [site], "blobs": {"free_bytes": 0}, "scanner": scanner})


def read_all(config: Config, database: Database, blobs: Blobs) -> list[Message]:
    with Reader(limits=config.limits) as reader:
        read_waiting(config, database, blobs, reader, clock=lambda: NOON)
    with database.reading() as session:
        return list(session.scalars(select(Message).order_by(Message.id)))


@pytest.fixture
def site(database: Database) -> Site:
    """A board that knows its contributors."""
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
    return site


def letter_with(name: str, content: bytes) -> bytes:
    headers = [("From", "hnd@songmau.example"), ("Subject", encoded("Tin bài")), ("Message-ID", "<1@songmau.example>")]
    text = plain("Tập huấn trồng nấm rơm\r\n\r\nSáng 15/10, xã An Mẫu mở lớp tập huấn cho 45 hội viên nông dân.")
    return letter(headers, Multipart(subtype="mixed", boundary="phan", parts=[text, attachment(name, "x/y", content)]))


def test_the_scanner_names_what_it_knows_and_says_when_it_will_not_look(clamd: str) -> None:
    scanner = Clamd(ScannerConfig(address=clamd))
    assert scanner.scan(BytesIO(b"Tin")) == Scanned()
    assert scanner.scan(BytesIO(b"x" * 1_500_000 + MALWARE)).found == "Thu.Nghiem.UNOFFICIAL"
    assert "size limit" in (scanner.scan(BytesIO(b"x" * (LARGEST + 2_000_000))).refused or "")
    assert scanner.scan(BytesIO(b"Tin")) == Scanned()


@pytest.mark.parametrize("address", ["unix:/nowhere/clamd.ctl", "tcp:127.0.0.1:1"])
def test_without_a_scanner_an_error_says_so(address: str) -> None:
    with pytest.raises(ScannerError):
        Clamd(ScannerConfig(address=address, timeout_seconds=2)).ping()


def test_what_the_scanner_names_is_held_and_never_published(
    clamd: str, database: Database, blobs: Blobs, site: Site, tmp_path: Path
) -> None:
    packed = archive([Entry(name="so lieu.xyz", content=b"..." + MALWARE)])
    store(database, blobs, letter_with("bao cao.pdf", b"%PDF-1.4\n" + MALWARE), site)
    store(database, blobs, letter_with("tep.zip", packed), site)
    store(database, blobs, raw_letter("01"), site)
    config = config_of(tmp_path, clamd)
    first, second, good = read_all(config, database, blobs)
    assert good.status is MessageStatus.DRAFTED
    for message in (first, second):
        assert message.status is MessageStatus.HELD
        assert "mã độc (Thu.Nghiem.UNOFFICIAL)" in (message.reason or "")
        assert message.malware == "Thu.Nghiem.UNOFFICIAL"
    with database.reading() as session:
        named = dict(session.execute(select(MessagePart.filename, MessagePart.malware)).all())
    infected = {name for name, malware in named.items() if malware == "Thu.Nghiem.UNOFFICIAL"}
    assert infected - {"tep.zip"} == {"bao cao.pdf", "so lieu.xyz"}
    with database.writing() as session:
        held = session.get_one(Message, first.id)
        settle(session, held, Fate.REPROCESS, by=None, at=NOON, reason="Đã hỏi người gửi.")
        held.released = True
    released = read_all(config, database, blobs)[0]
    assert released.status is MessageStatus.DRAFTED
    with database.reading() as session:
        assert "bao cao.pdf" not in session.scalars(select(RevisionAttachment.filename)).all()


def test_what_is_too_large_for_the_scanner_is_held_with_that_reason(
    clamd: str, database: Database, blobs: Blobs, site: Site, tmp_path: Path
) -> None:
    store(database, blobs, letter_with("phim.mp4", bytes(range(256)) * 20_000), site)
    (message,) = read_all(config_of(tmp_path, clamd), database, blobs)
    assert message.status is MessageStatus.HELD
    assert "không quét được" in (message.reason or "")


def test_letters_wait_while_the_scanner_is_away_and_are_read_when_it_is_back(
    clamd_server: ClamdServer, database: Database, blobs: Blobs, site: Site, tmp_path: Path
) -> None:
    config = config_of(tmp_path, clamd_server.address)
    office = Office(config=config, database=database, blobs=blobs)
    store(database, blobs, raw_letter("01"), site)
    for _ in range(4):  # more often than a letter may fail
        (message,) = read_all(config, database, blobs)
        assert (message.status, message.attempts, message.lease_until) == (MessageStatus.RECEIVED, 0, None)
    assert "scanner" in {trouble.name for trouble in troubles(office, clock=lambda: NOON)}
    assert [one.ok for one in check(config) if "virus" in one.name] == [False]
    with clamd_server.started():
        (message,) = read_all(config, database, blobs)
        assert message.status is MessageStatus.DRAFTED
        assert "scanner" not in {trouble.name for trouble in troubles(office, clock=lambda: NOON)}
        assert [one.ok for one in check(config) if "virus" in one.name] == [True]


def test_a_scanner_that_goes_away_in_the_middle_costs_no_letter_an_attempt(
    database: Database, blobs: Blobs, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([True, False])
    monkeypatch.setattr(module, "_scanner_answers", lambda _config: next(answers))
    for name in ("01", "02"):
        store(database, blobs, raw_letter(name), site)
    config = config_of(tmp_path, "unix:/nowhere/clamd.ctl")
    with Reader(limits=config.limits) as reader, pytest.raises(ScannerError):
        read_waiting(config, database, blobs, reader, clock=lambda: NOON)
    with database.reading() as session:
        states = {(one.status, one.attempts, one.lease_until) for one in session.scalars(select(Message))}
    assert states == {(MessageStatus.RECEIVED, 0, None)}


def test_a_letter_that_the_scanner_cannot_bear_is_given_up_after_three_attempts_and_holds_up_nobody(
    database: Database, blobs: Blobs, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answers, and hangs up each time that it is shown the letter."""
    monkeypatch.setattr(module, "_scanner_answers", lambda _config: True)
    for name in ("01", "02"):
        store(database, blobs, raw_letter(name), site)
    config = config_of(tmp_path, "unix:/nowhere/clamd.ctl")
    with Reader(limits=config.limits) as reader:
        for _ in range(3):
            read_waiting(config, database, blobs, reader, clock=lambda: NOON)
    with database.reading() as session:
        assert {one.status for one in session.scalars(select(Message))} == {MessageStatus.FAILED}


def test_without_the_scanner_s_word_malware_would_become_a_draft(
    clamd: str, database: Database, blobs: Blobs, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "scanned", lambda reading, _letter, _scanner: reading)
    store(database, blobs, letter_with("bao cao.pdf", b"%PDF-1.4\n" + MALWARE), site)
    (message,) = read_all(config_of(tmp_path, clamd), database, blobs)
    assert message.status is MessageStatus.DRAFTED
