"""A winmail.dat made by hand, as MS-OXTNEF describes it: a signature, then attributes with checksums."""

from collections.abc import Mapping

_SIGNATURE = 0x223E9F78
_ATTACHMENT = 2
_RENDER_DATA, _TITLE, _DATA = 0x00069002, 0x00018010, 0x0006800F


def tnef(files: Mapping[bytes, bytes]) -> bytes:
    """A parcel with these files."""
    parcel = _SIGNATURE.to_bytes(4, "little") + (1).to_bytes(2, "little")
    for name, content in files.items():
        parcel += _attribute(_RENDER_DATA, bytes(14)) + _attribute(_TITLE, name + b"\0") + _attribute(_DATA, content)
    return parcel


def _attribute(kind: int, data: bytes) -> bytes:
    head = bytes([_ATTACHMENT]) + kind.to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return head + data + (sum(data) & 0xFFFF).to_bytes(2, "little")
