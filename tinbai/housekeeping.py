"""Housekeeping: what has lost its use is swept. Letters, revisions and events are never touched."""

import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Select, delete, select, union

from tinbai.account import AccountLink, LoginStep
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database, changed
from tinbai.lease import BACKUP_LEASE, Lease, held
from tinbai.login import LoginFailure, LoginSession
from tinbai.message import Message, MessagePart
from tinbai.notice import Notice
from tinbai.picture import PictureCopy, sweep_pictures
from tinbai.revision import RevisionAttachment, RevisionPhoto

FAILURES_KEPT = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Swept:
    """What one pass removed."""

    log_ins: int
    blobs: int


def sweep(database: Database, blobs: Blobs, *, keep: timedelta, clock: Clock) -> Swept:
    """Remove what has ended (log-ins, links, leases), old tries and notices, and blobs unreferred to for `keep`."""
    now = clock()
    with database.writing() as session:
        log_ins = changed(session.execute(delete(LoginSession).where(LoginSession.expires_at < now)))
        session.execute(delete(LoginFailure).where(LoginFailure.at < now - FAILURES_KEPT))
        session.execute(delete(Lease).where(Lease.until < now - FAILURES_KEPT))
        session.execute(delete(AccountLink).where(AccountLink.expires_at < now - FAILURES_KEPT))
        session.execute(delete(LoginStep).where(LoginStep.expires_at < now))
        session.execute(delete(Notice).where(Notice.told_at < now - FAILURES_KEPT))
        sweep_pictures(session)
    return Swept(log_ins=log_ins, blobs=_sweep_blobs(database, blobs, keep, clock))


def _sweep_blobs(database: Database, blobs: Blobs, keep: timedelta, clock: Clock) -> int:
    """A blob is written before its row: only files older than `keep` can be known to have none."""
    oldest = time.time() - keep.total_seconds()
    for path in blobs.leftovers():
        _remove_if_old(path, oldest)
    old = [name for name in blobs.names() if blobs.path(name).stat().st_mtime < oldest]
    if not old:
        return 0
    with database.reading() as session:
        if BACKUP_LEASE in held(session, clock):  # it copies the database first, and then what that referred to
            return 0
        used = set(session.scalars(references()))
    unused = [name for name in old if name not in used]
    return sum(_remove_if_old(blobs.path(name), oldest) for name in unused)


def _remove_if_old(path: Path, oldest: float) -> bool:
    """Somebody may have written the same bytes again meanwhile: then the file is new, and stays."""
    try:
        if path.stat().st_mtime >= oldest:
            return False
        path.unlink()
    except FileNotFoundError:
        return False
    return True


def references() -> Select[str]:
    """Every blob that a row refers to."""
    tables = (
        Message.sha256, MessagePart.sha256, RevisionPhoto.sha256, RevisionAttachment.sha256, PictureCopy.sha256,
    )  # fmt: skip
    return select(union(*(select(column) for column in tables)).subquery().c[0])
