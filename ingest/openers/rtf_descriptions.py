r"""The alternative texts of the pictures in RTF, which LibreOffice drops on its way to .docx.

They are properties of a shape, `{\sp{\sn wzDescription}{\sv ...}}` (RTF 1.9.1, "Drawing Object Properties"): of a
picture itself, in `{\pict{\*\picprop ...}}`, or of the floating shape around it, `{\shp{\*\shpinst ...}}`. Which
picture it is, its bytes tell, since LibreOffice passes JPEG and PNG on as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Optional

from ingest.openers.described import Description
from ingest.openers.rtf import text_in_rtf
from ingest.openers.rtf_binary import without_binaries
from ingest.openers.wordml.media import written_by_people

_NAME = b"wzDescription"
_TOKEN = re.compile(rb"\\([a-z]+)(?:-?\d{1,10})? ?|\\'[0-9a-f]{2}|\\.|([{}])|([^\\{}]+)", re.IGNORECASE | re.DOTALL)
_KINDS = frozenset((b"pict", b"shpinst", b"sp", b"sn", b"sv"))
_SHAPES = frozenset((b"pict", b"shpinst"))
_MOST_LEVELS = 16  # of groups between a property and its shape: real ones have two or three
_CODE_PAGE = re.compile(rb"\\ansicpg\d{3,5}")


@dataclass(kw_only=True, eq=False)
class _Group:
    """An open group: what it is, where its content begins, and what was found in it."""

    outer: Optional["_Group"] = None
    kind: bytes = b""
    start: int = 0
    said: dict[bytes, bytes] = field(default_factory=dict)  # of a property: its name and its value
    alt: bytes = b""
    data: list[bytes] = field(default_factory=list)

    def shape(self) -> Optional["_Group"]:
        """The nearest picture or shape around it."""
        group = self.outer
        for _ in range(_MOST_LEVELS):
            if group is None or group.kind in _SHAPES:
                return group
            group = group.outer
        return None


def descriptions_in_rtf(content: bytes) -> list[Description]:
    """The alternative texts that pictures have, with the pictures."""
    if _NAME not in content:
        return []
    plain = without_binaries(content)
    code_page = _CODE_PAGE.search(plain[:1_000])
    head = rb"{\rtf1\ansi" + (code_page[0] if code_page else b"") + b" "
    found: list[Description] = []
    for picture in list(_pictures(plain)):
        around = picture.shape()
        alt = picture.alt or (around.alt if around is not None else b"")
        text = written_by_people(" ".join(text_in_rtf(head + alt + b"}").split())) if alt else None
        if text and (octets := _octets(picture)):
            found.append(Description(text=text, octets=octets))
    return found


def _pictures(content: bytes) -> Iterator[_Group]:
    """The groups of pictures, closed; a text told of the shape around one may come after it."""
    group: _Group | None = None
    for token in _TOKEN.finditer(content):
        word, brace, text = token.groups()
        if brace == b"{":
            group = _Group(outer=group)
        elif group is None:
            continue
        elif brace:
            _close(group, content[group.start : token.start()])
            if group.kind == b"pict":
                yield group
            group = group.outer
        elif word in _KINDS and not group.kind:
            group.kind, group.start = word, token.end()
        elif text and group.kind == b"pict":
            group.data.append(text)


def _close(group: _Group, content: bytes) -> None:
    """Tell the property, or the shape, what a closing group said."""
    if group.outer is None:
        return
    if group.kind in (b"sn", b"sv"):
        group.outer.said[group.kind] = content
    elif group.kind == b"sp" and group.said.get(b"sn", b"").strip() == _NAME:
        shape = group.shape()
        if shape is not None:
            shape.alt = group.said.get(b"sv", b"")


def _octets(picture: _Group) -> bytes:
    try:
        return bytes.fromhex(b"".join(picture.data).decode("ascii"))
    except ValueError:
        return b""
