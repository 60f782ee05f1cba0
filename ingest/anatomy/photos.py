"""The photos of a letter: which parts are photos, which are decoration, and which show the same picture twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.anatomy.decoration import is_decoration
from ingest.letter import Part
from ingest.openers.sniff import Form, form_of
from tinbai.finding import Finding, Severity, Where
from tinbai.pictures import Pattern, PictureError, PictureInfo, is_same, measure, pattern

SMALLEST_COPY = 40  # pixels of the shorter side; a smaller one may show anything
IMAGE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|heif|avif)$", re.IGNORECASE)
DOCUMENT_NAME = re.compile(r"\.(?:doc[xm]?|dot[xm]?|odt|rtf)$", re.IGNORECASE)
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


@dataclass(frozen=True, kw_only=True)
class _Picture:
    """A part that can be shown."""

    part: Part
    info: PictureInfo

    @cached_property
    def pattern(self) -> Pattern | None:
        """What it shows; None where it cannot be decoded. Asked for only where another has its shape."""
        try:
            return pattern(self.part.content)
        except PictureError:
            return None


@dataclass(kw_only=True)
class Photos:
    """The photos of a letter in their order, and what was found on the way."""

    photos: list[Photo] = field(default_factory=list)
    decoration: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def find_photos(parts: Sequence[Part]) -> Photos:
    """Sort out the pictures among the parts. A picture that cannot be measured is no photo, and stays a part."""
    found = Photos()
    small: list[_Picture] = []
    groups: list[list[_Picture]] = []
    for part in parts:
        if not looks_like_image(part) or form_of(part.content) is Form.SVG:  # a drawing, which is never shown
            continue
        try:
            one = _Picture(part=part, info=measure(part.content))
        except PictureError:
            found.findings.append(_unreadable(part))
            continue
        if is_decoration(part, one.info):
            small.append(one)
        elif group := _group_of(one, groups):
            group.append(one)
        else:
            groups.append([one])
    left = [one.part for one in small if not _joined(one, groups)]
    found.photos = [_photo(group) for group in groups]
    found.decoration = {part.sha256 for part in left}
    found.findings += [*_doubles(groups), *_decorations(left)]
    return found


def looks_like_image(part: Part) -> bool:
    """Whether a part says that it is a picture, by its type or its name."""
    named = bool(IMAGE_NAME.search(part.filename))
    return not SHADOW_NAME.match(part.filename) and (part.media_type.startswith("image/") or named)


def _joined(one: _Picture, groups: Sequence[list[_Picture]]) -> bool:
    """Whether a picture too small to be a photo is the small copy of one, as Word and mail programs make them."""
    if min(one.info.width, one.info.height) < SMALLEST_COPY:
        return False
    group = _group_of(one, groups)
    if group is not None:
        group.append(one)
    return group is not None


def _group_of(one: _Picture, groups: Sequence[list[_Picture]]) -> list[_Picture] | None:
    for group in groups:
        if any(one.part.sha256 == each.part.sha256 for each in group) or _look_alike(one, group[0]):
            return group
    return None


def _look_alike(one: _Picture, other: _Picture) -> bool:
    """Whether two pictures are copies of one photo: same shape, same pattern.

    Only the pattern needs the pixels: two photos that their cameras took at different moments are two photos, and so
    are two that somebody put into one document.
    """
    if one.part.inside and one.part.inside == other.part.inside and DOCUMENT_NAME.search(one.part.inside):
        return False
    a, b = one.info, other.info
    if a.taken and b.taken and a.taken != b.taken:
        return False
    rounding = max(0.02 * a.width * b.height, a.width / 2, b.height / 2)  # half a point of a small copy's side
    if abs(a.width * b.height - b.width * a.height) > rounding:
        return False
    if one.pattern is None or other.pattern is None:
        return False
    return is_same(one.pattern, other.pattern)


def _photo(group: Sequence[_Picture]) -> Photo:
    """Of the same picture several times, the one with the most points is the photo, then the largest file."""
    best = max(group, key=lambda one: (one.info.width * one.info.height, len(one.part.content))).part
    hashes = dict.fromkeys([best.sha256, *(one.part.sha256 for one in group)])
    return Photo(part=best, hashes=tuple(hashes))


def _unreadable(part: Part) -> Finding:
    return Finding(
        check="picture_unreadable",
        severity=Severity.WARN,
        where=Where(field="photos"),
        message=f"Không mở được ảnh {part.filename} (tệp hỏng hoặc quá lớn): ảnh vẫn được giữ trong thư gốc.",
    )


def _doubles(groups: Sequence[Sequence[_Picture]]) -> list[Finding]:
    named = [sorted({one.part.filename for one in group}) for group in groups]
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


def _decorations(small: Sequence[Part]) -> list[Finding]:
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
