"""Foreign programs: ended in time, and no folder of theirs stays for good."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from ingest.openers.programs import run, sweep, working_folder

DAY = 24 * 3_600


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
    assert time.monotonic() - started < 10
    state = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
    for _ in range(50):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the child still runs")


def test_no_file_of_a_program_grows_beyond_its_limit(tmp_path: Path) -> None:
    run(["sh", "-c", "sleep 0.3; head -c 100000 /dev/zero > big"], tmp_path, seconds=10, file_bytes=1_000)
    assert (tmp_path / "big").stat().st_size <= 1_000
