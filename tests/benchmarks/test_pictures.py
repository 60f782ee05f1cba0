"""`pytest -m bench tests/benchmarks/test_pictures.py` prints the table of docs/benchmarks.md about picture sizes."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from tests.benchmarks.pictures import SIZES, by_pillow, by_us, photos, picture_sizes

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]
ROUNDS = 5


def test_the_speed_of_picture_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    content = photos()[0]
    for ours, theirs in zip(by_us(content, SIZES), by_pillow(content, SIZES), strict=True):
        one, other = Image.open(BytesIO(ours)), Image.open(BytesIO(theirs))
        assert one.size == other.size
        assert max(ImageChops.difference(one, other).resize((64, 48), Image.Resampling.BOX).tobytes()) <= 6
    pairs = picture_sizes(ROUNDS)
    with capsys.disabled():
        for pair in pairs:
            print(pair.line(len(photos())))
    assert all(len(pair.ours) == ROUNDS for pair in pairs)
