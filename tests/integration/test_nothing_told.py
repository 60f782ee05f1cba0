"""Secrets and people's data are in no log line, error or figure, whatever goes wrong (hostile.md, S10).

Letters full of marks go the whole way while the database, the portal and the mail servers fail by turns; then what the
program has said to the outside is searched for the marks. That the search would find them is shown by two variants.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Engine, create_engine, event, select

from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from publish.opened import open_portals
from publish.run import publish_due
from tests.offices import write_config
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink
from tinbai.alarming import raise_alarms
from tinbai.approval import approve
from tinbai.article import Article
from tinbai.clock import now
from tinbai.column import Column
from tinbai.config import LogConfig
from tinbai.errors import TinbaiError
from tinbai.health import health, metrics
from tinbai.log import set_up
from tinbai.office import Office, migrated_office
from tinbai.people import Role, RoleName, User
from tinbai.sending import send_waiting

log = structlog.get_logger()
PASSWORD = "MARK-mat-khau-hop-thu"
MARKS = (
    "MARK-mat-khau", "MARKten", "markdiachi", "MARKtieude", "MARKnoidung", "MARKtep", "001099012345", "0912345678",
    "MARKchuthich",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Run:
    """What was said to the outside in one run, and how many articles came of it."""

    said: str
    articles: int


def letter(number: int) -> bytes:
    place, what = f"thôn {chr(65 + number)}{chr(70 + number)}", number * 137 + 11
    body = (
        f"Kính gửi Ban biên tập!\r\n\r\nMARKtieude ở {place}: {what} hộ dân hiến đất làm đường\r\n\r\n"
        f"Ngày {number % 28 + 1}/9/2026, bà MARKten Thị Minh Họa (CCCD 001099012345, điện thoại 0912345678) cho biết, "
        f"{what} hộ dân của {place} đã hiến {what * 3} mét vuông đất. MARKnoidung của {place} là {what}.\r\n\r\n"
        "Trân trọng!\r\n"
    )
    lines = [
        "From: MARKten Hoi Nong dan <hnd@songmau.example>", "To: markdiachi@songmau.example",
        f"Subject: MARKtieude so {number}", f"Message-ID: <markdiachi-{number}@songmau.example>",
        "Date: Thu, 15 Oct 2026 11:00:00 +0700", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=B", "",
        "--B", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", body,
        "--B", 'Content-Type: image/jpeg; name="MARKtep.jpg"', "Content-Transfer-Encoding: base64", "",
        "/9j/4AAQSkZJRgABAQEASABIAAD/2Q==", "--B--", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.fixture
def office(dovecot: Dovecot, smtp_sink: SmtpSink, tmp_path: Path) -> Iterator[Office]:
    account = dovecot.add_user("markdiachi-hop-thu", PASSWORD)
    for number in range(COUNT):
        dovecot.append(account, letter(number))
    config = write_config(tmp_path, dovecot, account, more="").read_text(encoding="utf-8")
    smtp = f'[smtp]\nhost = "127.0.0.1"\nport = {smtp_sink.port}\nsecurity = "plain"\n'
    path = tmp_path / "config.toml"
    path.write_text(config.replace("[smtp]\n", smtp), encoding="utf-8")
    with migrated_office(path) as office:
        yield office


COUNT = 20


@pytest.fixture(autouse=True)
def log_to_a_file_of_this_test() -> Iterator[None]:
    """What is captured here is closed at the end: later tests must not log into it."""
    yield
    structlog.reset_defaults()
    logging.basicConfig(level=logging.WARNING, force=True)


def whole_way(office: Office, capfd: pytest.CaptureFixture[str]) -> Run:
    """Every stage, with trouble in each; an office that has recovered at the end."""
    set_up(LogConfig(level="debug", format="json"))
    (site,) = office.config.sites
    (box,) = site.mailboxes
    config, database, blobs = office.config, office.database, office.blobs
    wrong = box.model_copy(update={"username": "markdiachi-khac"})
    said = [_tried(partial(poll, config, site, mailbox, database, blobs, clock=now)) for mailbox in (wrong, box)]
    with Reader(limits=config.limits) as reader:
        read = partial(read_waiting, config, database, blobs, reader, clock=now)
        with _refusing(office, "revision"):
            said.append(_tried(read))
        read(clock=lambda: now() + timedelta(hours=1))  # when the lease of the letter in hand has ended
    articles = _approved(office)
    publish = partial(publish_due, database, open_portals(config), blobs, clock=now)
    with _refusing(office, "publication"):
        said.append(_tried(publish))
    said.append(_tried(publish))
    said.append(_tried(partial(send_waiting, database, config.smtp, clock=now)))
    raise_alarms(office, clock=now)
    said += [metrics(office, clock=now).decode(), str(health(office, clock=now).problems), *capfd.readouterr()]
    return Run(said="\n".join(said), articles=articles)


def _tried(work: Callable[[], object]) -> str:
    """What a command or the timetable would say of an error."""
    try:
        work()
    except Exception as error:
        log.exception("job broke")
        return str(error) if isinstance(error, TinbaiError) else ""
    return ""


@contextmanager
def _refusing(office: Office, table: str) -> Iterator[None]:
    """While it lasts, the database refuses to write a table."""

    def spoil(
        _connection: object, _cursor: object, statement: str, parameters: object, _context: object, _many: bool
    ) -> tuple[str, object]:
        writes = statement.startswith((f"INSERT INTO {table} ", f"UPDATE {table} "))
        return (statement.replace(table, f"{table}_gone") if writes else statement), parameters

    event.listen(office.database.engine, "before_cursor_execute", spoil, retval=True)
    yield
    event.remove(office.database.engine, "before_cursor_execute", spoil)


def _approved(office: Office) -> int:
    with office.database.writing() as session:
        head = User(username="truongban", name="MARKten Trưởng ban", created_at=now())
        session.add(head)
        articles = session.scalars(select(Article)).all()
        head.roles = [Role(site_id=articles[0].site_id, name=RoleName.HEAD)]
        column_id = session.scalar(select(Column.id).limit(1))
        session.flush()
        portals = [portal.key for portal in office.config.sites[0].portals]
        for article in articles[:5]:
            article.column_id = column_id
            approve(session, article, by=head, at=now(), portals=portals)
    return len(articles)


def test_no_mark_is_told(office: Office, capfd: pytest.CaptureFixture[str]) -> None:
    run = whole_way(office, capfd)
    assert run.articles == COUNT
    assert run.said.count("Traceback") > 2  # there was trouble, and it was logged
    assert "INSERT INTO revision_gone" in run.said
    assert [mark for mark in MARKS if mark in run.said] == []


@pytest.fixture
def telling(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database whose errors tell the values, as SQLAlchemy's do when nobody says otherwise."""

    def tells(*arguments: Any, hide_parameters: bool, **options: Any) -> Engine:
        assert hide_parameters
        return create_engine(*arguments, **options)

    monkeypatch.setattr("tinbai.db.create_engine", tells)


@pytest.mark.usefixtures("telling")
def test_values_in_errors_would_be_found(office: Office, capfd: pytest.CaptureFixture[str]) -> None:
    assert "MARKtieude" in whole_way(office, capfd).said
