"""Sentences of a text, with their places."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<![.!?…])[.!?…]+(?=[\s”\"’)])|\n")
_SHORT = re.compile(r"(?:^|[\s(])(?:TP|Tp|TX|Tx|ThS|Ths|TS|PGS|GS|BS|đ/c|Đ/c|ĐC|[A-ZĐ])$")  # "TP. An Mẫu" goes on
_LOOK_BACK = 8  # characters, in which an abbreviation stands
_LONGEST = 1_500  # characters; what is longer is no sentence, and is looked at in pieces, so that time stays linear


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, blanks at its start left out. A line break ends one."""
    start = 0
    for end in _END.finditer(text):
        before = text[max(start, end.start() - _LOOK_BACK) : end.start()]
        if end[0] == "." and _SHORT.search(before):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for begin in range(start, end, _LONGEST):
        piece = text[begin : min(end, begin + _LONGEST)]
        if piece.strip():
            yield begin + len(piece) - len(piece.lstrip()), begin + len(piece)


def without_brackets(text: str) -> str:
    """The text with what stands in round brackets as blanks, so that places stay as they are."""
    if "(" not in text:
        return text
    depth, kept = 0, []
    for letter in text:
        depth += letter == "("
        kept.append(" " if depth else letter)
        depth = max(0, depth - (letter == ")"))
    return "".join(kept) if depth == 0 else text  # one that is never closed says nothing
