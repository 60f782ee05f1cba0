"""Rules about the tree itself that no linter knows."""

import io
import os
import re
import tokenize
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("tinbai", "ingest", "review", "publish")
MADE_HERE = {".venv", "node_modules", "vendor", "var", "__pycache__"}
LONGEST_FILE = 300
LONGEST_TEST_FILE = 450
# Names that say nothing about what is inside.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "service", "services", "base", "misc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# What only the machine that a file was made on knows; spelled so that this file does not break its own rule.
MACHINE = re.compile(r"/wor[k]/[a-z]|/roo[t]/|files\.pythonhoste[d]|registry\.npmj[s]")
PICTURES_AND_LETTERS = {".eml", ".png", ".jpg", ".jpeg", ".heic", ".pdf", ".docx", ".doc", ".woff2", ".ico", ".gz"}


def project_files(*endings: str) -> list[Path]:
    """Return the files of the tree with these endings, without what the set-up and the tools made."""
    found = []
    for folder, inside, files in os.walk(ROOT):
        inside[:] = [name for name in inside if name == ".ci" or (name not in MADE_HERE and name[0] != ".")]
        found += [Path(folder, name) for name in files if not endings or name.endswith(endings)]
    return sorted(found)


def python_files() -> list[Path]:
    return project_files(".py")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_folder_alembic_does_not_hide_the_installed_package():
    assert list((ROOT / "alembic").rglob("__init__.py")) == []


def test_the_folder_tests_does_not_hide_the_packages_that_it_mirrors():
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_every_folder_of_the_packages_says_that_it_is_one():
    folders = {path.parent for name in PACKAGES for path in (ROOT / name).rglob("*.py") if "versions" not in path.parts}
    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_no_file_is_so_long_that_it_has_two_subjects():
    lengths = {path: len(path.read_text().splitlines()) for path in project_files(".py", ".sh", ".mjs", ".js", ".css")}
    assert {named(path): lines for path, lines in lengths.items() if lines > longest(path)} == {}


def longest(path: Path) -> float:
    # A migration is a list of everything that changes in one step.
    if path.is_relative_to(ROOT / "alembic" / "versions"):
        return float("inf")
    return LONGEST_TEST_FILE if path.is_relative_to(ROOT / "tests") else LONGEST_FILE


def test_every_module_is_named_for_what_it_holds():
    assert [named(path) for path in python_files() if path.stem in EMPTY_NAMES] == []


def test_nothing_is_left_for_later():
    left = [
        f"{named(path)}:{token.start[0]}"
        for path in python_files()
        for token in tokenize.generate_tokens(io.StringIO(path.read_text()).readline)
        if token.type == tokenize.COMMENT and UNFINISHED.search(token.string)
    ]
    assert left == []


def test_no_file_tells_on_which_machine_it_was_made():
    texts = [path for path in project_files() if path.suffix.lower() not in PICTURES_AND_LETTERS]
    assert [named(path) for path in texts if MACHINE.search(path.read_text(errors="replace"))] == []
