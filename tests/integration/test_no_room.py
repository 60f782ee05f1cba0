"""The disk is full, the database locked or not to be written: nothing unsafe is told of, and it goes on by itself."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from errno import ENOSPC
from pathlib import Path

import pytest

from ingest import waiting
from ingest.waiting import MOST_ATTEMPTS
from tests.integration import full_disk
from tests.integration.full_disk import STEPS, Trial
from tests.servers.program import as_ordinary_user, give_away, server_folder
from tinbai import db
from tinbai.message import MessageStatus

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]


def a_disk_may_be_made() -> list[str] | None:
    """What to put before a command so that it may mount a disk of its own; None where nobody may."""
    for prefix in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        tried = [*prefix, "mount", "-t", "tmpfs", "none", "/mnt"]
        if subprocess.run(tried, check=False, capture_output=True).returncode == 0:
            return prefix
    return None


def filled(folder: Path, migrated: Path, way: str, every: int, variant: str = "none") -> list[dict]:
    """What was wrong at each step. Where no disk can be made, files may not grow: that can be done everywhere."""
    prefix = [] if way == "limit" else a_disk_may_be_made()
    way = way if prefix is not None else "limit"
    command = [
        sys.executable,
        "-m",
        "tests.integration.full_disk",
        str(folder),
        str(migrated),
        way,
        variant,
        str(every),
    ]
    done = subprocess.run([*(prefix or []), *command], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.hard)], ids=["some", "25 steps"])
@pytest.mark.parametrize("way", ["ballast", "roomy", "limit"])
def test_a_disk_that_fills_up_costs_no_letter_and_no_restart(
    way: str, every: int, tmp_path: Path, migrated_file: Path
) -> None:
    steps = filled(tmp_path, migrated_file, way, every)
    print(*steps, sep="\n")  # noqa: T201 - figures for docs
    assert len(steps) == len(range(0, STEPS, every))
    assert [step for step in steps if step["wrong"]] == []
    assert sum(bool(step["errors"]) for step in steps) >= len(steps) // 3, "there was room all the time"


def test_a_program_that_marks_first_is_found_on_a_full_disk(tmp_path: Path, migrated_file: Path) -> None:
    steps = filled(tmp_path, migrated_file, "roomy", STEPS - 1, "tells first")
    assert any(wrong.startswith("told of") for wrong in steps[-1]["wrong"])


def test_while_another_program_locks_the_database_letters_stay_where_they_are(
    tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "LOCK_SECONDS", 0.3)
    trial = Trial(tmp_path / "office", migrated_file)
    trial.new_letters()
    with closing(sqlite3.connect(trial.office.folder / "tinbai.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert trial.go_on() == ["OperationalError"]  # to read, there is nothing
        assert trial.office.told() == []
    assert trial.go_on() == []
    assert trial.office.unsafe() == []
    assert trial.office.told() == [1, 2, 3, 4]
    trial.database.close()


def test_no_letter_is_blamed_for_a_full_disk_and_the_next_one_is_tried_next(
    tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often its parts find no room, a letter has not failed; neither does it stand in the others' way."""
    trial = Trial(tmp_path / "office", migrated_file)
    trial.new_letters()
    monkeypatch.setattr(waiting, "store_parts", no_room)
    for _ in range(2 * MOST_ATTEMPTS):
        assert trial.go_on() == ["OSError"]
    assert trial.statuses() == {(MessageStatus.RECEIVED, 0)}
    monkeypatch.undo()
    assert trial.go_on() == []
    assert {status for status, _ in trial.statuses()} <= set(full_disk.TAKEN)
    trial.database.close()


def test_a_full_disk_is_written_down_with_the_mailbox(
    tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = Trial(tmp_path / "office", migrated_file)
    trial.new_letters()
    monkeypatch.setattr(trial.blobs, "put_all", no_room)
    assert trial.go_on() == ["MailboxError"]
    assert trial.trouble() == "disk: no space left on device"
    monkeypatch.undo()
    assert trial.go_on() == []
    assert trial.trouble() is None
    trial.database.close()


def no_room(*_: object, **__: object) -> None:
    raise OSError(ENOSPC, "no space left on device")


def when_readonly(migrated: Path, what: str, variant: str = "none") -> list:
    """As an ordinary user, for root may write everywhere: see readonly_database.py."""
    with server_folder("readonly") as folder:
        shutil.copy(migrated, folder / "empty.db")
        give_away(folder / "empty.db")
        worker = [sys.executable, "-m", "tests.integration.readonly_database"]
        command = as_ordinary_user([*worker, str(folder / "office"), str(folder / "empty.db"), what, variant])
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_database_that_cannot_be_written_is_written_when_it_can_be(migrated_file: Path, what: str) -> None:
    """After some passes at the latest; the program is not started again."""
    errors, told_then, *afterwards = when_readonly(migrated_file, what)
    assert set(errors) == {"OperationalError"}
    assert told_then == []
    assert afterwards == [[], [], [1, 2, 3, 4]]


def test_a_program_that_keeps_its_connections_would_never_write_again(migrated_file: Path) -> None:
    assert when_readonly(migrated_file, "file", "keeps")[2] == ["OperationalError"]
