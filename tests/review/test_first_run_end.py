"""The wizard's end: the same whatever an earlier one left, and one only when two people come to it at once."""

import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest
from sqlalchemy import func, select

from review.first_run import finishing, settings_file
from review.first_run.answers import HOW, Answers, How, Step
from review.first_run.finishing import AlreadySetUpError, administrator_of, finish
from review.first_run.needed import is_needed
from tests.review.wizard import ADMINISTRATOR, STEPS, Wizard, an_empty_folder
from tests.rows import NOON
from tinbai.config import load
from tinbai.db import connect
from tinbai.migrate import migrate
from tinbai.people import User
from tinbai.site import Site

CONNECTING = ("site", "mailbox", "portal", "mail")
OTHER = "Cổng thông tin điện tử phường Đông Thử"


@pytest.fixture
def wizard(tmp_path: Path, migrated_file: Path) -> Wizard:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    return wizard


class PowerCut(BaseException):
    """Nothing more is done."""


def cut_off(wizard: Wizard, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wizard ends with a power cut: its file is written, its rows are not committed, and nothing is taken back."""
    here, write = wizard.inside(), settings_file.write

    def then_nothing(path: Path, text: str) -> None:
        write(path, text)
        patch.setattr(settings_file, "write", lambda *_given: None)
        raise PowerCut

    here.answer(*CONNECTING)
    with monkeypatch.context() as patch:
        patch.setattr(settings_file, "write", then_nothing)
        with suppress(PowerCut):
            here.post("administrator")
    wizard.start()


def local(wizard: Wizard) -> Path:
    return wizard.folder / "config.local.toml"


def ended_otherwise(wizard: Wizard) -> None:
    """The wizard is taken up again: the board has another name, and the portal is left for later."""
    here = wizard.inside()
    assert here.post("site", name=OTHER, code="dt").status_code == 303
    assert here.post("portal", action="skip").status_code == 303
    here.answer("administrator")


@pytest.mark.parametrize("stood", ["", "# của tôi\n[web]\nport = 9000 # cổng\n"], ids=["nothing", "something"])
def test_after_a_power_cut_the_end_is_as_if_it_were_the_first(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch, stood: str
) -> None:
    local(wizard).write_text(stood)
    cut_off(wizard, monkeypatch)
    assert "xa-an-mau" in local(wizard).read_text()
    assert is_needed(load(wizard.config))
    ended_otherwise(wizard)
    said = tomllib.loads(local(wizard).read_text())
    assert [(site["key"], "portals" in site) for site in said["sites"]] == [("phuong-dong-thu", False)]
    assert local(wizard).read_text().startswith(stood)
    database = connect(f"sqlite:///{wizard.folder}/tinbai.db")
    with database.reading() as session:
        assert session.scalars(select(Site.key)).all() == ["phuong-dong-thu"]
        assert session.scalar(select(func.count()).select_from(User)) == 1
    database.close()
    assert not is_needed(load(wizard.config))


def test_what_was_changed_by_hand_since_the_power_cut_stays_but_for_the_board(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    local(wizard).write_text('[[sites]]\nkey = "cu"\nname = "Trang cũ"\ncode = "CU"\nenabled = false\n')
    cut_off(wizard, monkeypatch)
    local(wizard).write_text(local(wizard).read_text() + "\n[log] # sửa tay\nlevel = 'debug'\n")
    ended_otherwise(wizard)
    said = tomllib.loads(local(wizard).read_text())
    assert [site["key"] for site in said["sites"]] == ["cu", "phuong-dong-thu"]
    assert said["log"] == {"level": "debug"}
    assert "# sửa tay" in local(wizard).read_text()


def test_without_the_note_of_what_stood_there_two_boards_would_be_left(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "note_end", lambda *_given: None)
    cut_off(wizard, monkeypatch)
    ended_otherwise(wizard)
    said = tomllib.loads(local(wizard).read_text())
    assert [site["key"] for site in said["sites"]] == ["xa-an-mau", "phuong-dong-thu"]


def test_the_button_pressed_twice_leads_to_the_log_in(wizard: Wizard, monkeypatch: pytest.MonkeyPatch) -> None:
    here = wizard.inside()
    here.answer(*CONNECTING)
    both = Barrier(2)
    guard = administrator_of

    def together(values: dict[str, str]) -> finishing.Administrator:
        both.wait(timeout=10)
        return guard(values)

    monkeypatch.setattr("review.first_run.steps.administrator_of", together)
    with ThreadPoolExecutor(2) as threads:
        answers = [each.result() for each in [threads.submit(here.post, "administrator") for _ in range(2)]]
    assert sorted(each.status_code for each in answers) == [200, 303]
    assert wizard.ended == 1


def end_at(folder: Path, url: str, number: int, start: Barrier) -> str:
    """A wizard on a machine of its own comes to its end; returns how that was."""
    folder.mkdir()
    (folder / "config.toml").write_text(f'[database]\nurl = "{url}"\n[blobs]\npath = "blobs"\n')
    answers = Answers(folder)
    answers.keep(Step.SITE, {**STEPS["site"], "name": f"Trang xã số {number}", "code": f"S{number}", HOW: How.TRIED})
    for step in (Step.MAILBOX, Step.PORTAL, Step.MAIL):
        answers.keep(step, {HOW: How.SKIPPED})
    who = administrator_of(ADMINISTRATOR | {"username": f"quan.{number}"})
    start.wait(timeout=30)
    try:
        finish(folder / "config.toml", load(folder / "config.toml"), answers, who, at=NOON)
    except AlreadySetUpError:
        return "too late"
    return "finished"


def two_at_once(folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], int, int, list[bool]]:
    """How it ended for either, the numbers of boards and users, and whose machine has a file now."""
    database = connect(url)
    migrate(database)
    start, filled, fill = Barrier(2), Barrier(2), finishing._fill

    def wait_and_fill(*given: object) -> None:
        with suppress(BrokenBarrierError):
            filled.wait(timeout=0.5)  # both are there, unless one waits for the other to commit
        fill(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(finishing, "_fill", wait_and_fill)
    with ThreadPoolExecutor(2) as threads:
        ends = [threads.submit(end_at, folder / str(number), url, number, start) for number in (1, 2)]
        ended = [each.result() for each in ends]
    with database.reading() as session:
        boards = session.scalar(select(func.count()).select_from(Site)) or 0
        users = session.scalar(select(func.count()).select_from(User)) or 0
    database.close()
    return ended, boards, users, [(folder / str(number) / "config.local.toml").exists() for number in (1, 2)]


@pytest.mark.integration
def test_of_two_who_finish_at_once_on_postgresql_one_is_too_late(
    tmp_path: Path, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, boards, users, files = two_at_once(tmp_path, postgresql_database, monkeypatch)
    assert sorted(ended) == ["finished", "too late"]
    assert (boards, users) == (1, 1)
    assert files == [each == "finished" for each in ended]


@pytest.mark.integration
def test_without_waiting_both_would_finish(
    tmp_path: Path, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "_wait_for_others", lambda _session: None)
    ended, boards, users, _ = two_at_once(tmp_path, postgresql_database, monkeypatch)
    assert (ended, boards, users) == (["finished", "finished"], 2, 2)


def test_who_is_too_late_leaves_the_file_of_the_other_alone(wizard: Wizard) -> None:
    here = wizard.inside()
    here.answer(*CONNECTING)
    answers, config = Answers(wizard.folder), load(wizard.config)
    kept = answers.file.read_text()
    here.answer("administrator")
    written = local(wizard).read_text()
    answers.file.write_text(kept)
    with pytest.raises(AlreadySetUpError):
        finish(wizard.config, config, answers, administrator_of(ADMINISTRATOR), at=NOON)
    assert local(wizard).read_text() == written
