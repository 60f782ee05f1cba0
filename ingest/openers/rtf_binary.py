r"""Binary data in RTF: `\binN`, and N bytes as they are, backslashes and braces among them (RTF 1.9.1, "Pictures").

LibreOffice reads as many bytes as are announced, at 20 s for a hundred million of them, whether they are there or not.
"""

import re
from collections.abc import Iterator

_WORD = re.compile(rb"\\(?:\\|bin(-?\d+) ?)")
_MOST_DIGITS = 10
_EMPTY_GROUP = b"{}"  # ends the control word before it, and says nothing


def honest_binaries(content: bytes) -> bytes:
    r"""The RTF without each `\binN` that announces more than there is. What stands behind it is read as RTF."""
    return _without(content, [(start, data) for start, data, end in _binaries(content) if end is None])


def without_binaries(content: bytes) -> bytes:
    """The RTF without its binary data."""
    return _without(content, [(start, data if end is None else end) for start, data, end in _binaries(content)])


def _binaries(content: bytes) -> Iterator[tuple[int, int, int | None]]:
    """Where each control word begins, where its data begin, and where they end; None when they are not all there."""
    place = 0
    while found := _WORD.search(content, place):
        place = found.end()
        digits = found[1]
        if digits is None:  # an escaped backslash
            continue
        size = int(digits) if len(digits) <= _MOST_DIGITS else len(content)
        end = place + max(size, 0)
        if end > len(content):
            yield found.start(), place, None
        else:
            yield found.start(), place, end
            place = end


def _without(content: bytes, spans: list[tuple[int, int]]) -> bytes:
    kept, done = [], 0
    for start, end in spans:
        kept += [content[done:start], _EMPTY_GROUP]
        done = end
    return b"".join([*kept, content[done:]]) if spans else content
