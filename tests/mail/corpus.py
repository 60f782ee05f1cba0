"""Any number of good letters, mixed as a board's mailbox is mixed: for speed, for kill tests, for a full Dovecot.

The pictures come from a pool drawn once per process; each carries a comment of its letter, so no two are the same
bytes. The bytes of the letters hold for one version of Pillow, not for all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from enum import StrEnum
from functools import cache
from random import Random

from PIL import Image

from tests.mail.corpus_text import News, news
from tests.mail.making.docx import Paragraph, Picture, Run, Style, document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Leaf, Multipart, Transfer, attachment, encoded, html, inline, letter, plain
from tests.mail.making.pdf import text_pdf
from tests.mail.making.photos import camera_exif, jpeg
from tests.mail.making.scenes import Place, scene
from tests.mail.making.vietnamese import cp1258, tcvn3, without_diacritics

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIRST = datetime(2026, 1, 5, 8, 0, tzinfo=timezone(timedelta(hours=7)))
POOL = 20
SMALL, LARGE = (480, 320), (1280, 853)
NOTE = 'Kính gửi Ban biên tập, {unit} gửi tin "{title}", đề nghị đăng tải. Trân trọng!\n'


class Photos(StrEnum):
    """How heavy the photos of a corpus are."""

    SMALL = "small"
    LARGE = "large"
    CAMERA = "camera"  # about 2 MB each, with the moment in them, as cameras and telephones make them: for measuring
    WORD = "word"  # about 0.5 MB each: a camera's photo at the size to which Word reduces it


@dataclass(frozen=True, kw_only=True)
class _Making:
    """What a kind of letter is made from."""

    number: int
    seed: int
    random: Random
    photos_as: Photos
    news: News

    def photo(self) -> bytes:
        """A picture of the pool with this letter's comment."""
        picture = self.random.choice(_pool(self.photos_as))
        exif = self._exif() if self.photos_as is Photos.CAMERA else b""
        return picture[:2] + exif + self._comment() + picture[2:]

    def photo_in_word(self) -> tuple[bytes, tuple[int, int]]:
        """A picture as Word keeps it, smaller and without the camera's words, and its size in pixels."""
        picture = self.random.choice(_pool(Photos.WORD if self.photos_as is Photos.CAMERA else self.photos_as))
        return picture[:2] + self._comment() + picture[2:], SMALL if self.photos_as is Photos.SMALL else LARGE

    def _comment(self) -> bytes:
        return _segment(0xFE, f"tin {self.seed}-{self.number}-{self.random.getrandbits(64):016x}".encode())

    def _exif(self) -> bytes:
        seconds = self.random.randrange(86_400)
        when = (FIRST + timedelta(minutes=self.number * 37, seconds=seconds - 86_400)).strftime("%Y:%m:%d %H:%M:%S")
        return _segment(0xE1, camera_exif("NIKON D7500", when).tobytes())

    def photos(self, count: int) -> list[Leaf]:
        """Pictures attached as `1.jpg`, `2.jpg`, …"""
        return [attachment(f"{number}.jpg", "image/jpeg", self.photo()) for number in range(1, count + 1)]

    def note(self) -> Leaf:
        """The covering note."""
        return plain(NOTE.format(unit=self.news.unit, title=self.news.title))


def letters(count: int, seed: int, *, photos: Photos = Photos.LARGE) -> Iterator[bytes]:
    """`count` letters, all different, the same for the same seed. With small photos, 500 stay below 60 MB."""
    random = Random(seed)
    for number in range(count):
        making = _Making(number=number, seed=seed, random=random, photos_as=photos, news=news(random))
        content = random.choice(KINDS)(making)
        yield letter(headers(_envelope(making)), content)


def _envelope(making: _Making) -> Envelope:
    when = FIRST + timedelta(minutes=making.number * 37)
    return Envelope(
        sender=making.news.unit,
        address=making.news.address,
        date=format_datetime(when),
        subject=making.random.choice([encoded(making.news.title), "gui tin bai", encoded("Tin bài")]),
        message_id=f"<corpus.{making.seed}.{making.number}@songmau.example>",
    )


def _note_and_docx(making: _Making) -> Multipart:
    article = attachment("Tin bai.docx", DOCX, document(_items(making.news), word_sized=True))
    return _mixed(making, [making.note(), article, *making.photos(making.random.randint(1, 3))])


def _docx_with_photos(making: _Making) -> Multipart:
    items: list[Paragraph | Picture] = [*_items(making.news)]
    for _ in range(making.random.randint(1, 3)):
        content, (width, height) = making.photo_in_word()
        items[-1:-1] = [
            Picture(jpeg=content, width=width, height=height),
            paragraph(f"Quang cảnh {making.news.title}", italic=True, align="center"),
        ]
    return _mixed(making, [making.note(), attachment("Tin bai co anh.docx", DOCX, document(items, word_sized=True))])


def _html_with_pictures(making: _Making) -> Multipart:
    count = making.random.randint(1, 3)
    ids = [f"anh{number}.{making.number}@songmau.example" for number in range(count)]
    pictures = "".join(f'<p><img src="cid:{key}" width="600"></p>' for key in ids)
    body = "".join(f"<p>{line}</p>" for line in making.news.lines[1:])
    page = f'<html><body><p style="text-align:center"><b>{making.news.title}</b></p>{body}{pictures}</body></html>\n'
    parts = [html(page), *(inline(f"{key[:4]}.jpg", "image/jpeg", making.photo(), content_id=key) for key in ids)]
    return Multipart(subtype="related", boundary=f"rel_{making.number}", parts=parts)


def _typed(making: _Making) -> Leaf:
    transfer = making.random.choice([Transfer.QUOTED, Transfer.BASE64, Transfer.EIGHT])
    return plain("\n".join(making.news.lines) + "\n", transfer=transfer)


def _many_photos(making: _Making) -> Multipart:
    return _mixed(making, [_typed(making), *making.photos(3 if making.photos_as is not Photos.LARGE else 8)])


def _pdf(making: _Making) -> Multipart:
    content = text_pdf([without_diacritics(line)[:90] for line in making.news.lines])
    return _mixed(making, [making.note(), attachment("Ke hoach.pdf", "application/pdf", content)])


def _reply(making: _Making) -> Leaf:
    quoted = "\n".join(f"> {line}" for line in making.news.lines)
    said = f"Vào Th 5, 15 thg 10, 2026 lúc 14:20 BBT An Mẫu <bbt.anmau@songmau.example> đã viết:\n{quoted}\n"
    return plain(f"{making.news.unit} đã sửa lại số liệu như Ban biên tập yêu cầu ạ.\n\n{said}")


def _odd_charset(making: _Making) -> Leaf:
    text = "\n".join(making.news.lines) + "\n"
    return making.random.choice(
        [
            Leaf(content_type="text/plain; charset=windows-1258", content=cp1258(text), transfer=Transfer.QUOTED),
            Leaf(content_type="text/plain; charset=iso-8859-1", content=text.encode(), transfer=Transfer.EIGHT),
            Leaf(content_type="text/plain; charset=us-ascii", content=text.encode(), transfer=Transfer.BASE64),
            Leaf(content_type="text/plain; charset=utf-16", content=text.encode("utf-16"), transfer=Transfer.BASE64),
        ]
    )


def _tcvn3_docx(making: _Making) -> Multipart:
    items = [Paragraph(runs=[Run(text=tcvn3(line))]) for line in making.news.lines]
    article = document(items, styles=[Style(name="Normal", font=".VnTime")])
    return _mixed(making, [making.note(), attachment("tin.docx", DOCX, article), *making.photos(1)])


KINDS: Sequence[Callable[[_Making], Leaf | Multipart]] = (
    _note_and_docx,
    _note_and_docx,
    _docx_with_photos,
    _docx_with_photos,
    _html_with_pictures,
    _html_with_pictures,
    _typed,
    _many_photos,
    _pdf,
    _reply,
    _odd_charset,
    _tcvn3_docx,
)


def _mixed(making: _Making, parts: Sequence[Leaf | Multipart]) -> Multipart:
    return Multipart(subtype="mixed", boundary=f"mix_{making.seed}_{making.number}", parts=parts)


def _items(piece: News) -> list[Paragraph]:
    return [
        paragraph(piece.title, bold=True, align="center"),
        paragraph(piece.summary, italic=True),
        *(paragraph(line, align="both") for line in piece.body),
        paragraph(piece.byline, bold=True, align="right"),
    ]


def _segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


@cache
def _pool(photos: Photos) -> tuple[bytes, ...]:
    places = list(Place)
    if photos in (Photos.CAMERA, Photos.WORD):
        size = (2600, 1733) if photos is Photos.CAMERA else LARGE
        return tuple(_grained(number, size) for number in range(POOL // 2))
    size = SMALL if photos is Photos.SMALL else LARGE
    return tuple(jpeg(scene(places[number % len(places)], 2000 + number, size), quality=72) for number in range(POOL))


def _grained(number: int, size: tuple[int, int]) -> bytes:
    """Half a byte a pixel: grain makes a drawn scene as hard to compress as a photo."""
    width, height = size
    noise = Image.frombytes("L", size, Random(number).randbytes(width * height)).convert("RGB")
    places = list(Place)
    return jpeg(Image.blend(scene(places[number % len(places)], number, size), noise, 0.16), quality=90)
