"""The acceptance letters, read and drafted on a test's own database."""

from collections.abc import Sequence
from pathlib import Path

from ingest.draft import draft, store_parts
from ingest.read import read
from tests.rows import NOON
from tinbai.article import Article
from tinbai.blobs import Blobs
from tinbai.config import SiteConfig, SmtpConfig
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.site import Site
from tinbai.site_loading import data_of

LETTERS = Path(__file__).resolve().parents[1] / "mail" / "letters"
SITE_DATA = LETTERS.parent / "site.toml"
SENDER = "bbt.anmau@songmau.example"
SMTP = SmtpConfig(sender=SENDER)
SITE = SiteConfig(key="an-mau", name="Trang thông tin điện tử xã An Mẫu", code="AM")


def raw_letter(name: str) -> bytes:
    """The bytes of the one acceptance letter whose name begins with `name`."""
    (path,) = LETTERS.glob(f"{name}*.eml")
    return path.read_bytes()


def store(database: Database, blobs: Blobs, raw: bytes, site: Site) -> int:
    """A received message; its id."""
    with database.writing() as session:
        message = Message(
            site_id=site.id, sha256=blobs.put(raw), size=len(raw), status=MessageStatus.RECEIVED, received_at=NOON
        )
        session.add(message)
    return message.id


def draft_letter(
    database: Database, blobs: Blobs, name: str, site: Site, config: SiteConfig = SITE
) -> Sequence[Article]:
    """Store, read and draft one acceptance letter."""
    return draft_bytes(database, blobs, raw_letter(name), site, config)


def draft_bytes(
    database: Database, blobs: Blobs, raw: bytes, site: Site, config: SiteConfig = SITE
) -> Sequence[Article]:
    """Store, read and draft any letter."""
    message_id = store(database, blobs, raw, site)
    reading = read(raw, site=data_of(site), limits=Limits())
    store_parts(reading, blobs)
    with database.writing() as session:
        message = session.get_one(Message, message_id)
        return draft(session, message, reading, data=data_of(site), site=config, smtp=SMTP, at=NOON)
