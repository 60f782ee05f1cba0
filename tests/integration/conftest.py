"""Offices to back up, on each engine, and empty ones to restore into."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.integration.backups import BackedOffice


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> BackedOffice:
    """An office with three letters and three articles, on each engine."""
    on_sqlite = request.param == "sqlite"
    url = "sqlite:///tinbai.db" if on_sqlite else request.getfixturevalue("postgresql_database")
    office = BackedOffice(folder=tmp_path / "office", url=url)
    office.configure()
    office.found()
    office.fill(3)
    return office


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "there"


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path, office: BackedOffice) -> Iterator[BackedOffice]:
    """A new, empty office that sees the same mailbox."""
    url = "sqlite:///tinbai.db"
    if not office.url.startswith("sqlite"):
        url = f"{office.url}_again"
        administrate(office.url, f"CREATE DATABASE {url.rpartition('/')[2]}")
    new = BackedOffice(folder=tmp_path / "elsewhere", url=url, mailbox=office.mailbox)
    new.configure()
    yield new
    if not url.startswith("sqlite"):
        administrate(office.url, f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")


def administrate(url: str, statement: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement.encode())
