"""Reading is at least five times as fast as mail-parser alone, in half its memory."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.reading import memory, reading
from tests.mail.corpus import Photos, letters

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]
COUNT, ROUNDS, SEED = 60, 5, 4


def test_reading_is_five_times_as_fast_in_half_the_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = list(letters(COUNT, seed=SEED, photos=Photos.CAMERA))
    pair = reading(corpus, ROUNDS)
    peak = memory(corpus, tmp_path)
    with capsys.disabled():
        print(f"\n{COUNT} letters, {sum(map(len, corpus)) / 1e6:.0f} MB, seed {SEED}", file=sys.stderr)
        print(f"{pair.line(COUNT)}\n{peak.line()}", file=sys.stderr)
    assert pair.ratio("cpu")[0] <= 1 / 5
    assert peak.ours <= peak.other / 2
