"""What a letter with a Word 97 file costs on one core: LibreOffice kept warm, and started for each file.

`python -m tests.benchmarks.office_files` prints the rows of the table in docs/benchmarks.md.
"""

import os
import resource
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar

from ingest.openers import office, warm_office
from ingest.openers.docx import open_docx
from ingest.openers.libreoffice import converted
from ingest.read import read
from tests.ingest.openers.word_files import docx, paragraph
from tests.mail.corpus import Photos, _pool
from tinbai.limits import Limits

_SMALL = Path("tests/mail/material/nuoc-sach.doc")
_WARM_ROUNDS, _COLD_ROUNDS = 20, 4
_WORDS = "Sáng ngày 18/11/2026, Hội Phụ nữ xã tổ chức ra quân dọn vệ sinh tuyến đường dẫn vào thôn Đồng Thử. " * 4
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5486400" cy="3657600"/><wp:docPr id="1" name="p"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{}"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="5486400" cy="3657600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
T = TypeVar("T")


@dataclass
class Stages:
    """Seconds on the clock, by the stage."""

    spent: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, work: Callable[..., T]) -> Callable[..., T]:
        def call(*given: object, **named: object) -> T:
            began = time.monotonic()
            try:
                return work(*given, **named)
            finally:
                self.spent[name] = self.spent.get(name, 0) + time.monotonic() - began

        return call


def main() -> None:
    """Print the table."""
    os.sched_setaffinity(0, {0})
    files = {"a short text": _SMALL.read_bytes(), "a page with three photos": _with_photos()}
    for name, content in files.items():
        letter = _letter(content)
        for warm in (True, False):
            print(_row(f"{name} ({len(content) / 1e6:.2f} MB)", letter, warm=warm), flush=True)


def _row(name: str, letter: bytes, *, warm: bool) -> str:
    warm_office.drop()
    warm_office._Kept.is_possible = warm
    stages = Stages()
    if warm:
        began = time.monotonic()
        _read(letter)  # starts it
        start = time.monotonic() - began
    setattr(office, "converted", stages.timed("LibreOffice", converted))  # noqa: B010 - it is not exported
    setattr(office, "open_docx", stages.timed("docx", open_docx))  # noqa: B010
    rounds = _WARM_ROUNDS if warm else _COLD_ROUNDS
    began, cpu = time.monotonic(), _cpu()
    for _ in range(rounds):
        _read(letter)
    wall, spent = (time.monotonic() - began) / rounds, (_cpu() - cpu) / rounds
    shares = {stage: seconds / rounds / wall for stage, seconds in stages.spent.items()}
    rest = 1 - sum(shares.values())
    told = f"first one {start:.1f} s" if warm else ""
    return (
        f"| {name} | {'warm' if warm else 'cold'} | {1 / wall:.1f} | {wall * 1000:.0f} | {spent * 1000:.0f} | "
        f"{shares['LibreOffice']:.0%} | {shares['docx']:.0%} | {rest:.0%} | {told} |"
    )


def _read(letter: bytes) -> None:
    (article,) = read(letter, site=None, limits=Limits()).articles
    if not article.title:
        raise SystemExit("not read")


def _letter(content: bytes) -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "a@songmau.example", "b@songmau.example", "Tin bài"
    letter.set_content("Kính gửi Ban biên tập tin bài kèm theo.\n")
    letter.add_attachment(content, maintype="application", subtype="msword", filename="tin.doc")
    return letter.as_bytes()


def _with_photos() -> bytes:
    """A page with three photos, saved as Word 97 by LibreOffice."""
    photos = {f"p{number}": photo for number, photo in enumerate(_pool(Photos.WORD)[:3])}
    body = paragraph("Ra quân dọn vệ sinh đường làng", style="Title") + "".join(
        paragraph(_WORDS) + PICTURE.format(name) for name in photos
    )
    content = docx(body, media=photos)
    return converted(content, extension="docx", reader="MS Word 2007 XML", target="doc:MS Word 97", limits=Limits())


def _cpu() -> float:
    """Seconds of processor time of this process, of its ended children, and of the LibreOffice that runs."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    total = sum(usage.ru_utime + usage.ru_stime for usage in used)
    kept = warm_office._Kept.office
    if kept is None:
        return total
    listed = subprocess.run(["ps", "-eo", "pgid=,pid="], check=True, capture_output=True, text=True).stdout
    mine = [line.split()[1] for line in listed.splitlines() if int(line.split()[0]) == kept._process.pid]
    ticks = os.sysconf("SC_CLK_TCK")
    for number in mine:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / ticks
    return total


if __name__ == "__main__":
    main()
