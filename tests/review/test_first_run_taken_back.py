"""The wizard's end that failed: what it wrote is taken back, unless its rows are in the database."""

import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from review.first_run import finishing, taking_back
from review.first_run.answers import Answers
from review.first_run.finishing import administrator_of, finish
from review.first_run.needed import is_needed
from tests.review.test_first_run_end import CONNECTING, ended_otherwise, local
from tests.review.wizard import ADMINISTRATOR, Wizard, an_empty_folder
from tests.rows import NOON
from tinbai.config import load
from tinbai.db import Database, connect
from tinbai.errors import ConfigError, SecretError
from tinbai.migrate import migrate
from tinbai.people import User


@pytest.fixture
def wizard(tmp_path: Path, migrated_file: Path) -> Wizard:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    return wizard


def finish_with(wizard: Wizard, monkeypatch: pytest.MonkeyPatch, patched: Callable[[pytest.MonkeyPatch], None]) -> str:
    """The wizard's end, with something patched in it; returns what it raised of the database."""
    wizard.inside().answer(*CONNECTING)
    config = load(wizard.config)
    with monkeypatch.context() as patch:
        patched(patch)
        with pytest.raises(OperationalError) as raised:
            finish(wizard.config, config, Answers(wizard.folder), administrator_of(ADMINISTRATOR), at=NOON)
    return str(raised.value.orig)


def users(wizard: Wizard) -> int:
    database = connect(f"sqlite:///{wizard.folder}/tinbai.db")
    with database.reading() as session:
        number = session.scalar(select(func.count()).select_from(User)) or 0
    database.close()
    return number


def breaks_off(patch: pytest.MonkeyPatch, *, committed: bool) -> None:
    """The connection ends at COMMIT, before its answer is here."""
    writing = Database.writing

    @contextmanager
    def broken(database: Database) -> Iterator[Session]:
        error = OperationalError("COMMIT", {}, Exception("server closed the connection"))
        with writing(database) as session:
            yield session
            if not committed:
                raise error
        raise error

    patch.setattr(Database, "writing", broken)


@pytest.mark.parametrize("committed", [True, False])
def test_file_and_rows_agree_whatever_became_of_a_commit_without_an_answer(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch, committed: bool
) -> None:
    local(wizard).write_text(stood := "# cũ\n")
    problem = finish_with(wizard, monkeypatch, lambda patch: breaks_off(patch, committed=committed))
    assert problem == "server closed the connection"
    assert users(wizard) == committed
    assert ("xa-an-mau" in local(wizard).read_text()) == committed
    assert committed or local(wizard).read_text() == stood
    assert is_needed(load(wizard.config)) == (not committed)


def test_without_a_look_into_the_database_there_would_be_a_user_and_no_board(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_back, "_has_user", lambda _config: False)
    finish_with(wizard, monkeypatch, lambda patch: breaks_off(patch, committed=True))
    assert users(wizard) == 1
    assert "xa-an-mau" not in local(wizard).read_text()


def fails(error: Exception) -> Callable[..., NoReturn]:
    def failing(*_given: object) -> NoReturn:
        raise error

    return failing


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("open_database", OperationalError("x", {}, Exception("no route to host"))),
        ("open_database", SecretError(reference="env:KHONG_CO", problem="not set")),
        ("settings_file.write", OSError(28, "No space left on device")),
        ("settings_file.standing", ConfigError(path="config.local.toml", key=None, problem="Input/output error")),
    ],
)  # fmt: skip
def test_what_fails_after_an_error_leaves_the_file_and_does_not_hide_the_error(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch, name: str, error: Exception
) -> None:
    def broken(patch: pytest.MonkeyPatch) -> None:
        breaks_off(patch, committed=False)
        taken_back = taking_back.take_back

        def then_fails(*given: Any) -> None:
            with monkeypatch.context() as later:
                later.setattr(f"review.first_run.taking_back.{name}", fails(error))
                taken_back(*given)

        patch.setattr(finishing, "take_back", then_fails)

    assert finish_with(wizard, monkeypatch, broken) == "server closed the connection"
    assert "xa-an-mau" in local(wizard).read_text()
    assert users(wizard) == 0
    ended_otherwise(wizard)  # the next end begins from what stood there before
    assert [site["key"] for site in tomllib.loads(local(wizard).read_text())["sites"]] == ["phuong-dong-thu"]


@pytest.mark.integration
@pytest.mark.parametrize("ends", ["commit", "rollback"])
def test_postgresql_is_asked_after_a_transaction_that_may_still_commit(
    tmp_path: Path, postgresql_database: str, ends: str
) -> None:
    (tmp_path / "config.toml").write_text(f'[database]\nurl = "{postgresql_database}"\n')
    config, database = load(tmp_path / "config.toml"), connect(postgresql_database)
    migrate(database)
    with ThreadPoolExecutor(1) as thread:
        with Session(database.engine) as session:
            finishing._wait_for_others(session)
            session.add(User(username="quan.tri", name="Lê Văn Quản", created_at=NOON))
            session.flush()
            asked = thread.submit(taking_back._has_user, config)
            with pytest.raises(TimeoutError):
                asked.result(timeout=0.5)
            getattr(session, ends)()
        assert asked.result(timeout=10) == (ends == "commit")
    database.close()
