"""One publication, from its claim to what came of it."""

from dataclasses import dataclass
from enum import StrEnum

import structlog

from publish import record
from publish.claim import Claim, claim, fence, held, release
from publish.points import Point, Reached
from publish.portal import Placed, Portal, PortalItem
from publish.record import Failure
from publish.render import render
from publish.verify import differences, gone_with, proof_of_absence, proof_of_life, still_public
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.errors import BlobMissingError, PortalError, StaleError, TinbaiError
from tinbai.publication import Publication, PublicationStatus

log = structlog.get_logger()


class Result(StrEnum):
    """What came of it in this pass."""

    LIVE = "live"
    WITHDRAWN = "withdrawn"
    LATER = "later"  # the portal could not do it now; to be tried again
    BROKEN = "broken"  # we could not do it; to be tried again, perhaps by a newer version of this program
    REFUSED = "refused"  # a person must look
    SKIPPED = "skipped"  # somebody else has it, or it is no longer wanted


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A publication's result, and the problem where there was one."""

    publication_id: int
    portal: str
    result: Result
    problem: str = ""


def publish_one(
    database: Database, publication_id: int, portal: Portal, blobs: Blobs, clock: Clock, reached: Reached
) -> Outcome:
    """Carry out what is due about one publication. Never raises for what the portal does."""
    try:
        claimed = claim(database, publication_id, clock)
    except StaleError:
        return Outcome(publication_id=publication_id, portal=portal.key, result=Result.SKIPPED)
    return _Work(database, claimed, portal, blobs, clock, reached).done()


class _Work:
    """A claimed publication in hand. Remembers how far it came, since that decides what an error means."""

    def __init__(
        self, database: Database, claimed: Claim, portal: Portal, blobs: Blobs, clock: Clock, reached: Reached
    ) -> None:
        self.database = database
        self.claimed = claimed
        self.portal = portal
        self.blobs = blobs
        self.clock = clock
        self.tell = reached
        self.passed: set[Point] = set()
        self.placed: Placed | None = None

    def done(self) -> Outcome:
        """Do it, and write down what came of it."""
        try:
            result, problem = self._attempt()
        except StaleError:  # withdrawn or taken over meanwhile
            self._take_back_what_nobody_wants()
            release(self.database, self.claimed)
            result, problem = Result.SKIPPED, ""
        return Outcome(
            publication_id=self.claimed.publication_id, portal=self.portal.key, result=result, problem=problem
        )

    def _attempt(self) -> tuple[Result, str]:
        try:
            self._reached(Point.CLAIMED)
            return (self._take_down() if self.claimed.down else self._put_up()), ""
        except StaleError:
            raise
        except (PortalError, BlobMissingError) as error:
            return self._failed(error)
        except Exception as error:  # a bug must not stop the publications behind this one
            log.exception("publication_failed", publication=self.claimed.publication_id, portal=self.portal.key)
            _, problem = self._failed(PortalError(portal=self.portal.key, problem=f"lỗi chương trình: {error!r}"))
            return Result.BROKEN, problem

    def _put_up(self) -> Result:
        item = self._rendered()
        self._reached(Point.RENDERED)
        self.placed = self.portal.put(item, self._reached)
        former = self.portal.former_files(item)
        self.portal.remove_files(former)  # what an edit took out is not to stay public at its old address
        shown = self.portal.read_back(item.text.key)
        left = self.portal.former_files(item)
        self._reached(Point.READ_BACK)
        if left:
            problem = f"ảnh, tệp đã bỏ khỏi bài vẫn còn trên cổng: {', '.join(left)}"
            raise PortalError(portal=self.portal.key, problem=problem)
        wrong = differences(item, shown)
        if wrong or shown is None:
            problem = f"đọc lại trên cổng thấy khác bài đã duyệt: {', '.join(wrong)}"
            only_files = set(wrong) <= set(item.contents)  # the next attempt writes them again
            raise PortalError(portal=self.portal.key, problem=problem, retryable=only_files)
        publication = self._publication()
        gone = gone_with(item, publication.proof, former)
        proof = proof_of_life(item, shown, publication.revision_id, self.clock()) | {"gone": gone}
        record.live(self.database, self.claimed, shown.placed, proof, self.clock)
        self._reached(Point.RECORDED)
        return Result.LIVE

    def _take_down(self) -> Result:
        publication = self._publication()
        self.portal.take_down(publication.key, publication.approval)
        self._reached(Point.COMMITTED)
        shown = self.portal.read_back(publication.key)
        self._reached(Point.READ_BACK)
        wrong = still_public(shown)
        if wrong:
            problem = f"đã gỡ nhưng người đọc vẫn xem được: {', '.join(wrong)}"
            raise PortalError(portal=self.portal.key, problem=problem)
        proof = proof_of_absence(shown, publication.proof, self.clock())
        record.down(self.database, self.claimed, proof, self.clock)
        self._reached(Point.RECORDED)
        return Result.WITHDRAWN

    def _rendered(self) -> PortalItem:
        with self.database.reading() as session:
            return render(held(session, self.claimed), self.portal, self.blobs)

    def _publication(self) -> Publication:
        with self.database.reading() as session:
            return held(session, self.claimed)

    def _reached(self, point: Point) -> None:
        self.passed.add(point)
        self.tell(point)
        if point is Point.ROW_WRITTEN:
            fence(self.database, self.claimed, self.clock)

    def _failed(self, error: TinbaiError) -> tuple[Result, str]:
        problem = error.problem if isinstance(error, PortalError) else f"kho tệp thiếu một tệp gốc của bài ({error})"
        unknown = not self.claimed.down and (self.claimed.resumed or Point.ROW_WRITTEN in self.passed)
        failure = Failure(problem=problem, written=self.placed, unknown=unknown)
        if error.retryable:
            record.later(self.database, self.claimed, failure, self.clock)
            return Result.LATER, problem
        record.refused(self.database, self.claimed, failure, self.clock)
        return Result.REFUSED, problem

    def _take_back_what_nobody_wants(self) -> None:
        """It was withdrawn, and confirmed as gone, while we were writing: then it is for us to hide it."""
        with self.database.reading() as session:
            publication = session.get_one(Publication, self.claimed.publication_id)
        unwanted = publication.status is PublicationStatus.WITHDRAWN and Point.ROW_WRITTEN in self.passed
        if unwanted:
            self.portal.take_down(publication.key, self.claimed.approval)
