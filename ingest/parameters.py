"""Parameters of Content-Type and Content-Disposition: RFC 2045, RFC 2231, and the ways they are got wrong.

The standard library's own reading of them is quadratic in quotation marks; this one is linear and bounded.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from ingest.charset import decode
from ingest.encoded_words import decode_words
from tinbai.text import clean_line

MAX_LENGTH = 16_384
MAX_PARAMETERS = 64

_BETWEEN = re.compile(r"[\s;]*")
_NAME = re.compile(r"([^\s=;\"]{1,80})\s*=\s*")
_CLOSING = re.compile(r'(?<!\\)"(?=\s*(?:;|$)|\s+[\w*-]+\s*=)')
_ESCAPED = re.compile(r'\\(["\\])')
_CONTINUED = re.compile(r"(.+?)\*(\d{1,3})(\*?)$")
_EXTENDED = re.compile(r"([\w.:-]{0,40})'([\w-]{0,20})'", re.ASCII)
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")


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
    main, _, rest = value.partition(";")
    if "=" in main and "/" not in main:  # the type itself was left out
        main, rest = "", value
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
    plain = {name: _plain(text) for name, text in whole.items()}
    return Parameters(main=main.strip().lower(), values={**plain, **{n: v for n, v in joined.items() if v}})


def _split(rest: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    while len(found) < MAX_PARAMETERS:
        between = _BETWEEN.match(rest, place)
        place = between.end() if between else place
        name = _NAME.match(rest, place)
        if name is None:
            skipped = rest.find(";", place)
            if skipped < 0:
                break
            place = skipped + 1
            continue
        text, place = _value(rest, name.end())
        found.append((name[1].lower(), text))
    return found


def _value(rest: str, start: int) -> tuple[str, int]:
    """A value and where it ends. A quotation mark inside a quoted name does not end it; a missing one is forgiven."""
    if rest.startswith('"', start):
        closing = _CLOSING.search(rest, start + 1)
        if closing:
            return _ESCAPED.sub(r"\1", rest[start + 1 : closing.start()]), closing.end()
    end = rest.find(";", start)
    end = len(rest) if end < 0 else end
    return rest[start:end].strip().strip('"'), end


def _join(segments: dict[int, _Segment]) -> str:
    """One value from its numbered segments, in their order; `-1` is one that came unnumbered, and complete."""
    if -1 in segments:
        return _extended(segments[-1].text)
    ordered = [segments[number] for number in sorted(segments)]
    if not any(segment.extended for segment in ordered):
        return _plain("".join(segment.text for segment in ordered))
    prefix = _EXTENDED.match(ordered[0].text)
    charset = prefix[1] if prefix else ""
    texts = [ordered[0].text[prefix.end() if prefix else 0 :], *(segment.text for segment in ordered[1:])]
    data = b"".join(
        unquote_to_bytes(text) if segment.extended else text.encode("utf-8", "replace")
        for text, segment in zip(texts, ordered, strict=True)
    )
    return clean_line(decode(data, charset).text)


def _extended(text: str) -> str:
    """A value of the form charset'language'%41; without the quotation marks it is read as a plain one."""
    prefix = _EXTENDED.match(text)
    if prefix is None:
        return _plain(text)
    return clean_line(decode(unquote_to_bytes(text[prefix.end() :]), prefix[1]).text)


def _plain(text: str) -> str:
    """A value without RFC 2231: perhaps an encoded word, perhaps percent-encoded all the same."""
    prefix = _EXTENDED.match(text)
    if prefix and prefix[1] and _PERCENT.search(text):
        return _extended(text)
    if "=?" in text:
        return clean_line(decode_words(text))
    if _PERCENT.search(text):
        unquoted = unquote_to_bytes(text)
        if not unquoted.isascii() and not decode(unquoted, "utf-8").defect:
            return clean_line(decode(unquoted, "utf-8").text)
    return clean_line(text)
