"""PostgreSQL is killed and started again in the middle of everything: the next pass goes on, in the same process."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from ingest.run import poll
from ingest.waiting import read_waiting
from tests.ingest.fake_mailbox import FakeMailbox
from tests.integration.duplicates import TEXT, named, plain
from tests.integration.killed_pollers import ReaderHere
from tests.rows import NOON, a_site
from tests.servers.databases import PostgresServer
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database, connect
from tinbai.delivery import Delivery, MailboxRow
from tinbai.message import Message, MessageStatus
from tinbai.migrate import migrate
from tinbai.revision import Revision

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]
SITE_DATA = 'name = "Trang thông tin điện tử xã An Mẫu"\nhold_unknown = false\n'


@dataclass
class Hooked(FakeMailbox):
    """Calls `hook` when the letter `at` has been fetched, or when it is told of."""

    hook: Callable[[], None] = field(kw_only=True)
    at: int = field(kw_only=True)

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        for uid, raw in super().fetch(uids):
            if uid == self.at:
                self.hook()
            yield uid, raw

    def tell(self, uids: Sequence[int]) -> None:
        super().tell(uids)
        if self.at == 0:
            self.at = -1
            self.hook()


class HookedReader(ReaderHere):
    """Calls `hook` when the letter with the number `at` is being read."""

    def __init__(self, at: int, hook: Callable[[], None]) -> None:
        super().__init__()
        self._at, self._hook, self._read = at, hook, 0

    def read(self, *given: object, **options: object) -> object:  # type: ignore[override]
        self._read += 1
        if self._read == self._at:
            self._hook()
        return super().read(*given, **options)  # type: ignore[arg-type]


class Office:
    """One program on one database that is killed under it; its clock goes on by an hour from pass to pass."""

    def __init__(self, server: PostgresServer, blobs: Blobs, letters: int) -> None:
        self.database: Database = connect(server.url)
        self.blobs, self.at = blobs, NOON
        migrate(self.database)
        with self.database.writing() as session:
            site = a_site(session)
            site.data = SITE_DATA
            session.add(MailboxRow(site_id=site.id, key="chung"))
        section = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung"}]}
        self.config = Config.model_validate({"root": blobs.root.parent, "sites": [section], "blobs": {"free_bytes": 0}})
        self.letters = {
            uid: plain(named(b"<%d@songmau.example>" % uid), TEXT.replace("45", str(100 + uid)))
            for uid in range(1, letters + 1)
        }

    def clock(self) -> datetime:
        return self.at

    def poll(self, mailbox: FakeMailbox) -> None:
        self.at += timedelta(hours=1)
        (site,) = self.config.sites
        box = site.mailboxes[0]
        poll(self.config, site, box, self.database, self.blobs, clock=self.clock, open_mailbox=lambda _: mailbox)

    def read(self, reader: ReaderHere) -> None:
        self.at += timedelta(hours=1)
        read_waiting(self.config, self.database, self.blobs, reader, clock=self.clock)


@pytest.mark.parametrize("crashes", [4, pytest.param(25, marks=pytest.mark.hard)])
def test_a_database_that_is_killed_again_and_again_costs_nothing(
    crashing_postgresql: PostgresServer, blobs: Blobs, crashes: int
) -> None:
    office = Office(crashing_postgresql, blobs, letters=3 * crashes)
    mailbox = Hooked(dict(office.letters), hook=crashing_postgresql.crash, at=-1)
    broken = Counter[str]()
    for crash in range(crashes):
        mailbox.at = 3 * crash + 1 if crash % 2 else 0
        mailbox.letters = {uid: raw for uid, raw in office.letters.items() if uid <= 3 * (crash + 1)}
        reader = HookedReader(1 + crash % 3, crashing_postgresql.crash)
        for name, job in (("poll", lambda: office.poll(mailbox)), ("read", lambda reader=reader: office.read(reader))):
            try:
                job()
            except OperationalError:
                broken[name] += 1
    mailbox.at = -1
    office.poll(mailbox)
    office.read(ReaderHere())
    print(f"{2 * crashes} crashes; broken passes: {dict(broken)}")  # noqa: T201 - a figure for docs
    with office.database.reading() as session:
        statuses = Counter(session.scalars(select(Message.status)))
        deliveries = Counter(session.scalars(select(Delivery.uid)))
        versions = Counter(session.scalars(select(Revision.message_id)))
    office.database.close()
    assert statuses == {MessageStatus.DRAFTED: len(office.letters)}
    assert deliveries == dict.fromkeys(office.letters, 1)
    assert set(versions.values()) == {1}
    assert set(mailbox.told) == set(office.letters)
    assert sum(broken.values()) >= crashes // 2, "the crashes hit nothing"
