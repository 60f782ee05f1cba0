"""An office: the configuration with the database and the blob store that it names, opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tinbai.blobs import Blobs
from tinbai.clock import local, now
from tinbai.config import Config, MailboxConfig, PortalConfig, SiteConfig, load
from tinbai.db import Database, connect
from tinbai.errors import OutdatedDatabaseError
from tinbai.migrate import current, head, migrate
from tinbai.private import make_private_file
from tinbai.secret import database_url
from tinbai.site_loading import load_sites


@dataclass(frozen=True, kw_only=True)
class Office:
    """What every command works with."""

    config: Config
    database: Database
    blobs: Blobs

    def mailboxes(self) -> Iterator[tuple[SiteConfig, MailboxConfig]]:
        """Every mailbox that is to be asked, with its site."""
        return ((site, box) for site in self.config.sites for box in site.mailboxes if box.enabled)

    def portals(self) -> Iterator[tuple[SiteConfig, PortalConfig]]:
        """Every portal that is written to, with its site."""
        return ((site, portal) for site in self.config.sites for portal in site.portals if portal.enabled)


@contextmanager
def office(config_path: Path) -> Iterator[Office]:
    """Open the office of `config_path` for a command; its database must be at the newest migration.

    Raises ConfigError, SecretError, or OutdatedDatabaseError (run `tinbai migrate`).
    """
    with _opened(config_path) as opened:
        if current(opened.database) != head():
            raise OutdatedDatabaseError(found=current(opened.database), wanted=head())
        _load_sites(opened)
        yield opened


@contextmanager
def migrated_office(config_path: Path) -> Iterator[Office]:
    """Open the office after bringing its database up to date and loading its sites."""
    with _opened(config_path) as opened:
        migrate(opened.database)
        _load_sites(opened)
        yield opened


def _load_sites(office: Office) -> None:
    """What the configuration names has its rows, a mailbox that was added to it just now too."""
    with office.database.writing() as session:
        load_sites(session, office.config, local(now()).date())


def open_database(config: Config) -> Database:
    """Our own database, as configured; an SQLite file that is missing is made for its owner only."""
    url = database_url(config.database.url, config.database.password, config.root)
    if url.startswith("sqlite:///"):
        make_private_file(Path(url.removeprefix("sqlite:///")))
    return connect(url)


@contextmanager
def _opened(config_path: Path) -> Iterator[Office]:
    config = load(config_path)
    database = open_database(config)
    try:
        yield Office(config=config, database=database, blobs=Blobs(config.path(config.blobs.path)))
    finally:
        database.close()
