"""Restoring is refused, in words, where somebody has something to lose or is at work."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.integration.backups import BackedOffice, troubles
from tinbai.backup_words import explain_backup
from tinbai.clock import now
from tinbai.errors import BackupError
from tinbai.lease import take

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]


def test_a_database_with_letters_or_articles_is_never_written_over(office: BackedOffice, there: Path) -> None:
    office.backup(there)
    before = office.holds()
    with pytest.raises(BackupError) as refused:
        office.restore(there)
    assert (refused.value.trouble, refused.value.names[:2]) == ("target_full", ("3", "3"))
    assert "phục hồi không ghi đè" in explain_backup(refused.value)
    assert office.holds() == before


def test_a_database_that_somebody_has_open_is_left_alone(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    office.backup(there)
    elsewhere.found()
    database = elsewhere.open()
    with database.reading() as session:
        session.execute(text("SELECT 1"))
    with pytest.raises(BackupError) as refused:
        elsewhere.restore(there)
    assert refused.value.trouble == "target_in_use"
    assert elsewhere.holds() == (set(), 0)
    database.close()
    elsewhere.restore(there)
    assert elsewhere.holds() == office.holds()


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
def test_somebody_who_comes_between_the_question_and_the_answer_is_noticed(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    office.backup(there)
    elsewhere.found()
    opened = []

    def open_meanwhile(step: str, _done: int, _total: int) -> None:
        if step == "database":
            database = elsewhere.open()
            with database.reading() as session:
                session.execute(text("SELECT count(*) FROM site"))
            opened.append(database)

    with pytest.raises(BackupError, match="target_in_use"):
        elsewhere.restore(there, progress=open_meanwhile)
    opened[0].close()
    assert elsewhere.holds() == (set(), 0)


def test_a_lease_that_somebody_holds_is_respected(office: BackedOffice, elsewhere: BackedOffice, there: Path) -> None:
    office.backup(there)
    elsewhere.found()
    database = elsewhere.open()
    take(database, "mailbox:an-mau:chung", "another-machine/1/1/x", timedelta(minutes=5), now)
    database.close()
    with pytest.raises(BackupError) as refused:
        elsewhere.restore(there)
    assert (refused.value.trouble, refused.value.names) == ("target_in_use", ("mailbox:an-mau:chung",))


def test_a_backup_of_a_newer_program_is_refused_in_words(
    office: BackedOffice, elsewhere: BackedOffice, there: Path
) -> None:
    database = office.open()
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'of_next_year'"))
    database.close()
    office.backup(there)
    assert {kind for kind, _ in troubles(there)} == {"revision_newer"}
    with pytest.raises(BackupError) as refused:
        elsewhere.restore(there)
    assert "mới hơn" in explain_backup(refused.value)


@pytest.mark.parametrize("office", ["postgresql"], indirect=True)
def test_a_backup_of_another_engine_is_refused(office: BackedOffice, there: Path, tmp_path: Path) -> None:
    office.backup(there)
    other = BackedOffice(folder=tmp_path / "other", url="sqlite:///tinbai.db")
    other.configure()
    with pytest.raises(BackupError, match="other_engine postgresql sqlite"):
        other.restore(there)
