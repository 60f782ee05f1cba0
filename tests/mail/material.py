"""What the letters are made of and cannot be made twice alike, or only with tools that tests need not have.

Each lies in `material/`, committed; `make` makes those that are missing. A picture's bytes change with Pillow's
version, a signature and a Word 97 file with every run.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

FOLDER = Path(__file__).with_name("material")


def read(name: str) -> bytes:
    """One piece of material."""
    return (FOLDER / name).read_bytes()


def make(*, afresh: bool) -> list[str]:
    """Make what is missing, or everything; gives the names of what was made."""
    from tests.mail import recipes  # noqa: PLC0415 (it needs the makers' packages, which reading does not)

    wanted: Mapping[str, Callable[[], bytes]] = recipes.RECIPES
    FOLDER.mkdir(exist_ok=True)
    made = [name for name in wanted if afresh or not (FOLDER / name).exists()]
    for name in made:
        (FOLDER / name).write_bytes(wanted[name]())
    return made
