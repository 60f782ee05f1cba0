"""Bytes from outside are opened in child processes, so that a bomb costs one file and not the program.

A child has a limit on its memory (address space), on what it writes, on the processor time and the wall time of each
task, no core dumps, a lower priority, and no network: under root it lives in a network namespace of its own, otherwise
connecting is refused from Python, which keeps libraries honest but would not stop native code that was taken over.
Children are forked from a server that has the work already imported, live for many tasks, and die with their parent.
Pebble ends at this file.
"""

import ctypes
import multiprocessing
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from threading import BoundedSemaphore, Lock
from types import TracebackType
from typing import Any, NoReturn, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from tinbai.limits import Limits
from tinbai.memory import collect_seldom

_TASKS_A_CHILD = 200
_GRACE_SECONDS = 30  # for starting a child and for passing the bytes, on top of the wall time of the task itself
_NICENESS = 5
_INTERRUPTED = "tiến trình đọc thư bị ngắt"
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_BYTES = 32 << 20  # the most that glibc allows for the second

T = TypeVar("T")
_wanted_modules: set[str] = set()


class BrokenTaskError(Exception):
    """A child came to no answer. `problem` says why, in Vietnamese, for a finding; `late`: its time was over."""

    def __init__(self, problem: str, *, late: bool = False) -> None:
        self.problem, self.late = problem, late
        super().__init__(problem)


class Sandbox:
    """Children that do one kind of work. A context manager; may be shared by threads.

    `modules` are imported before the children are forked, as far as they are known when the first child of any is
    started: there is one server for them all. The memory and the output of a child are those of `limits`
    for as long as it lives.
    """

    def __init__(self, limits: Limits, *, modules: Sequence[str], workers: int = 1) -> None:
        self._limits = limits
        _wanted_modules.update(modules)
        self._workers = workers
        self._lock = Lock()
        self._turn = BoundedSemaphore(workers)
        self._pool: ProcessPool | None = None
        self._awaited: set[ProcessFuture[Any]] = set()
        self._has_ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._has_ended = True
            self._drop_pool()

    def call(self, work: Callable[..., T], *arguments: object, limits: Limits | None = None) -> T:
        """The answer of `work(*arguments)` in a child. `limits` are the times of this task.

        Raises BrokenTaskError when the child ends or is ended before there is an answer; errors of `work` itself come
        back as they are, so that it should raise only what can be pickled.
        """
        with self._turn:  # the time that a task waits behind another is not its own
            return self._called(work, arguments, limits or self._limits)

    def _called(self, work: Callable[..., T], arguments: Sequence[object], limits: Limits) -> T:
        pool = self._running_pool()
        try:
            return self._awaited_answer(pool, work, arguments, limits)
        except FutureTimeoutError as error:
            raise BrokenTaskError(f"quá {limits.wall_seconds} giây", late=True) from error
        except ProcessExpired as expired:
            raise BrokenTaskError(_death(expired.exitcode, limits)) from expired
        except MemoryError as error:  # outside of the work: its bytes or its answer alone are too much for the child
            raise BrokenTaskError("quá giới hạn bộ nhớ") from error
        except (BrokenProcessPool, RuntimeError) as error:  # a child died halfway through its answer, or another's did
            self._renew(pool)
            raise BrokenTaskError(_INTERRUPTED) from error
        except CancelledError as error:
            raise BrokenTaskError(_INTERRUPTED) from error

    def _awaited_answer(
        self, pool: ProcessPool, work: Callable[..., T], arguments: Sequence[object], limits: Limits
    ) -> T:
        task = (work, limits.cpu_seconds, arguments)
        future = pool.schedule(_within_its_time, task, timeout=limits.wall_seconds)
        self._awaited.add(future)
        try:
            answer: T = future.result(timeout=limits.wall_seconds + _GRACE_SECONDS)
        except FutureTimeoutError:
            if not future.done():  # Pebble ends a late child by itself: without an answer even then, the pool hangs
                self._renew(pool)
            raise
        finally:
            self._awaited.discard(future)
        return answer

    def _running_pool(self) -> ProcessPool:
        with self._lock:
            if self._has_ended:  # nobody would end the child
                raise BrokenTaskError(_INTERRUPTED)
            if self._pool is None:
                context = multiprocessing.get_context("forkserver")
                context.set_forkserver_preload(sorted(_wanted_modules))
                self._pool = ProcessPool(
                    max_workers=self._workers,
                    max_tasks=_TASKS_A_CHILD,
                    initializer=_confine,
                    initargs=(self._limits.memory_bytes, self._limits.output_bytes),
                    context=context,
                )
            return self._pool

    def _renew(self, pool: ProcessPool) -> None:
        with self._lock:
            if self._pool is pool:
                self._drop_pool()

    def _drop_pool(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None
            for future in list(self._awaited):  # Pebble leaves them without an answer for ever
                future.cancel()  # type: ignore[no-untyped-call]


def _death(exitcode: int, limits: Limits) -> str:
    if exitcode == -signal.SIGXCPU:
        return f"quá {limits.cpu_seconds} giây xử lý"
    return "tiến trình đọc thư dừng đột ngột"


def _within_its_time(work: Callable[..., T], cpu_seconds: int, arguments: Sequence[object]) -> T:
    """In the child."""
    allow_processor_time(cpu_seconds)
    return work(*arguments)


def allow_processor_time(seconds: int) -> None:
    """The kernel kills the child when this task has used its time, even inside a library written in C."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + seconds + 1, hard))


def _confine(memory_bytes: int, output_bytes: int) -> None:
    """In the child, once: only soft limits, so that a converter started from here can be given its own."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output_bytes, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    os.nice(_NICENESS)
    _keep_memory()
    collect_seldom()
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    _leave_network()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _keep_memory() -> None:
    """Let the allocator keep what a task used for the next one: faulting it in anew cost a sixth of a reading."""
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
    raise PermissionError("this is opened without network")
