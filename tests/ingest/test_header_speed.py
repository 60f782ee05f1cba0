"""Headers made to cost: the work is bounded, and grows with the length and not with its square."""

import time
from collections.abc import Callable

import pytest

from ingest.addresses import MAX_ADDRESSES, MAX_LENGTH, parse_addresses
from ingest.charset import decode
from ingest.dates import parse_date
from ingest.encoded_words import text_of_header
from ingest.html_charset import html_label
from ingest.parameters import MAX_PARAMETERS, parse_parameters
from tinbai.text import clean_line, nfc

HOSTILE: dict[str, tuple[Callable[[str], object], str, str]] = {
    "semicolons after an open quotation mark": (parse_parameters, 'text/plain; a="', ";"),
    "quotation marks and semicolons": (parse_parameters, "text/plain", '";'),
    "parameters": (parse_parameters, "x", "; a=b"),
    "spaces in a value": (parse_parameters, "a; b=c", " "),
    "quotation marks and brackets": (parse_parameters, 'a; b="', '"('),
    "words in a file name": (parse_parameters, 'a; filename="', "=?a?q?"),
    "addresses": (parse_addresses, "", "a@b.example, "),
    "angle brackets": (parse_addresses, "", "<<,"),
    "comments": (parse_addresses, "", "("),
    "quotation marks": (parse_addresses, "", '"'),
    "letters before no sign": (parse_addresses, "", "a"),
    "open words in addresses": (parse_addresses, "", "=?a?q?"),
    "words": (text_of_header, "", "=?utf-8?q?a?= "),
    "open words": (text_of_header, "", "=?a?q?"),
    "question marks": (text_of_header, "=?utf-8?q?", "?=41"),
    "two charsets in turn": (text_of_header, "", "=?utf-8?q?a?= =?koi8-r?q?a?= "),
    "shifts": (lambda text: decode(text.encode(), "utf-7"), "", "+"),
    "shifted": (lambda text: decode(text.encode(), "utf-7"), "", "+AAA"),
    "marks of windows-1258": (lambda text: decode(text.encode("latin-1"), "windows-1258"), "", "e\xec"),
    "lines of bad bytes": (lambda text: decode(text.encode("latin-1"), "utf-8"), "\xe1\xba\xbf", "\xff\xfe\xfd\n"),
    "encoded again": (lambda text: decode(text.encode("utf-8"), "utf-8"), "", "á»¦"),
    "open tags": (lambda text: html_label(text.encode(), None), "", "<meta "),
    "open comments": (lambda text: html_label(text.encode(), None), "", "<!--"),
    "marks in turn": (nfc, "a", "\u0323\u0302"),
    "marks that become two": (nfc, "a", "\u0344"),
    "vowels that become marks": (nfc, "a", "\u0f73"),
    "direction marks between marks": (clean_line, "a", "\u0323\u202e\u0302"),
    "a date of figures": (parse_date, "", "1 "),
    "a date of brackets": (parse_date, "", "("),
}


@pytest.mark.hard
@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_length_costs_hardly_more_than_twice_the_time(kind: str) -> None:
    read, first, repeated = HOSTILE[kind]
    short = first + repeated * (200_000 // len(repeated))
    long = first + repeated * (800_000 // len(repeated))
    read(short)

    def fastest(text: str) -> float:
        spent = []
        for _ in range(3):
            started = time.process_time()
            read(text)
            spent.append(time.process_time() - started)
        return min(spent)

    # Four times the length: sixteen times the time would be quadratic.
    assert fastest(long) < 8 * max(fastest(short), 0.005)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_answered(kind: str) -> None:
    read, first, repeated = HOSTILE[kind]
    read(first + repeated * (20_000 // len(repeated)))


def test_what_is_read_of_a_header_is_bounded() -> None:
    assert len(parse_addresses("a@b.example, " * 50_000)) <= MAX_ADDRESSES
    assert sum(len(one.name or "") for one in parse_addresses("a " * MAX_LENGTH)) <= MAX_LENGTH
    assert len(parse_parameters("x" + "".join(f"; a{n}=b" for n in range(5_000))).values) <= MAX_PARAMETERS
    assert text_of_header("=?utf-8?q?a?= " * 50_000).count("=?") == 50_000 - 200
