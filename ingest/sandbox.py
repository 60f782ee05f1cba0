"""Letters are read in child processes (`tinbai/sandbox.py`), so that a bomb costs one letter and not the program."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import TracebackType
from typing import BinaryIO, Self

from ingest.handover import Handover, Packed, handed_over, pack, unpack
from ingest.lanes import Lanes
from ingest.openers.programs import sweep
from ingest.read import read
from ingest.reading import Reading, Verdict
from ingest.signing_keys import Keys
from ingest.trust import NO_KEYS
from tinbai.errors import ReadingFailedError
from tinbai.finding import Finding, Severity, Where
from tinbai.limits import Limits
from tinbai.sandbox import BrokenTaskError
from tinbai.site_data import SiteData
from tinbai.wish import Wish


@dataclass(frozen=True, kw_only=True)
class _Failed:
    """Why a child could not read a letter. A value, because not every exception survives the way back."""

    problem: str


LookUpKeys = Callable[[bytes | BinaryIO, SiteData | None], Keys]


class Reader:
    """Reads letters, each within its limits. A context manager; may be shared by threads.

    `keys_for` fetches the public keys of a letter's signers, out here: a child has no network.
    """

    def __init__(
        self, *, limits: Limits | None = None, workers: int = 1, keys_for: LookUpKeys = lambda _letter, _site: NO_KEYS
    ) -> None:
        self._limits = limits or Limits()
        self._keys_for = keys_for
        self._lanes = Lanes(self._limits, modules=["ingest.warm"], workers=workers)
        sweep()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lanes.end()

    def read(
        self, letter: bytes | BinaryIO, *, site: SiteData | None, limits: Limits | None = None, wish: Wish | None = None
    ) -> Reading:
        """The reading of a letter: its bytes, or the open file that holds nothing else.

        A letter that breaks its child is read once more without opening what it carries, unless somebody has a
        `wish`, who would get something else then. Raises ReadingFailedError when that fails too. `limits` are those
        of this letter; the memory of a child stays as the reader was made.
        """
        limits = limits or self._limits
        keys = self._keys_for(letter, site)
        first = self._tried(letter, site=site, limits=limits, open_attachments=True, wish=wish, keys=keys)
        if isinstance(first, Reading):
            return first
        if wish is not None:
            raise ReadingFailedError(problem=first.problem)
        second = self._tried(letter, site=site, limits=limits, open_attachments=False)
        if isinstance(second, Reading):
            finding = _not_opened(first.problem)
            verdict = Verdict.HELD if second.verdict is Verdict.ARTICLES else second.verdict
            reason = second.reason or f"Tạm giữ. {finding.message}"
            return replace(second, verdict=verdict, reason=reason, findings=[*second.findings, finding])
        raise ReadingFailedError(problem=second.problem)

    def _tried(
        self, letter: bytes | BinaryIO, *, site: SiteData | None, limits: Limits, open_attachments: bool,
        wish: Wish | None = None, keys: Keys = NO_KEYS,
    ) -> Reading | _Failed:  # fmt: skip
        with handed_over(letter) as handover:
            answer = self._answer(handover, site, limits, open_attachments, wish, keys)
            return unpack(answer, handover) if isinstance(answer, Packed) else answer

    def _answer(
        self, handover: Handover, site: SiteData | None, limits: Limits,
        open_attachments: bool,  # noqa: FBT001 - passed on by position
        wish: Wish | None, keys: Keys,
    ) -> Packed | _Failed:  # fmt: skip
        try:
            return self._lanes.call(_read_here, handover, site, limits, open_attachments, wish, keys, limits=limits)
        except BrokenTaskError as broken:
            return _Failed(problem=broken.problem)


def _not_opened(problem: str) -> Finding:
    return Finding(
        check="attachments_not_opened",
        severity=Severity.WARN,
        where=Where(field="letter"),
        message=f"Không mở được tệp đính kèm trong giới hạn cho phép ({problem}). "
        "Hãy tải tệp về, kiểm tra bằng tay và dán nội dung vào bài.",
    )


def _read_here(
    handover: Handover,
    site: SiteData | None,
    limits: Limits,
    open_attachments: bool,  # noqa: FBT001 - passed on by position
    wish: Wish | None,
    keys: Keys,
) -> Packed | _Failed:
    """In the child: read one letter."""
    try:
        reading = read(
            handover.raw(), site=site, limits=limits, open_attachments=open_attachments, wish=wish, keys=keys
        )
        with handover.parts_file() as file:
            return pack(reading, file)
    except MemoryError:
        return _Failed(problem="quá giới hạn bộ nhớ")
    except OSError as error:
        too_much = error.errno == errno.EFBIG
        return _Failed(problem="nội dung giải nén quá lớn" if too_much else type(error).__name__)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent needs an answer that survives pickling
        return _Failed(problem=type(error).__name__)
