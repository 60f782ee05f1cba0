"""What a child does in the tests of the lanes. It takes its time, or asks for patience."""

import os
import time

from ingest.openers.patience import need_patience


def at_once() -> int:
    """The number of the process."""
    return os.getpid()


def asleep(seconds: float) -> int:
    """The number of the process, late."""
    time.sleep(seconds)
    return os.getpid()


def patient(seconds: float = 0) -> int:
    """The number of the process that has patience."""
    need_patience()
    time.sleep(seconds)
    return os.getpid()
