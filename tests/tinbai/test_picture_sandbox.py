"""Pictures are decoded in another process, which may die of them."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from review.thumbnails import Thumbnails
from tests.ingest.openers.photos import jpeg
from tinbai import sandbox
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.picture_sandbox import of_picture
from tinbai.pictures import PictureError, copies, measure
from tinbai.sandbox import BrokenTaskError, Sandbox


def its_process(_content: bytes) -> int:
    return os.getpid()


def dies(_content: bytes) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_picture_is_decoded_elsewhere_and_what_is_no_picture_says_so(tmp_path: Path) -> None:
    photo, text = tmp_path / "photo", tmp_path / "text"
    photo.write_bytes(jpeg(320, 200))
    text.write_bytes(b"no picture")
    assert of_picture(its_process, photo) != os.getpid()
    assert of_picture(measure, photo).width == 320
    with pytest.raises(PictureError):
        of_picture(measure, text)


def test_a_picture_that_kills_its_decoder_costs_nothing_else(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(jpeg())
    with pytest.raises(PictureError, match="dừng đột ngột"):
        of_picture(dies, photo)
    assert of_picture(measure, photo).format == "JPEG"


def test_the_review_site_itself_decodes_nothing(
    tmp_path: Path, blobs: Blobs, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("decoded in the process that serves pages")

    monkeypatch.setattr(copies, "opened", refuse)
    name = blobs.put(jpeg(900, 600, seed=7))
    copy = Thumbnails(tmp_path / "web", blobs, database).get(name, 480)
    assert copy is not None
    assert copy.media_type == "image/jpeg"


def sleeps(seconds: float) -> str:
    time.sleep(seconds)
    return "awake"


def test_the_time_that_a_task_waits_behind_another_is_not_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_GRACE_SECONDS", 2)
    limits = Limits(wall_seconds=12)  # with the wait counted it would have 14 for 15.5; the rest is for a busy machine
    with Sandbox(limits, modules=[__name__]) as child, ThreadPoolExecutor(2) as threads:
        child.call(sleeps, 0)  # it has started
        late = threads.submit(child.call, sleeps, 60)
        time.sleep(0.5)
        healthy = threads.submit(child.call, sleeps, 4)
        with pytest.raises(BrokenTaskError):
            late.result()
        assert healthy.result() == "awake"
