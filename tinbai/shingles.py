"""Shingles: five words in a row, by which texts are compared and found again whatever was changed around them.

Marks, case, tone style and punctuation do not count. A shingle is a number of 32 bits. A text is known by a sample of
its shingles: those with the smallest numbers, halved and halved again until they are few. Of two texts that share
words the samples share about the same part of these, however long either is.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from tinbai.text import fold

SIZE = 5  # words; two or three words of Vietnamese are five syllables
MOST_SAMPLED = 48
RULE = 1  # of making samples: with a higher number all texts are sampled again
_SPREAD, _SPACE = 0x9E3779B1, 1 << 32  # an odd factor mixes the bits of a check sum; how many numbers there are
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True)
class Overlap:
    """How many of a text's words stand in another text too, and where the longest row of them is, in words."""

    shared: int
    start: int = 0
    end: int = 0


def words_of(text: str) -> list[str]:
    """The words of a text as shingles are made of them."""
    return _WORD.findall(fold(text))


def shingles(words: Sequence[str], *, seed: int = 0) -> list[int]:
    """One number for each place where five words begin; none for a shorter text. `seed` keeps sites apart."""
    rows = zip(*(words[first:] for first in range(SIZE)), strict=False)
    return [crc32(" ".join(row).encode(), seed) * _SPREAD % _SPACE for row in rows]


@lru_cache(maxsize=4)
def sample(text: str, *, seed: int) -> frozenset[int]:
    """What a text is found by: at most MOST_SAMPLED shingles. Remembered, for who asks and then writes it down."""
    found = set(shingles(words_of(text), seed=seed))
    limit = _SPACE
    while len(found) > MOST_SAMPLED:
        limit //= 2
        found = {each for each in found if each < limit}
    return frozenset(found)


def overlap(own: Sequence[int], other: Collection[int]) -> Overlap:
    """Which words of a text stand in another one: those of shingles that both have."""
    shared = start = end = begun = covered = 0
    for place, each in enumerate(own):
        if each not in other:
            continue
        if place > covered:
            begun = place
        shared += place + SIZE - max(covered, place)
        covered = place + SIZE
        if covered - begun > end - start:
            start, end = begun, covered
    return Overlap(shared=shared, start=start, end=end)
