"""The committed letters are what the script builds."""

import pytest

from tests.mail import material
from tests.mail.cases import all_cases
from tests.mail.cases.case14d import big_letter
from tests.mail.reading import LETTERS, unpacked
from tests.mail.recipes import RECIPES

MEGABYTE = 1_000_000
BUILT = all_cases.letters()


def test_every_letter_is_committed_and_no_other() -> None:
    assert {path.name for path in LETTERS.glob("*.eml")} == set(BUILT)


@pytest.mark.parametrize("name", sorted(BUILT))
def test_building_again_gives_the_committed_letter(name: str) -> None:
    committed = (LETTERS / name).read_bytes()
    assert BUILT[name] == committed or unpacked(BUILT[name]) == unpacked(committed)


def test_two_builds_give_the_same_bytes() -> None:
    assert all_cases.letters() == BUILT


def test_the_letters_stay_small() -> None:
    sizes = [path.stat().st_size for path in LETTERS.glob("*.eml")]
    assert max(sizes) < 600_000
    assert sum(sizes) < 6 * MEGABYTE


def test_every_letter_is_explained() -> None:
    explained = (LETTERS / "README.md").read_text(encoding="utf-8")
    assert [name for name in BUILT if name not in explained] == []


def test_all_material_is_there() -> None:
    assert [name for name in RECIPES if not (material.FOLDER / name).exists()] == []


def test_the_big_letter_has_the_asked_size_and_number_of_photos() -> None:
    raw = big_letter(photos=6, megabytes=2)
    assert raw.count(b"Content-Disposition: attachment") == 6
    assert abs(len(raw) - 2 * MEGABYTE) < 0.01 * 2 * MEGABYTE
    assert big_letter(photos=6, megabytes=2) == raw
