"""Authentication-Results fields (RFC 8601), read strictly.

Strictly, because the values in them are chosen by whoever sent the letter: a server that copies an envelope address
carelessly would let a lenient reader see results that it never gave. A field that is not wholly understood says
nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.alignment import domain_of

LONGEST = 16_384  # characters of one field
_MOST_RESULTS = 50
_MOST_NESTED = 10

_ODD = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_SERVER = re.compile(r'\s*(?:"([^"\\\s]+)"|([^\s"();=]+))(?:\s+([0-9]+))?\s*')
_RESULT = re.compile(r"\s*([a-z][a-z0-9_-]*)(?:\s*/\s*([0-9]+))?\s*=\s*([a-z][a-z0-9_-]*)", re.IGNORECASE)
_VALUE = r'(?:"(?:[^"\\]|\\.)*"(?:@[^\s"();]+)?|[^\s"();]+)'
_PROPERTY = re.compile(rf"\s+([a-z][a-z0-9_-]*(?:\s*\.\s*[a-z0-9_-]+)?)\s*=\s*({_VALUE})", re.IGNORECASE)
_BARE = frozenset({"reason", "action"})  # the second is no property of the RFC, but of Microsoft's servers
_SPEAKS_OF = {"dmarc": ("header.from",), "dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}


@dataclass(frozen=True, kw_only=True)
class Result:
    """One result. `domain` is the one it speaks of: in lower case, "" when it does not say."""

    method: str
    result: str
    domain: str


@dataclass(frozen=True, kw_only=True)
class Results:
    """One field: who says it (in lower case), and what."""

    server: str
    results: Sequence[Result]


def parse_results(value: bytes) -> Results | None:
    """The field whose unfolded value this is; None when any part of it is not understood."""
    text = value.decode("utf-8", "surrogateescape")
    if len(text) > LONGEST or _ODD.search(text):
        return None
    bare = _without_comments(text)
    if bare is None:
        return None
    first, *others = _pieces(bare)
    server = _SERVER.fullmatch(first)
    if server is None or server[3] not in (None, "1"):  # a version that RFC 8601 does not know
        return None
    results: list[Result] = []
    for piece in others[:_MOST_RESULTS]:
        if not piece.strip() or piece.strip().lower() == "none":
            continue
        result = _result(piece)
        if result is None:
            return None
        results.append(result)
    return Results(server=(server[1] or server[2]).lower(), results=results)


def _without_comments(text: str) -> str | None:
    """Comments give way to a space. One that touches what stands before it may be part of a copied value: None."""
    kept: list[str] = []
    depth = place = 0
    quoted = False
    while place < len(text):
        sign = text[place]
        if sign == "\\" and (quoted or depth):
            kept.append(text[place : place + 2] if quoted else "")
            place += 2
            continue
        if depth or (sign == "(" and not quoted):
            if depth == 0 and kept and kept[-1] not in " \t;":
                return None
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if depth > _MOST_NESTED:
                return None
            sign = " "
        elif sign == '"':
            quoted = not quoted
        kept.append(sign)
        place += 1
    return None if depth or quoted else "".join(kept)


def _pieces(text: str) -> Iterator[str]:
    """What stands between semicolons, those in quotation marks apart."""
    start, quoted, escaped = 0, False, False
    for place, sign in enumerate(text):
        if escaped:
            escaped = False
        elif quoted and sign == "\\":
            escaped = True
        elif sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _result(piece: str) -> Result | None:
    head = _RESULT.match(piece)
    if head is None or head[2] not in (None, "1"):
        return None
    given: dict[str, str] = {}
    place = head.end()
    while (one := _PROPERTY.match(piece, place)) is not None:
        name = re.sub(r"\s", "", one[1]).lower()
        if name in given or ("." not in name and name not in _BARE):
            return None  # which of the two is meant? Or is it another result, run into this one?
        given[name] = one[2]
        place = one.end()
    if piece[place:].strip():
        return None
    method = head[1].lower()
    said = [given[name] for name in _SPEAKS_OF.get(method, ()) if name in given]
    return Result(method=method, result=head[3].lower(), domain=_domain(said[0]) if said else "")


def _domain(value: str) -> str:
    return domain_of(value) if "@" in value else value.strip('" .').lower()
