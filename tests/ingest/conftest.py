"""The fixtures of ingest's tests."""

import pytest

from tests.ingest.mailbox_rows import Place
from tests.rows import a_site
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.delivery import MailboxRow


@pytest.fixture
def at_a_place(database: Database, blobs: Blobs) -> Place:
    """The mailbox "chung" of a site, never asked so far."""
    with database.writing() as session:
        row = MailboxRow(site_id=a_site(session).id, key="chung")
        session.add(row)
    return Place(row=row, database=database, blobs=blobs)
