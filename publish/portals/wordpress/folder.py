"""What lies in our folder under uploads: our files, and what WordPress made of them there.

It names what it makes of `am-1-<hash>.jpg` after it: `am-1-<hash>-300x200.jpg`, `am-1-<hash>-e1790000000000.jpg`,
`am-1-<hash>-scaled.jpg`. Nobody else's files are in the folder.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from publish.file_names import OURS
from publish.media import inside


def of_article(root: Path, begin: str) -> Sequence[str]:
    """Every file under `root` whose path begins with `begin`, whoever made it."""
    first = inside(root, begin)
    return sorted(_path(root, path) for path in _files(first.parent) if path.name.startswith(first.name))


def with_copies(root: Path, files: Collection[str]) -> Sequence[str]:
    """`files`, there or not, and everything under `root` that was made of one of them."""
    folders = {inside(root, file).parent for file in files}
    there = (_path(root, path) for folder in folders for path in _files(folder))
    beginnings = _beginnings(files)
    return sorted({*files, *(file for file in there if file.startswith(beginnings))})


def without_copies(there: Collection[str], kept: Collection[str]) -> Sequence[str]:
    """Those of `there` that are neither in `kept` nor made of one that is."""
    beginnings = _beginnings(kept)
    return sorted(file for file in there if file not in kept and not file.startswith(beginnings))


def _beginnings(files: Collection[str]) -> tuple[str, ...]:
    """Only of names that hold a hash: of any other name too many could begin alike."""
    stems = {file.rpartition(".")[0] for file in files if OURS.fullmatch(file.rpartition("/")[2])}
    return tuple(stem + mark for stem in stems for mark in "-.")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*") if path.is_file())


def _path(root: Path, path: Path) -> str:
    return str(path.relative_to(root))
