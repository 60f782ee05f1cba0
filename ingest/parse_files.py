"""`tinbai parse`: letters from files, one JSON object a line, in the order given.

Needs no configuration, database or network. Whatever is in a file, its line is written.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ingest.contract import as_json
from ingest.letter import Letter
from ingest.read import header_block
from ingest.reading import Reading, Verdict
from ingest.sandbox import Reader
from tinbai.errors import ReadingFailedError, SiteDataError
from tinbai.limits import Limits
from tinbai.site_data import SiteData, load

_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


def run(paths: Iterable[Path], *, site_file: Path | None = None, limits: Limits | None = None) -> int:
    """Print a line for each file. Exit status: 0, or 1 when a file or the site's data could not be read."""
    try:
        site = load(site_file) if site_file else None
    except SiteDataError as error:
        sys.stderr.write(f"Không dùng được dữ liệu của trang: {error}\n")
        return 1
    failures: list[Path] = []

    def report(path: Path, error: OSError) -> None:
        failures.append(path)
        sys.stderr.write(f"Không đọc được tệp {path}: {error.strerror}. Hãy kiểm tra đường dẫn và quyền đọc.\n")

    for line in parse_files(paths, site=site, limits=limits or Limits(), unreadable=report):
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    return 1 if failures else 0


def parse_files(
    paths: Iterable[Path], *, site: SiteData | None, limits: Limits, unreadable: Callable[[Path, OSError], None]
) -> Iterator[str]:
    """One line of JSON for each file that can be read from disk; `unreadable` is told of the others."""
    with Reader(limits=limits) as reader:
        for path in paths:
            try:
                raw = path.read_bytes()
            except OSError as error:
                unreadable(path, error)
                continue
            yield as_line(as_json(read_or_hold(reader, raw, site=site, limits=limits), file=str(path), site=site))


def read_or_hold(reader: Reader, raw: bytes, *, site: SiteData | None, limits: Limits) -> Reading:
    """The reading; of a letter that cannot be read within the limits, its headers and the reason why it is held."""
    try:
        return reader.read(raw, site=site, limits=limits)
    except ReadingFailedError as error:
        reason = f"Không đọc được thư trong giới hạn cho phép ({error.problem}). Hãy mở thư gốc để xem."
    try:
        headers = reader.read(header_block(raw, limits), site=site, limits=limits)
    except ReadingFailedError:
        nothing = Letter(message_id=None, date=None, subject=None, sender=None)
        headers = Reading(letter=nothing, verdict=Verdict.HELD, reason=reason)
    return replace(headers, verdict=Verdict.HELD, reason=reason, articles=())


def as_line(answer: dict[str, Any]) -> str:
    """The object as one line, without NUL and lone surrogates, which other programs stumble over."""
    return json.dumps(_printable(answer), ensure_ascii=False, separators=(",", ":"))


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return _UNPRINTABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_printable(key): _printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    return value


def main() -> int:
    """`python -m ingest.parse_files FILE... [--site FILE]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--site", type=Path)
    given = parser.parse_args()
    return run(given.files, site_file=given.site)


if __name__ == "__main__":
    raise SystemExit(main())
