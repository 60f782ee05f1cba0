"""IDLE (RFC 2177): a second connection on which the server says at once that a letter has come.

It is a hint and nothing else: it makes the next pass come sooner, and where it fails the passes come as ever. So it
may fail in any way but one: it never holds up who stops the program, and leaves no thread and no connection behind.
"""

import random
import threading
import time
from collections.abc import Callable

import structlog

from ingest.imap import ImapMailbox, connect
from tinbai.backing_off import LONGEST_SECONDS, wait_after
from tinbai.config import After, MailboxConfig
from tinbai.errors import MailboxError

log = structlog.get_logger()
# A cycle ends with DONE, which a server that is there answers: so one that is not is noticed within a minute. RFC 2177
# asks for a new IDLE before 29 minutes are over.
CYCLE_SECONDS = 25.0
ANSWER_SECONDS = 30
STEADY_SECONDS = 10.0  # a connection that lasted so long was a good one; else a server that drops all would be flooded


class Watcher:
    """Watches one mailbox in a thread of its own and calls `hint` when something there has changed.

    It also calls it after every connecting, for what came while nobody watched. `hint` must return at once.
    """

    def __init__(
        self,
        config: MailboxConfig,
        hint: Callable[[], None],
        *,
        open_mailbox: Callable[[MailboxConfig], ImapMailbox] = connect,
        cycle_seconds: float = CYCLE_SECONDS,
    ) -> None:
        patience = min(config.timeout_seconds, ANSWER_SECONDS)
        self._config = config.model_copy(update={"after": After.NOTHING, "timeout_seconds": patience})
        self._hint = hint
        self._open = open_mailbox
        self._cycle_seconds = cycle_seconds
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._mailbox: ImapMailbox | None = None
        self._failures = 0
        self._opened_at: float | None = None
        self._thread = threading.Thread(target=self._run, name=f"watching {config.key}", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Begin to end: what waits for the server is cut off."""
        self._stopping.set()
        with self._lock:
            if self._mailbox is not None:
                self._mailbox.cut()

    def join(self, seconds: float) -> bool:
        """Wait for the end after `stop`; False when a log-in still hangs. It ends by itself then, or with us."""
        self._thread.join(max(0.0, seconds))
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._opened_at = None
            try:
                if not self._watch():
                    log.info("the server has no IDLE; it is asked at intervals", mailbox=self._config.key)
                    return
            except MailboxError as error:
                self._wait(error.problem, refused=error.refused)
            except Exception:
                log.exception("watching broke", mailbox=self._config.key)
                self._wait("broke", refused=False)

    def _watch(self) -> bool:
        """Watch until the connection breaks (MailboxError) or somebody says stop; False when the server has no IDLE."""
        mailbox = self._open(self._config)
        with self._lock:
            self._mailbox = mailbox
        try:
            if not mailbox.has_idle():
                return False
            self._opened_at = time.monotonic()
            self._hint()
            while not self._stopping.is_set():
                if mailbox.idle(self._cycle_seconds):
                    self._hint()
            return True
        finally:
            with self._lock:
                self._mailbox = None
            mailbox.close()

    def _wait(self, problem: str, *, refused: bool) -> None:
        """Longer with every failure, and never as long as another's, so that a server that is back is not overrun."""
        if self._stopping.is_set():
            return
        if self._opened_at is not None and time.monotonic() - self._opened_at >= STEADY_SECONDS:
            self._failures = 0
        seconds = LONGEST_SECONDS if refused else wait_after(self._failures, random.random())  # noqa: S311 - no secret
        self._failures += 1
        log.info("watching stopped", mailbox=self._config.key, problem=problem, again_in=round(seconds))
        self._stopping.wait(seconds)
