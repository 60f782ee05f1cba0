"""Another program locks the database in the middle of a pass: what is not stored is told of nobody, and comes again."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from unittest import mock

import pytest

from tests.integration.broken_steps import VARIANTS
from tests.integration.full_disk import Trial
from tests.integration.step_office import SteppingMailbox
from tinbai import db

pytestmark = [pytest.mark.integration, pytest.mark.timeout(120)]
Fetch = Callable[[SteppingMailbox, Sequence[int]], Iterator[tuple[int, bytes]]]


@contextmanager
def locked_while_fetching(trial: Trial) -> Iterator[None]:
    """From the first fetch on nobody else can write, for as long as the block lasts."""
    fetch: Fetch = SteppingMailbox.fetch
    with closing(sqlite3.connect(trial.office.folder / "tinbai.db", isolation_level=None)) as other:

        def locking(self: SteppingMailbox, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
            if not other.in_transaction:
                other.execute("BEGIN IMMEDIATE")
            yield from fetch(self, uids)

        with mock.patch.object(SteppingMailbox, "fetch", locking):
            yield


@pytest.fixture
def trial(tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trial]:
    monkeypatch.setattr(db, "LOCK_SECONDS", 0.3)
    made = Trial(tmp_path / "office", migrated_file)
    made.new_letters()
    yield made
    made.database.close()


def test_letters_that_cannot_be_written_down_stay_where_they_are_and_come_again(trial: Trial) -> None:
    with locked_while_fetching(trial):
        assert trial.go_on() == ["OperationalError"]
        assert trial.office.told() == []
        assert trial.office.unsafe() == []
    assert trial.go_on() == []
    assert trial.office.told() == [1, 2, 3, 4]
    assert trial.office.unsafe() == []


def test_a_program_that_marks_first_is_found(trial: Trial) -> None:
    with VARIANTS["tells first"](), locked_while_fetching(trial):
        trial.go_on()
        assert any(wrong.startswith("told of") for wrong in trial.office.unsafe())
