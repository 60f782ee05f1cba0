"""Five hundred broken letters: each one is answered, in the form of the contract."""

import json
from pathlib import Path

import jsonschema
import pytest

from ingest.contract import as_json
from ingest.parse_files import as_line, read_or_hold
from ingest.sandbox import Reader
from tests.mail.malformed import malformed
from tinbai.limits import Limits

SCHEMA = json.loads((Path(__file__).parents[2] / "ingest/contract.schema.json").read_text(encoding="utf-8"))
LETTERS = 500
LIMITS = Limits(wall_seconds=20, cpu_seconds=10)


@pytest.mark.timeout(600)
def test_every_one_of_five_hundred_broken_letters_is_answered_in_the_form_of_the_contract():
    validator = jsonschema.Draft202012Validator(SCHEMA)
    unanswered = []
    with Reader(limits=LIMITS) as reader:
        for number, raw in enumerate(malformed(LETTERS, seed=20261122)):
            reading = read_or_hold(reader, raw, site=None, limits=LIMITS)
            validator.validate(json.loads(as_line(as_json(reading, file=f"{number}.eml", site=None))))
            if "Không đọc được thư trong giới hạn" in (reading.reason or ""):
                unanswered.append(number)
    assert len(unanswered) <= LETTERS // 100, f"too many letters beyond the limits: {unanswered}"
