"""What `tinbai parse` prints keeps its contract, for every letter of the tree."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from ingest.contract import as_json
from ingest.letter import Address, Letter, Part
from ingest.parse_files import as_line
from ingest.read import read
from ingest.reading import ColumnGuess, ReadArticle, Reading, ReadPhoto, Verdict
from ingest.source import SetAside
from tinbai.finding import Finding, Severity, Where
from tinbai.limits import Limits
from tinbai.site_data import SiteData, load

ROOT = Path(__file__).parents[2]
LETTERS = sorted((ROOT / "tests/mail/letters").glob("*.eml"))
SCHEMA = json.loads((ROOT / "ingest/contract.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
EMPTY = Letter(message_id=None, date=None, subject=None, sender=None)


@cache
def the_site() -> SiteData:
    return load(ROOT / "tests/mail/site.toml")


def full_reading() -> Reading:
    finding = Finding(
        check="caption_missing", severity=Severity.WARN, where=Where(field="photos", block=0), message="x"
    )
    photo = ReadPhoto(sha256="0" * 64, filename="a.jpg", caption="chú thích", place=-1)
    article = ReadArticle(
        title="Tin",
        summary=None,
        body_html="<p>x</p>",
        body_text="x",
        columns=(ColumnGuess(name="Kinh tế", reason="từ khóa", confidence=0.8),),
        forwarded_by=Address(name=None, address="vhxh@songmau.example"),
        fields={"number": "45/KH-UBND"},
        photos=(photo,),
        set_aside=(SetAside(text="Kính gửi", why="lời chào"),),
        findings=(finding,),
    )
    letter = replace(
        EMPTY,
        date=datetime(2026, 10, 15, 7, 5, tzinfo=UTC),
        to=(Address(name="BBT", address="bbt.anmau@songmau.example"),),
        parts=(Part(filename="a.jpg", media_type="image/jpeg", content=b"abc"),),
    )
    return Reading(
        letter=letter, verdict=Verdict.ARTICLES, reason=None, articles=(article,), photos=(photo,), findings=(finding,)
    )


def test_the_schema_is_itself_valid_and_requires_every_key():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for definition in (SCHEMA, SCHEMA["properties"]["message"], *SCHEMA["$defs"].values()):
        assert sorted(definition["required"]) == sorted(definition["properties"])
        assert definition.get("additionalProperties", True) is True or not definition["properties"]


@pytest.mark.parametrize("reading", [Reading(letter=EMPTY, verdict=Verdict.NOTHING, reason="rỗng"), full_reading()])
def test_empty_and_full_readings_have_every_key(reading):
    VALIDATOR.validate(as_json(reading, file="a.eml", site=None))


def test_the_first_proposed_column_is_the_column_and_without_a_site_there_is_none():
    assert as_json(full_reading(), file="a", site=the_site())["articles"][0]["column"] == "Kinh tế"
    without = as_json(full_reading(), file="a", site=None)["articles"][0]
    assert without["column"] is None
    assert without["columns"] == []


def test_a_part_is_told_by_its_size_and_hash_and_never_by_its_bytes():
    part = as_json(full_reading(), file="a", site=None)["message"]["parts"][0]
    assert part["size"] == 3
    assert part["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert "content" not in part


def test_a_line_holds_no_nul_and_no_lone_surrogate_and_is_one_line():
    reading = Reading(letter=replace(EMPTY, text="a\0b\ud800c\nd\u2028e"), verdict=Verdict.NOTHING, reason=None)
    line = as_line(as_json(reading, file="tệp\udcff.eml", site=None))
    assert "\n" not in line
    line.encode()
    assert json.loads(line)["message"]["text"] == "a\ufffdb\ufffdc\nd\u2028e"


@pytest.mark.parametrize("with_site", [False, True], ids=["without a site", "with a site"])
@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_every_letter_of_the_tree_keeps_the_contract(path, with_site):
    site = the_site() if with_site else None
    reading = read(path.read_bytes(), site=site, limits=Limits())
    VALIDATOR.validate(json.loads(as_line(as_json(reading, file=str(path), site=site))))
