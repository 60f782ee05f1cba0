"""Death at every step of receiving, reading, drafting and publishing, one by one, and then the next pass.

The end must be the one that an office comes to which nobody killed: the same rows, the same files, the same on the
portal. And at no moment may the server, or the cursor, say of a letter that it is safe while it is not.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.integration.broken_steps import VARIANTS
from tests.integration.portions import portion
from tests.integration.step_office import StepOffice
from tests.rows import NOON

pytestmark = [pytest.mark.integration, pytest.mark.timeout(1800)]
LATER = timedelta(hours=1)  # every lease has ended
EVERY = 20  # of the steps in the normal run
EVERY_STOP = 40


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A letter that comes, and those that were here before."""

    before: tuple[str, ...] = ()
    comes: str


KINDS = {
    "plain": Kind(comes="02"),
    "docx with photos": Kind(comes="01"),
    "duplicate": Kind(before=("14c-1",), comes="14c-2"),
    "corrected version": Kind(before=("01",), comes="09"),
    "held": Kind(comes="14a"),
}
BEFORE = ("01", "14c-1")
Pass = Callable[..., str]
MakeOffice = Callable[[str], StepOffice]
KILLED = str(-signal.SIGKILL)


@pytest.fixture(scope="module")
def run_pass() -> Iterator[Pass]:
    """A function that runs one pass of an office in a process of its own; returns how it ended."""
    names = sorted({kind.comes for kind in KINDS.values()} | set(BEFORE))
    command = [sys.executable, "-m", "tests.integration.step_worker", *names]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None

        def run(office: StepOffice, letters: dict[int, str], **how: object) -> str:
            job = {"folder": str(office.folder), "letters": letters, "at": NOON.isoformat(), "step": "", "time": 0}
            job |= {"power_cut": False, "stop": False, "variant": "none"} | how
            running.stdin.write(json.dumps(job) + "\n")  # type: ignore[union-attr]
            running.stdin.flush()  # type: ignore[union-attr]
            return running.stdout.readline().strip()  # type: ignore[union-attr]

        yield run
        running.stdin.close()
        running.wait(60)


@pytest.fixture(scope="module")
def offices(quick_folder: Path, migrated_file: Path, run_pass: Pass) -> dict[str, StepOffice]:
    """An office for each kind, where everything before is done, with a copy beside it to put it back to that."""
    return {name: an_office(quick_folder / name, kind, migrated_file, run_pass) for name, kind in KINDS.items()}


@pytest.fixture
def on_postgresql(
    postgresql_database: str, quick_folder: Path, migrated_file: Path, run_pass: Pass
) -> Iterator[MakeOffice]:
    """A function that makes the office of a kind in a PostgreSQL database."""
    url = f"{postgresql_database}?options=-clock_timeout%3D1s"

    def make(name: str) -> StepOffice:
        office = an_office(quick_folder / f"{name} on postgresql", KINDS[name], migrated_file, run_pass, url)
        administrate(postgresql_database, f"CREATE DATABASE {copy_of(office)} TEMPLATE {name_of(office)}")
        return office

    yield make
    administrate(postgresql_database, f"DROP DATABASE IF EXISTS {make_url(postgresql_database).database}_before")


def an_office(folder: Path, kind: Kind, migrated: Path, run_pass: Pass, url: str = "") -> StepOffice:
    office = StepOffice(folder=folder / "office")
    office.found(migrated, url)
    assert run_pass(office, dict(enumerate(kind.before, 1))) == "0"
    shutil.copytree(office.folder, before(office))
    return office


@pytest.fixture(scope="module")
def quick_folder() -> Iterator[Path]:
    """A folder in memory where the machine has one: nothing here has to outlive a power cut, but a pretended one."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="tinbai-steps-", dir=place) as folder:
        yield Path(folder)


def before(office: StepOffice) -> Path:
    return office.folder.parent / "before"


def put_back(office: StepOffice) -> None:
    """As it was before the letter came. In its place: a portal's folder knows which database it belongs to."""
    for command in (["rm", "-rf"], ["cp", "-a", str(before(office))]):  # six times as fast as shutil
        subprocess.run([*command, str(office.folder)], check=True)
    if office.url.startswith("postgresql"):
        administrate(office.url, f"DROP DATABASE {name_of(office)} WITH (FORCE)")
        administrate(office.url, f"CREATE DATABASE {name_of(office)} TEMPLATE {copy_of(office)}")


def name_of(office: StepOffice) -> str:
    return str(make_url(office.url).database)


def copy_of(office: StepOffice) -> str:
    return f"{name_of(office)}_before"


def administrate(url: str, statement: str) -> None:
    server = make_url(url).set(drivername="postgresql", database="postgres", query={})
    with psycopg.connect(server.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(statement.encode())


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One kind of letter, with the office where it comes in, and what an undisturbed pass makes of it."""

    office: StepOffice
    letters: dict[int, str]
    steps: Counter[str]
    end: dict[str, list[object]]
    run_pass: Pass
    power_cut: bool = False
    variant: str = "none"

    def every_step(self) -> list[tuple[str, int]]:
        return [(step, time) for step, times in sorted(self.steps.items()) for time in range(1, times + 1)]

    def wrong_after(self, step: str, time: int) -> list[str]:
        """Die at a step and go on; what is wrong then, at once or in the end."""
        put_back(self.office)
        how = {"power_cut": self.power_cut, "variant": self.variant}
        assert self.run_pass(self.office, self.letters, step=step, time=time, **how) == KILLED, (step, time)
        wrong = self.office.unsafe()
        if self.run_pass(self.office, self.letters, at=(NOON + LATER).isoformat(), variant=self.variant) != "0":
            return [*wrong, "the next pass broke"]
        end = self.office.state()
        return wrong + differences(end, self.end)

    def wrong_after_standing_still(self, step: str, time: int) -> list[str]:
        """Stand still at a step until the leases have ended and another has done everything; then go on."""
        put_back(self.office)
        how = {"variant": self.variant}
        stopped = self.run_pass(self.office, self.letters, step=step, time=time, stop=True, **how)
        assert stopped.startswith("stopped "), (step, time)
        other = self.run_pass(self.office, self.letters, at=(NOON + LATER).isoformat(), **how)
        self.run_pass(self.office, {}, go_on=int(stopped.split()[1]))  # it may find that it is too late
        wrong = self.office.unsafe()
        if other != "0" and not step.startswith(
            "before commit"
        ):  # SQLite lets nobody write while a writer stands still
            wrong.append("the other broke")
        if self.run_pass(self.office, self.letters, at=(NOON + 2 * LATER).isoformat(), **how) != "0":
            return [*wrong, "the next pass broke"]
        return wrong + differences(self.office.state(), self.end)


def differences(end: dict[str, list[object]], right: dict[str, list[object]]) -> list[str]:
    """What one end has and the other has not."""
    found = []
    for name, rows in right.items():
        is_there, should_be = Counter(end[name]), Counter(rows)
        found += [f"too much of {name}: {row}" for row in is_there - should_be]
        found += [f"too little of {name}: {row}" for row in should_be - is_there]
    return found


def a_trial(
    name: str, office: StepOffice, run_pass: Pass, *, variant: str = "none", power_cut: bool = False
) -> Trial:  # fmt: skip
    kind = KINDS[name]
    letters = dict(enumerate((*kind.before, kind.comes), 1))
    put_back(office)
    assert run_pass(office, letters, variant=variant) == "0"
    steps = Counter(json.loads((office.folder / "steps.json").read_text()))
    return Trial(
        office=office, letters=letters, steps=steps, end=office.state(), run_pass=run_pass, variant=variant,
        power_cut=power_cut,
    )  # fmt: skip


@pytest.mark.parametrize(
    "power_cut", [pytest.param(False, marks=pytest.mark.hard, id="killed"), pytest.param(True, id="power cut")]
)
@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.hard)], ids=["some steps", "every step"])
@pytest.mark.parametrize("name", KINDS)
def test_whoever_dies_at_a_step_comes_to_the_same_end(
    name: str, every: int, power_cut: bool, offices: dict[str, StepOffice], run_pass: Pass
) -> None:
    trial = a_trial(name, offices[name], run_pass, power_cut=power_cut)
    first = list(KINDS).index(name) % every  # another choice for each kind
    steps = portion(trial.every_step()[first::every])
    print(f"{name}: {len(steps)} of {sum(trial.steps.values())} steps")  # noqa: T201 - a figure for docs
    assert {step: wrong for step in steps if (wrong := trial.wrong_after(*step))} == {}


@pytest.mark.parametrize("every", [EVERY_STOP, pytest.param(1, marks=pytest.mark.hard)], ids=["some", "every step"])
@pytest.mark.parametrize("name", KINDS)
def test_whoever_stands_still_past_every_lease_does_no_harm_when_he_goes_on(
    name: str, every: int, offices: dict[str, StepOffice], run_pass: Pass
) -> None:
    """Two receivers, two readers and two publishers at once, one of them long behind the other."""
    trial = a_trial(name, offices[name], run_pass)
    steps = portion(trial.every_step()[list(KINDS).index(name) % every :: every])
    print(f"{name}: {len(steps)} of {sum(trial.steps.values())} steps")  # noqa: T201 - a figure for docs
    assert {step: wrong for step in steps if (wrong := trial.wrong_after_standing_still(*step))} == {}


@pytest.mark.parametrize("every", [EVERY_STOP, pytest.param(1, marks=pytest.mark.hard)], ids=["some", "every step"])
@pytest.mark.parametrize("name", ["docx with photos", "corrected version"])
def test_on_postgresql_too_where_both_may_write_at_once(
    name: str, every: int, on_postgresql: MakeOffice, run_pass: Pass
) -> None:
    trial = a_trial(name, on_postgresql(name), run_pass)
    steps = portion(trial.every_step()[list(KINDS).index(name) % every :: every])
    print(f"{name}: {len(steps)} of {sum(trial.steps.values())} steps")  # noqa: T201 - a figure for docs
    assert {step: wrong for step in steps if (wrong := trial.wrong_after_standing_still(*step))} == {}


def test_a_reader_that_does_not_look_whether_another_was_faster_is_found(
    offices: dict[str, StepOffice], run_pass: Pass
) -> None:
    trial = a_trial("plain", offices["plain"], run_pass, variant="drafts what is drafted")
    assert trial.wrong_after_standing_still("reading done", 1) != []


# The mistake, the letter that shows it, and the steps where it may show.
MISTAKES = {
    "tells first": ("plain", "told the server"),
    "moves the cursor first": ("plain", "commit ingest.epoch.move_cursor"),
    "commits rows first": ("plain", "commit ingest.receive._commit"),
    "drafts in two transactions": ("docx with photos", "commit ingest.waiting._settled"),
    "never syncs": ("plain", "commit ingest.receive._commit"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_deliberate_mistake_is_found(mistake: str, offices: dict[str, StepOffice], run_pass: Pass) -> None:
    """What the test above is worth."""
    assert set(MISTAKES) == set(VARIANTS) - {"none", "drafts what is drafted"}
    name, step = MISTAKES[mistake]
    assert a_trial(name, offices[name], run_pass, power_cut=True).wrong_after(step, 1) == []
    trial = a_trial(name, offices[name], run_pass, variant=mistake, power_cut=True)
    assert trial.wrong_after(step, 1) != []
