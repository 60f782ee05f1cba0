"""Files in a portal's media folder: written durably, read back by their hash, swept when no row refers to them.

A file gets its name when it is whole and on the disk: under its temporary name it begins with a dot, which web
servers do not hand out. Names carry the hash of their content, so a file that is there is the right one or broken.
"""

import os
import stat
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path

from publish.file_names import OURS
from publish.points import Point, Reached
from tinbai.syncing import sync

TEMPORARY = ".tinbai-"


def write_files(root: Path, contents: Mapping[str, bytes], reached: Reached) -> None:
    """Put every content under `root`, unless it is there: then only its date is renewed, against the sweeper."""
    folders = {root}
    for file, content in contents.items():
        path = inside(root, file)
        make_folder(path.parent, root)
        if sha256_of(root, file) == sha256(content).hexdigest():
            os.utime(path)
            continue
        write_file(path, content, lambda: reached(Point.FILE_HALF_WRITTEN))
        folders |= {place for place in path.parents if place.is_relative_to(root)}
    for folder in folders if contents else ():
        sync(folder)


def write_file(path: Path, content: bytes, half: Callable[[], None] = lambda: None) -> None:
    """Put `content` under its name in one step; `half` is called when it is on the disk and not yet there."""
    handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(content)
            target.flush()
            os.fchmod(target.fileno(), 0o644)  # the portal's web server is another user
            os.fsync(target.fileno())
        half()
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def make_folder(folder: Path, root: Path | None = None) -> None:
    """Make what is missing of `folder`, so that the portal's web server, another user, may go through all of it.

    A mode given to mkdir is cut down by the umask, so it is set afterwards. Below `root` that is done again for a
    folder of ours that is closed to everybody else: a publisher that died between the two left it so.
    """
    for place in (*reversed(folder.parents), folder):
        if not place.is_dir():
            place.mkdir(exist_ok=True)  # another publisher may be faster
        elif root is None or root not in place.parents or not _closed(place):
            continue
        place.chmod(stat.S_IMODE(place.stat().st_mode) | 0o755)


def sha256_of(root: Path, file: str) -> str | None:
    """The hash of a file's content, or None when there is none."""
    try:
        with inside(root, file).open("rb") as source:
            return file_digest(source, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def remove(root: Path, files: Collection[str]) -> None:
    """Remove `files`; one that is gone already is no error."""
    for file in files:
        inside(root, file).unlink(missing_ok=True)


def beginning(root: Path, start: str) -> list[str]:
    """The files of ours whose path begins with `start`, a folder and the first part of a name."""
    first = inside(root, start)
    found = [path for path in first.parent.glob("*") if path.name.startswith(first.name) and OURS.fullmatch(path.name)]
    return sorted(str(path.relative_to(root)) for path in found)


def sweep(root: Path, kept: Collection[str], older_than: datetime) -> list[str]:
    """Remove what publishing left behind before `older_than`: files of ours that are not in `kept`.

    Returns their names. Files that do not bear a name of ours are somebody else's and are not touched.
    """
    swept = left(root, kept, older_than)
    remove(root, swept)
    return swept


def left(root: Path, kept: Collection[str], older_than: datetime) -> list[str]:
    """The names of the files that `sweep` would remove."""
    found = [path for path in _ours(root) if str(path.relative_to(root)) not in kept and _older(path, older_than)]
    return sorted(str(path.relative_to(root)) for path in found)


def sweep_halves(folders: Collection[Path], kept: Collection[str], older_than: datetime) -> list[str]:
    """Remove what writers that died before `older_than` left in `folders`, but not what is named in `kept`."""
    found = [path for folder in folders for path in folder.glob(f"{TEMPORARY}*") if path.name not in kept]
    swept = [path for path in found if _older(path, older_than)]
    for path in swept:
        path.unlink(missing_ok=True)
    return sorted(path.name for path in swept)


def inside(root: Path, file: str) -> Path:
    """The path of `file`, or ValueError when it would lie outside `root`: the portal's rows are not ours alone."""
    path = root / file
    if not file or ".." in path.parts or not path.is_relative_to(root):
        raise ValueError(f"{file!r} does not lie in the media folder")
    return path


def _closed(folder: Path) -> bool:
    found = folder.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def _ours(root: Path) -> Iterator[Path]:
    for path in root.glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]/*"):
        if path.name.startswith(TEMPORARY) or OURS.fullmatch(path.name):
            yield path


def _older(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:  # another sweeper was faster
        return False
