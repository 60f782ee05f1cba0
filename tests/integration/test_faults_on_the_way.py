"""A session with a real server, broken at every kind of byte in every way: right again with the next poll.

No body is wrong, no letter lost or doubled, and neither a thread nor a descriptor is left behind.
"""

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random
from unittest import mock

import pytest
from sqlalchemy import delete, select

from ingest import imap, receive
from ingest.fetching import on_disk
from ingest.run import poll
from tests.integration.imap_bytes import classes
from tests.integration.portions import portion
from tests.mail.corpus import Photos, letters
from tests.rows import NOON, a_site
from tests.servers.dovecot import Dovecot
from tests.servers.fault_proxy import Fault, FaultProxy, Plan, fault_proxy
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database, connect
from tinbai.delivery import Delivery, MailboxRow, Told
from tinbai.errors import MailboxError
from tinbai.message import Message

pytestmark = [pytest.mark.integration, pytest.mark.timeout(3600)]
WATCHDOG_SECONDS = 3.0  # on a busy machine nothing comes for a second or two
SLOW = {Fault.STALL, Fault.TRICKLE}  # each costs as long as the program's patience
SHORTER = 100  # bytes that one session may be shorter than another, on a busy machine


class Site:
    """A mailbox on a real server behind a proxy, and offices that have never asked it."""

    def __init__(self, proxy: FaultProxy, user: str, password: Path, folder: Path, migrated: Path) -> None:
        self.proxy = proxy
        box = {
            "key": "chung", "host": "127.0.0.1", "port": proxy.port, "security": "plain", "username": user,
            "password": f"file:{password}", "timeout_seconds": 1, "after": "keyword", "after_name": "tinbai",
        }  # fmt: skip
        site = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [box]}
        self.config = Config.model_validate({"root": folder, "sites": [site], "blobs": {"free_bytes": 0}})
        self.blobs = Blobs(folder / "blobs")
        self.hashes: list[str] = []
        path = folder / "tinbai.db"
        path.write_bytes(migrated.read_bytes())
        self.database = connect(f"sqlite:///{path}")
        with self.database.writing() as session:
            self._site_id = a_site(session).id
        self._numbers = count(1)

    def new_database(self) -> Database:
        """One that has never asked the mailbox: emptied, which takes a tenth of the time of a new one."""
        with self.database.writing() as session:
            for table in (Delivery, Message, MailboxRow):
                session.execute(delete(table))
            # Under a number of its own: events stay, and letters that break the connection are known by them.
            session.add(MailboxRow(id=next(self._numbers), site_id=self._site_id, key="chung"))
        return self.database

    def poll(self, database: Database) -> None:
        (site,) = self.config.sites
        poll(self.config, site, site.mailboxes[0], database, self.blobs, clock=lambda: NOON)

    def wrong_after(self, plan: Plan) -> list[str]:
        """Break one poll, let a second one through; what is not right then."""
        database = self.new_database()
        before = resources()
        broken = self.proxy.broken
        self.proxy.plan = plan
        with suppress(MailboxError):
            self.poll(database)
        self.proxy.plan = None
        said = self.proxy.said if plan.of_server else self.proxy.asked
        over = plan.offset - len(said) in range(SHORTER)  # Dovecot says how long things took: it was over before
        wrong = [] if self.proxy.broken == broken + 1 or over else ["nothing was broken"]
        try:
            self.poll(database)
        except MailboxError as error:
            wrong.append(f"the second poll: {error}")
        with database.reading() as session:
            if sorted(session.scalars(select(Message.sha256))) != self.hashes:
                wrong.append("not the letters that are on the server")
            told = session.scalars(select(Delivery.told)).all()
            if list(told) != [Told.DONE] * len(self.hashes):
                wrong.append("not every letter told of once")
        self.proxy.quiet()
        if resources() != before:
            wrong.append(f"left behind: {before} became {resources()}")
        return wrong


def resources() -> tuple[int, int]:
    """Threads, and descriptors that are sockets: those of the database are its pool's."""
    gc.collect(0)
    sockets = [one for one in Path("/proc/self/fd").iterdir() if _target(one).startswith("socket:")]
    return threading.active_count(), len(sockets)


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


SHORT, SHORT_AND_LONG = "short", "short and long"


@pytest.fixture(params=[SHORT_AND_LONG])
def site(
    request: pytest.FixtureRequest, dovecot: Dovecot, tmp_path: Path, migrated_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Site]:  # fmt: skip
    """Three letters on Dovecot. Nothing waits for the disk, and patience is short."""
    monkeypatch.setattr(imap, "COMMAND_SECONDS", WATCHDOG_SECONDS)
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)
    monkeypatch.setattr("tinbai.db._prepare_sqlite", lambda connection, _record: _hasty(connection))
    account = dovecot.add_user()
    some = three_letters(request.param)
    for raw in some:
        dovecot.append(account, raw)
    password = tmp_path / "password"
    password.touch(mode=0o600)
    password.write_text(account.password)
    with fault_proxy(dovecot.port) as proxy:
        site = Site(proxy, account.user, password, tmp_path, migrated_file)
        for _ in range(2):  # from the second time on the server knows the keyword, and says the same every time
            database = site.new_database()
            site.poll(database)
            with database.reading() as session:
                site.hashes = sorted(session.scalars(select(Message.sha256)))
            proxy.quiet()
        assert site.hashes == sorted(sha256(raw).hexdigest() for raw in some)
        yield site
        site.database.close()


def three_letters(kind: str) -> list[bytes]:
    """Of one kind, of which every byte can be tried; or of all lengths."""
    if kind == SHORT:
        return [b"Subject: tin %d\r\n\r\n" % number + b"Tin.\r\n" * number for number in (1, 2, 3)]
    some = sorted(letters(12, seed=3, photos=Photos.SMALL), key=len)
    return [some[0], some[5], some[9]]


def _hasty(connection: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]
    connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]


def one_of_each_class(said: bytes, chance: Random) -> list[int]:
    return within(said, {chance.choice(offsets) for offsets in classes(said).values()})


def within(said: bytes, chosen: set[int]) -> list[int]:
    """Dovecot says how long things took, and its numbers grow: the next session may be some bytes shorter."""
    return sorted(at for at in chosen if at < len(said) - 40)


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault not in SLOW])
@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.hard)], ids=["some classes", "every class"])
def test_a_session_cut_at_any_class_of_bytes_is_made_good_by_the_next(site: Site, fault: Fault, every: int) -> None:
    chosen = portion(one_of_each_class(site.proxy.said, Random(fault))[len(fault) % every :: every])
    print(f"{fault}: {len(chosen)} of {len(site.proxy.said)} bytes")  # noqa: T201 - a figure for docs
    assert {at: wrong for at in chosen if (wrong := site.wrong_after(Plan(fault=fault, offset=at)))} == {}


@pytest.mark.parametrize("site", [SHORT], indirect=True)
@pytest.mark.parametrize("fault", [Fault.FIN, Fault.RST])
@pytest.mark.parametrize("every", [200, pytest.param(1, marks=pytest.mark.hard)], ids=["some bytes", "every byte"])
def test_a_whole_session_cut_before_any_of_its_bytes_is_made_good_by_the_next(
    site: Site, fault: Fault, every: int
) -> None:
    """From before the greeting to the last byte of the leave; whole bodies, which are short."""
    length = len(site.proxy.said)
    chosen = portion(range(len(fault) % every, length, every))
    started = time.monotonic()
    wrong = {at: found for at in chosen if (found := site.wrong_after(Plan(fault=fault, offset=at)))}
    seconds = time.monotonic() - started
    print(f"{fault}: {len(chosen)} of {length} bytes, {seconds:.0f} s")  # noqa: T201 - a figure for docs
    assert wrong == {}


@pytest.mark.parametrize(
    ("fault", "every"),
    [
        pytest.param(Fault.STALL, 70, id="stall at some classes"),
        pytest.param(Fault.STALL, 1, id="stall at every class", marks=pytest.mark.hard),
        pytest.param(Fault.TRICKLE, 70, id="trickle at some classes", marks=pytest.mark.hard),  # minutes each
        pytest.param(Fault.TRICKLE, 1, id="trickle at every class", marks=pytest.mark.hard),
    ],
)
def test_a_session_that_stalls_or_trickles_is_given_up_and_made_good_by_the_next(
    site: Site, fault: Fault, every: int
) -> None:
    chosen = portion(one_of_each_class(site.proxy.said, Random(fault))[len(fault) % every :: every])
    print(f"{fault}: {len(chosen)} classes of bytes")  # noqa: T201 - a figure for docs
    assert {at: wrong for at in chosen if (wrong := site.wrong_after(Plan(fault=fault, offset=at)))} == {}


@pytest.mark.parametrize("fault", [Fault.FIN, Fault.RST])
@pytest.mark.parametrize("every", [80, pytest.param(1, marks=pytest.mark.hard)], ids=["some bytes", "every byte"])
def test_a_command_that_is_cut_before_it_reaches_the_server_is_made_good(site: Site, fault: Fault, every: int) -> None:
    chosen = portion(range(1, len(site.proxy.asked), every))
    plans = [Plan(fault=fault, offset=at, of_server=False) for at in chosen]
    assert {plan.offset: wrong for plan in plans if (wrong := site.wrong_after(plan))} == {}


def in_the_second_body(site: Site) -> Plan:
    return Plan(fault=Fault.FIN, offset=classes(site.proxy.said)["body 2, in the middle"][9])


def test_a_program_that_takes_a_broken_connection_for_the_end_would_lose_letters(site: Site) -> None:
    """What the tests above are worth: two deliberate mistakes that they find. This is the first."""

    def swallowing(*given: object) -> Iterator[object]:
        with suppress(MailboxError):
            yield from on_disk(*given)  # type: ignore[arg-type]

    plan = in_the_second_body(site)
    assert site.wrong_after(plan) == []
    with mock.patch.object(receive, "on_disk", swallowing):
        assert "not the letters that are on the server" in site.wrong_after(plan)


def test_a_program_that_does_not_close_its_connections_would_be_found_out(site: Site) -> None:
    kept: list[imap.ImapMailbox] = []

    def keep(mailbox: imap.ImapMailbox) -> None:
        kept.append(mailbox)

    with mock.patch.object(imap.ImapMailbox, "close", keep):
        assert any("left behind" in wrong for wrong in site.wrong_after(in_the_second_body(site)))
    for mailbox in kept:
        mailbox.close()
