"""Files that stand uuencoded in a text: "begin 644 name", lines of letters, "end" (POSIX uuencode)."""

import re
from binascii import Error as UuError
from binascii import a2b_base64, a2b_uu
from collections.abc import Iterator
from dataclasses import dataclass

_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,200})\r?\n", re.MULTILINE)
_END = re.compile(rb"^(?:end|====)[ \t]*\r?$\n?", re.MULTILINE)
_LINE = re.compile(rb"([!-`])([ -`]*)[ \t]*\r?(?:\n|\Z)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


@dataclass(frozen=True, kw_only=True)
class Embedded:
    """A file that stood in a text. `name` is in the text's own charset."""

    name: bytes
    content: bytes


def take_uuencoded(data: bytes) -> tuple[bytes, list[Embedded]]:
    """The text without the files that stand uuencoded in it, and those files, in order. Linear."""
    files: list[Embedded] = []
    rest: list[bytes] = []
    place = 0
    for begin, end, body in _blocks(data):
        content = _base64(body) if b"base64" in begin[0] else b"".join(_uu_lines(body))
        if content:
            files.append(Embedded(name=begin[1].strip(), content=content))
            rest.append(data[place : begin.start()])
        else:  # a sentence that starts with "begin 644"
            rest.append(data[place:end])
        place = end
    return b"".join([*rest, data[place:]]), files


def _blocks(data: bytes) -> Iterator[tuple[re.Match[bytes], int, bytes]]:
    """Each file's first line, where it ends, and its lines. No line of the text is searched twice for an end."""
    begin = _BEGIN.search(data)
    end = _END.search(data, begin.end()) if begin else None
    while begin:
        if end and end.start() < begin.end():
            end = _END.search(data, begin.end())
        other = _BEGIN.search(data, begin.end(), end.start() if end else len(data))
        if end and not other:
            place, body = end.end(), data[begin.end() : end.start()]
        else:
            place = _cut_off(data, begin.end())
            body = data[begin.end() : place]
        yield begin, place, body
        begin = _BEGIN.search(data, place)


def _cut_off(data: bytes, place: int) -> int:
    """Where the whole lines end of a file that has no end."""
    while (line := _LINE.match(data, place)) and _is_whole(line):
        place = line.end()
    return place


def _is_whole(line: re.Match[bytes]) -> bool:
    """Whether a line is as long as its first letter says, give or take lost or added spaces at its end."""
    length = (line[1][0] - 32) & 63
    return 0 < length <= 45 and 0 <= -(-length // 3) * 4 - len(line[2].rstrip()) < 4


def _base64(body: bytes) -> bytes:
    letters = _NOT_BASE64.sub(b"", body)
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    return a2b_base64(letters + b"=" * (-len(letters) % 4))


def _uu_lines(body: bytes) -> Iterator[bytes]:
    for line in body.splitlines():
        if not line or line[:1] in b"` ":
            continue
        try:
            yield a2b_uu(line)
        except UuError:  # spaces lost or added at the end: the length byte says how much counts
            wanted = ((line[0] - 32) & 63) * 4 + 5
            try:
                yield a2b_uu(line[: wanted // 3])
            except UuError:
                return
