"""Encoded words in headers (RFC 2047), as they are written in practice.

Words split in the middle of a character, without spaces around them, inside quotation marks, with spaces inside,
with damaged base64, or cut off before their end are all read; raw 8-bit text between them is decoded by what its
bytes say.
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.charset import decode

MAX_WORDS = 200

_START = re.compile(r"=\?([^?\s=]{1,60})\?([bBqQ])\?")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_NOT_BASE64 = re.compile("[^A-Za-z0-9+/]")


@dataclass(frozen=True, kw_only=True)
class _Word:
    charset: str
    coding: str  # "b" or "q"
    payload: str


def text_of_header(raw: str, max_words: int = MAX_WORDS) -> str:
    """The text of a header value as the parser keeps it (ASCII, other bytes as surrogate escapes).

    White space is not yet folded; words beyond `max_words` stay as they are.
    """
    return decode_words(raw_text(raw), max_words)


def raw_text(raw: str) -> str:
    """The value unfolded, 8-bit bytes decoded, encoded words left alone."""
    unfolded = _FOLD.sub("", raw)
    if unfolded.isascii():
        return unfolded
    return decode(unfolded.encode("utf-8", "surrogateescape")).text


def decode_words(text: str, max_words: int = MAX_WORDS) -> str:
    """`text` with its encoded words decoded; white space between two of them belongs to neither."""
    if "=?" not in text:
        return text
    result: list[str] = []
    run: list[_Word] = []
    for piece in _pieces(text, max_words):
        if isinstance(piece, _Word):
            run.append(piece)
        elif not run or piece.strip():
            result += [_decode_run(run), piece]
            run = []
    return "".join([*result, _decode_run(run)])


def _pieces(text: str, max_words: int) -> Iterator[str | _Word]:
    """Encoded words and what stands between them, in order, in linear time."""
    place = 0
    for _ in range(max_words):
        start = _START.search(text, place)
        if start is None:
            break
        end = text.find("?=", start.end())
        after = end + 2
        if end < 0:  # cut off: the rest up to a space is the word
            space = text.find(" ", start.end())
            end = after = space if space >= 0 else len(text)
        if start.start() > place:
            yield text[place : start.start()]
        charset = start[1].partition("*")[0]  # RFC 2231 lets a language follow
        yield _Word(charset=charset, coding=start[2].lower(), payload=text[start.end() : end])
        place = after
    if place < len(text):
        yield text[place:]


def _decode_run(words: list[_Word]) -> str:
    """Adjacent words; those of one charset are joined as bytes first, for a character may be split between them."""
    result: list[str] = []
    place = 0
    while place < len(words):
        same = place
        while same < len(words) and words[same].charset.lower() == words[place].charset.lower():
            same += 1
        data = b"".join(_bytes_of(words[place:same]))
        result.append(decode(data, words[place].charset).text)
        place = same
    return "".join(result)


def _bytes_of(words: list[_Word]) -> Iterator[bytes]:
    """The bytes of words of one charset; base64 cut at no multiple of four goes on in the next word."""
    held = ""
    for word in words:
        if word.coding == "q":
            yield _base64(held)
            held = ""
            yield a2b_qp(word.payload.encode("utf-8", "replace"), header=True)
            continue
        held += _NOT_BASE64.sub("", word.payload)
        if "=" in word.payload or len(held) % 4 == 0:
            yield _base64(held)
            held = ""
    yield _base64(held)


def _base64(letters: str) -> bytes:
    """As much as can be decoded: a last lone letter carries no byte."""
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    try:
        return a2b_base64(whole + "=" * (-len(whole) % 4))
    except Base64Error:
        return b""
