"""A forwarded letter is the article: its writer is credited, who passed it on is named, the note stands aside."""

from functools import cache
from pathlib import Path

import pytest

from ingest.read import read
from ingest.reading import Reading
from tests.ingest.forwards import ARTICLE, TITLE, Forward, all_forwards, forward_of, forwarding_letter
from tests.ingest.openers.photos import jpeg
from tinbai.limits import Limits
from tinbai.site_data import SiteData, load

FORWARDS = all_forwards()
HEADER = "phần đầu của thư chuyển tiếp"
LONG_NOTE = (
    "Sáng 5/10, Phòng Văn hóa đã kiểm tra lại và thấy đêm văn nghệ có 13 tiết mục.",
    "Ngoài ra có 300 khán giả, đông nhất từ trước đến nay.",
)


@cache
def the_site() -> SiteData:
    return load(Path(__file__).parents[1] / "mail" / "site.toml")


def reading_of(forward: Forward, subject: str, attached: bytes = b"") -> Reading:
    return read(forwarding_letter(forward, subject, attached=attached), site=the_site(), limits=Limits())


@pytest.mark.parametrize("subject", ["Fwd: tin thon", "Tin bài tuần 40"])
@pytest.mark.parametrize("forward", FORWARDS.values(), ids=FORWARDS.keys())
def test_the_forwarded_text_is_the_article_and_its_writer_is_credited(forward: Forward, subject: str) -> None:
    (article,) = reading_of(forward, subject).articles
    text = " ".join(filter(None, [article.title, article.summary, article.body_text]))
    assert text.split() == " ".join((TITLE, *ARTICLE)).split()
    assert article.unit == "Thôn Đồng Thử"
    assert article.forwarded_by is not None
    assert article.forwarded_by.address == "vhxh@songmau.example"
    wanted = [("lời thư", " ".join(forward.note)), (HEADER, " ".join(forward.header))]
    found = [(piece.why, told(piece.text)) for piece in article.set_aside]
    assert found == [(why, told(text)) for why, text in wanted if text]


def told(text: str) -> str:
    """The words with their signs; drawn lines, quotation marks and folds do not count."""
    return " ".join(word for word in text.split() if word.strip("_->"))


def test_the_photo_of_a_forwarded_letter_goes_with_its_article() -> None:
    (article,) = reading_of(FORWARDS["gmail, vi, html, a request"], "Fwd: tin thon", jpeg()).articles
    assert [photo.filename for photo in article.photos] == ["van nghe.jpg"]


@pytest.mark.parametrize("form", ["plain", "html"])
def test_a_note_that_has_something_to_say_is_kept(form: str) -> None:
    forward = forward_of("gmail", "vi", LONG_NOTE, is_html=form == "html")
    (article,) = reading_of(forward, "Fwd: tin thon").articles
    text = " ".join(filter(None, [article.title, article.summary, article.body_text]))
    assert sorted(" ".join((*LONG_NOTE, TITLE, *ARTICLE)).split()) == sorted(text.split())


def test_of_what_was_forwarded_twice_the_first_writer_is_credited() -> None:
    forward = FORWARDS["gmail, en, plain, a request"]
    outer = (
        "Chuyển BBT.\n\n---------- Forwarded message ---------\nFrom: Văn phòng <vanphong@songmau.example>\n"
        "Date: Mon, Oct 5, 2026 at 8:00 AM\nSubject: Fwd: tin thon\nTo: vhxh@songmau.example\n\n"
    )
    twice = Forward(content=outer + forward.content, is_html=False, note=(), header=())
    (article,) = reading_of(twice, "Fwd: Fwd: tin thon").articles
    assert article.unit == "Thôn Đồng Thử"
    assert (article.title or "", *article.body_text.split("\n"))[0].startswith(TITLE)


def test_the_form_inside_a_forwarded_letter_is_not_taken_for_its_header() -> None:
    forward = FORWARDS["gmail, vi, plain, no note"]
    labelled = forward.content.replace(TITLE, f"Tiêu đề: {TITLE}\nNội dung:")
    (article,) = reading_of(Forward(content=labelled, is_html=False, note=(), header=()), "Fwd: tin thon").articles
    assert article.title == TITLE
