"""What glibc's allocator does in a process of its own: `python -m tests.tinbai.allocating [hold-little] [give-back]`.

Prints the heaps that eight threads made, whether a letter of 3 MB stands outside of them after a larger one has come
and gone, and the share of memory that the system has back after most of many small pieces were let go.
"""

import ctypes
import json
import sys
import tempfile
import threading
from pathlib import Path

from tinbai import memory

THREADS, LETTER, LARGER = 8, 3_000_000, 9_000_000
PIECES, PIECE = 2_000, 20_000
PAGE_BYTES = 4096


class Figures(ctypes.Structure):
    """struct mallinfo2 (malloc.h)."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
    ]


def heaps(libc: ctypes.CDLL) -> int:
    """How many heaps there are."""
    libc.fopen.restype = ctypes.c_void_p
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "info.xml"
        file = ctypes.c_void_p(libc.fopen(str(path).encode(), b"w"))
        libc.malloc_info(0, file)
        libc.fclose(file)
        return path.read_text().count("<heap nr=")


def heaps_of_threads(libc: ctypes.CDLL) -> int:
    """How many there are when eight threads have had a piece of memory at the same time."""
    together = threading.Barrier(THREADS)

    def work() -> None:
        held = bytearray(PIECE)
        together.wait()
        del held

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heaps(libc)


def letters_outside(libc: ctypes.CDLL) -> int:
    """Whether a letter stands outside of the heaps, from where it is given back as soon as it is free."""
    bytearray(LARGER)
    before = libc.mallinfo2().hblks
    letter = bytearray(LETTER)
    stands = int(libc.mallinfo2().hblks - before)
    del letter
    return stands


def share_given_back() -> float:
    """Of what many pieces took, when all but some that stay between them were let go."""
    before = resident()
    pieces = [bytearray(b"x") * PIECE for _ in range(PIECES)]
    took = resident() - before
    stay = pieces[::100]
    del pieces
    if "give-back" in sys.argv:
        memory.give_back()
    share = 1 - (resident() - before) / took
    del stay
    return share


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES


def main() -> None:
    """Do as a running program does, and say what came of it."""
    if "hold-little" in sys.argv:
        memory.hold_little()
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = Figures
    sys.stdout.write(json.dumps([heaps_of_threads(libc), letters_outside(libc), round(share_given_back(), 2)]))


if __name__ == "__main__":
    main()
