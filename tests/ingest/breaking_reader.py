"""What a child runs in the tests of the sandbox: it does what its letter says."""

import os
import signal
import socket
import time

from ingest.handover import Handover, Packed
from ingest.letter import Letter
from ingest.reading import Reading, Verdict
from ingest.sandbox import _Failed
from tinbai.limits import Limits
from tinbai.site_data import SiteData


class SurprisingError(Exception):
    """Cannot be unpickled: it wants arguments that its `args` do not hold."""

    def __init__(self, *, what: str) -> None:
        super().__init__()
        self.what = what


def read_here(
    handover: Handover, _site: SiteData | None, limits: Limits, open_attachments: bool, *_rest: object
) -> Packed | _Failed:
    """Stands for `ingest.sandbox._read_here`, in the same limits."""
    words = handover.raw().decode().split()
    reason = str(os.getpid())
    if open_attachments or words[0] == "always":
        reason = _do(words) or reason
        if reason == "raised":
            return _Failed(problem="RuntimeError")
    letter = Letter(message_id=None, date=None, subject=None, sender=None)
    return Packed(reading=Reading(letter=letter, verdict=Verdict.HELD, reason=reason), places=(), hashes=())


def _do(words: list[str]) -> str | None:
    match words[-1] if words[0] != "connect" else "connect":
        case "sleep":
            time.sleep(60)
        case "spin":
            while True:
                sum(range(100_000))
        case "die":
            os._exit(1)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "memory":
            bytearray(10_000_000_000)
        case "raise":
            return "raised"
        case "unpicklable":
            raise SurprisingError(what="x")
        case "connect":
            return _connected(int(words[1]))
    return None


def _connected(port: int) -> str:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return "refused"
    return "connected"
