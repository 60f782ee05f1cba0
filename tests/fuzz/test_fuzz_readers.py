"""Fuzzing of what reads headers, structure and HTML: nothing raises, and what comes out can be stored and shown.

Some hundred examples each in the normal run; in the hard run for SECONDS, with new examples every time.
"""

import json
import re
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ingest.body import body_source
from ingest.contract import as_json
from ingest.letter import Address, Letter
from ingest.parse import parse
from ingest.parse_files import as_line
from ingest.read import read
from tests.fuzz.strategies import header_values, headers, letters, pages
from tinbai.clean import clean
from tinbai.html_size import too_hard
from tinbai.limits import Limits

SCHEMA = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "ingest/contract.schema.json").read_text(encoding="utf-8"))
)
LIMITS = Limits()
SECONDS = 60  # for each of the readers
NEVER_ON_A_LINE = re.compile("[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NEVER_IN_A_TEXT = re.compile("[\x00\ud800-\udfff]")


def read_headers_of(value: bytes) -> None:
    """A value in every header that has a reader of its own."""
    names = (b"From", b"To", b"Subject", b"Date", b"Message-ID", b"References", b"X-Any", b"Authentication-Results")
    whole = b"".join(name + b": " + value + b"\r\n" for name in names)
    part = b"Content-Type: application/pdf; " + value + b"\r\nContent-Disposition: attachment; " + value + b"\r\n"
    assert_sound(parse(whole + part + b"\r\nx", LIMITS))


def read_letter(raw: bytes) -> None:
    assert_sound(parse(raw, LIMITS))
    reading = read(raw, site=None, limits=LIMITS)
    SCHEMA.validate(json.loads(as_line(as_json(reading, file="a.eml", site=None))))
    assert_sound(reading.letter)


def read_page(page: str) -> None:
    raw = b"From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode("utf-8", "surrogatepass")
    letter = parse(raw, LIMITS)
    assert_sound(letter)
    body_source(letter, LIMITS)
    cleaned = clean(page, limits=LIMITS)
    assert clean(cleaned, limits=LIMITS) == cleaned
    too_hard(page, size=LIMITS.html_bytes, depth=LIMITS.html_depth)


def assert_sound(letter: Letter) -> None:
    """What holds of every letter, whatever its bytes were."""
    for line in _lines(letter):
        assert not NEVER_ON_A_LINE.search(line), ascii(line)
        assert line == line.strip()
    for text in (letter.text, letter.html or "", *letter.defects):
        assert not NEVER_IN_A_TEXT.search(text)
    for part in letter.parts:
        assert part.filename
        assert "/" not in part.filename
        assert part.sha256 == sha256(part.content).hexdigest()
    assert letter.date is None or letter.date.utcoffset() is not None


def _lines(letter: Letter) -> list[str]:
    """Everything that stands on one line of a page or of a record."""
    people: list[Address | None] = [letter.sender, *letter.to, *letter.cc, *letter.reply_to]
    lines = [
        letter.message_id,
        letter.subject,
        letter.in_reply_to,
        *letter.references,
        *(letter.headers or {}).values(),
    ]
    lines += letter.authentication_results
    lines += [value for one in people if one for value in (one.name, one.address)]
    lines += [
        value for part in letter.parts for value in (part.filename, part.media_type, part.content_id, part.inside)
    ]
    return [line for line in lines if line is not None]


READERS: dict[str, tuple[Callable[..., None], st.SearchStrategy[object]]] = {
    "headers": (read_headers_of, header_values),
    "header blocks": (read_letter, headers.map(lambda block: block + b"\r\nTin.\r\n")),
    "structure": (read_letter, letters),
    "HTML": (read_page, pages),
}


@pytest.mark.parametrize("name", READERS)
def test_some_hundred_examples_are_read(name: str) -> None:
    reader, examples = READERS[name]
    settings(max_examples=150)(given(examples)(reader))()


@pytest.mark.hard
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", READERS)
def test_new_examples_are_read_for_a_while(name: str) -> None:
    reader, examples = READERS[name]
    end = time.monotonic() + SECONDS
    count = 0

    def one(example: object) -> None:
        nonlocal count
        count += 1
        reader(example)

    fuzz = settings(
        max_examples=100, database=None, derandomize=False, deadline=None,
        phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
    )(given(examples)(one))  # fmt: skip
    while time.monotonic() < end:
        fuzz()
    assert count >= 100


@pytest.mark.parametrize(
    "broken",
    [
        Letter(message_id=None, date=None, subject="a\rb", sender=None),
        Letter(message_id=None, date=None, subject=None, sender=Address(name="a\u202eb", address=None)),
        Letter(message_id=None, date=None, subject=None, sender=None, text="a\ud800"),
        Letter(message_id=None, date=None, subject=None, sender=None, headers={"x": "a\x00"}),
    ],
)
def test_what_is_not_sound_is_found(broken: Letter) -> None:
    with pytest.raises(AssertionError):
        assert_sound(broken)
