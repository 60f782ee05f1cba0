"""Restoring: what is wrong with a backup is found and named, and nothing that somebody has is written over."""

import json
import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, text

import tinbai.restore
from tests.integration.backups import BackedOffice, looked_at, troubles
from tinbai.backup_blobs import blob_names
from tinbai.backup_folder import hash_of
from tinbai.backup_trouble import Trouble
from tinbai.backup_words import WORDS, explain_backup
from tinbai.errors import BackupError
from tinbai.lease import Lease
from tinbai.migrate import current, head

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]


def flip(path: Path) -> None:
    """Turn over one bit in the middle."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def rewrite(copy: Path, **values: object) -> None:
    manifest = copy / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text(encoding="utf-8")), **values}), encoding="utf-8")


def a_blob(copy: Path) -> Path:
    return min((copy.parents[1] / "blobs").glob("??/*"))


def database_of(copy: Path) -> Path:
    return next(copy.glob("database.*"))


DAMAGES: dict[str, tuple[Callable[[Path], object], str, Callable[[Path], str]]] = {
    "a bit of a blob": (lambda copy: flip(a_blob(copy)), "blob_damaged", lambda copy: a_blob(copy).name),
    "a blob cut": (lambda copy: os.truncate(a_blob(copy), 3), "blob_damaged", lambda copy: a_blob(copy).name),
    "a bit of the database": (
        lambda copy: flip(database_of(copy)),
        "database_damaged",
        lambda copy: f"{copy.name}/{database_of(copy).name}",
    ),
    "no database": (
        lambda copy: database_of(copy).rename(copy / "lost"),
        "database_missing",
        lambda copy: f"{copy.name}/{json.loads((copy / 'manifest.json').read_bytes())['database']}",
    ),
    "a manifest of something else": (
        lambda copy: rewrite(copy, blobs_sha256="0" * 64),
        "database_differs",
        lambda copy: f"{copy.name}/{database_of(copy).name}",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_named_and_nothing_is_restored(
    office: BackedOffice, elsewhere: BackedOffice, there: Path, damage: str
) -> None:
    spoil, kind, name = DAMAGES[damage]
    copy = office.backup(there).copy
    assert troubles(there) == set()
    expected = (kind, name(copy))
    spoil(copy)
    assert troubles(there) == {expected}
    with pytest.raises(BackupError) as refused:
        elsewhere.restore(there)
    assert expected[1] in refused.value.names
    database = elsewhere.open()
    assert current(database) is None
    database.close()


def test_a_missing_blob_is_named_and_the_rest_comes_back_when_asked_for(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    copy = office.backup(there).copy
    lost = a_blob(copy)
    lost.unlink()
    assert troubles(there) == {("blob_missing", lost.name)}
    with pytest.raises(BackupError, match=lost.name):
        elsewhere.restore(there)
    (finding,) = elsewhere.restore(there, partial=True).findings
    assert (finding.trouble, finding.name) == (Trouble.BLOB_MISSING, lost.name)
    assert elsewhere.holds() == office.holds()


@pytest.mark.parametrize("words", ["", "{", "[]", "{}", '{"format": 1}'])
@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_a_broken_manifest_is_named(office: BackedOffice, there: Path, words: str) -> None:
    copy = office.backup(there).copy
    (copy / "manifest.json").write_text(words, encoding="utf-8")
    with pytest.raises(BackupError) as refused:
        looked_at(there)
    assert (refused.value.trouble, refused.value.names) == ("manifest", (f"{copy.name}/manifest.json",))


@pytest.mark.parametrize(
    "values", [{"format": 2}, {"blobs": "6"}, {"rows": []}, {"missing": None}, {"database": "../../x"}]
)
@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_a_manifest_with_values_of_another_kind_is_refused(
    office: BackedOffice, there: Path, values: dict[str, object]
) -> None:
    copy = office.backup(there).copy
    rewrite(copy, **values)
    try:
        kinds = {kind for kind, _ in troubles(there)}
    except BackupError as error:
        kinds = {error.trouble}
    assert kinds == ({"database_missing"} if "database" in values else {"manifest"})


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_an_unfinished_backup_is_named_and_the_one_before_it_is_used(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    first, second = office.backup(there).copy, office.backup(there).copy
    (second / "manifest.json").unlink()
    assert troubles(there) == {("unfinished", second.name)}
    restored = elsewhere.restore(there)
    assert (restored.copy, [finding.name for finding in restored.findings]) == (first, [second.name])
    with pytest.raises(BackupError, match="unfinished"):
        elsewhere.restore(there, second.name)
    with pytest.raises(BackupError, match="no_backup"):
        looked_at(there, "yesterday")


def test_verifying_changes_nothing(office: BackedOffice, there: Path) -> None:
    office.backup(there)
    before = {path: hash_of(path) for path in there.rglob("*") if path.is_file()}
    looked_at(there)
    assert {path: hash_of(path) for path in there.rglob("*") if path.is_file()} == before


def test_a_restored_office_has_every_row_and_blob_and_nobody_holds_a_lease_in_it(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    office.backup(there)
    elsewhere.found()  # the tables are there, and no letter
    restored = elsewhere.restore(there)
    assert (restored.findings, restored.needs_migration) == ([], False)
    assert elsewhere.holds() == office.holds()
    assert sorted(elsewhere.store.names()) == sorted(office.store.names())
    database = elsewhere.open()
    with database.reading() as session:
        assert session.scalars(select(Lease)).all() == []
    assert current(database) == head()
    database.close()
    elsewhere.fill(5)  # new rows get new numbers
    assert elsewhere.holds()[1] == 8


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_the_log_of_a_lost_database_is_not_taken_for_the_restored_ones(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    office.backup(there)
    elsewhere.found()
    database = elsewhere.open()
    with database.writing() as session:
        session.execute(text("UPDATE site SET name = 'cũ'"))
    log = (elsewhere.folder / "tinbai.db-wal").read_bytes()
    database.close()
    (elsewhere.folder / "tinbai.db").unlink()
    (elsewhere.folder / "tinbai.db-wal").write_bytes(log)
    elsewhere.restore(there)
    assert elsewhere.holds() == office.holds()
    database = elsewhere.open()
    with database.reading() as session:
        assert session.scalar(text("SELECT name FROM site")) == "Trang thông tin điện tử xã An Mẫu"
    database.close()


def test_killed_anywhere_a_restore_can_be_begun_again(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    office.backup(there)
    ends = []
    for moment in range(40):
        process = multiprocessing.get_context("fork").Process(target=_dying, args=(elsewhere, there, moment))
        process.start()
        process.join(timeout=120)
        ends.append(process.exitcode)
        if process.exitcode == 0:
            break
    assert ends == [-signal.SIGKILL] * (len(ends) - 1) + [0]
    assert len(ends) > 5
    assert elsewhere.holds() == office.holds()
    assert sorted(elsewhere.store.names()) == sorted(blob_names(there / "blobs"))


def _dying(office: BackedOffice, there: Path, moment: int) -> None:
    """Killed at the tick number `moment`: all of them are before the database is in place, where nothing is refused."""
    count = 0

    def die(*_step: object) -> None:
        nonlocal count
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1

    for step in ("copy_blobs", "check_blobs", "_refuse_target"):
        real = getattr(tinbai.restore, step)

        def dying(*given: object, real: Callable[..., object] = real) -> object:
            die()
            return real(*given)

        setattr(tinbai.restore, step, dying)
    office.restore(there, progress=die)


def test_every_trouble_has_its_words() -> None:
    assert set(WORDS) == set(Trouble)
    for trouble in Trouble:
        words = explain_backup(BackupError(trouble, "một", "hai", "ba"))
        assert "{" not in words
        assert words.rstrip().endswith((".", "ba", "hai", "một", "postgresql-client", "migrate"))
