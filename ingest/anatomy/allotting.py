"""Whose photos and attachments are whose, when a letter holds several articles."""

import re
from collections.abc import Iterable, Sequence

from ingest.anatomy.frames import pictures_of
from ingest.anatomy.photos import Photo
from ingest.anatomy.piece import Piece
from ingest.letter import Part
from tinbai.text import fold

SAYS_NOTHING = frozenset("anh hinh img image photo dsc dscn tin bai file tep so ban cuoi scan pic picture z".split())
COUNTED = re.compile(r"\b(?:tin|bai)(?: (?:so|thu))? (\d{1,2})\b")
LEAST_LIKENESS = 0.5
WEIGHT_OF_TITLE = 0.9  # against the file's own name
LONGEST_RUN = 8  # words


def allot_photos(pieces: Sequence[Piece], photos: Sequence[Photo]) -> list[list[Photo]]:
    """The photos of each piece, in order, and as the last list those that belong to none.

    A picture that stands in a text belongs to it. Of the loose ones, a single article gets all; among several, the
    one of the same file or folder, then the one whose name is like the photo's.
    """
    shares: list[list[Photo]] = [[] for _ in range(len(pieces) + 1)]
    shown = [_shown(piece) for piece in pieces]
    for photo in photos:
        owners = [order for order, hashes in enumerate(shown) if hashes & set(photo.hashes)]
        owner = owners[0] if owners else owner_of(photo.part, pieces)
        shares[len(pieces) if owner is None else owner].append(photo)
    return shares


def owner_of(part: Part, pieces: Sequence[Piece]) -> int | None:
    """Which piece a loose part belongs to; None when that cannot be told."""
    if len(pieces) == 1:
        return 0
    same_file = _only(
        order for order, piece in enumerate(pieces) if part.inside and piece.candidate.name == part.inside
    )
    if same_file is not None:
        return same_file
    begun = _named_after(part.filename, pieces)
    if begun is not None:
        return begun
    counted = _named_by_count(part.filename, pieces)
    if counted is not None:
        return counted
    marks = [_likeness(part.filename, piece) for piece in pieces]
    best = max(marks, default=0.0)
    if best >= LEAST_LIKENESS and marks.count(best) == 1:
        return marks.index(best)
    return _only(order for order, piece in enumerate(pieces) if part.inside and _inside(piece) == part.inside)


def _named_after(filename: str, pieces: Sequence[Piece]) -> int | None:
    """The one piece with whose file's name a photo's begins: "Tin 1 (2).jpg" belongs to "Tin 1.docx"."""
    name = _split_name(filename)
    starts = [_split_name(piece.candidate.name) if piece.candidate.source else [] for piece in pieces]
    return _only(order for order, start in enumerate(starts) if len(start) > 1 and name[: len(start)] == start)


def _named_by_count(filename: str, pieces: Sequence[Piece]) -> int | None:
    """Which of the items of one text a name counts: "tin 2.jpg", "anh bai 03 (1).jpg"."""
    match = COUNTED.search(" ".join(_split_name(filename)))
    if match is None or not all(piece.candidate.split for piece in pieces):
        return None
    return int(match[1]) - 1 if 0 < int(match[1]) <= len(pieces) else None


def _split_name(filename: str) -> list[str]:
    stem = fold(filename.rpartition(".")[0] or filename)
    return [part.lstrip("0") or part for part in re.findall(r"[a-z]+|\d+", stem)]


def _only(found: Iterable[int]) -> int | None:
    orders = list(found)
    return orders[0] if len(orders) == 1 else None


def _inside(piece: Piece) -> str | None:
    return piece.candidate.source.inside if piece.candidate.source else None


def _shown(piece: Piece) -> set[str]:
    return {picture.sha256 for _, block in piece.body() for picture in pictures_of(block)}


def _likeness(filename: str, piece: Piece) -> float:
    """How much of a part's name is in the names of a piece: its words, or the initials of its words ("VSMT")."""
    telling = [word for word in _name_words(filename) if word not in SAYS_NOTHING and not word.isdigit()]
    if not telling:
        return 0.0
    title = re.findall(r"[a-z0-9]+", fold(piece.title or ""))
    by_name, by_title = (_in_common(telling, words) for words in (_name_words(piece.candidate.name), title))
    return max(by_name, WEIGHT_OF_TITLE * by_title)


def _in_common(telling: list[str], words: list[str]) -> float:
    """The share of `telling` that stands in `words` in one run, or all of it when it is their initials."""
    if len(telling) == 1 and len(telling[0]) > 2 and telling[0] in "".join(word[0] for word in words):
        return 1.0
    spoken = f" {' '.join(words)} "
    runs = (
        end - start
        for start in range(len(telling))
        for end in range(start + 1, min(start + LONGEST_RUN, len(telling)) + 1)
        if f" {' '.join(telling[start:end])} " in spoken
    )
    return max(runs, default=0) / len(telling)


def _name_words(filename: str) -> list[str]:
    stem = filename.rpartition(".")[0] or filename
    return re.findall(r"[a-z0-9]+", fold(stem))
