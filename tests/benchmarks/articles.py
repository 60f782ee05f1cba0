"""What an article costs on one core, by what it came in, with the share of each stage; and Word files beside mammoth.

`python -m tests.benchmarks.articles` prints the rows of the tables in docs/benchmarks.md. Word 97 files, which need
LibreOffice, are in `office_files.py`.
"""

import os
import statistics
from collections.abc import Callable
from contextlib import ExitStack
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar
from unittest.mock import patch

import mammoth

from ingest import read as module
from ingest.letter import Part
from ingest.openers.docx import open_docx
from ingest.read import read
from tests.benchmarks.cleaning import word_html
from tests.benchmarks.measure import Pair, paired
from tests.benchmarks.office_files import PICTURE
from tests.ingest.openers.word_files import docx, paragraph
from tests.mail.corpus import Photos, _pool
from tinbai.limits import Limits

ROUNDS = 15
_STAGES = {
    "parse": "letter", "body_source": "its text", "open_parts": "files", "dangers": "dangers", "_shaped": "article",
}  # fmt: skip
_FIRST = (
    "Sáng ngày 18/11/2026, Hội Phụ nữ xã phối hợp với Đoàn Thanh niên tổ chức ra quân dọn vệ sinh tuyến đường dẫn vào "
    "thôn Đồng Thử, thu hút hơn một trăm hội viên và người dân tham gia. "
)
_SECOND = "Sau hai giờ làm việc, hơn ba tấn rác thải đã được thu gom, phân loại và chuyển về điểm tập kết của xã. "
T = TypeVar("T")


def main() -> None:
    """Print both tables."""
    os.sched_setaffinity(0, {0})
    word = word_file()
    for name, letter in {"HTML mail, two photos": html_mail(), ".docx, three photos": with_file(word)}.items():
        print(row(name, letter), flush=True)
    with TemporaryDirectory() as folder:
        pair = against_mammoth(word, Path(folder), ROUNDS)
    print(pair.line(1), flush=True)


def row(name: str, letter: bytes) -> str:
    """Articles a second of processor time, and the stages' shares."""
    read_one(letter)
    totals, shares = [], dict.fromkeys(_STAGES.values(), 0.0)
    for _ in range(ROUNDS):
        spent: dict[str, float] = {}
        with ExitStack() as patches:
            for function, stage in _STAGES.items():
                timed = _timed(spent, stage, getattr(module, function))
                patches.enter_context(patch.object(module, function, timed))
            began = process_time()
            read_one(letter)
            totals.append(process_time() - began)
        for stage, seconds in spent.items():
            shares[stage] += seconds
    told = ", ".join(f"{stage} {seconds / sum(totals):.0%}" for stage, seconds in shares.items())
    rest = 1 - sum(shares.values()) / sum(totals)
    middle = statistics.median(totals)
    return f"| {name} ({len(letter) / 1e6:.1f} MB) | {1 / middle:.0f} | {middle * 1000:.1f} | {told}, rest {rest:.0%} |"


def _timed(spent: dict[str, float], stage: str, work: Callable[..., T]) -> Callable[..., T]:
    def call(*given: object, **named: object) -> T:
        began = process_time()
        try:
            return work(*given, **named)
        finally:
            spent[stage] = spent.get(stage, 0) + process_time() - began

    return call


def against_mammoth(word: bytes, folder: Path, rounds: int) -> Pair:
    """A Word file to blocks, its pictures in files, against mammoth, which makes HTML of it."""

    def ours() -> None:
        opened = open_docx(Part(filename="tin.docx", media_type="application/msword", content=word), Limits())
        for number, part in enumerate(opened.parts):
            (folder / str(number)).write_bytes(part.content)
        if len(opened.parts) != 3:
            raise SystemExit("a photo is missing")

    def other() -> None:
        numbers = iter(range(3))

        def kept(image: "mammoth.documents.Image") -> dict[str, str]:
            number = next(numbers)
            with image.open() as file:
                (folder / str(number)).write_bytes(file.read())
            return {"src": str(number)}

        mammoth.convert_to_html(BytesIO(word), convert_image=mammoth.images.img_element(kept))

    return paired("a .docx with three photos, against mammoth", ours, other, rounds=rounds)


def read_one(letter: bytes) -> None:
    """Read a letter that gives one article."""
    (article,) = read(letter, site=None, limits=Limits()).articles
    if not article.title or not article.photos:
        raise SystemExit("not read")


def word_file() -> bytes:
    """700 words and three photos of half a megabyte, with as many styles as Word writes."""
    photos = {f"p{number}": photo for number, photo in enumerate(_pool(Photos.WORD)[:3])}
    pictures = [*photos, *[None] * 6]
    body = paragraph("Ra quân dọn vệ sinh đường làng", style="Title") + "".join(
        paragraph(_FIRST) + paragraph(_SECOND * 2) + (PICTURE.format(name) if name else "") for name in pictures
    )
    return docx(body, styles=_styles(), media=photos)


def _styles() -> str:
    """As long as those of Word itself: 376 names of built-in styles, and those in use."""
    exceptions = "".join(
        f'<w:lsdException w:name="style {number}" w:semiHidden="1" w:uiPriority="{number % 99}" w:unhideWhenUsed="1"/>'
        for number in range(376)
    )
    used = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{number}"><w:name w:val="S{number}"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:before="120" w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:style>'
        for number in range(30)
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    title = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
    latent = f'<w:latentStyles w:count="376">{exceptions}</w:latentStyles>'
    return f"{latent}{normal}{title}{used}"


def with_file(word: bytes) -> bytes:
    """A note with a Word file."""
    letter = _envelope()
    letter.set_content("Kính gửi Ban biên tập tin bài kèm theo.\n")
    document = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    letter.add_attachment(word, maintype="application", subtype=document, filename="tin.docx")
    return letter.as_bytes()


def html_mail() -> bytes:
    """An article of 30 kB of Word's HTML in the letter itself, with two photos."""
    letter = _envelope()
    letter.set_content(f"<html><body>{word_html(30_000)}</body></html>", subtype="html")
    for number, photo in enumerate(_pool(Photos.WORD)[:2], 1):
        letter.add_attachment(photo, maintype="image", subtype="jpeg", filename=f"{number}.jpg")
    return letter.as_bytes()


def _envelope() -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = "a@songmau.example", "b@songmau.example"
    letter["Subject"] = "Tin: ra quân dọn vệ sinh đường làng"
    return letter


if __name__ == "__main__":
    main()
