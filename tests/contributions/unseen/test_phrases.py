"""Each phrase around the same short article: what is written to the board goes, what is written for readers stays."""

from collections import Counter
from collections.abc import Sequence

import pytest

from ingest.anatomy.words import words
from ingest.read import read
from ingest.reading import ReadArticle
from tests.contributions.pictures import number_of
from tests.contributions.sending import DONG_THU, docx, sent, with_pictures
from tests.contributions.unseen.phrases import (
    BYLINES,
    CAPTIONS,
    CLOSINGS,
    DRESSED_TITLES,
    OPENINGS,
    SIGNATURES,
    STAYS,
    TITLES,
)
from tests.contributions.word import p, pic, word
from tinbai.limits import Limits

TITLE = "Thôn Đồng Thử khơi thông mương nước"
BODY = (
    (
        "Sáng 03/11, thôn Đồng Thử tổ chức nạo vét 800 m kênh nội đồng với 120 người tham gia. Kênh nghẽn bùn từ "
        "sau đợt mưa."
    ),
    "Đến trưa, nước đã về tới xứ đồng Cửa Đình, bà con phấn khởi hẹn nhau tuần tới làm tiếp đoạn còn lại.",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_an_opening_is_no_part_of_the_article(opening: str) -> None:
    assert_is_the_article(typed(opening, TITLE, *BODY))


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_closing_is_no_part_of_the_article(closing: str) -> None:
    assert_is_the_article(typed("Kính gửi BBT", TITLE, *BODY, closing))


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_signature_is_no_part_of_the_article(signature: str) -> None:
    assert_is_the_article(typed("Kính gửi BBT", TITLE, *BODY, "Trân trọng!", signature))


@pytest.mark.parametrize("sentence", STAYS)
def test_a_last_sentence_for_readers_stays(sentence: str) -> None:
    body = (*BODY, sentence)
    assert_is_the_article(typed("Kính gửi BBT", TITLE, *body), body=body)
    assert_is_the_article(typed("Kính gửi BBT", TITLE, *body, "Trân trọng!"), body=body)
    assert_is_the_article(in_word(p(TITLE, bold=True, align="center"), *map(p, body)), body=body)


@pytest.mark.parametrize(("line", "author"), BYLINES)
def test_a_byline_names_its_author(line: str, author: str | None) -> None:
    assert_is_signed(typed("Kính gửi BBT", TITLE, *BODY, line, "Trân trọng!"), author)


@pytest.mark.hard
@pytest.mark.parametrize(("line", "author"), BYLINES)
def test_a_byline_in_a_file_names_its_author(line: str, author: str | None) -> None:
    end = p(line, bold=True, align="right")
    assert_is_signed(in_word(p(TITLE, bold=True, align="center"), *map(p, BODY), end), author)


@pytest.mark.hard
@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_closing_above_a_signature_is_no_part_of_the_article(closing: str) -> None:
    assert_is_the_article(typed("Kính gửi BBT", TITLE, *BODY, closing, "Thôn Đồng Thử"))


@pytest.mark.hard
@pytest.mark.parametrize(("line", "caption"), CAPTIONS)
def test_a_line_below_a_picture_is_its_caption(line: str, caption: str) -> None:
    top, picture = p(TITLE, bold=True, align="center"), p(pic(1), align="center")
    page = f"<b>{TITLE}</b><p>{BODY[0]}</p><img src='cid:pic1'><p><i>{line}</i></p><p>{BODY[1]}</p>"
    for article in (
        in_word(top, p(BODY[0]), picture, p(line, italic=True, align="center"), p(BODY[1])),
        in_word(top, p(BODY[0]), picture, p(line, align="center"), p(BODY[1])),
        in_word(top, p(BODY[0]), picture, p(line), p(BODY[1])),
        only(sent(DONG_THU, "gui tin", with_pictures(page, [1]))),
    ):
        assert_is_the_article(article)
        assert {number_of(photo.sha256): photo.caption for photo in article.photos} == {1: caption}


@pytest.mark.hard
@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_known_without_its_dress(title: str) -> None:
    assert_is_the_article(typed("Kính gửi BBT", title, *BODY, "Tin: Lò Thị Thử"), title=title)
    assert_is_the_article(typed(title, *BODY), title=title)
    assert_is_the_article(in_word(p(title), *map(p, BODY)), title=title)


@pytest.mark.hard
@pytest.mark.parametrize("title", [*TITLES, *DRESSED_TITLES])
def test_a_title_is_known_by_its_dress(title: str) -> None:
    assert_is_the_article(in_word(p(title, bold=True, align="center"), *map(p, BODY)), title=title)
    assert_is_the_article(in_word(p(title, bold=True), *map(p, BODY)), title=title)


def typed(*lines: str) -> ReadArticle:
    """The only article of a letter with these lines."""
    return only(sent(DONG_THU, "gui tin", "\n\n".join(lines) + "\n"))


def in_word(*blocks: str) -> ReadArticle:
    """The only article of a letter with a Word file of these paragraphs."""
    return only(sent(DONG_THU, "gui tin", "Gửi BBT\n", docx("a.docx", word(*blocks))))


def assert_is_signed(article: ReadArticle, author: str | None) -> None:
    """The byline was taken, and says who wrote it; None: it names no author."""
    assert_is_the_article(article)
    assert article.byline
    assert author is None or article.author == author


def only(raw: bytes) -> ReadArticle:
    (article,) = read(raw, site=None, limits=Limits()).articles
    return article


def assert_is_the_article(article: ReadArticle, *, title: str = TITLE, body: Sequence[str] = BODY) -> None:
    """Nothing is missing and nothing is too much."""
    assert article.title == title
    given = Counter(words(f"{article.summary or ''} {article.body_text}"))
    wanted = Counter(words(" ".join(body)))
    assert (wanted - given, given - wanted) == (Counter(), Counter())
