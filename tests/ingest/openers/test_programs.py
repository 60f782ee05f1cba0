"""Foreign programs: ended in time, and no folder of theirs stays for good."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ingest.openers.programs import run, sweep, working_folder

DAY = 24 * 3_600
ROOT = str(Path(__file__).parents[3])


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_behind(name: str, *, below: Path, seconds_ago: float) -> Path:
    folder = below / name
    (folder / "out").mkdir(parents=True)
    (folder / "out" / "given.docx").write_bytes(b"x")
    then = time.time() - seconds_ago
    os.utime(folder, (then, then))
    return folder


def test_what_killed_children_left_behind_is_swept_after_a_day(temporary: Path) -> None:
    with working_folder() as folder:
        prefix = folder.name.rstrip("_abcdefghijklmnopqrstuvwxyz0123456789")
        old = left_behind(f"{prefix}old", below=temporary, seconds_ago=DAY + 60)
        young = left_behind(f"{prefix}young", below=temporary, seconds_ago=DAY - 60)
        stranger = left_behind("stranger", below=temporary, seconds_ago=9 * DAY)
        sweep()
        assert (old.exists(), young.exists(), stranger.exists(), folder.exists()) == (False, True, True, True)
    assert not folder.exists()


def test_a_link_with_the_name_of_a_working_folder_leads_the_sweep_nowhere(temporary: Path, tmp_path: Path) -> None:
    goal = left_behind("goal", below=tmp_path, seconds_ago=9 * DAY)
    link = temporary / "tinbai-opening-link"
    link.symlink_to(goal)
    os.utime(link, (0, 0), follow_symlinks=False)
    sweep()
    assert goal.exists()


def test_a_program_that_takes_too_long_is_killed_with_its_children(tmp_path: Path) -> None:
    command = ["sh", "-c", "sleep 60 & echo $! > child; wait"]
    started = time.monotonic()
    assert not run(command, tmp_path, seconds=0.5)
    assert time.monotonic() - started < 30
    assert is_gone(tmp_path / "child")


def test_a_program_and_its_children_end_with_the_process_that_called_it(tmp_path: Path) -> None:
    calls = (
        "from pathlib import Path; from ingest.openers.programs import run; "
        "run(['sh', '-c', 'sleep 60 & echo $! > child; wait'], Path.cwd(), seconds=60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", calls], cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT}
    ) as caller:
        child = tmp_path / "child"
        while not child.exists() or not child.read_text():
            time.sleep(0.05)
        assert Path(f"/proc/{child.read_text().strip()}").exists()
        caller.kill()
    assert is_gone(child)


def test_a_program_that_uses_too_much_time_of_the_processor_is_killed(tmp_path: Path) -> None:
    started = time.monotonic()
    assert run(["sh", "-c", "while :; do :; done; echo done > done"], tmp_path, seconds=60, cpu_seconds=1)
    assert time.monotonic() - started < 50
    assert not (tmp_path / "done").exists()


def test_what_a_program_prints_is_kept(tmp_path: Path) -> None:
    assert run(["sh", "-c", 'echo "$HOME"'], tmp_path, seconds=10, output=tmp_path / "printed")
    assert (tmp_path / "printed").read_text() == f"{tmp_path}\n"


def is_gone(note: Path) -> bool:
    """Whether the process whose number stands in `note` ends within some seconds."""
    state = Path(f"/proc/{note.read_text().strip()}/stat")
    for _ in range(100):
        try:
            if state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.1)
    return False


def test_no_file_of_a_program_grows_beyond_its_limit(tmp_path: Path) -> None:
    run(["sh", "-c", "head -c 100000 /dev/zero > big"], tmp_path, seconds=10, file_bytes=1_024)
    assert (tmp_path / "big").stat().st_size <= 1_024
