"""Leases: who works a mailbox now.

A lease ends by itself after its time, and at once when its holder was a process of this machine that is no more: a
program that was killed can be started again without waiting.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import String, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.clock import Clock
from tinbai.db import Base, Database, Moment, changed

BACKUP_LEASE = "backup"  # while somebody has it, no blob is swept


class Lease(Base):
    """The right to do one thing, by name, until a moment."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(128), primary_key=True)
    holder: Mapped[str] = mapped_column(String(200), comment="machine/process/its start/random")
    until: Mapped[datetime] = mapped_column(Moment)


@contextmanager
def leased(database: Database, name: str, duration: timedelta, clock: Clock) -> Iterator[str | None]:
    """Hold the lease `name` while the block runs; yields the holder's mark, or None when another has it.

    The lease is not prolonged by itself: call `take` again, with the mark, inside long work.
    """
    holder = mark()
    if not take(database, name, holder, duration, clock):
        yield None
        return
    try:
        yield holder
    finally:
        with database.writing() as session:
            session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))


def take(database: Database, name: str, holder: str, duration: timedelta, clock: Clock) -> bool:
    """Take the lease if it is free, ended, its holder's process gone, or already ours (then it is prolonged)."""
    until = clock() + duration
    with database.writing() as session:
        standing = session.scalar(select(Lease).where(Lease.name == name))
        if standing is not None:
            free = standing.holder == holder or standing.until < clock() or _is_gone(standing.holder)
            guard = (Lease.name == name, Lease.holder == standing.holder)
            return (
                free and changed(session.execute(update(Lease).where(*guard).values(holder=holder, until=until))) == 1
            )
    try:
        with database.writing() as session:
            session.add(Lease(name=name, holder=holder, until=until))
    except IntegrityError:  # somebody was faster
        return False
    return True


def held(session: Session, clock: Clock) -> list[str]:
    """The names of the leases that somebody holds now."""
    return [
        lease.name for lease in session.scalars(select(Lease)) if lease.until >= clock() and not _is_gone(lease.holder)
    ]


def mark() -> str:
    """A new holder's mark for this process."""
    return f"{socket.gethostname()}/{os.getpid()}/{_started(os.getpid())}/{uuid4()}"


def _is_gone(holder: str) -> bool:
    """Whether the holder was a process of this machine that runs no more. Of another machine nothing is known."""
    machine, _, rest = holder.partition("/")
    process, _, rest = rest.partition("/")
    started = rest.partition("/")[0]
    if machine != socket.gethostname() or not process.isdigit():
        return False
    return _started(int(process)) != started


def _started(process: int) -> str:
    """When a process started, in clock ticks since boot (proc(5), field 22 of stat); "" when there is none."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[19]
