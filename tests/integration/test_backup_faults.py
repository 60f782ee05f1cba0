"""Backups that go wrong: killed, out of room, of a store or a database that is damaged. Nothing of it is silent."""

import multiprocessing
import os
import signal
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import tinbai.backup
from tests.integration.backups import BackedOffice, looked_at, troubles
from tests.offices import TINBAI
from tinbai import backup_commands
from tinbai.backup_blobs import blob_names
from tinbai.errors import BackupError

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]


def test_a_database_without_tables_is_said_to_be_none(elsewhere: BackedOffice, there: Path) -> None:
    with pytest.raises(BackupError, match="no_database"):
        elsewhere.backup(there)


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_a_damaged_database_is_not_backed_up_in_silence(office: BackedOffice, there: Path) -> None:
    first = office.backup(there)
    path = office.folder / "tinbai.db"
    content = bytearray(path.read_bytes())
    content[4096 * 8 : 4096 * 20] = bytes(4096 * 12)
    path.write_bytes(content)
    with pytest.raises(BackupError) as refused:
        office.backup(there)
    assert refused.value.trouble in {"database_unreadable", "database_unreachable"}
    assert looked_at(there, first.copy.name).findings == []


def test_a_blob_that_the_store_lost_or_spoilt_is_named_and_the_rest_is_backed_up(
    office: BackedOffice, there: Path
) -> None:
    lost, spoilt, *whole = sorted(office.store.names())
    office.store.path(lost).unlink()
    office.store.path(spoilt).write_bytes(b"else")
    done = office.backup(there)
    assert done.manifest.missing == [lost, spoilt]
    assert troubles(there) == {("blob_missing", lost), ("blob_missing", spoilt)}
    assert sorted(blob_names(there / "blobs")) == whole


def test_a_full_disk_is_said_before_anything_is_written(
    office: BackedOffice, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tinbai.backup.ROOM", 1 << 60)
    with pytest.raises(BackupError) as refused:
        office.backup(there)
    assert refused.value.trouble == "no_space"
    assert not (there / "copies").exists()


@pytest.mark.parametrize("office", ["postgresql"], indirect=True)
def test_without_pg_dump_it_says_what_to_install(
    office: BackedOffice, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(there))
    with pytest.raises(BackupError) as refused:
        office.backup(there)
    assert (refused.value.trouble, refused.value.names) == ("program_missing", ("pg_dump",))


def add_article(office: BackedOffice, number: int) -> None:
    database = office.open()
    office.write_article(database, 500 + number)
    database.close()


def kill_at(office: BackedOffice, there: Path, moment: int) -> int | None:
    """Back up in a process that is killed at its tick number `moment`; 0 when it came to its end before."""
    process = multiprocessing.get_context("fork").Process(target=_dying, args=(office, there, moment))
    process.start()
    process.join(timeout=120)
    return process.exitcode


def _dying(office: BackedOffice, there: Path, moment: int) -> None:
    count = 0

    def die(*_step: object) -> None:
        nonlocal count
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1

    def dying(real: Callable[..., object], *given: object) -> object:
        die()
        done = real(*given)
        die()
        return done

    for step in ("copy_blobs", "look", "write", "write_manifest"):
        setattr(tinbai.backup, step, partial(dying, getattr(tinbai.backup, step)))
    office.backup(there, progress=die)


def test_killed_anywhere_it_leaves_the_earlier_backup_whole_and_the_next_one_is(
    office: BackedOffice, there: Path
) -> None:
    assert {kill_at(office, there, moment) for moment in (0, 2)} == {-signal.SIGKILL}
    with pytest.raises(BackupError) as refused:
        looked_at(there)
    assert refused.value.trouble == "unfinished"
    first = office.backup(there).copy.name
    assert [copy.name for copy in (there / "copies").iterdir()] == [first]
    for moment in range(0, 80, 2 if office.url.startswith("sqlite") else 4):
        add_article(office, moment)  # so that there is something to copy
        ended = kill_at(office, there, moment)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        finished = [copy.parent.name for copy in (there / "copies").glob("*/manifest.json")]
        assert looked_at(there, max(finished)).findings == []
        assert {kind for kind, _ in troubles(there)} <= {"unfinished"}
    assert moment > 5
    assert troubles(there) == set()


def test_two_backups_at_once_are_one(office: BackedOffice, there: Path) -> None:
    def second(step: str, _done: int, _total: int) -> None:
        if step == "blobs":
            with pytest.raises(BackupError) as refused:
                office.backup(there)
            assert refused.value.trouble == "busy"

    office.backup(there, progress=second)


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_the_commands_say_what_they_did(office: BackedOffice, there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [str(TINBAI), "backup", str(there), "--config", str(office.config_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
    assert (done.returncode, "3 thư, 3 tin, bài, 6 tệp" in done.stdout) == (0, True)
    assert f"Phải cất giữ riêng: env:TINBAI_MAILBOX, file:{office.folder}/secret" in done.stdout
    assert backup_commands.check_backup(there, None)
    assert "Đã kiểm tra: đầy đủ, đúng từng byte." in capsys.readouterr().out
    blob = next((there / "blobs").glob("??/*"))
    blob.write_bytes(b"else")
    assert not backup_commands.check_backup(there, None)
    assert f"Tệp {blob.name} bị hỏng" in capsys.readouterr().err
    office.store.path(blob.name).unlink()
    blob.unlink()
    assert not backup_commands.back_up(office.config_path, there, keep=14)
    assert f"Kho tệp thiếu hoặc hỏng tệp {blob.name}" in capsys.readouterr().err
