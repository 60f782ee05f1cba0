"""Backups made while the office works: what comes back is the office as it stood at one moment of the backup."""

import os
import shutil
import sqlite3
import stat
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from tests.integration.backups import SECRET, BackedOffice, Writer, looked_at, troubles
from tinbai import backup_commands
from tinbai.backup_blobs import blob_names
from tinbai.backup_contents import REFERENCE
from tinbai.clock import now
from tinbai.housekeeping import references, sweep
from tinbai.nouns import METADATA
from tinbai.revision import RevisionPhoto

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]


def back_and_forth(office: BackedOffice, elsewhere: BackedOffice, there: Path, pause: float) -> None:
    """Back up while a thread writes; bring it back elsewhere; poll."""
    with Writer(office) as writer:
        while writer.done() < 2:
            time.sleep(0.01)
        time.sleep(pause)
        before = writer.done()
        office.backup(there)
        after = writer.done() + 1  # committed, and not counted yet
    assert looked_at(there).findings == []
    elsewhere.restore(there)
    letters, articles = elsewhere.holds()
    in_order = [*(name for name in office_letters(office, 3)), *writer.hashes]
    assert letters == set(in_order[: len(letters)])
    assert len(letters) - articles in {0, 1}
    assert before <= len(letters) + articles - 6 <= after
    database = elsewhere.open()
    elsewhere.poll(database)
    database.close()
    assert elsewhere.holds()[0] == office.holds()[0] == set(in_order)
    assert {elsewhere.store.get(name) for name in in_order} == set(office.mailbox.letters.values())


def office_letters(office: BackedOffice, count: int) -> list[str]:
    """The hashes of the first letters of its mailbox."""
    return [BackedOffice(folder=office.folder, url=office.url).send(number) for number in range(count)]


def test_a_backup_made_while_letters_come_in_is_one_moment_of_it_and_a_poll_brings_the_rest(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    back_and_forth(office, elsewhere, there, pause=0.3)


@pytest.mark.hard
@pytest.mark.parametrize("pause", [number / 7 for number in range(10)])
def test_ten_backups_at_ten_moments(office: BackedOffice, elsewhere: BackedOffice, there: Path, pause: float) -> None:
    back_and_forth(office, elsewhere, there, pause)


def test_blobs_first_would_lose_what_comes_in_between(
    office: BackedOffice, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken variant: the same steps, but what the blobs are is decided before the database is copied."""
    names = blob_names(office.store.root)
    monkeypatch.setattr("tinbai.backup.blob_names", lambda _root: names)
    database = office.open()
    office.write_article(database, 77)  # after the blobs, before the database
    database.close()
    done = office.backup(there)
    assert len(done.manifest.missing) == 1
    assert {kind for kind, _ in troubles(there)} == {"blob_missing"}


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_the_file_of_a_working_database_alone_would_lack_its_newest_rows(office: BackedOffice, there: Path) -> None:
    """A broken variant: `cp` of the file, without what waits in its log."""
    database = office.open()
    office.write_article(database, 77)
    plain = office.folder / "plain.db"
    shutil.copyfile(office.folder / "tinbai.db", plain)
    with closing(sqlite3.connect(plain)) as copied:
        (copied_articles,) = copied.execute("SELECT count(*) FROM article").fetchone()
    assert copied_articles < 4
    assert office.backup(there).manifest.rows["article"] == 4
    database.close()


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_writes_between_two_pages_do_not_make_the_copy_begin_anew(
    office: BackedOffice, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tinbai.backup_sqlite.PAGES_AT_ONCE", 5)
    database = office.open()
    done: list[int] = []

    def write(step: str, pages: int, _total: int) -> None:
        if step == "database":
            done.append(pages)
            assert len(done) < 500, "it never comes to an end"
            office.write_article(database, 100 + len(done))

    assert office.backup(there, progress=write).manifest.rows["article"] == 3
    assert done == sorted(done)
    assert len(done) > 5
    database.close()


def take_photo_away(office: BackedOffice) -> str:
    """What re-reading a letter may do: rows go, and their old blob is referred to by nothing."""
    database = office.open()
    with database.writing() as session:
        name = session.scalars(select(RevisionPhoto.sha256).limit(1)).one()
        session.execute(delete(RevisionPhoto).where(RevisionPhoto.sha256 == name))
    os.utime(office.store.path(name), (1, 1))
    sweep(database, office.store, keep=timedelta(days=7), clock=now)
    database.close()
    return name


@pytest.mark.parametrize("guarded", [True, False])
def test_nothing_is_swept_while_a_backup_runs(
    office: BackedOffice, there: Path, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    if not guarded:
        monkeypatch.setattr("tinbai.housekeeping.held", lambda _session, _clock: [])
    names = blob_names(office.store.root)
    gone: list[str] = []

    def between(root: Path) -> list[str]:
        if any((there / "copies").glob("*/database.*")) and not gone:
            gone.append(take_photo_away(office))
        return blob_names(root)

    monkeypatch.setattr("tinbai.backup.blob_names", between)
    done = office.backup(there)
    assert (done.manifest.missing == []) is guarded
    assert len(names) - len(blob_names(office.store.root)) == (0 if guarded else 1)
    assert troubles(there) == (set() if guarded else {("blob_missing", gone[0])})


def test_what_the_sweeper_keeps_is_what_a_backup_looks_for() -> None:
    named = {column for table in METADATA.tables.values() for column in table.columns if column.name == REFERENCE}
    assert named
    assert str(references()).count("SELECT") - 1 == len(named)
    assert all(f"FROM {column.table.name}" in str(references()).replace('"', "") for column in named)


def test_a_second_backup_copies_only_what_is_new(office: BackedOffice, there: Path) -> None:
    first = office.backup(there)
    assert (first.blobs.copied, first.blobs.known) == (6, 0)
    database = office.open()
    office.write_article(database, 77)
    database.close()
    second = office.backup(there)
    assert (second.blobs.copied, second.blobs.known) == (1, 6)
    assert looked_at(there, first.copy.name).findings == looked_at(there).findings == []
    assert (first.manifest.rows["article"], second.manifest.rows["article"]) == (3, 4)


def test_blobs_are_copied_and_not_linked(office: BackedOffice, there: Path) -> None:
    office.backup(there)
    for name in blob_names(there / "blobs"):
        assert (there / "blobs" / name[:2] / name).stat().st_nlink == 1


def test_the_newest_copies_stay(office: BackedOffice, there: Path) -> None:
    copies = [office.backup(there, keep=2).copy.name for _ in range(3)]
    assert sorted(path.name for path in (there / "copies").iterdir()) == copies[-2:]


def test_it_is_for_its_owner_only_and_holds_no_secret(office: BackedOffice, there: Path) -> None:
    done = office.backup(there)
    for path in (there, *there.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()
    assert done.manifest.kept_apart == ["env:TINBAI_MAILBOX", f"file:{office.folder}/secret"]
    assert {"config.toml", "config.local.toml"} <= {path.name for path in done.copy.iterdir()}


@pytest.mark.parametrize("office", ["postgresql"], indirect=True)
def test_the_password_is_in_no_list_of_processes(
    office: BackedOffice, there: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.which("pg_dump")
    seen = tmp_path / "bin"
    seen.mkdir()
    wrapper = seen / "pg_dump"
    wrapper.write_text(
        f'#!/bin/sh\necho "$@" > {seen}/arguments\necho "$PGPASSWORD" > {seen}/password\nexec {real} "$@"\n'
    )
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{seen}:{os.environ['PATH']}")
    text = office.config_path.read_text(encoding="utf-8")
    with_password = text.replace("[blobs]", f'password = "file:{office.folder}/secret"\n[blobs]')
    office.config_path.write_text(with_password, encoding="utf-8")
    office.backup(there)
    assert (seen / "password").read_text(encoding="utf-8").strip() == SECRET
    arguments = (seen / "arguments").read_text(encoding="utf-8")
    assert "--dbname=postgresql://tinbai@" in arguments
    assert SECRET.rpartition("-")[1:] == ("-", "7391")
    assert "-7391" not in arguments  # the rest of it would be written as %C6%B0


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_restoring_says_what_comes_next(
    office: BackedOffice, elsewhere: BackedOffice, there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = office.backup(there).copy.name
    backup_commands.bring_back(elsewhere.config_path, there, None, partial=False)
    said = capsys.readouterr().out
    assert f"Đã phục hồi bản sao lưu {copy}: 3 thư, 3 tin, bài, 6 tệp" in said
    assert f"Hãy đặt lại các tệp, mật khẩu cất riêng: env:TINBAI_MAILBOX, file:{office.folder}/secret" in said
