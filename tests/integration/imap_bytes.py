"""What each byte of an IMAP server's words belongs to: so that a test can break a session at every kind of place."""

import re
from collections.abc import Iterator, Mapping

LITERAL = re.compile(rb"\{(\d+)\}\r\n$")
TAG = re.compile(rb"^[A-Z]{4}(\d+) ")


def classes(said: bytes) -> Mapping[str, list[int]]:
    """How many bytes have passed when a byte of a class is the next to come, by class: "SEARCH, in the middle"."""
    found: dict[str, list[int]] = {}
    for kind, start, length in _pieces(said):
        for offset in range(length):
            found.setdefault(f"{kind}, {_place(offset, length)}", []).append(start + offset)
    return found


def _place(offset: int, length: int) -> str:
    """Where in a line or a body: its beginning, its middle, its last byte of text, CR or LF."""
    return {0: "first", length - 1: "last", length - 2: "last but one"}.get(offset, "in the middle")


def _pieces(said: bytes) -> Iterator[tuple[str, int, int]]:
    """The lines and literals, with where they begin and how long they are."""
    at, literals = 0, 0
    while at < len(said):
        end = said.find(b"\n", at) + 1 or len(said)
        line = said[at:end]
        yield _kind(line), at, len(line)
        at = end
        if literal := LITERAL.search(line):
            size = int(literal[1])
            literals += 1
            yield f"body {literals}", at, min(size, len(said) - at)
            at += size


def _kind(line: bytes) -> str:
    """The greeting, an answer by its number, or an untagged line by its word."""
    if tag := TAG.match(line):
        return f"answer {int(tag[1])}"
    words = line.split()
    if len(words) > 2 and words[1].isdigit():
        return words[2].decode(errors="replace") + (" with a body" if LITERAL.search(line) else "")
    if len(words) > 2 and words[2].startswith(b"["):
        return words[2].strip(b"[]").decode(errors="replace")
    return words[1].decode(errors="replace") if len(words) > 1 else "rest"
