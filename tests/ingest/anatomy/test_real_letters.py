"""The committed letters, from bytes: what anatomy makes of what the parser and the openers really give."""

from pathlib import Path

import pytest

from ingest.anatomy import Shaped
from ingest.anatomy.conservation import missing_words, text_of_source
from ingest.opening import open_parts
from ingest.parse import parse
from ingest.read import read
from ingest.reading import ReadArticle, Reading
from tinbai.finding import Severity
from tinbai.limits import Limits
from tinbai.site_data import load

MAIL = Path("tests/mail")
LETTERS = sorted((MAIL / "letters").glob("*.eml"))
SITE = load(MAIL / "site.toml")


def reading(start: str) -> Reading:
    path = next(path for path in LETTERS if path.name.startswith(start))
    return read(path.read_bytes(), site=SITE, limits=Limits())


def only(start: str) -> ReadArticle:
    (article,) = reading(start).articles
    return article


def warnings(article: ReadArticle) -> list[str]:
    return [finding.check for finding in article.findings if finding.severity is not Severity.HINT]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_no_word_of_letter_or_document_is_lost(path: Path) -> None:
    raw = path.read_bytes()
    result = read(raw, site=SITE, limits=Limits())
    if not result.articles:
        return
    shaped = Shaped(articles=tuple(result.articles), set_aside=tuple(result.set_aside), photos=tuple(result.photos))
    sources = open_parts(parse(raw, Limits()), Limits()).sources
    assert not missing_words([result.letter.text, *map(text_of_source, sources)], shaped)


def test_case_1_gives_an_article_without_warnings() -> None:
    article = only("01")
    assert [(photo.filename, bool(photo.caption)) for photo in article.photos] == [("1.jpg", True), ("2.jpg", True)]
    assert (article.author, article.unit, article.genre) == ("Thí Điểm", "Hội Nông dân", "Tin")
    assert [column.name for column in article.columns][:2] == ["Kinh tế", "Mặt trận – đoàn thể"]
    assert warnings(article) == []


@pytest.mark.parametrize(
    ("start", "title"),
    [
        ("02", "Trường THCS An Mẫu tổ chức kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam"),
        ("03", "Hội Nông dân xã An Mẫu ra quân làm đường giao thông nông thôn"),
    ],
)
def test_cases_2_and_3_propose_the_title_in_sentence_case(start: str, title: str) -> None:
    proposals = [finding.repairs for finding in only(start).findings if finding.check == "title_shouting"]
    assert proposals == [(title,)]


def test_case_4_has_its_author_and_two_photos_from_the_archive() -> None:
    article = only("04")
    assert (article.title, article.author) == ("Nước sạch về với người dân ấp Hòa Bình", "Bác sĩ Giả Định")
    assert [photo.filename for photo in article.photos] == ["a1.jpg", "a2.jpg"]


def test_case_5_gives_four_articles_of_three_hamlets_forwarded_by_an_office() -> None:
    result = reading("05")
    units = [article.unit for article in result.articles]
    assert units == ["Thôn Đồng Thử", "Thôn Bãi Mẫu", "Thôn Cầu Giả", "Thôn Cầu Giả"]
    assert [len(article.photos) for article in result.articles] == [4, 1, 0, 0]
    forwarders = {article.forwarded_by.address for article in result.articles if article.forwarded_by}
    assert forwarders == {"vhxh@songmau.example"}


def test_case_6_merges_the_doubled_photo_and_drops_the_emoji() -> None:
    result = reading("06")
    (article,) = result.articles
    assert article.title is None
    assert [photo.filename for photo in article.photos] == ["IMG_2034.HEIC", "z6000000000001_0a1b2c3d.jpg"]
    assert "body_short" in warnings(article)


def test_case_7_warns_of_every_slip_that_its_case_names_and_of_nothing_else() -> None:
    assert sorted(warnings(only("07"))) == [
        "caption_missing", "date_impossible", "district_ended", "leader_title", "share_wrong", "sum_parts",
        "title_shouting", "weekday_wrong", "words_differ",
    ]  # fmt: skip


def test_case_8_is_a_document_whose_pdf_is_attached() -> None:
    article = only("08")
    assert (article.kind, article.fields["number"], article.fields["issued"]) == (
        "document",
        "45/KH-UBND",
        "07/10/2026",
    )
    assert [attachment.filename for attachment in article.attachments] == ["45-KH-UBND.signed.pdf"]


def test_case_10_withholds_the_photo_of_the_denunciation() -> None:
    result = reading("10")
    assert result.articles[0].photos == ()
    assert [photo.filename for photo in result.photos] == ["Don to cao - ban viet tay.jpg"]


def test_case_12_has_one_photo_and_nothing_else() -> None:
    article = only("12")
    assert [photo.filename for photo in article.photos] == ["anh.jpg"]
    assert article.attachments == ()


def test_case_13_is_a_question() -> None:
    assert only("13").kind == "question"
