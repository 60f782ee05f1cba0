"""Letters are read in child processes, so that a bomb costs one letter and not the program. Pebble ends at this file.

A child has a limit on its memory (address space), on the processor time and the wall time of each letter, no core
dumps, a lower priority, and no network: under root it lives in a network namespace of its own, otherwise connecting
is refused from Python, which keeps libraries honest but would not stop native code that was taken over. Children are
forked from a server that has the reader already imported, live for many letters, and die with their parent.
"""

import ctypes
import multiprocessing
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from threading import Lock
from types import TracebackType
from typing import BinaryIO, NoReturn, Self

from pebble import ProcessExpired, ProcessPool

from ingest.handover import Handover, Packed, handed_over, pack, unpack
from ingest.openers.programs import sweep
from ingest.read import read
from ingest.reading import Reading, Verdict
from tinbai.errors import ReadingFailedError
from tinbai.finding import Finding, Severity, Where
from tinbai.limits import Limits
from tinbai.site_data import SiteData

_LETTERS_A_CHILD = 200
_GRACE_SECONDS = 30  # for starting a child and for passing the bytes, on top of the wall time of the reading itself
_NICENESS = 5
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_BYTES = 32 << 20  # the most that glibc allows for the second


@dataclass(frozen=True, kw_only=True)
class _Failed:
    """Why a child could not read a letter. A value, because not every exception survives the way back."""

    problem: str


class Reader:
    """Reads letters, each within its limits. A context manager; may be shared by threads."""

    def __init__(self, *, limits: Limits | None = None, workers: int = 1) -> None:
        self._limits = limits or Limits()
        self._workers = workers
        self._lock = Lock()
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._drop_pool()

    def read(self, letter: bytes | BinaryIO, *, site: SiteData | None, limits: Limits | None = None) -> Reading:
        """The reading of a letter: its bytes, or the open file that holds nothing else.

        A letter that breaks its child is read once more without opening what it carries. Raises ReadingFailedError
        when that fails too. `limits` are those of this letter; the memory of a child stays as the reader was made.
        """
        limits = limits or self._limits
        first = self._tried(letter, site=site, limits=limits, open_attachments=True)
        if isinstance(first, Reading):
            return first
        second = self._tried(letter, site=site, limits=limits, open_attachments=False)
        if isinstance(second, Reading):
            finding = _not_opened(first.problem)
            verdict = Verdict.HELD if second.verdict is Verdict.ARTICLES else second.verdict
            reason = second.reason or f"Tạm giữ. {finding.message}"
            return replace(second, verdict=verdict, reason=reason, findings=[*second.findings, finding])
        raise ReadingFailedError(problem=second.problem)

    def _tried(
        self, letter: bytes | BinaryIO, *, site: SiteData | None, limits: Limits, open_attachments: bool
    ) -> Reading | _Failed:
        with handed_over(letter) as handover:
            answer = self._answer(handover, site=site, limits=limits, open_attachments=open_attachments)
            return unpack(answer, handover) if isinstance(answer, Packed) else answer

    def _answer(
        self, handover: Handover, *, site: SiteData | None, limits: Limits, open_attachments: bool
    ) -> Packed | _Failed:
        pool = self._running_pool()
        try:
            future = pool.schedule(_read_here, (handover, site, limits, open_attachments), timeout=limits.wall_seconds)
            answer: Packed | _Failed = future.result(timeout=limits.wall_seconds + _GRACE_SECONDS)
        except FutureTimeoutError:
            self._renew_if_stuck(pool, ended=future.done())
            return _Failed(problem=f"quá {limits.wall_seconds} giây")
        except ProcessExpired as expired:
            return _Failed(problem=_death(expired.exitcode, limits))
        except MemoryError:  # outside of the reading: the bytes or the answer alone are too much for the child
            return _Failed(problem="quá giới hạn bộ nhớ")
        except (BrokenProcessPool, RuntimeError):  # a child died halfway through its answer, or another thread's did
            self._renew(pool)
            return _Failed(problem="tiến trình đọc thư bị ngắt")
        return answer

    def _running_pool(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                sweep()
                context = multiprocessing.get_context("forkserver")
                context.set_forkserver_preload(["ingest.read"])
                self._pool = ProcessPool(
                    max_workers=self._workers,
                    max_tasks=_LETTERS_A_CHILD,
                    initializer=_confine,
                    initargs=(self._limits.memory_bytes,),
                    context=context,
                )
            return self._pool

    def _renew_if_stuck(self, pool: ProcessPool, *, ended: bool) -> None:
        """Pebble ends a late child by itself; a letter that has no answer even then means that the pool hangs."""
        if not ended:
            self._renew(pool)

    def _renew(self, pool: ProcessPool) -> None:
        with self._lock:
            if self._pool is pool:
                self._drop_pool()

    def _drop_pool(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None


def _not_opened(problem: str) -> Finding:
    return Finding(
        check="attachments_not_opened",
        severity=Severity.WARN,
        where=Where(field="letter"),
        message=f"Không mở được tệp đính kèm trong giới hạn cho phép ({problem}). "
        "Hãy tải tệp về, kiểm tra bằng tay và dán nội dung vào bài.",
    )


def _death(exitcode: int, limits: Limits) -> str:
    if exitcode == -signal.SIGXCPU:
        return f"quá {limits.cpu_seconds} giây xử lý"
    return "tiến trình đọc thư dừng đột ngột"


def _read_here(
    handover: Handover,
    site: SiteData | None,
    limits: Limits,
    open_attachments: bool,  # noqa: FBT001 - pebble passes by position
) -> Packed | _Failed:
    """In the child: read one letter within its processor time."""
    _allow_processor_time(limits.cpu_seconds)
    try:
        reading = read(handover.raw(), site=site, limits=limits, open_attachments=open_attachments)
        with handover.parts_file() as file:
            return pack(reading, file)
    except MemoryError:
        return _Failed(problem="quá giới hạn bộ nhớ")
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent needs an answer that survives pickling
        return _Failed(problem=type(error).__name__)


def _allow_processor_time(seconds: int) -> None:
    """The kernel kills the child when this letter has used its time, even inside a library written in C."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + seconds + 1, hard))


def _confine(memory_bytes: int) -> None:
    """In the child, once: only soft limits, so that a converter started from here can be given its own."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    os.nice(_NICENESS)
    _keep_memory()
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    _leave_network()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _keep_memory() -> None:
    """Let the allocator keep what a letter used for the next one: faulting it in anew cost a sixth of a reading."""
    allocator = getattr(ctypes.CDLL(None), "mallopt", None)  # glibc's; others have none
    if allocator is not None:
        allocator(_M_MMAP_THRESHOLD, _KEPT_BYTES)
        allocator(_M_TRIM_THRESHOLD, 2 * _KEPT_BYTES)


def _leave_network() -> None:
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).unshare(_CLONE_NEWNET)  # when it is refused, as in many containers, the line below remains
    connect: Callable[..., None] = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            _refuse_network()
        connect(self, address)

    socket.socket.connect = refuse  # type: ignore[method-assign,assignment]
    socket.socket.connect_ex = refuse  # type: ignore[method-assign,assignment]


def _refuse_network() -> NoReturn:
    raise PermissionError("a letter is read without network")
