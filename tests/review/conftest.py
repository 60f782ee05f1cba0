"""Fixtures of the review site's tests."""

from pathlib import Path

import pytest

from review.app import create
from tests.review.office import Hands, Office, two_sites
from tests.rows import blobs, database, migrated_file
from tinbai.blobs import Blobs
from tinbai.config import Config, PortalConfig, SiteConfig, SmtpConfig, WebConfig
from tinbai.db import Database
from tinbai.serve import portal_view

__all__ = ["blobs", "database", "migrated_file"]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Two sites; the first one has a portal."""
    portal = PortalConfig(key="cong-xa")
    return Config(
        root=tmp_path,
        web=WebConfig(lockout_tries=3, lockout_minutes=15),
        smtp=SmtpConfig(sender="bbt.anmau@songmau.example"),
        sites=(
            SiteConfig(key="an-mau", name="Trang xã An Mẫu", code="AM", portals=(portal,)),
            SiteConfig(key="dong-thu", name="Trang phường Đông Thử", code="DT", portals=(portal,)),
        ),
    )


@pytest.fixture
def office(config: Config, database: Database, blobs: Blobs) -> Office:
    """The review site, with two sites and nothing in them."""
    two_sites(database)
    clock = Hands()
    app = create(
        config,
        database,
        blobs,
        clock=clock,
        health=lambda: (True, {"ok": True}),
        metrics=lambda: b"tinbai_up 1\n",
        portal_view=portal_view(config, blobs),
    )
    return Office(app=app, database=database, blobs=blobs, clock=clock, config=config)
