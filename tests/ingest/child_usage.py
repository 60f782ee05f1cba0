"""What a child that reads letters uses, with the converters it has running: processor seconds and memory.

LibreOffice lives on after a letter, and what was killed is forgotten by the kernel when nobody waited for it: both are
counted here.
"""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

from ingest.openers import programs, warm_office

_PROCESSES = Path("/proc")
_RESET_PEAK = "5"  # proc(5), clear_refs
_TICKS = os.sysconf("SC_CLK_TCK")


class _Ended:
    """Seconds of the programs that were killed."""

    seconds = 0.0


def count_what_is_ended() -> None:
    """From now on, programs that are killed count. May be called again."""
    if programs.end is not _ended:
        for module in (programs, warm_office):
            module.end = _ended  # type: ignore[attr-defined]


_end = programs.end


def _ended(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        _Ended.seconds += sum(map(_seconds_of, _session(process.pid)))
    _end(process)


def own_seconds() -> float:
    """Processor seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def others_seconds() -> float:
    """Processor seconds of all programs that this process ever started, so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + _Ended.seconds + sum(map(_seconds_of, _office()))


def reset_peaks() -> None:
    """Let the next `peak_bytes` begin with what is used now."""
    for process in ("self", *_office()):
        (_PROCESSES / process / "clear_refs").write_text(_RESET_PEAK, encoding="ascii")


def peak_bytes() -> int:
    """Of this process and of the converters it has running, each at its own worst."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024  # the most of any of this child's life
    return max(sum(map(_peak_of, ("self", *_office()))), ended)


def own_peak_bytes() -> int:
    """Of this process alone."""
    return _peak_of("self")


def _office() -> Iterator[str]:
    """The processes of this child's LibreOffice, if it has one."""
    office = warm_office._Kept.office
    if office is not None and warm_office._Kept.owner == os.getpid():
        yield from _session(office._process.pid)


def _session(leader: int) -> Iterator[str]:
    for process in _PROCESSES.iterdir():
        if process.name.isdecimal() and _stat(process.name)[3:4] == [str(leader)]:
            yield process.name


def _stat(process: str) -> list[str]:
    """What stands behind the name in /proc/…/stat, from the state on; nothing when the process has ended."""
    try:
        return (_PROCESSES / process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()
    except OSError:
        return []


def _seconds_of(process: str) -> float:
    """Its own, and of those it has waited for."""
    return sum(map(int, _stat(process)[11:15])) / _TICKS


def _peak_of(process: str) -> int:
    try:
        lines = (_PROCESSES / process / "status").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
