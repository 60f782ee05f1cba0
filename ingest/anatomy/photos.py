"""The photos of a letter: which parts are photos, which are decoration, and which show the same picture twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.letter import Part
from tinbai.finding import Finding, Severity, Where
from tinbai.pictures import PictureError, PictureInfo, distance, fingerprint, measure

SMALLEST_SIDE = 100  # pixels; anything smaller is an icon or a logo
SMALLEST_NAMED = 400  # pixels; below this a picture that a mail program named is decoration
FINGERPRINT_BITS = 64
LEAST_PATTERN = 6  # bits of a fingerprint that must differ from a plain surface before it says anything
MOST_DISTANCE = 6  # bits in which copies of one photo may differ
MAIL_PROGRAM_NAME = re.compile(
    r"(?:image\d{3}|image\d|outlook-\w+|logo\w*|icon\w*|signature\w*)\.(?:png|gif|jpe?g)", re.IGNORECASE
)
IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|heif|avif)$", re.IGNORECASE)
SHADOW_NAME = re.compile(r"^(?:~\$|\._|thumbs\.db$|desktop\.ini$|\.ds_store$)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo, with the hashes of all the parts that show the same picture; its own is the first."""

    part: Part
    hashes: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """The hash that the photo is known by."""
        return self.hashes[0]


@dataclass(kw_only=True)
class _Group:
    """Parts that show one picture; `info` and `pattern` are those of the first."""

    info: PictureInfo
    parts: list[Part]

    @cached_property
    def pattern(self) -> int | None:
        """The fingerprint; None where there is nothing to compare. Asked for only where another has its shape."""
        try:
            bits = fingerprint(self.parts[0].content)
        except PictureError:
            return None
        return bits if LEAST_PATTERN <= bits.bit_count() <= FINGERPRINT_BITS - LEAST_PATTERN else None


@dataclass(kw_only=True)
class Photos:
    """The photos of a letter in their order, and what was found on the way."""

    photos: list[Photo] = field(default_factory=list)
    decoration: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def find_photos(parts: Sequence[Part]) -> Photos:
    """Sort out the pictures among the parts. A picture that cannot be measured is no photo, and stays a part."""
    found = Photos()
    small: list[Part] = []
    groups: list[_Group] = []
    for part in parts:
        if not looks_like_image(part):
            continue
        try:
            size = measure(part.content)
        except PictureError:
            found.findings.append(_unreadable(part))
            continue
        one = _Group(info=size, parts=[part])
        if _is_decoration(part, size):
            small.append(part)
        elif group := _group_of(one, groups):
            group.parts.append(part)
        else:
            groups.append(one)
    found.photos = [_photo(group.parts) for group in groups]
    found.decoration = {part.sha256 for part in small}
    found.findings += [*_doubles(groups), *_decorations(small)]
    return found


def looks_like_image(part: Part) -> bool:
    """Whether a part says that it is a picture, by its type or its name."""
    named = bool(IMAGE_NAME.search(part.filename))
    return not SHADOW_NAME.match(part.filename) and (part.media_type.startswith("image/") or named)


def _is_decoration(part: Part, size: PictureInfo) -> bool:
    if min(size.width, size.height) < SMALLEST_SIDE:
        return True
    return bool(MAIL_PROGRAM_NAME.fullmatch(part.filename)) and max(size.width, size.height) < SMALLEST_NAMED


def _group_of(one: _Group, groups: Sequence[_Group]) -> _Group | None:
    (part,) = one.parts
    for group in groups:
        if any(part.sha256 == each.sha256 for each in group.parts) or _look_alike(one, group):
            return group
    return None


def _look_alike(one: _Group, other: _Group) -> bool:
    """Whether two pictures are copies of one photo: same shape, same pattern. A plain surface has no pattern.

    Only the pattern needs the pixels: two photos that their cameras took at different moments are two photos.
    """
    a, b = one.info, other.info
    if a.taken and b.taken and a.taken != b.taken:
        return False
    if abs(a.width * b.height - b.width * a.height) > 0.02 * a.width * b.height:
        return False
    if one.pattern is None or other.pattern is None:
        return False
    return distance(one.pattern, other.pattern) <= MOST_DISTANCE


def _photo(group: list[Part]) -> Photo:
    """Of the same picture several times, the largest file is the photo."""
    best = max(group, key=lambda part: len(part.content))
    hashes = dict.fromkeys([best.sha256, *(part.sha256 for part in group)])
    return Photo(part=best, hashes=tuple(hashes))


def _unreadable(part: Part) -> Finding:
    return Finding(
        check="picture_unreadable",
        severity=Severity.WARN,
        where=Where(field="photos"),
        message=f"Không mở được ảnh {part.filename} (tệp hỏng hoặc quá lớn): ảnh vẫn được giữ trong thư gốc.",
    )


def _doubles(groups: Sequence[_Group]) -> list[Finding]:
    named = [sorted({part.filename for part in group.parts}) for group in groups if len(group.parts) > 1]
    return [
        Finding(
            check="photo_doubled",
            severity=Severity.HINT,
            where=Where(field="photos"),
            message=f"Cùng một ảnh được gửi nhiều lần, đã gộp làm một: {', '.join(names)}.",
        )
        for names in named
        if len(names) > 1
    ]


def _decorations(small: list[Part]) -> list[Finding]:
    if not small:
        return []
    names = ", ".join(dict.fromkeys(part.filename for part in small))
    return [
        Finding(
            check="decoration_left_out",
            severity=Severity.HINT,
            where=Where(field="photos"),
            message=f"Không coi là ảnh của bài (biểu tượng, lô-gô hoặc ảnh quá nhỏ): {names}.",
        )
    ]
