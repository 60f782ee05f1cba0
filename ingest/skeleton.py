"""A letter without the insides of its big attachments, which the standard library would otherwise walk line by line.

What may be cut out is decided by what the parser does with lines, not by what the headers promise. After an empty
line no header follows before the next boundary line, and a boundary line begins with two dashes. So whole lines
after an empty line and without any dash all fall to the same text as the one line that stands for them here: they
can be put back into it, byte for byte, whatever the letter looks like around them. Base64 has no dash.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

_LEAST = 16_384  # a shorter piece is not worth a token
_MOST_HOPS = 50_000  # from dash to dash; some milliseconds
_EMPTY_LINE = re.compile(rb"\n\r?\n")


@dataclass(frozen=True, kw_only=True)
class Skeleton:
    """The bytes that are left, and what each token in them stands for."""

    raw: bytes
    pieces: Mapping[bytes, bytes]
    tokens: re.Pattern[bytes]

    def tokens_in(self, wire: bytes) -> list[bytes]:
        """The tokens in a text of the skeleton, in order."""
        return self.tokens.findall(wire)

    def whole(self, wire: bytes) -> bytes:
        """A text of the skeleton as it stands in the letter."""
        only = self.pieces.get(wire)
        return self.tokens.sub(lambda token: self.pieces[token[0]], wire) if only is None else only


def skeleton_of(raw: bytes) -> Skeleton | None:
    """Cut the big pieces out of a letter; None when there is none."""
    nonce = token_hex(16).encode()  # drawn after the letter was written: no sender can know it
    rest: list[bytes] = []
    pieces: dict[bytes, bytes] = {}
    done = 0
    for begin, end in _places(raw):
        token = nonce + b"%06d" % len(pieces)
        pieces[token] = raw[begin:end]
        rest += [raw[done:begin], token]
        done = end
    if not pieces:
        return None
    return Skeleton(raw=b"".join([*rest, raw[done:]]), pieces=pieces, tokens=re.compile(nonce + rb"[0-9]{6}"))


def _places(raw: bytes) -> list[tuple[int, int]]:
    """Where the pieces begin and end; the line end after a piece stays, as it may belong to the boundary."""
    found: list[tuple[int, int]] = []
    place = 0
    for _ in range(_MOST_HOPS):
        dash = raw.find(b"-", place)
        end = len(raw) if dash < 0 else dash
        if end - place > _LEAST and (piece := _piece(raw, place, end)):
            found.append(piece)
        if dash < 0:
            break
        place = dash + 1
    return found


def _piece(raw: bytes, begin: int, end: int) -> tuple[int, int] | None:
    """The whole lines after the first empty line between two dashes."""
    empty = _EMPTY_LINE.search(raw, begin, end)
    if not empty:
        return None
    last = raw.rfind(b"\n", empty.end(), end)
    last -= raw[last - 1 : last] == b"\r"
    return (empty.end(), last) if last - empty.end() >= _LEAST else None
