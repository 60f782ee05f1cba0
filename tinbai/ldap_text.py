"""Text in an LDAP directory's names and filters: escaping what people type, reading the filter that is configured.

RFC 4514 (names), RFC 4515 (filters).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["equalityMatch", "greaterOrEqual", "lessOrEqual", "approxMatch", "present", "extensibleMatch"]

DEEPEST = 10  # groups in groups: (&(…)(|(…)(…)))
_KINDS: dict[str, Kind] = {
    "=": "equalityMatch", ">=": "greaterOrEqual", "<=": "lessOrEqual", "~=": "approxMatch", ":=": "extensibleMatch",
}  # fmt: skip
_GROUPS: dict[str, Literal["and", "or", "not"]] = {"&": "and", "|": "or", "!": "not"}
_ITEM = re.compile(
    r"\((?P<attribute>[A-Za-z0-9.;-]*)(?P<dn>:dn)?(?::(?P<rule>[A-Za-z0-9.-]+))?(?P<kind>:=|>=|<=|~=|=)"
    r"(?P<value>(?:[^\\()\x00]|\\[0-9A-Fa-f]{2})*)\)"
)
_IN_FILTER = {character: f"\\{ord(character):02x}" for character in "\\*()\x00"}
_IN_NAME = {character: f"\\{character}" for character in '\\"+,;<>='} | {"\x00": "\\00"}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One comparison. `value` is unescaped; of an extensible match, `rule` is "" or the matching rule's name."""

    kind: Kind
    attribute: str
    value: bytes = b""
    rule: str = ""
    with_names: bool = False  # ":dn": the parts of the entry's own name count as attributes


@dataclass(frozen=True, kw_only=True)
class Substrings:
    """A comparison with stars. `parts` are what stands around them: "a*b" is (b"a", b"b"), "*b" is (b"", b"b")."""

    attribute: str
    parts: tuple[bytes, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Several filters, or a single one of the kind "not"."""

    kind: Literal["and", "or", "not"]
    parts: tuple["Filter", ...]


Filter = Item | Substrings | Group


def escape_in_filter(text: str) -> str:
    """`text` as a value that means nothing but itself in a filter (RFC 4515, section 3)."""
    return "".join(_IN_FILTER.get(character, character) for character in text)


def escape_in_name(text: str) -> str:
    """`text` as a value that means nothing but itself in a distinguished name (RFC 4514, section 2.4)."""
    escaped = [_IN_NAME.get(character, character) for character in text]
    if text.startswith((" ", "#")):
        escaped[0] = f"\\{text[0]}"
    if len(text) > 1 and text.endswith(" "):
        escaped[-1] = "\\ "
    return "".join(escaped)


def parse_filter(text: str) -> Filter:
    """The filter that `text` writes. Raises ValueError."""
    found, end = _filter(text, 0, DEEPEST)
    if end != len(text):
        raise ValueError(f"is no filter: nothing can follow at {text[end : end + 20]!r}")
    return found


def _filter(text: str, start: int, deepest: int) -> tuple[Filter, int]:
    kind = _GROUPS.get(text[start + 1 : start + 2])
    if not text.startswith("(", start) or kind is None:
        return _item(text, start)
    if not deepest:
        raise ValueError(f"is too deep a filter: at most {DEEPEST} groups may stand in one another")
    parts, end = [], start + 2
    while text.startswith("(", end):
        part, end = _filter(text, end, deepest - 1)
        parts.append(part)
    if not text.startswith(")", end) or not parts or (kind == "not" and len(parts) > 1):
        raise ValueError(f"is no filter at {text[start : start + 20]!r}")
    return Group(kind=kind, parts=tuple(parts)), end + 1


def _item(text: str, start: int) -> tuple[Filter, int]:
    match = _ITEM.match(text, start)
    if match is None:
        raise ValueError(f"is no filter at {text[start : start + 20]!r}; write it like (mail={{name}})")
    attribute, value, kind = match["attribute"], match["value"], _KINDS[match["kind"]]
    extended = bool(match["rule"] or match["dn"])
    if extended != (kind == "extensibleMatch") and (extended or not attribute):
        raise ValueError(f"is no filter at {match[0]!r}")
    if not attribute and not match["rule"]:
        raise ValueError(f"is no filter at {match[0]!r}: an attribute is missing")
    return _compared(kind, attribute, value, match), match.end()


def _compared(kind: Kind, attribute: str, value: str, match: re.Match[str]) -> Filter:
    if kind == "equalityMatch" and value == "*":
        return Item(kind="present", attribute=attribute)
    parts = tuple(_unescaped(value))
    if len(parts) == 1:
        with_names = bool(match["dn"])
        return Item(kind=kind, attribute=attribute, value=parts[0], rule=match["rule"] or "", with_names=with_names)
    if kind != "equalityMatch" or any(not part for part in parts[1:-1]):
        raise ValueError(f"is no filter at {match[0]!r}: stars cannot stand there")
    return Substrings(attribute=attribute, parts=parts)


def _unescaped(value: str) -> Iterator[bytes]:
    for part in value.split("*"):
        pieces = re.split(r"\\([0-9A-Fa-f]{2})", part)
        yield b"".join(bytes.fromhex(each) if odd % 2 else each.encode() for odd, each in enumerate(pieces))
