"""`make bench` runs this file; the normal run does not. It prints tables and asserts nothing about time."""

import platform
import shutil
import sys
from pathlib import Path

import pytest

from tests.benchmarks.reading import reading
from tests.benchmarks.stages import end_to_end, fetching
from tests.mail.corpus import Photos, letters
from tests.servers.dovecot import Dovecot
from tinbai.config import LogConfig
from tinbai.log import set_up

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]
COUNT, ROUNDS, SEED = 200, 5, 4
HEAD = (
    "| what | letters/s | its | wall, ours / its | our cpu ms a letter | its | cpu, ours / its |\n" + "|---" * 7 + "|"
)


def test_the_speed_of_each_stage(dovecot: Dovecot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which("mbsync") is None:
        pytest.fail("mbsync is missing; run: apt-get install isync")
    set_up(LogConfig(level="error"))
    corpus = list(letters(COUNT, seed=SEED, photos=Photos.CAMERA))
    account = dovecot.add_user()
    for raw in corpus:
        dovecot.append(account, raw)
    pairs = [
        reading(corpus[:60], ROUNDS),
        *fetching(dovecot, account, tmp_path, ROUNDS),
        end_to_end(dovecot, account, tmp_path, 3),
    ]
    sizes = [60, COUNT, COUNT, COUNT]
    with capsys.disabled():
        megabytes = sum(map(len, corpus)) / 1e6
        print(
            f"\n{COUNT} letters, {megabytes:.0f} MB, seed {SEED}; Python {platform.python_version()}", file=sys.stderr
        )
        print(HEAD)
        for pair, size in zip(pairs, sizes, strict=True):
            print(pair.line(size))
    assert all(len(pair.ours) == len(pair.other) for pair in pairs)
