"""Offices for tests of backups: on each engine, with letters and articles, and a mailbox in memory."""

import threading
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from sqlalchemy import func, select

from ingest.run import poll
from tests.ingest.fake_mailbox import FakeMailbox
from tests.rows import NOON, a_site, an_article
from tinbai.article import Article
from tinbai.backup import BackedUp, Progress, backup
from tinbai.backup_folder import BackupFolder
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, load
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.message import Message
from tinbai.migrate import migrate
from tinbai.office import open_database
from tinbai.restore import Restored, restore
from tinbai.restore_check import Verified, verify
from tinbai.revision import RevisionPhoto
from tinbai.site import Site

SECRET = "dấu-của-mật-khẩu-7391"
CONFIG = """
[database]
url = "{database}"
[blobs]
path = "blobs"
free_bytes = 0
[smtp]
host = "mail.songmau.example"
sender = "bbt.anmau@songmau.example"
username = "bbt.anmau@songmau.example"
password = "file:{secret}"
[[sites]]
key = "an-mau"
name = "Trang thông tin điện tử xã An Mẫu"
code = "AM"
[[sites.mailboxes]]
key = "chung"
host = "mail.songmau.example"
username = "bbt.anmau@songmau.example"
password = "env:TINBAI_MAILBOX"
"""


def silent(_step: str, _done: int, _total: int) -> None:
    """A progress that nobody watches."""


@dataclass(kw_only=True)
class BackedOffice:
    """An office in `folder`, its mailbox in memory, and where its backups go."""

    folder: Path
    url: str
    mailbox: FakeMailbox = field(default_factory=FakeMailbox)

    @property
    def config_path(self) -> Path:
        return self.folder / "config.toml"

    @property
    def config(self) -> Config:
        return load(self.config_path)

    @property
    def store(self) -> Blobs:
        return Blobs(self.folder / "blobs")

    def configure(self) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        secret = self.folder / "secret"
        secret.touch(mode=0o600)
        secret.write_text(SECRET, encoding="utf-8")
        self.config_path.write_text(CONFIG.format(database=self.url, secret=secret), encoding="utf-8")
        (self.folder / "config.local.toml").write_text("[log]\nlevel = 'warning'\n", encoding="utf-8")

    def open(self) -> Database:
        return open_database(self.config)

    def found(self) -> None:
        """Make its tables and its site."""
        database = self.open()
        migrate(database)
        with database.writing() as session:
            site = a_site(session)
            session.add(MailboxRow(site_id=site.id, key="chung"))
        database.close()

    def send(self, number: int) -> str:
        """A letter in the mailbox; its hash."""
        raw = f"Subject: tin {number}\r\nMessage-ID: <{number}@songmau.example>\r\n\r\nNội dung {number}\r\n".encode()
        self.mailbox.letters[len(self.mailbox.letters) + 1] = raw
        return sha256(raw).hexdigest()

    def poll(self, database: Database) -> None:
        site = self.config.sites[0]
        poll(
            self.config, site, site.mailboxes[0], database, self.store, clock=lambda: NOON,
            open_mailbox=lambda _: self.mailbox,
        )  # fmt: skip

    def write_article(self, database: Database, number: int) -> None:
        """An article with a photo of its own."""
        photo = self.store.put(f"ảnh {number}".encode() * 50)
        with database.writing() as session:
            site = session.scalars(select(Site)).one()
            an_article(
                session,
                site,
                title=f"Bài {number}",
                photos=(RevisionPhoto(position=0, sha256=photo, filename="a.jpg"),),
            )

    def fill(self, count: int) -> None:
        """So many letters, and as many articles."""
        database = self.open()
        for number in range(count):
            self.send(number)
            self.write_article(database, number)
        self.poll(database)
        database.close()

    def holds(self) -> tuple[set[str], int]:
        """The hashes of its letters, and how many articles it has."""
        database = self.open()
        with database.reading() as session:
            letters = set(session.scalars(select(Message.sha256)))
            articles = session.scalar(select(func.count()).select_from(Article)) or 0
        database.close()
        return letters, articles

    def backup(self, folder: Path, *, keep: int = 14, progress: Progress = silent) -> BackedUp:
        return backup(self.config_path, self.config, folder, keep=keep, clock=now, progress=progress)

    def restore(
        self, folder: Path, name: str | None = None, *, partial: bool = False, progress: Progress = silent
    ) -> Restored:
        where = BackupFolder(root=folder)
        return restore(self.config, where, name, partial=partial, clock=now, progress=progress)


def looked_at(folder: Path, name: str | None = None) -> Verified:
    return verify(BackupFolder(root=folder), name, progress=silent)


def troubles(folder: Path, name: str | None = None) -> set[tuple[str, str]]:
    """What is wrong with a backup, as (kind, name)."""
    return {(finding.trouble.value, finding.name) for finding in looked_at(folder, name).findings}


class Writer:
    """A thread that goes on bringing a letter, then an article, then a letter: at every moment as many, or one more."""

    def __init__(self, office: BackedOffice) -> None:
        self.office = office
        self.hashes: list[str] = []
        self.articles = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.error: BaseException | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()
        if self.error is not None:
            raise self.error

    def done(self) -> int:
        return len(self.hashes) + self.articles

    def _run(self) -> None:
        database = self.office.open()
        try:
            while not self._stop.is_set():
                name = self.office.send(1000 + len(self.hashes))
                self.office.poll(database)
                self.hashes.append(name)
                self.office.write_article(database, 1000 + self.articles)
                self.articles += 1
        except BaseException as error:  # noqa: BLE001 - raised again where the test sees it
            self.error = error
        finally:
            database.close()
