"""Columns of a sheet, as a set that is filled by ranges."""

_MOST = 16_384  # that a sheet has, in Excel and in LibreOffice


class Columns:
    """Columns counted from 0. A hostile sheet names a hundred thousand ranges: none is kept, each is drawn in."""

    def __init__(self) -> None:
        self._flags = bytearray(_MOST)

    def add(self, first: int, last: int) -> None:
        """Add the columns from `first` to `last`, as far as a sheet has them."""
        first, end = max(first, 0), min(last + 1, _MOST)
        if first < end:
            self._flags[first:end] = b"\x01" * (end - first)

    def __contains__(self, column: int) -> bool:
        return 0 <= column < _MOST and bool(self._flags[column])
