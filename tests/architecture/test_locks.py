"""The lock files hold what pyproject.toml asks for; `make lock` writes them."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["demo"]
DEVELOPMENT = RUNTIME + PROJECT["dependency-groups"]["dev"]


@pytest.mark.parametrize(
    ("lock", "wanted"), [("requirements.lock", RUNTIME), ("requirements-dev.lock", DEVELOPMENT)], ids=["demo", "tests"]
)
def test_a_lock_pins_a_fitting_version_of_everything_that_is_asked_for(lock: str, wanted: list[str]):
    pins = pinned(lock)
    requirements = [Requirement(line) for line in wanted]
    missing = [each.name for each in requirements if canonicalize_name(each.name) not in pins]
    unfit = [
        f"{each} but {pins[canonicalize_name(each.name)]}"
        for each in requirements
        if each.name not in missing and pins[canonicalize_name(each.name)] not in each.specifier
    ]
    assert (missing, unfit) == ([], [])


def test_the_demo_and_the_tests_run_the_same_versions():
    demo, tests = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert {name: tests.get(name) for name in demo} == demo


@pytest.mark.parametrize("lock", ["requirements-setup.lock", "requirements.lock", "requirements-dev.lock"])
def test_every_pinned_package_has_a_hash(lock: str):
    entries = re.split(r"\n(?=\w)", (ROOT / lock).read_text())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_pages_lock_names_no_place_to_download_from():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def pinned(lock: str) -> dict[str, str]:
    pins = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.!+]+)", (ROOT / lock).read_text(), flags=re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}
