"""A reader that knows what each letter cost: seconds on the clock, and processor time and memory of its child."""

import os
import time
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread
from typing import Any, BinaryIO

import pytest

from ingest import sandbox
from ingest.handover import Handover, Packed
from ingest.reading import Reading
from ingest.sandbox import Reader
from tests.ingest.child_usage import (
    count_what_is_ended,
    others_seconds,
    own_peak_bytes,
    own_seconds,
    peak_bytes,
    reset_peaks,
)
from tests.ingest.ledger import BEGUN, SO_FAR, Cost, cost_of, write
from tinbai.limits import Limits

_BETWEEN_NOTES = 0.1  # seconds


class MeasuredReader(Reader):
    """Stands for `Reader`, made by `measured`. `costs` are by hash; may be shared by threads as `Reader` may."""

    def __init__(self, ledger: Path, *, limits: Limits) -> None:
        super().__init__(limits=limits)
        self.costs: dict[str, Cost] = {}
        self._ledger = ledger

    def read(self, letter: bytes | BinaryIO, **options: Any) -> Reading:
        name, begun = _name(letter), time.monotonic()
        try:
            return super().read(letter, **options)
        finally:
            self.costs[name] = cost_of(self._ledger / name, time.monotonic() - begun)


def measured(patch: pytest.MonkeyPatch, ledger: Path, limits: Limits) -> MeasuredReader:
    """A reader whose children write into the folder `ledger`, which is made."""
    ledger.mkdir()
    patch.setattr(sandbox, "_read_here", partial(read_here, str(ledger)))
    return MeasuredReader(ledger, limits=limits)


def read_here(ledger: str, handover: Handover, *given: Any) -> Packed | sandbox._Failed:
    """In the child: `ingest.sandbox._read_here`, written down."""
    entry = Path(ledger) / sha256(handover.raw()).hexdigest()
    write(entry, BEGUN)
    count_what_is_ended()
    reset_peaks()
    own, others = own_seconds(), others_seconds()
    done = Event()
    Thread(target=_take_notes, args=(entry, own, done), daemon=True).start()
    try:
        return sandbox._read_here(handover, *given)
    finally:
        done.set()
        write(entry, own_seconds() - own, others_seconds() - others, peak_bytes())


def _take_notes(entry: Path, own: float, done: Event) -> None:
    while not done.wait(_BETWEEN_NOTES):
        write(entry, SO_FAR, own_seconds() - own, own_peak_bytes())


def _name(letter: bytes | BinaryIO) -> str:
    raw = letter if isinstance(letter, bytes) else os.pread(letter.fileno(), os.fstat(letter.fileno()).st_size, 0)
    return sha256(raw).hexdigest()


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which `percent` of a hundred lie."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]
