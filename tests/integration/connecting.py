"""The program with a witness: whom it calls and whose address it asks for is written down.

Takes the file to write to, the name of a deliberate mistake or "none", and then the arguments of `tinbai`. Children
that are forked are seen too; those that read letters have no network at all (`tests/ingest/test_sandbox.py`).
"""

import os
import re
import socket
import sys
import urllib.request
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from unittest import mock

from tinbai.blobs import Blobs
from tinbai.cli import main

NAMES = {"socket.getaddrinfo", "socket.gethostbyname"}
CALLS = {"socket.connect", "socket.sendto", "socket.sendmsg"}


def watch(file: int) -> None:
    def note(event: str, given: tuple[object, ...]) -> None:
        if event in NAMES:
            os.write(file, f"name {given[0]}\n".encode())
        elif event in CALLS and isinstance(given[0], socket.socket) and given[0].family != socket.AF_UNIX:
            place = given[-1]
            os.write(file, f"call {place[0]} {place[1]}\n".encode() if isinstance(place, tuple) else b"call ?\n")

    sys.addaudithook(note)


def fetch_what_letters_name() -> object:
    """A mistake: whatever address a letter names is fetched, as by programs that show its pictures."""
    put_all = Blobs.put_all

    def curious(self: Blobs, contents: Sequence[bytes], **how: bool) -> list[str]:
        for address in re.findall(rb"http://[\w.:]+/[\w.]+", b"".join(contents)):
            with suppress(OSError):
                urllib.request.urlopen(address.decode(), timeout=0.1).close()  # noqa: S310 - the mistake
        return put_all(self, contents, **how)

    return mock.patch.object(Blobs, "put_all", curious)


if __name__ == "__main__":
    _, path, mistake, *arguments = sys.argv
    sys.argv = ["tinbai", *arguments]
    watch(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    with fetch_what_letters_name() if mistake == "curious" else nullcontext():  # type: ignore[attr-defined]
        main()
