"""The same letters on PostgreSQL come to the same ends as on SQLite."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.ingest.letters_here import LETTERS
from tests.offices import TestOffice, write_config
from tests.servers.dovecot import Dovecot, MailAccount

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]


SOME = ("01", "02", "09", "10", "14a", "14b-1", "14c-1", "14c-2")  # of every end, in few seconds


def ends(
    dovecot: Dovecot, account: MailAccount, folder: Path, database: str
) -> tuple[Counter[str], Counter[tuple[str, ...]]]:
    """Poll everything; then how many messages stand in each status, and the articles by title, unit, column and kind.

    Codes are left out: a letter that takes long is overtaken by others, so who gets which number is chance.
    """
    folder.mkdir()
    config = write_config(folder, dovecot, account, database=database)
    an_office = TestOffice(config=config, account=account)
    an_office.tinbai("migrate")
    an_office.tinbai("poll")
    messages = map(json.loads, an_office.tinbai("messages", "--json").stdout.splitlines())
    articles = map(json.loads, an_office.tinbai("articles", "--json").stdout.splitlines())
    return (
        Counter(message["status"] for message in messages),
        Counter((each["title"], each["unit"], each["column"], each["kind"]) for each in articles),
    )


@pytest.mark.parametrize(
    ("names", "statuses", "made"),
    [
        (SOME, {"drafted": 4, "joined": 1, "nothing": 2, "held": 1}, 4),
        pytest.param(("",), {"drafted": 13, "joined": 1, "nothing": 5, "held": 1}, 16, marks=pytest.mark.hard),
    ],
    ids=["some", "all"],
)
def test_every_acceptance_letter_ends_alike_on_both_databases(
    dovecot: Dovecot, tmp_path: Path, postgresql_database: str, names: tuple[str, ...], statuses: dict[str, int],
    made: int,
) -> None:  # fmt: skip
    account = dovecot.add_user()
    for path in sorted(LETTERS.glob("*.eml")):
        if path.name.startswith(names):
            dovecot.append(account, path.read_bytes())
    on_sqlite = ends(dovecot, account, tmp_path / "one", "sqlite:///tinbai.db")
    on_postgresql = ends(dovecot, account, tmp_path / "two", postgresql_database)
    assert on_postgresql == on_sqlite
    counts, articles = on_sqlite
    assert counts == statuses
    assert articles.total() == made
