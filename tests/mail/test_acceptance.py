"""The acceptance letters, read as `tinbai parse --site` reads them: the whole object of each, compared key by key.

`expected/` holds what each letter gives, compared by eye with the words of its case before it was put down; nothing
that runs with the tests writes there. What the checks of `tinbai/checks` say of an article has tests of its own;
every other finding is compared. `tests/ingest/anatomy/test_cases.py` says the same in sentences.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ingest.contract import as_json
from ingest.read import read
from tinbai.checks import CHECKS
from tinbai.limits import Limits
from tinbai.site_data import load

HERE = Path(__file__).parent
LETTERS = sorted((HERE / "letters").glob("*.eml"))
OF_CHECKS = {each.name for each in CHECKS}
Json = dict[str, Any]


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Json]:
    site = load(HERE / "site.toml")
    found: dict[str, Json] = {}
    for path in LETTERS:
        reading = read(path.read_bytes(), site=site, limits=Limits())
        found[path.stem] = json.loads(json.dumps(as_json(reading, file=path.name, site=site)))
    return found


def without_checks(reading: Json) -> Json:
    articles = [
        article | {"findings": [each for each in article["findings"] if each["check"] not in OF_CHECKS]}
        for article in reading["articles"]
    ]
    return reading | {"articles": articles}


def expected(name: str) -> Json:
    loaded: Json = json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def test_every_letter_has_its_case() -> None:
    assert {path.stem for path in (HERE / "expected").glob("*.json")} == {path.stem for path in LETTERS}
    assert len(LETTERS) == 20  # cases 1 to 13, 14a, four of 14b, 14c twice


@pytest.mark.parametrize("name", [path.stem for path in LETTERS])
def test_a_letter_gives_exactly_what_its_case_says(name: str, readings: Mapping[str, Json]) -> None:
    assert without_checks(readings[name]) == expected(name)


@pytest.mark.parametrize("key", ["title", "summary", "body_text", "byline", "photos", "column", "set_aside"])
def test_the_comparison_sees_every_part_of_an_article(key: str, readings: Mapping[str, Json]) -> None:
    good, wanted = readings["01-nam-rom"], expected("01-nam-rom")
    (article,) = good["articles"]
    assert without_checks(good) == wanted
    assert without_checks(good | {"articles": [article | {key: [article[key]]}]}) != wanted
