"""One whole pass of a small office in one process: letters come, are read, approved by the board, and published.

Nothing in it waits for another process, so that a death hits the office itself: letters are read, and pictures made,
where they are asked for. What a pass leaves behind is told by `state`.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import DateTime, MetaData, Table, create_engine, select

from ingest.read import read
from ingest.reading import Reading
from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from publish.due import PortalKey
from publish.portals import open_portal
from publish.portals.reference.schema import create_schema
from publish.run import publish_due
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.letters_here import SITE_DATA, raw_letter
from tests.integration.steps import Steps
from tests.rows import a_user
from tinbai.approval import approve
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.column import Column
from tinbai.config import Config, PortalConfig
from tinbai.db import Base, Database, Moment, connect
from tinbai.delivery import Delivery, MailboxRow
from tinbai.limits import Limits
from tinbai.message import Message
from tinbai.migrate import migrate
from tinbai.people import RoleName, User
from tinbai.site import Site
from tinbai.site_data import SiteData
from tinbai.site_loading import load_sites

SITE = "an-mau"
READINGS: dict[str, Reading] = {}
# What may differ after a death: how often something was tried, and the random keys of a run.
VARIES = {"attempts", "key", "tinbai_key", "approval", "proof", "data", "version", "revision_id", "live_revision_id"}
VARIES_IN = {"outgoing_letter": {"message_id"}, "event": {"id"}}
CLOCK = re.compile(r"\d\d giờ \d\d")  # in letters of ours
NUMBERS = {"id", "once"}
TRIES = {"send", "retry"}  # events of a publication that was tried once more


@dataclass(frozen=True, kw_only=True)
class StepOffice:
    """An office in a folder of its own, made by `found`."""

    folder: Path

    @property
    def config(self) -> Config:
        site = {"key": SITE, "name": "An Mẫu", "code": "AM", "data": str(SITE_DATA), "mailboxes": [{"key": "chung"}]}
        return Config.model_validate(
            {
                "root": self.folder,
                "sites": [site],
                "blobs": {"free_bytes": 0},
                "smtp": {"sender": "bbt@songmau.example"},
            }
        )

    @property
    def url(self) -> str:
        """The database: a file in the folder, unless it was made elsewhere."""
        elsewhere = self.folder / "url"
        return elsewhere.read_text() if elsewhere.exists() else f"sqlite:///{self.folder}/tinbai.db"

    def found(self, migrated: Path, url: str = "") -> None:
        """Make it, with an empty portal; in the empty database at `url`, or a copy of `migrated`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if url:
            (self.folder / "url").write_text(url)
            database = self.database()
            migrate(database)
            database.close()
        else:
            (self.folder / "tinbai.db").write_bytes(migrated.read_bytes())
        (self.folder / "media").mkdir()
        maker = create_engine(f"sqlite:///{self.folder}/portal.db")
        create_schema(maker)
        maker.dispose()
        database = self.database()
        with database.writing() as session:
            load_sites(session, self.config, datetime(2026, 10, 1).date())  # noqa: DTZ001 - a day
            a_user(session, session.scalars(select(Site)).one(), RoleName.HEAD)
        database.close()

    def database(self) -> Database:
        return connect(self.url)

    def portal(self) -> PortalConfig:
        media = str(self.folder / "media")
        return PortalConfig(
            key="cong", url=f"sqlite:///{self.folder}/portal.db", media_path=media, timeout_seconds=1
        )  # fmt: skip

    def told(self) -> list[int]:
        """The letters that the server was told of, as it remembers them."""
        file = self.folder / "told"
        return [int(line) for line in file.read_text().split()] if file.exists() else []

    def one_pass(self, letters: Mapping[int, str], at: datetime, steps: Steps) -> None:
        """Receive, read, approve, publish."""
        config, database, blobs = self.config, self.database(), Blobs(self.folder / "blobs")
        site = config.sites[0]
        mailbox = SteppingMailbox({uid: raw_letter(name) for uid, name in letters.items()}, office=self, steps=steps)
        with steps.watched():
            poll(config, site, site.mailboxes[0], database, blobs, clock=lambda: at, open_mailbox=lambda _: mailbox)
            read_waiting(config, database, blobs, ReaderHere(steps), clock=lambda: at)
            with steps.unseen():
                the_board_approves(database, at)
            portal = open_portal(self.portal(), Path("/"))
            publish_due(
                database, {PortalKey(SITE, "cong"): portal}, blobs, clock=lambda: at,
                reached=lambda point: steps.reached(f"point {point}"),
            )  # fmt: skip
        database.close()

    def unsafe(self) -> list[str]:
        """What is said to be safe at this moment, and is not: by the server, the cursor, or a row."""
        database = self.database()
        with database.reading() as session:
            rows = session.execute(select(Delivery.uid, Message.sha256).join(Message))
            hashes = {row.uid: row.sha256 for row in rows}
            cursor = session.scalars(select(MailboxRow.last_uid)).one()
        database.close()
        wrong = [f"told of {uid}" for uid in self.told() if uid not in hashes]
        wrong += [f"cursor above {uid}" for uid in range(1, cursor + 1) if uid not in hashes]
        for uid, name in hashes.items():
            blob = self.folder / "blobs" / name[:2] / name
            if not blob.exists() or sha256(blob.read_bytes()).hexdigest() != name:
                wrong.append(f"no bytes of {uid}")
        return wrong

    def state(self) -> dict[str, list[Any]]:
        """Everything that a death must not change: every row of both databases, every file."""
        rows = {f"ours: {name}": found for name, found in _rows(self.url, Base.metadata)}
        portal = {f"portal: {name}": found for name, found in _rows(f"sqlite:///{self.folder}/portal.db", None)}
        files = {f"files: {place}": sorted(_files(self.folder / place)) for place in ("blobs", "media")}
        return rows | portal | files | {"told": sorted(set(self.told()))}


@dataclass
class SteppingMailbox(FakeMailbox):
    """A server that keeps what it was told, whoever dies; each thing it is asked is a step."""

    office: StepOffice = field(kw_only=True)
    steps: Steps = field(kw_only=True)

    def uids_above(self, uid: int) -> Sequence[int]:
        self.steps.reached("asked for letters")
        return super().uids_above(uid)

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        for uid, raw in super().fetch(uids):
            self.steps.reached("fetched a letter")
            yield uid, raw

    def tell(self, uids: Sequence[int]) -> None:
        self.steps.reached("before telling the server")
        with (self.office.folder / "told").open("a") as file:
            file.write("".join(f"{uid}\n" for uid in uids))
        self.steps.reached("told the server")

    def close(self) -> None:
        self.steps.reached("closed the mailbox")


class ReaderHere(Reader):
    """Reads where it is asked; what was read once by this process, or the one that it was forked from, is kept."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    def read(self, letter: bytes | BinaryIO, *, site: SiteData | None, **_: object) -> Reading:
        raw = letter if isinstance(letter, bytes) else letter.read()
        self._steps.reached("reading begun")
        reading = read_once(raw, site)
        self._steps.reached("reading done")
        return reading


def read_once(raw: bytes, site: SiteData | None) -> Reading:
    name = sha256(raw).hexdigest()
    if name not in READINGS:
        READINGS[name] = read(raw, site=site, limits=Limits())
    return READINGS[name]


def the_board_approves(database: Database, at: datetime) -> None:
    """Every article that waits, in the first column where it has none."""
    with database.writing() as session:
        head = session.scalars(select(User)).one()
        column = session.scalars(select(Column).order_by(Column.id)).first()
        waits = Article.status.in_((ArticleStatus.NEW, ArticleStatus.EDITING))
        for article in session.scalars(select(Article).where(waits).order_by(Article.id)).all():
            article.column_id = article.column_id or (column.id if column else None)
            session.flush()
            approve(session, article, by=head, at=at, portals=["cong"])


def _rows(url: str, metadata: MetaData | None) -> Iterator[tuple[str, list[str]]]:
    engine = create_engine(url)
    numbers_vary = engine.dialect.name == "postgresql"  # a number that was given and rolled back is not given again
    if metadata is None:
        metadata = MetaData()
        metadata.reflect(engine)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = connection.execute(select(table)).mappings()
            yield table.name, [text for row in rows if (text := _row(table, row, numbers_vary=numbers_vary))]
    engine.dispose()


def _row(table: Table, row: Mapping[Any, Any], *, numbers_vary: bool) -> str:
    """A row as text, without what may vary. An event of one more try is nothing."""
    varies = VARIES | VARIES_IN.get(table.name, set())
    if numbers_vary:
        varies |= {column.name for column in table.columns if column.name in NUMBERS or column.name.endswith("_id")}
    kept = {
        column.name: row[column.name]
        for column in table.columns
        if column.name not in varies and not isinstance(column.type, DateTime | Moment)
    }
    text = json.dumps(kept, default=str, sort_keys=True, ensure_ascii=False)
    return "" if kept.get("decision") in TRIES else CLOCK.sub("", text)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            yield str(path.relative_to(folder)), sha256(path.read_bytes()).hexdigest()
