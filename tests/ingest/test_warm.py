"""A child has loaded what letters need before its first one comes, whichever sandbox started the first child."""

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.mail.corpus import Photos, letters
from tinbai.limits import Limits
from tinbai.sandbox import Sandbox


def modules_for(raw: bytes) -> Sequence[str]:
    """In the child: what reading a letter loads besides, of the program and its libraries."""
    from ingest.read import read  # noqa: PLC0415 - in the child alone, which has it already or not

    before = set(sys.modules)
    read(raw, site=None, limits=Limits())
    return sorted(name for name in set(sys.modules) - before if not name.startswith("encodings."))


def main(*modules: str) -> None:
    """Sandboxes with these modules; the first of them reads a letter, in a process that has started no child before."""
    (letter,) = letters(1, seed=4, photos=Photos.CAMERA)
    first, *_ = sandboxes = [Sandbox(Limits(), modules=[module]) for module in modules]
    with first:
        sys.stdout.write(json.dumps(first.call(modules_for, letter)))
    assert len(sandboxes) == len(modules)


def loaded_by(*modules: str) -> list[str]:
    arguments = ", ".join(map(repr, modules))
    code = f"if __name__ == '__main__':\n    from tests.ingest.test_warm import main\n    main({arguments})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("modules", [["ingest.warm"], ["tinbai.made_copies", "ingest.warm"]])
def test_a_letter_with_photos_loads_nothing_more_in_a_warm_child(modules: list[str]) -> None:
    assert loaded_by(*modules) == []


def test_in_a_cold_child_it_would() -> None:
    assert {"PIL.JpegImagePlugin", "PIL.TiffImagePlugin"} <= set(loaded_by("ingest.read"))


def test_a_letter_that_cannot_be_read_costs_the_warmth_and_not_the_children() -> None:
    assert "PIL.TiffImagePlugin" in loaded_by("tests.ingest.cold_reading")
