"""Boundaries missing, false, equal, prefixed, hidden or broken, empty lines missing, ends too early or too late."""

import pytest

from ingest import mime
from ingest.mending import AFTER_THE_END
from ingest.parse import parse
from tests.ingest.mime_letters import HEAD, HTML, LIMITS, PLAIN, PNG, base64_part, multipart, parsed

PICTURE = base64_part("Content-Type: image/png\r\n", PNG)
PARTS = f"--X\r\n{PLAIN}một\r\n--X\r\n{PICTURE}\r\n--X--\r\n"
ALTERNATIVE = multipart("alternative", f"{PLAIN}một", f"{HTML}<p>một</p>", boundary="B")
BROKEN = {
    "no boundary declared": f"{HEAD}Content-Type: multipart/mixed\r\n\r\n{PARTS}",
    "empty boundary": f'{HEAD}Content-Type: multipart/mixed; boundary=""\r\n\r\n{PARTS}',
    "another boundary declared": f"{HEAD}Content-Type: multipart/mixed; boundary=Y\r\n\r\n{PARTS}",
    "dashes in the declaration": f'{HEAD}Content-Type: multipart/mixed; boundary="--X"\r\n\r\n{PARTS}',
    "quote never closed": f'{HEAD}Content-Type: multipart/mixed; boundary="X\r\n\r\n{PARTS}',
    "declared twice": f"{HEAD}Content-Type: multipart/mixed; boundary=Y; boundary=X\r\n\r\n{PARTS}",
    "space at the end": f'{HEAD}Content-Type: multipart/mixed; boundary="X  "\r\n\r\n{PARTS}',
    "no type at all": f"{HEAD}\r\n{PARTS}",
    "no type, a preamble": f"{HEAD}\r\nThis is a multi-part message in MIME format.\r\n{PARTS}",
    "headers below an empty line": f"From: a@songmau.example\r\nSubject: Tin\r\n\r\nMIME-Version: 1.0\r\n"
    f"Content-Type: multipart/mixed; boundary=X\r\n\r\n{PARTS}",
    "no empty line below the headers": f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n{PARTS}",
    "never closed": f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n{PARTS.removesuffix(chr(13) + chr(10))}"[
        :-5
    ],
    "closed too early": f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n"
    f"--X\r\n{PLAIN}một\r\n--X--\r\n--X\r\n{PICTURE}\r\n--X--\r\n",
    "another boundary after the end": f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n"
    f"--X\r\n{PLAIN}một\r\n--X--\r\n--Z\r\n{PICTURE}\r\n--Z--\r\n",
    "blanks after the boundary": f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n"
    + PARTS.replace("--X\r\n", "--X \t\r\n"),
    "encoded as a whole": HEAD
    + base64_part("Content-Type: multipart/mixed; boundary=X\r\n", PARTS.encode()).replace("\r\n\r\n", "\r\n\r\n", 1),
    "encoded as a whole, another boundary": HEAD
    + base64_part("Content-Type: multipart/mixed; boundary=Y\r\n", PARTS.encode()),
    "inner one with a longer boundary": HEAD
    + multipart(
        "mixed", multipart("alternative", f"{PLAIN}một", f"{HTML}<p>một</p>", boundary="X1"), PICTURE, boundary="X"
    ),
    "inner one with a shorter boundary": HEAD
    + multipart(
        "mixed", multipart("alternative", f"{PLAIN}một", f"{HTML}<p>một</p>", boundary="X"), PICTURE, boundary="X1"
    ),
    "inner one with an equal boundary": HEAD + multipart("mixed", ALTERNATIVE, PICTURE),
    "inner one never closed": HEAD
    + multipart(
        "mixed", multipart("alternative", f"{PLAIN}một", f"{HTML}<p>một</p>", end=False), PICTURE, boundary="X"
    ),
    "outer one never closed": HEAD + multipart("mixed", ALTERNATIVE, PICTURE, boundary="X", end=False),
}


@pytest.mark.parametrize("letter", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("line_end", ["\r\n", "\n"], ids=["CRLF", "LF"])
def test_what_a_person_could_read_in_a_broken_letter_is_read(letter: str, line_end: str) -> None:
    read = parsed(letter.replace("\r\n", line_end))
    assert read.text == "một"
    assert [(part.filename, part.content) for part in read.parts] == [("anh-1.png", PNG)]


LOST_WITHOUT_MENDING = (
    "no boundary declared", "another boundary declared", "no type at all", "headers below an empty line",
    "closed too early", "encoded as a whole", "inner one with an equal boundary",
)  # fmt: skip


@pytest.mark.parametrize("name", LOST_WITHOUT_MENDING)
def test_without_the_repair_it_would_be_lost(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mime, "mend", lambda _message, _parse: [])
    read = parsed(BROKEN[name])
    assert (read.text, [part.content for part in read.parts]) != ("một", [PNG])


def test_a_big_attachment_in_a_broken_letter_keeps_its_bytes() -> None:
    big = PNG * 200  # long enough to be cut out of what the parser sees
    part = base64_part("Content-Type: image/png; name=a.png\r\n", big)
    letter = f"{HEAD}Content-Type: multipart/mixed; boundary=Y\r\n\r\n--X\r\n{PLAIN}một\r\n--X\r\n{part}\r\n--X--\r\n"
    assert [part.content for part in parsed(letter).parts] == [big]
    head = f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n"
    late = f"{head}--X\r\n{PLAIN}một\r\n--X--\r\n--X\r\n{part}\r\n--X--\r\n"
    assert [part.content for part in parsed(late).parts] == [big]


@pytest.mark.parametrize("lost", [0, 1, 7, 40, 100])
def test_a_letter_that_ends_early_gives_what_came(lost: int) -> None:
    whole = f"{HEAD}Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\n{PLAIN}một\r\n--X\r\n{PICTURE}"
    read = parsed(whole[: len(whole) - lost])
    assert read.text == "một"
    (picture,) = read.parts
    assert PNG.startswith(picture.content)
    assert len(picture.content) >= len(PNG) - lost


def test_text_that_has_no_empty_line_before_it_is_text_and_no_header() -> None:
    part = "Content-Type: text/plain; charset=utf-8\r\nTin: họp dân\r\nhai"
    assert parsed(HEAD + multipart("mixed", part)).text == "Tin: họp dân\nhai"
    assert parsed(f"{HEAD}Tin: hop dan\r\nhai ba\r\n").text == "Tin: hop dan\nhai ba"


def test_words_after_the_end_are_told() -> None:
    assert AFTER_THE_END in parsed(HEAD + multipart("mixed", f"{PLAIN}một") + "chân thư của máy chủ\r\n").defects
    assert AFTER_THE_END not in parsed(HEAD + multipart("mixed", f"{PLAIN}một") + "\r\n\r\n").defects


def test_only_words_where_parts_were_promised_are_the_text() -> None:
    read = parsed(f"{HEAD}Content-Type: multipart/mixed; boundary=B\r\n\r\nchỉ có lời\r\n--B--\r\n")
    assert read.text == "chỉ có lời"


def test_a_plain_letter_about_boundaries_is_left_alone() -> None:
    text = "một\n--X\nContent-Type: text/plain\n\nhai"
    letter = f"{HEAD}{PLAIN}{text}"
    assert parsed(letter).text == text


def test_two_content_types_and_two_boundaries_the_first_counts() -> None:
    read = parsed("Content-Type: text/plain\r\nContent-Type: text/html\r\n\r\n<p>một</p>")
    assert (read.text, read.html) == ("<p>một</p>", None)


def test_many_false_multiparts_are_read_in_linear_time() -> None:
    """As many as 300 kB hold."""
    one = "--A\r\nContent-Type: multipart/mixed; boundary=Y\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\na\r\n"
    raw = (f"{HEAD}Content-Type: multipart/mixed; boundary=A\r\n\r\n" + one * (300_000 // len(one))).encode()
    assert parse(raw, LIMITS).text.split()[-1] == "a"
