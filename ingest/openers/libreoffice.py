"""LibreOffice, as a converter of files. What calls it is told when it is missing or fails.

It runs with a profile of its own in a folder of its own, under limits of time, processor and file size, and its whole
process group is killed when that is over.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from ingest.openers.programs import run, working_folder
from tinbai.limits import Limits

_SMALLEST_RESULT = 100  # bytes: less than this is no file of any kind


class ConversionError(Exception):
    """LibreOffice gave nothing. `why` is Vietnamese, for a finding."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


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
        raise ConversionError("tệp hỏng hoặc có mật khẩu")
    return made["given"]


def all_converted(
    files: Mapping[str, bytes], *, target: str, limits: Limits, reader: str | None = None
) -> Mapping[str, bytes]:
    """Files, given by their names, in the form `target`: by their names without the extension, those that succeeded.

    The names are ours, never those of a letter. Raises ConversionError when LibreOffice is missing or takes too long.
    """
    program = _program()
    if program is None:
        raise ConversionError("máy chủ chưa cài LibreOffice")
    with working_folder() as here:
        for name, content in files.items():
            (here / name).write_bytes(content)
        command = [
            program,
            f"-env:UserInstallation={(here / 'profile').as_uri()}",
            *([f"--infilter={reader}"] if reader else []),
            "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            "--convert-to", target, "--outdir", str(here / "out"), *(str(here / name) for name in files),
        ]  # fmt: skip
        seconds = min(limits.wall_seconds, limits.converter_seconds)  # a broken file can make it wait for ever
        if not run(command, here, seconds=seconds, file_bytes=limits.archive_bytes, cpu_seconds=limits.cpu_seconds):
            raise ConversionError("quá thời gian cho phép")
        results = (here / "out" / f"{Path(name).stem}.{target.partition(':')[0]}" for name in files)
        return {
            result.stem: result.read_bytes()
            for result in results
            if result.is_file() and _SMALLEST_RESULT < result.stat().st_size <= limits.archive_bytes
        }


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")
