"""The whole way of a letter, from its bytes to a reading."""

from functools import cache
from pathlib import Path

import pytest

from ingest import opening
from ingest import read as module
from ingest.letter import Part
from ingest.read import header_block, read
from ingest.reading import Reading, Verdict
from ingest.runnable import is_program
from tinbai.kind import Kind
from tinbai.limits import Limits
from tinbai.site_data import SiteData, load

ROOT = Path(__file__).parents[2]
LIMITS = Limits()


@cache
def the_site() -> SiteData:
    return load(ROOT / "tests/mail/site.toml")


@cache
def case(name: str) -> bytes:
    (path,) = (ROOT / "tests/mail/letters").glob(f"{name}*.eml")
    return path.read_bytes()


@cache
def reading_of(name: str) -> Reading:
    return read(case(name), site=the_site(), limits=LIMITS)


def test_the_good_letter_becomes_one_article_with_its_photos():
    reading = reading_of("01-")
    assert reading.verdict is Verdict.ARTICLES
    assert reading.reason is None
    (article,) = reading.articles
    assert article.title == "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
    assert len(article.photos) == 2


def test_archives_are_opened_and_tell_what_came_out_of_them():
    inside = {part.filename: part.inside for part in reading_of("05-").letter.parts}
    assert inside["3. Thôn Cầu Giả.docx"] == "Tin bai tuan 40.zip"
    assert len(reading_of("05-").articles) == 4


def test_legacy_encodings_of_the_subject_are_repaired():
    assert reading_of("03-").letter.subject == "tin lam đường GTNT"
    assert reading_of("04-").letter.subject == "Nước sạch về với người dân ấp Hòa Bình"


@pytest.mark.parametrize("name", ["14b-1", "14b-2", "14b-3", "14b-4"])
def test_a_machine_s_letter_is_nothing_with_its_reason(name):
    reading = reading_of(name)
    assert reading.verdict is Verdict.NOTHING
    assert reading.reason
    assert reading.letter.automatic
    assert reading.articles == ()


def test_an_impostor_with_macros_is_held_and_its_article_is_filled_in():
    reading = reading_of("14a")
    assert reading.verdict is Verdict.HELD
    assert "macro" in (reading.reason or "")
    assert reading.articles


def test_a_citizen_who_asks_is_never_held_for_being_unknown():
    reading = reading_of("13-")
    assert reading.verdict is Verdict.ARTICLES
    assert [article.kind for article in reading.articles] == [Kind.QUESTION]


def test_a_stranger_is_held_with_a_site_and_not_without():
    raw = (
        "From: Người Lạ <la@khong-quen.example>\r\nSubject: Tin: Đại hội chi bộ\r\n\r\n".encode()
        + ("Sáng 10/10, chi bộ thôn tổ chức đại hội, có 45 đảng viên dự và bầu ban chi ủy mới.\r\n" * 8).encode()
    )
    held = read(raw, site=the_site(), limits=LIMITS)
    assert held.verdict is Verdict.HELD
    assert held.reason
    assert held.articles
    assert read(raw, site=None, limits=LIMITS).verdict is Verdict.ARTICLES


def test_without_opening_what_came_along_it_is_listed_all_the_same():
    reading = read(case("05-"), site=None, limits=LIMITS, open_attachments=False)
    assert [part.filename for part in reading.letter.parts] == ["Tin bai tuan 40.zip"]


@pytest.mark.parametrize("raw", [b"", b"\0", b"\r\n\r\n", b"\xff" * 1000, b"Subject: \xe1\xbb\r\n", b"--\r\n" * 100])
def test_no_bytes_at_all_make_it_raise(raw):
    assert isinstance(read(raw, site=the_site(), limits=LIMITS), Reading)


def test_a_letter_over_the_limit_is_held_and_its_headers_are_read():
    raw = b"From: hnd@songmau.example\r\nSubject: Tin\r\n\r\n" + b"x" * 5000
    reading = read(raw, site=None, limits=Limits(read_bytes=1000))
    assert reading.verdict is Verdict.HELD
    assert reading.letter.subject == "Tin"


def broken(*_args: object) -> None:
    raise ValueError("broken")


def test_an_opener_that_fails_costs_its_part_and_not_the_letter(monkeypatch):
    monkeypatch.setattr(opening, "open_part", broken)
    reading = read(case("01-"), site=None, limits=LIMITS)
    assert {finding.check for finding in reading.findings} == {"attachment_unreadable"}
    assert reading.articles


def test_an_anatomy_that_fails_leaves_all_words_in_one_article(monkeypatch):
    monkeypatch.setattr(module, "shape", broken)
    (article,) = read(case("01-"), site=None, limits=LIMITS).articles
    assert "30 nữ và 15 nam" in article.body_text
    assert "Kính gửi" in article.body_text
    assert [finding.check for finding in article.findings] == ["not_taken_apart"]


def test_a_parser_that_fails_leaves_an_empty_letter_with_a_defect(monkeypatch):
    monkeypatch.setattr(module, "parse", broken)
    reading = read(case("01-"), site=None, limits=LIMITS)
    assert reading.letter.defects == ("không đọc được thư: ValueError",)


@pytest.mark.parametrize(
    ("raw", "headers"),
    [(b"A: 1\r\nB: 2\r\n\r\nbody", b"A: 1\r\nB: 2\r\n\r\n"), (b"A: 1\n\nb", b"A: 1\r\n\r\n"), (b"A: 1", b"A: 1")],
)
def test_the_headers_end_at_the_first_empty_line(raw, headers):
    assert header_block(raw, LIMITS) == headers


@pytest.mark.parametrize(
    ("name", "content", "program"),
    [("a.exe", b"x", True), ("anh.jpg", b"MZ\x90", True), ("bai.docx", b"PK", False), ("A.SCR", b"", True)],
)
def test_a_program_is_known_by_its_bytes_or_its_name(name, content, program):
    assert is_program(Part(filename=name, media_type="image/jpeg", content=content)) is program
