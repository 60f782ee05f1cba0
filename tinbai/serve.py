"""Serving the review site, alone or beside the timetable, until somebody says stop."""

import ctypes
import signal
import threading
from contextlib import nullcontext
from types import FrameType

import uvicorn
from fastapi import FastAPI

from ingest.key_lookup import KeyLookup
from ingest.sandbox import Reader
from review.app import create
from tinbai.clock import now
from tinbai.health import health, metrics
from tinbai.office import Office
from tinbai.timetable import Timetable

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # malloc.h of glibc
_GIVEN_BACK_BYTES = 128 << 10
_ARENAS = 2


def application(office: Office) -> FastAPI:
    """The review site with what it needs of the rest handed in."""
    return create(
        office.config,
        office.database,
        office.blobs,
        clock=now,
        health=lambda: _answer(office),
        metrics=lambda: metrics(office, clock=now),
    )


def serve(office: Office, *, with_timetable: bool) -> None:
    """Serve until SIGTERM or SIGINT; then finish what is in hand and return."""
    _ignore_second_delivery()
    _give_memory_back()
    web = office.config.web
    config = uvicorn.Config(
        application(office), host=web.host, port=web.port, log_level="warning", server_header=False,
        proxy_headers=bool(web.proxies), forwarded_allow_ips=list(web.proxies), timeout_graceful_shutdown=10,
    )  # fmt: skip
    keys = KeyLookup(office.config.dns)
    with Reader(limits=office.config.limits, keys_for=keys.for_letter) if with_timetable else nullcontext() as reader:
        timetable = Timetable(office, reader) if reader is not None else None
        if timetable is not None:
            timetable.start()
        try:
            uvicorn.Server(config).run()
        finally:
            if timetable is not None:
                timetable.stop()


def _answer(office: Office) -> tuple[bool, dict[str, object]]:
    found = health(office, clock=now)
    return found.well, dict(found.problems)


def _give_memory_back() -> None:
    """Keep letters out of the heap, and the heaps few: among many threads' letters it grew by 20 kB a letter.

    By itself glibc raises the first limit to the largest letter it has seen, and gives each thread a heap.
    """
    allocator = getattr(ctypes.CDLL(None), "mallopt", None)  # glibc's; others have none
    if allocator is not None:
        allocator(_M_ARENA_MAX, _ARENAS)
        allocator(_M_MMAP_THRESHOLD, _GIVEN_BACK_BYTES)
        allocator(_M_TRIM_THRESHOLD, _GIVEN_BACK_BYTES)


def _ignore_second_delivery() -> None:
    """Uvicorn raises the signal that stopped it once more when it is done: then we are already stopping."""

    def stopping(_number: int, _frame: FrameType | None) -> None:
        return None

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stopping)
        signal.signal(signal.SIGINT, stopping)
