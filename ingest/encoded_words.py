"""Encoded words in headers (RFC 2047), as they are written in practice.

Words split in the middle of a character, without spaces around them, inside quotation marks, with spaces inside,
with damaged base64, under the wrong letter (B for Q), cut off before their end, or encoded twice are all read; raw
text between them is decoded by what its bytes say.
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.charset import decode
from ingest.charset_labels import codec_of

MAX_WORDS = 200

_START = re.compile(r"=\?[ \t]{0,3}([^?\s=]{0,60})[ \t]{0,3}\?[ \t]{0,3}([bBqQ])[ \t]{0,3}\?")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_NOT_BASE64 = re.compile("[^A-Za-z0-9+/]")
_URL_SAFE = str.maketrans("-_", "+/")
_QUOTED_BYTE = re.compile("=[0-9A-Fa-f]{2}")
_BARE_BASE64 = re.compile("[A-Za-z0-9+/]{2,}={1,2}")
_QUESTION_MARK = re.compile(r"[0-9A-Fa-f]{2}[^\s?]{0,80}\?=")


@dataclass(frozen=True, kw_only=True)
class _Word:
    charset: str
    coding: str  # "b" or "q"
    payload: str


def text_of_header(raw: str, max_words: int = MAX_WORDS, charset: str | None = None) -> str:
    """The text of a header value as the parser keeps it (ASCII, other bytes as surrogate escapes).

    `charset` is what the letter itself is written in: raw text that is not UTF-8 is read by it. White space is not
    yet folded; words beyond `max_words` stay as they are.
    """
    return decode_words(raw_text(raw, charset), max_words)


def raw_text(raw: str, charset: str | None = None) -> str:
    """The value unfolded, 8-bit bytes decoded, encoded words left alone."""
    unfolded = _FOLD.sub("", raw)
    if unfolded.isascii() and (charset is None or "=?" in unfolded or codec_of(charset) != "utf-7"):
        return unfolded if "\x1b" not in unfolded else decode(unfolded.encode("ascii"), charset).text
    return decode(unfolded.encode("utf-8", "surrogateescape"), charset).text


def decode_words(text: str, max_words: int = MAX_WORDS) -> str:
    """`text` with its encoded words decoded; white space between two of them belongs to neither."""
    once = _decoded(text, max_words)
    if once != text and (again := _START.match(once)) and once.endswith("?=") and codec_of(again[1]):
        return _decoded(once, max_words)  # encoded twice
    return once


def _decoded(text: str, max_words: int) -> str:
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
        end, after = _end_of_word(text, start)
        if start.start() > place:
            yield text[place : start.start()]
        charset = start[1].partition("*")[0]  # RFC 2231 lets a language follow
        yield _word(charset, start[2].lower(), text[start.end() : end])
        place = after
    if place < len(text):
        yield text[place:]


def _end_of_word(text: str, start: re.Match[str]) -> tuple[int, int]:
    """Where the payload ends and where the text goes on."""
    end = text.find("?=", start.end())
    while end >= 0 and start[2] in "qQ" and _QUESTION_MARK.match(text, end + 2):
        end = text.find("?=", end + 2)  # a bare question mark before a quoted byte: "?=20"
    following = _START.search(text, start.end(), end + 1 if end >= 0 else len(text))
    if following:  # this word was never closed
        return following.start(), following.start()
    if end >= 0:
        return end, end + 1 if _START.match(text, end + 1) else end + 2
    space = text.find(" ", start.end())  # cut off: the rest up to a space is the word
    if space < 0 or (start[2] in "qQ" and _QUOTED_BYTE.search(text, space)):
        space = len(text)
    return space, space


def _word(charset: str, coding: str, payload: str) -> _Word:
    """The word under the letter that its payload agrees with."""
    if coding == "b" and (_QUOTED_BYTE.search(payload) or " " in payload.strip()) and not _is_base64(payload):
        coding = "q"
    elif coding == "q" and _BARE_BASE64.fullmatch(payload) and len(payload) % 4 == 0:
        coding = "b"
    return _Word(charset=charset, coding=coding, payload=payload)


def _is_base64(payload: str) -> bool:
    """Base64 with spaces or line ends in it, its padding at the end alone."""
    bare = "".join(payload.split())
    return "=" not in bare.rstrip("=") and not _NOT_BASE64.search(bare.rstrip("=")) and len(bare) % 4 == 0


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
        held += _NOT_BASE64.sub("", _standard_letters(word.payload))
        if "=" in word.payload or len(held) % 4 == 0:
            yield _base64(held)
            held = ""
    yield _base64(held)


def _standard_letters(payload: str) -> str:
    """RFC 4648 section 5 has a second alphabet, for addresses on the web."""
    return payload if "+" in payload or "/" in payload else payload.translate(_URL_SAFE)


def _base64(letters: str) -> bytes:
    """As much as can be decoded: a last lone letter carries no byte."""
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    try:
        return a2b_base64(whole + "=" * (-len(whole) % 4))
    except Base64Error:
        return b""
