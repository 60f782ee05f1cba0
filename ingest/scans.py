"""Scanned PDFs and photographed pages of a letter that brings no other text: read by machine, as a proposal.

The text is offered with a finding that says how it came about; the scan itself stays what it is, an attachment or a
photo. A letter that was typed is never made to wait for this.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from time import monotonic

from ingest.anatomy.candidates import LONGEST_NOTE, SHORT_ARTICLE
from ingest.anatomy.words import words
from ingest.letter import Part
from ingest.openers.machine_reading import NoMachineReadingError, read_pages
from ingest.openers.pdf import page_count, page_pictures
from ingest.openers.plain import plain_source
from ingest.openers.sniff import Form, form_of
from ingest.openers.unreadable import about_attachment, hint
from ingest.opening import Gathered
from ingest.source import Source
from tinbai.blocks import text_of
from tinbai.limits import Limits
from tinbai.pictures import GreyPicture, PictureError, grey_copy
from tinbai.vietnamese.syllables import is_bare_syllable, is_syllable

_PHOTO_FORMS = frozenset({Form.JPEG, Form.PNG, Form.WEBP, Form.HEIC, Form.TIFF, Form.BMP})
_MOST_PAGES = 10  # of one PDF
_MOST_PHOTOS = 5
_LONGEST_NOTE_WITH_PHOTOS = 60  # words: with more, the photos of a letter illustrate it
_LONGEST_SIDE = 2_400  # pixels of a photographed page that are looked at
_GLANCE = 400  # pixels, at which lines of print are still lines of strokes
_ALMOST_ALL = 0.95
_PAPER, _LEAST_PAPER = 0.75, 0.6  # of the brightest shade, of all pixels
_INK = 0.65  # of the brightest shade
_STROKES, _LEAST_ROWS = 15, 0.05  # strokes in a row of print, such rows among all
_LEAST_SYLLABLES = 0.6  # of the words: a photo of a crowd gives letters, but no language
_READ = (
    "Nội dung của “{name}” do máy đọc từ bản quét hoặc ảnh chụp, có thể sai chữ, sai số. "
    "Bắt buộc đối chiếu với bản gốc trước khi dùng."
)
_PARTLY = "Máy chỉ kịp đọc {count} trang đầu của “{name}”; đề nghị gõ phần còn lại từ bản gốc."
_MISSING = (
    "Máy chủ chưa cài chương trình đọc bản quét nên chưa lấy được chữ trong “{name}”. "
    "Đề nghị người gửi gửi bản Word, hoặc báo quản trị cài gói tesseract-ocr và tesseract-ocr-vie."
)


def read_scans(
    body: Source | None, gathered: Gathered, limits: Limits, *, seconds: float, wanted: str | None = None
) -> None:
    """Add to `gathered` the texts that a machine can read from its scans, when there is no typed text. Never raises.

    The scan called `wanted` is read beside a typed text too: an editor asked for it.
    """
    if seconds <= 1:
        return
    asked = [each for each in _scanned_files(gathered) if each[0].filename == wanted]
    if asked:
        _read_all(asked, gathered, limits, seconds)
        return
    note = _count(body)
    if note > LONGEST_NOTE or any(_count(source) >= SHORT_ARTICLE for source in gathered.sources):
        return
    waiting = [*_scanned_files(gathered)]
    if note <= _LONGEST_NOTE_WITH_PHOTOS:
        waiting += _photographed_pages(gathered.parts, limits, until=monotonic() + seconds / 4)
    _read_all(waiting, gathered, limits, seconds)


def _read_all(waiting: "Sequence[_Waiting]", gathered: Gathered, limits: Limits, seconds: float) -> None:
    share = max(1.0, seconds / max(1, len(waiting)))
    for part, pages, count in waiting:
        try:
            texts = _read(pages, limits, share)
        except NoMachineReadingError:
            gathered.findings.append(hint("machine_reading_missing", _MISSING.format(name=part.filename)))
            return
        _add(part, texts, count, gathered)


def _read(pages: Callable[[], Iterable[GreyPicture]], limits: Limits, seconds: float) -> list[str]:
    try:
        return read_pages(pages(), limits, seconds=seconds)
    except NoMachineReadingError:
        raise
    except Exception:  # noqa: BLE001 - the bytes are a stranger's; the scan is kept, and said to have no text
        return []


_Waiting = tuple[Part, Callable[[], Iterable[GreyPicture]], int]  # how its pages are had, and how many there are


def _scanned_files(gathered: Gathered) -> Iterator[_Waiting]:
    read = {source.sha256 for source in gathered.sources}
    for part in _once(gathered.parts):
        if part.sha256 not in read and form_of(part.content) is Form.PDF:
            yield part, lambda part=part: page_pictures(part.content, most_pages=_MOST_PAGES), page_count(part.content)  # type: ignore[misc]


def _photographed_pages(parts: Iterable[Part], limits: Limits, *, until: float) -> Iterator[_Waiting]:
    """Each photo has to be decoded to see whether it is a page: after `until`, the rest are taken for photos."""
    found = 0
    for part in _once(parts):
        if monotonic() > until:
            return
        if found < _MOST_PHOTOS and form_of(part.content) in _PHOTO_FORMS and _looks_like_page(part, limits):
            found += 1
            yield part, lambda part=part: [grey_copy(part.content, longest=_LONGEST_SIDE)], 1  # type: ignore[misc]


def _once(parts: Iterable[Part]) -> list[Part]:
    return list({part.sha256: part for part in parts}.values())


def _looks_like_page(part: Part, limits: Limits) -> bool:
    """Whether a photo is mostly of one bright shade, with rows of many dark strokes on it."""
    try:
        glance = grey_copy(part.content, longest=_GLANCE, most_pixels=limits.pixels)
    except PictureError:
        return False
    white = sorted(glance.pixels)[int(len(glance.pixels) * _ALMOST_ALL)]
    if sum(shade >= _PAPER * white for shade in glance.pixels) < _LEAST_PAPER * len(glance.pixels):
        return False
    dark = glance.pixels.translate(bytes(shade < _INK * white for shade in range(256)))
    rows = [dark[at : at + glance.width] for at in range(0, len(dark), glance.width)]
    return sum(row.count(b"\0\1") >= _STROKES for row in rows) >= _LEAST_ROWS * len(rows)


def _add(part: Part, texts: list[str], count: int, gathered: Gathered) -> None:
    text = "\n\n".join(text for text in texts if text.strip())
    read = words(text)
    sensible = sum(is_syllable(word) or is_bare_syllable(word) for word in read)
    if len(read) < SHORT_ARTICLE or sensible < _LEAST_SYLLABLES * len(read):
        return
    gathered.sources.append(replace(plain_source(text, name=part.filename), inside=part.inside))
    gathered.findings.append(about_attachment("read_by_machine", _READ.format(name=part.filename)))
    if len(texts) < count:
        gathered.findings.append(hint("scan_partly_read", _PARTLY.format(count=len(texts), name=part.filename)))


def _count(source: Source | None) -> int:
    return 0 if source is None else sum(len(words(text_of(block))) for block in source.blocks)
