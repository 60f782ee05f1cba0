"""tnefparse believes every count that stands in a parcel: four hundred bytes keep it busy for minutes.

It calls these two functions by their names in its modules; here they get a look at the count first. Beside
`tnef.py` this is the only file that knows tnefparse.
"""

from typing import Any

import tnefparse.mapi
import tnefparse.tnef

_LEAST_PROPERTY = 8  # bytes: type, name, and a value or a count of values (MS-OXTNEF section 2.1.3.4)
_COUNT = 4  # bytes
_decode_mapi = tnefparse.mapi.decode_mapi
_parse_property = tnefparse.mapi.parse_property


def believe_no_count() -> None:
    """Put the guards into tnefparse, for the whole process; doing it again changes nothing."""
    tnefparse.tnef.decode_mapi = decode_mapi
    tnefparse.mapi.parse_property = parse_property


def decode_mapi(data: bytes, codepage: str = "cp1252", starting_offset: int | None = None) -> Any:
    """A table of properties, as many as there is room for. Raises struct.error behind the end of the data."""
    start = starting_offset or 0
    room = max(0, len(data) - start - _COUNT) // _LEAST_PROPERTY
    if int.from_bytes(data[start : start + _COUNT], "little") > room:
        data = data[:start] + room.to_bytes(_COUNT, "little") + data[start + _COUNT :]
    return _decode_mapi(data, codepage, starting_offset)


def parse_property(data: bytes, offset: int, *given: Any) -> Any:
    """One value of a property, or of the many in one; raises ValueError behind the end of the data."""
    if offset >= len(data):
        raise ValueError("more values are announced than there are")
    return _parse_property(data, offset, *given)
