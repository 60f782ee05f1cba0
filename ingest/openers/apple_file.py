"""AppleSingle and AppleDouble (RFC 1740): a Mac file with its resources. Only the data are of use to others."""

from ingest.filenames import name_for, safe_name
from ingest.letter import Part
from ingest.openers.sniff import form_of
from ingest.openers.unreadable import UnreadableError
from ingest.source import Opened
from tinbai.limits import Limits
from tinbai.text import clean_line

_DATA, _NAME = 1, 3  # kinds of entries
_HEADER, _ENTRY = 26, 12  # bytes
_MOST_ENTRIES = 100
_DAMAGED = "Không mở được tệp “{name}” của máy Mac: tệp hỏng. Đề nghị người gửi gửi lại."


def open_apple_file(part: Part, _limits: Limits) -> Opened:
    """The file in an AppleSingle. Raises UnreadableError."""
    entries = _entries(part.content)
    content = entries.get(_DATA)
    if content is None:
        raise UnreadableError(_DAMAGED.format(name=part.filename))
    media_type = form_of(content).media_type
    told = clean_line(entries.get(_NAME, b"").decode("utf-8", "replace"))
    name = safe_name(told) or name_for(1, media_type)
    return Opened(parts=[Part(filename=name, media_type=media_type, content=content, inside=part.filename)])


def open_resources(_part: Part, _limits: Limits) -> Opened:
    """The half of an AppleDouble that has no data: icons and window positions, nothing to read."""
    return Opened()


def _entries(content: bytes) -> dict[int, bytes]:
    count = min(int.from_bytes(content[24:_HEADER], "big"), _MOST_ENTRIES)
    found = {}
    for place in range(_HEADER, _HEADER + count * _ENTRY, _ENTRY):
        kind, begin, size = (int.from_bytes(content[place + 4 * n : place + 4 * n + 4], "big") for n in range(3))
        if begin + size <= len(content):
            found[kind] = content[begin : begin + size]
    return found
