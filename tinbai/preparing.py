"""Copies of the pictures that articles use, made before anybody asks for them.

A picture is noticed when an article in work uses it, claimed for the length of a lease with its attempt counted and
committed, decoded in a child process outside of any transaction, and recorded in a second one. Two processes may do
this at once: one of them gets the picture. One that breaks its child is tried three times, with a lease's length
between, and then given up with its reason until the rule of making copies changes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, Select, delete, insert, select, update
from sqlalchemy.orm import Session

from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database, changed
from tinbai.errors import BlobMissingError
from tinbai.made_copies import Made, make_copies
from tinbai.noticing import notice
from tinbai.photo_findings import renew_photo_findings
from tinbai.picture import RULE, Picture, PictureCopy
from tinbai.picture_looks import note_look
from tinbai.picture_sandbox import BrokenPictureError, of_picture_in_background
from tinbai.pictures import PictureError

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 3
BATCH = 20
DIED = "chương trình dừng đột ngột khi mở ảnh"

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class _Claim:
    original: str
    until: datetime
    attempts: int


class Preparer:
    """Prepares pictures, pass by pass; remembers up to where it has looked for new ones.

    `sides` are the longest sides that the portals want.
    """

    def __init__(
        self, database: Database, blobs: Blobs, *, sides: Sequence[int], most_pixels: int, clock: Clock
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._sides = sorted(set(sides))
        self._most_pixels = most_pixels
        self._clock = clock
        self._made_for = f"{RULE}/{','.join(map(str, self._sides))}"
        self._seen = 0

    def prepare(self, stopping: Callable[[], bool] = lambda: False) -> int:
        """Prepare whatever waits; how many pictures got their copies. The picture in hand is finished."""
        self._seen = notice(self._database, self._seen)
        self._give_up_what_kills_us()
        count = 0
        while not stopping() and (batch := self._waiting()):
            for original in batch:
                count += 0 if stopping() else self._one(original)
        return count

    def _give_up_what_kills_us(self) -> None:
        """Attempts that were counted and never ended: the program died over them, three times."""
        dead = (Picture.attempts >= MOST_ATTEMPTS, Picture.lease_until < self._clock(), _unmade(self._made_for))
        values = {"made_for": self._made_for, "attempts": 0, "lease_until": None, "problem": DIED}
        with self._database.writing() as session:
            session.execute(update(Picture).where(*dead).values(values))

    def _waiting(self) -> Sequence[str]:
        """New ones first, then those whose copies are of an older rule."""
        free = Picture.lease_until.is_(None) | (Picture.lease_until < self._clock())
        with self._database.reading() as session:
            fresh = session.scalars(select(Picture.original).where(Picture.made_for.is_(None), free).limit(BATCH)).all()
            return fresh or session.scalars(_outdated(self._made_for).where(free).limit(BATCH)).all()

    def _one(self, original: str) -> int:
        claim = self._claim(original)
        if claim is None:
            return 0
        try:
            made = self._made(original)
        except (PictureError, BlobMissingError) as error:
            log.warning("picture failed", original=original, attempts=claim.attempts, error=str(error))
            again = not isinstance(error, PictureError) or isinstance(error, BrokenPictureError)
            if not again or claim.attempts >= MOST_ATTEMPTS:
                self._give_up(claim, _problem(error))
            return 0
        try:
            hashes = self._blobs.put_all([copy.content for copy in made.copies if copy.content is not None])
        except OSError:
            self._release(claim)  # a full disk is not the picture's fault
            raise
        return self._record(claim, made, hashes)

    def _claim(self, original: str) -> _Claim | None:
        now = self._clock()
        until = now + LEASE
        free = Picture.lease_until.is_(None) | (Picture.lease_until < now)
        with self._database.writing() as session:
            taken = update(Picture).where(Picture.original == original, free, _unmade(self._made_for))
            if changed(session.execute(taken.values(lease_until=until, attempts=Picture.attempts + 1))) != 1:
                return None
            return _Claim(original=original, until=until, attempts=session.get_one(Picture, original).attempts)

    def _made(self, original: str) -> Made:
        if not self._blobs.has(original):
            raise BlobMissingError(original)
        path = self._blobs.path(original)
        return of_picture_in_background(make_copies, path, tuple(self._sides), self._most_pixels)

    def _record(self, claim: _Claim, made: Made, hashes: Sequence[str]) -> int:
        given = iter(hashes)
        rows = [
            {
                "original": claim.original, "longest": copy.longest, "public": copy.public, "rule": RULE,
                "sha256": claim.original if copy.content is None else next(given),
                "width": copy.width, "height": copy.height,
            }
            for copy in made.copies
        ]  # fmt: skip
        seen: dict[str, object] = {
            "width": made.info.width, "height": made.info.height, "has_gps": made.info.has_gps,
            "sharp_at": made.sharp_at, "sideways": made.info.sideways, "problem": "",
        }  # fmt: skip
        with self._database.writing() as session:
            if not self._close(session, claim, seen):
                return 0
            session.execute(insert(PictureCopy), rows)
            note_look(session, claim.original, made.look)
            renew_photo_findings(session, claim.original)
        return 1

    def _give_up(self, claim: _Claim, problem: str) -> None:
        with self._database.writing() as session:
            self._close(session, claim, {"problem": problem})

    def _close(self, session: Session, claim: _Claim, values: dict[str, object]) -> bool:
        """End the claim with what is known now, if it is still ours; the former copies go."""
        ours = (Picture.original == claim.original, Picture.lease_until == claim.until)
        values = {**values, "made_for": self._made_for, "attempts": 0, "lease_until": None}
        if changed(session.execute(update(Picture).where(*ours).values(values))) != 1:
            return False
        session.execute(delete(PictureCopy).where(PictureCopy.original == claim.original))
        return True

    def _release(self, claim: _Claim) -> None:
        ours = (Picture.original == claim.original, Picture.lease_until == claim.until)
        with self._database.writing() as session:
            session.execute(update(Picture).where(*ours).values(lease_until=None, attempts=Picture.attempts - 1))


def _unmade(made_for: str) -> ColumnElement[bool]:
    return Picture.made_for.is_(None) | (Picture.made_for != made_for)


def _outdated(made_for: str) -> Select[str]:
    """Below or above it, which an index can answer, unlike "not equal"."""
    return select(Picture.original).where((Picture.made_for < made_for) | (Picture.made_for > made_for))


def _problem(error: Exception) -> str:
    if isinstance(error, BrokenPictureError):
        return f"không mở được ảnh trong giới hạn cho phép ({error.problem})"
    return "kho tệp thiếu ảnh gốc" if isinstance(error, BlobMissingError) else "tệp ảnh hỏng hoặc quá lớn"
