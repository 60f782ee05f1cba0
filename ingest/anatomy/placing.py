"""Photos meet their captions, and find their places in the body."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.anatomy.captions import Caption
from ingest.anatomy.frames import pictures_of
from ingest.anatomy.photos import Photo
from ingest.anatomy.piece import Piece
from ingest.reading import ReadPhoto
from tinbai.text import fold

NUMBERED = re.compile(r"(?:anh|hinh|photo|image|img|picture|pic|a|h|p)?[\s._\-(]*(?:so)?[\s._\-(]*0*(\d{1,2})\)?")
EXTENSION = re.compile(r"\.\w{2,5}$")
ENDING = re.compile(r".*[^\d]\(?0*(\d{1,2})\)?")
ALT_OF_A_PROGRAM = re.compile(
    r"(?:image|picture|photo|hình|ảnh)?\s*\d*(?:\.\w{3,4})?|description.*|.*automatically generated.*|[^\s]*\.\w{3,4}",
    re.IGNORECASE,
)
UNNUMBERED = 100  # such photos stand after the numbered ones, in the order they came in
UNMATCHED = "chú thích chưa khớp với ảnh nào"


def place_photos(piece: Piece, photos: Sequence[Photo], places: Mapping[str, int], elements: int) -> list[ReadPhoto]:
    """The photos of an article with captions and places.

    `places` are those of the pictures that stand in the body, by hash; `elements` is the number of top-level
    elements there. Loose photos are spread below the paragraphs in their order. A caption that finds no photo is
    set aside.
    """
    captions = _captions(piece, photos)
    alts = {picture.sha256: picture.alt for _, block in piece.body() for picture in pictures_of(block) if picture.alt}
    read, loose = [], 0
    for photo in sorted(photos, key=lambda photo: number_in(photo.part.filename) or UNNUMBERED):
        place = next((places[sha256] for sha256 in photo.hashes if sha256 in places), None)
        if place is None:
            place, loose = min(loose, elements - 1), loose + 1
        alt = next((alts[sha256] for sha256 in photo.hashes if sha256 in alts), "")
        read.append(
            ReadPhoto(
                sha256=photo.sha256,
                filename=photo.part.filename,
                caption=captions.get(photo.sha256),
                alt=alt if alt and not ALT_OF_A_PROGRAM.fullmatch(alt) else None,
                place=place,
            )
        )
    return sorted(read, key=lambda photo: photo.place if photo.place is not None else elements)


def _captions(piece: Piece, photos: Sequence[Photo]) -> dict[str, str]:
    """Which photo has which caption: by place, then by the file's name, by number, and in order."""
    known = {sha256: photo for photo in photos for sha256 in photo.hashes}
    found: dict[str, str] = {}
    used: set[int | None] = set()  # lines: one may be the caption of a row of pictures
    for place, caption in piece.captions.near.items():
        block = piece.candidate.sheet.blocks[place]
        photo = next(
            (known[each.sha256] for each in (pictures_of(block) if block else []) if each.sha256 in known), None
        )
        if photo is not None and photo.sha256 not in found:
            found[photo.sha256] = caption.text
            used.add(caption.place)
    for place, text in {caption.place or 0: caption.text for caption in piece.captions.near.values()}.items():
        if place not in used:
            piece.candidate.sheet.note(place, text, UNMATCHED)
    waiting = [photo for photo in photos if photo.sha256 not in found]
    left = _by_number(_by_name(piece.captions.loose, waiting, found), waiting, found)
    copies, homeless = Counter(map(_line_of, piece.captions.loose)), Counter(map(_line_of, left))
    told = {line for line in copies if homeless[line] < copies[line]}  # by one of their copies at least
    for caption in left:
        line = _line_of(caption)
        several = copies[line] > 1
        astray = several and (homeless[line] < copies[line] or (caption.number or 0) > len(photos))
        rest = [photo for photo in waiting if photo.sha256 not in found]
        if rest and caption.text and not astray:
            found[rest[0].sha256] = caption.text
            told.add(line)
        elif not several:
            piece.candidate.sheet.note(caption.place or 0, caption.text, UNMATCHED)
    for place, text in dict.fromkeys(map(_line_of, left)):
        if copies[place, text] > 1 and (place, text) not in told:
            piece.candidate.sheet.note(place, text, UNMATCHED)
    return found


def _line_of(caption: Caption) -> tuple[int, str]:
    """What the copies of a caption for several photos have in common."""
    return caption.place or 0, caption.text


def _by_name(captions: Sequence[Caption], waiting: Sequence[Photo], found: dict[str, str]) -> list[Caption]:
    """Match captions to the photos whose file they name, with or without its extension."""
    left: list[Caption] = []
    for caption in captions:
        named = [photo for photo in waiting if caption.file and _stem(photo.part.filename) == _stem(caption.file)]
        if len(named) == 1 and caption.text and named[0].sha256 not in found:
            found[named[0].sha256] = caption.text
        else:
            left.append(caption)
    return left


def _stem(filename: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(EXTENSION.sub("", filename))).strip()


def _by_number(captions: Sequence[Caption], waiting: Sequence[Photo], found: dict[str, str]) -> list[Caption]:
    """Match captions to the photos that bear their number; the answer is the captions still without a photo."""
    numbers = [number_in(photo.part.filename) for photo in waiting]
    left: list[Caption] = []
    for caption in captions:
        bearing = [photo for photo, number in zip(waiting, numbers, strict=True) if number == caption.number]
        if caption.number is not None and caption.text and len(bearing) == 1 and bearing[0].sha256 not in found:
            found[bearing[0].sha256] = caption.text
        else:
            left.append(caption)
    return left


def number_in(filename: str) -> int | None:
    """The number in a photo's name, as people number photos: "1.jpg", "anh 2.jpg", "Tap huan (3).jpg"."""
    stem = fold(filename.rpartition(".")[0] or filename)
    match = NUMBERED.fullmatch(stem) or ENDING.fullmatch(stem)
    return int(match[1]) if match else None
