"""Parameters of Content-Type and Content-Disposition: RFC 2045, RFC 2231, and the ways they are got wrong.

The standard library's own reading of them is quadratic in quotation marks; this one is linear and bounded.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from ingest.charset import decode
from ingest.charset_labels import codec_of
from ingest.encoded_words import decode_words
from tinbai.limits import PARAMETERS
from tinbai.text import clean_line

MAX_LENGTH = 16_384
MAX_PARAMETERS = PARAMETERS

_BETWEEN = re.compile(r"[\s;,]*")
_NAME = re.compile(r"([^\s=;,\"]{1,80})\s*=\s*")
_MAIN = re.compile(r"\s*\"?([^\s;,\"=(]{0,210})\"?(?=[\s;,(]|$)\s*(?:\([^()]{0,200}\))?")
_CLOSING = re.compile(
    r'(?<!\\)"(?=\s*(?:;|$)|\s*,\s*[\w*-]{1,40}\s*=|\s+[\w*-]{1,40}\s*=|\s*\([^()]{0,200}\)\s*(?:;|$))'
)
_END = re.compile(
    r";|(?<![\s,])[\s,]+(?=(?:charset|format|delsp|boundary|type|reply-type|filename|name|size|(?:creation|modification|read)-date)"
    r"[*\d]{0,5}\s*=)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"(?<!\s)\s+\([^()]{0,200}\)$")
_ESCAPED = re.compile(r'\\(["\\])')
_CONTINUED = re.compile(r"(.+?)\*(\d{1,3})(\*?)$")
_EXTENDED = re.compile(r"([\w.:-]{0,40})'(?:([\w-]{0,20})')?", re.ASCII)
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")
_HIGH_PERCENT = re.compile("%[89A-Fa-f][0-9A-Fa-f]")
_WORD_WITHOUT_SIGN = re.compile(r"\?[^?\s=]{1,60}\?[bBqQ]\?.*\?=$")
_SEPARATOR = re.compile(r"[\s;,]")
_NAMES = frozenset({"filename", "name"})


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """`main` is what stands before the first semicolon, in lower case; `values` by lower-case name, decoded."""

    main: str = ""
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class _Segment:
    text: str
    extended: bool  # percent-encoded, the first with its charset before it


def parse_parameters(value: str) -> Parameters:
    """Read a header value (its 8-bit text decoded already). Of a name given twice, the first counts."""
    value = value[:MAX_LENGTH]
    main = _MAIN.match(value)
    rest = value[main.end() :] if main else value  # the type itself was left out
    whole: dict[str, str] = {}
    segments: dict[str, dict[int, _Segment]] = {}
    for name, text in _split(rest):
        continued = _CONTINUED.match(name)
        if continued:
            number, extended = int(continued[2]), bool(continued[3])
            segments.setdefault(continued[1], {}).setdefault(number, _Segment(text=text, extended=extended))
        elif name.endswith("*"):
            segments.setdefault(name[:-1], {}).setdefault(-1, _Segment(text=text, extended=True))
        else:
            whole.setdefault(name, text)
    joined = {name: _join(some) for name, some in segments.items()}
    plain = {name: _plain(text) if name in _NAMES else clean_line(text) for name, text in whole.items()}
    return Parameters(main=main[1].lower() if main else "", values=plain | {n: v for n, v in joined.items() if v})


def _split(rest: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    while len(found) < MAX_PARAMETERS:
        between = _BETWEEN.match(rest, place)
        place = between.end() if between else place
        name = _NAME.match(rest, place)
        if name is None:
            skipped = _SEPARATOR.search(rest, place)
            if skipped is None:
                break
            place = skipped.end()
            continue
        text, place = _value(rest, name.end(), is_name=name[1].lower().partition("*")[0] in _NAMES)
        found.append((name[1].lower(), text))
    return found


def _value(rest: str, start: int, *, is_name: bool) -> tuple[str, int]:
    """A value and where it ends. A quotation mark inside a quoted name does not end it; a missing one is forgiven."""
    if rest.startswith('"', start):
        closing = _CLOSING.search(rest, start + 1)
        if closing:
            text = _ESCAPED.sub(r"\1", rest[start + 1 : closing.start()])
            return _without_marks(text) if is_name else text, closing.end()
    found = _END.search(rest, start)
    end = found.start() if found else len(rest)
    text = rest[start:end].strip().strip('"')
    return _without_marks(text) if is_name else _COMMENT.sub("", text), end


def _without_marks(name: str) -> str:
    """A file name out of a second pair of quotation marks."""
    for mark in ('"', "'"):
        if len(name) > 2 and name.startswith(mark) and name.endswith(mark) and name.count(mark) == 2:
            return name[1:-1]
    return name


def _join(segments: dict[int, _Segment]) -> str:
    """One value from its numbered segments, in their order; `-1` is one that came unnumbered, and complete."""
    if -1 in segments:
        return _extended(segments[-1].text)
    ordered = [segments[number] for number in sorted(segments)]
    if not any(segment.extended for segment in ordered):
        return _plain("".join(segment.text for segment in ordered))
    charset, first = _prefixed(ordered[0].text) or ("", ordered[0].text)
    prefix = ordered[0].text[: len(ordered[0].text) - len(first)]
    texts = [first, *(segment.text.removeprefix(prefix) for segment in ordered[1:])]
    data = b"".join(
        # A percent sign stands for itself in a segment without a star (RFC 2231, 4.1), but forgotten stars are common.
        _unquoted(text) if segment.extended or _HIGH_PERCENT.search(text) else text.encode("utf-8", "replace")
        for text, segment in zip(texts, ordered, strict=True)
    )
    return _decoded(data, charset)


def _prefixed(text: str) -> tuple[str, str] | None:
    """The charset before the two apostrophes, and what follows; with one apostrophe only when it is a charset."""
    prefix = _EXTENDED.match(text)
    if prefix is None or (prefix[2] is None and codec_of(prefix[1]) is None):
        return None
    return prefix[1], text[prefix.end() :]


def _extended(text: str) -> str:
    """A value of the form charset'language'%41; without the apostrophes it is read as a plain one."""
    prefixed = _prefixed(text)
    return _plain(text) if prefixed is None else _decoded(_unquoted(prefixed[1]), prefixed[0])


def _plain(text: str) -> str:
    """A value without RFC 2231: perhaps an encoded word, perhaps percent-encoded all the same."""
    prefixed = _prefixed(text)
    if prefixed and prefixed[0] and _PERCENT.search(text):
        return _extended(text)
    if _WORD_WITHOUT_SIGN.match(text):
        text = "=" + text
    if "=?" in text:
        return clean_line(decode_words(text))
    if _HIGH_PERCENT.search(text) and not decode(_unquoted(text), "utf-8").defect:
        return _decoded(_unquoted(text), "utf-8")
    if "%20" in text and " " not in text:  # nobody writes that by hand
        return _decoded(_unquoted(text), "utf-8")
    return clean_line(text)


def _decoded(data: bytes, charset: str) -> str:
    return clean_line(decode_words(decode(data, charset).text))


def _unquoted(text: str) -> bytes:
    return unquote_to_bytes(text.encode("utf-8", "replace"))
