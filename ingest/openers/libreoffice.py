"""LibreOffice, as a converter of files. What calls it is told when it is missing or fails.

It is kept warm where the machine allows that (`warm_office.py`); elsewhere it is started for each call. Either way it
has a profile of its own, no network where the system lets us take it away, no macros, and limits on time, memory and
the size of files; its whole process group is killed when they are passed.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from ingest.openers.office_profile import office_options
from ingest.openers.patience import need_patience
from ingest.openers.programs import run, working_folder
from ingest.openers.warm_office import Job, LateError, NoBridgeError, Outcome, drop, offline, warm_office
from tinbai.limits import Limits

DAMAGED = "tệp hỏng hoặc có mật khẩu"  # why there is no result
_SMALLEST_RESULT = 100  # bytes: less than this is no file of any kind


class ConversionError(Exception):
    """LibreOffice gave nothing. `why` is Vietnamese, for a finding."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, kw_only=True)
class _Way:
    """LibreOffice's names of what reads and what writes, and the size of a picture where one is wanted."""

    reader: str
    target: str
    pixels: tuple[int, int] | None = None


def is_installed() -> bool:
    """Whether there is a LibreOffice at all; which of its programs are there is seen only when one is needed."""
    return _program() is not None


def converted(content: bytes, *, extension: str, reader: str, target: str, limits: Limits) -> bytes:
    """`content` in the form `target` ("docx:MS Word 2007 XML"). Raises ConversionError.

    `extension` and `reader` say what the file is: left to itself, LibreOffice reads a broken one as plain text, and
    garbage comes out.
    """
    made = all_converted({f"given.{extension}": content}, target=target, limits=limits, reader=reader)
    if "given" not in made:
        raise ConversionError(DAMAGED)
    return made["given"]


def all_converted(
    files: Mapping[str, bytes],
    *,
    reader: str,
    target: str,
    limits: Limits,
    pixels: tuple[int, int] | None = None,
) -> Mapping[str, bytes]:
    """Files, given by their names, in the form `target`: by their names without the extension, those that succeeded.

    The names are ours, never those of a letter; `pixels` are the width and height of pictures. Raises ConversionError
    when LibreOffice is missing or takes too long.
    """
    program = _program()
    if program is None:
        raise ConversionError("máy chủ chưa cài LibreOffice")
    need_patience()
    until = monotonic() + min(limits.wall_seconds, limits.converter_seconds)  # a broken file can make it wait for ever
    way = _Way(reader=reader, target=target, pixels=pixels)
    try:
        made, crashed = _by_warm_one(program, files, way, limits, until)
    except NoBridgeError:
        made, crashed = {}, dict(files)
    except LateError as error:
        raise ConversionError("quá thời gian cho phép") from error
    if not crashed or monotonic() > until:
        return made
    with working_folder() as here:
        return made | _by_one_run(program, here, crashed, way, limits, until)


def _by_warm_one(
    program: str, files: Mapping[str, bytes], way: _Way, limits: Limits, until: float
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What was made of the files, and those that LibreOffice died of: started for them alone, it may not.

    Raises LateError when there is no time even for the first, and NoBridgeError.
    """
    made: dict[str, bytes] = {}
    crashed = {}
    for name, content in files.items():
        try:
            outcome, result = _by_warm(program, name, content, way, limits, until)
        except LateError:
            if not made:
                raise
            break
        if result is not None:
            made[Path(name).stem] = result
        elif outcome is Outcome.CRASHED:
            crashed[name] = content
    return made, crashed


def _by_warm(
    program: str, name: str, content: bytes, way: _Way, limits: Limits, until: float
) -> tuple[Outcome, bytes | None]:
    extension, _, writer = way.target.partition(":")
    with warm_office(program, limits, seconds=until - monotonic()) as office:
        job = Job(
            source=office.folder / name, result=office.folder / f"made.{extension}",
            reader=way.reader, target=writer, pixels=way.pixels,
        )  # fmt: skip
        job.source.write_bytes(content)
        outcome = office.convert(job, seconds=until - monotonic())
        result = _result(job.result, limits) if outcome is Outcome.DONE else None
        job.source.unlink()
        job.result.unlink(missing_ok=True)
        if result is None:
            drop()
    return outcome, result


def _by_one_run(
    program: str, here: Path, files: Mapping[str, bytes], way: _Way, limits: Limits, until: float
) -> dict[str, bytes]:
    for name, content in files.items():
        (here / name).write_bytes(content)
    command = [
        *offline(), program, *office_options(here), f"--infilter={way.reader}",
        "--convert-to", way.target, "--outdir", str(here / "out"), *(str(here / name) for name in files),
    ]  # fmt: skip
    seconds = until - monotonic()
    if not run(command, here, seconds=seconds, file_bytes=limits.archive_bytes, cpu_seconds=limits.cpu_seconds):
        raise ConversionError("quá thời gian cho phép")
    stems = (Path(name).stem for name in files)
    results = ((stem, _result(here / "out" / f"{stem}.{way.target.partition(':')[0]}", limits)) for stem in stems)
    return {stem: content for stem, content in results if content is not None}


def _result(path: Path, limits: Limits) -> bytes | None:
    """What was written, unless it is nothing or too much."""
    if path.is_file() and _SMALLEST_RESULT < path.stat().st_size <= limits.archive_bytes:
        return path.read_bytes()
    return None


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")
