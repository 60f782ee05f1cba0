"""Reading pictures of pages by machine: Tesseract with its Vietnamese data, a program from Debian. It ends here.

What it reads is a proposal. It takes seconds a page, so it runs under limits of its own and one page at a time.
"""

import shutil
from collections.abc import Iterable
from time import monotonic

from ingest.openers.patience import need_patience
from ingest.openers.programs import run, working_folder
from tinbai.limits import Limits
from tinbai.pictures import GreyPicture

_LANGUAGE = "vie"
_ONE_THREAD = "OMP_THREAD_LIMIT=1"  # more threads cost more than they gain, and others wait
_UNEVEN_LIGHT = ("-c", "thresholding_method=2")  # Sauvola's: a photo of a page is darker on one side
_MOST_TEXT = 200_000  # bytes of one page


class NoMachineReadingError(Exception):
    """Tesseract or its Vietnamese data are not installed."""


def read_pages(pages: Iterable[GreyPicture], limits: Limits, *, seconds: float) -> list[str]:
    """The text of each page, as many of them as can be read in `seconds`; "" for one without text.

    Raises NoMachineReadingError.
    """
    if shutil.which("tesseract") is None:
        raise NoMachineReadingError
    need_patience()
    end = monotonic() + seconds
    texts = []
    for page in pages:
        left = end - monotonic()
        text = ("" if _is_blank(page) else _read(page, limits, left)) if left > 0 else None
        if text is None:
            break
        texts.append(text)
    return texts


def _is_blank(page: GreyPicture) -> bool:
    """Whether there is nothing on it: to learn that from Tesseract costs half a second."""
    return page.pixels.count(page.pixels[:1]) == len(page.pixels)


def _read(page: GreyPicture, limits: Limits, seconds: float) -> str | None:
    """The text of one page; None when there was no time for it. Raises NoMachineReadingError."""
    with working_folder() as here:
        (here / "page.pgm").write_bytes(b"P5 %d %d 255\n" % (page.width, page.height) + page.pixels)
        finished = run(
            ["env", _ONE_THREAD, "tesseract", "page.pgm", "text", "-l", _LANGUAGE, "--dpi", "200", *_UNEVEN_LIGHT],
            here,
            seconds=seconds,
            file_bytes=limits.archive_bytes,
            cpu_seconds=limits.cpu_seconds,
        )
        if not finished:
            return None
        result = here / "text.txt"
        if not result.is_file():
            raise NoMachineReadingError
        return result.read_bytes()[:_MOST_TEXT].decode("utf-8", "replace").replace("\f", "")
