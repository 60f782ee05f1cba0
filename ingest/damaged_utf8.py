"""UTF-8 with bad bytes in it: cut off, damaged on the way, or joined with lines in another charset."""

import codecs
from dataclasses import dataclass

from ingest.legacy_bytes import guessed

_ANOTHER_CHARSET = 3  # so many bad bytes in a line, and for every character that is sound, as one may be by accident


@dataclass(frozen=True, kw_only=True)
class _Tally:
    """A text, its characters beyond ASCII that are sound, and those that had to be replaced."""

    text: str
    sound: int
    replaced: int


def read_damaged_utf8(data: bytes) -> str | None:
    """The text with U+FFFD for each bad sequence; None when `data`, which is not sound UTF-8, is none at all.

    Lines in another charset (a footer that a list added) are read in theirs, all of them together.
    """
    if _is_only_cut_off(data):
        return data.decode("utf-8", "replace")
    lines = data.split(b"\n")
    tallies = [_tally(line) for line in lines]
    foreign = [n for n, tally in enumerate(tallies) if tally.replaced >= _ANOTHER_CHARSET * max(1, tally.sound)]
    sound = sum(tally.sound for tally in tallies) - sum(tallies[n].sound for n in foreign)
    replaced = sum(tally.replaced for tally in tallies) - sum(tallies[n].replaced for n in foreign)
    if sound < max(_ANOTHER_CHARSET if foreign else 1, replaced):
        return None
    texts = [tally.text for tally in tallies]
    read = guessed(b"\n".join(lines[n] for n in foreign)).split("\n")
    for n, text in zip(foreign, read, strict=False):
        texts[n] = text
    return "\n".join(texts)


def is_nearly_utf8(data: bytes, *, least: int = 1) -> bool:
    """Whether far more of `data` is sound UTF-8 than is not, and at least so many characters."""
    tally = _tally(data)
    return tally.sound >= least and tally.sound > 2 * tally.replaced


def _tally(data: bytes) -> _Tally:
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    return _Tally(text=text, sound=len(text) - len(text.encode("ascii", "ignore")) - replaced, replaced=replaced)


def _is_only_cut_off(data: bytes) -> bool:
    """Sound but for its end, where at least two bytes of a longer character stand."""
    try:
        _, read = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return False
    return len(data) - read > 1
