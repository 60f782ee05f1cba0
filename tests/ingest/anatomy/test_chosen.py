"""Every decision of the reader says how sure it is and what else there was, and is surer where there is more to see."""

from dataclasses import replace
from functools import cache

import pytest

from ingest.read import read
from ingest.reading import Chosen, ReadArticle
from tests.contributions.corpus import ALL
from tests.contributions.reading import contribution, reading
from tests.ingest.corrections import TEXT, TITLE, Sent
from tests.ingest.letters_here import SITE_DATA, raw_letter
from tests.mail.making.docx import document, paragraph
from tests.review.office import a_picture
from tinbai.limits import Limits
from tinbai.site_data import load

SURE = 0.9
FIELDS = {"source", "items", "encoding", "kind", "title", "summary", "byline", "author", "unit", "genre"}


@cache
def letter_article(name: str) -> ReadArticle:
    return read(raw_letter(name), site=load(SITE_DATA), limits=Limits()).articles[0]


def sent_article(sent: Sent) -> ReadArticle:
    return read(sent.raw(), site=load(SITE_DATA), limits=Limits()).articles[0]


def of(article: ReadArticle, field: str) -> Chosen:
    return next(each for each in article.chosen if each.field == field)


def values(chosen: Chosen) -> list[str]:
    return [other.value for other in chosen.others]


@pytest.mark.parametrize("name", ALL)
def test_every_decision_is_told_once_with_a_reason_and_no_choice_twice(name: str) -> None:
    for article in reading(name).articles:
        fields = [(each.field, each.about) for each in article.chosen]
        assert len(fields) == len(set(fields))
        assert {field for field, _ in fields} >= FIELDS
        assert {about for field, about in fields if field == "caption"} == {photo.sha256 for photo in article.photos}
        for each in article.chosen:
            assert 0 < each.confidence <= 1
            assert each.reason
            assert each.value not in values(each)
            assert len(set(values(each))) == len(each.others)
            assert all(other.label for other in each.others)


def test_what_the_reader_is_sure_of_is_right() -> None:
    """Titles: those that are sure are right, and where there is none, it is not sure of that."""
    wrong = []
    for name in ALL:
        found, truth = reading(name).articles, contribution(name).articles
        if len(found) == len(truth) == 1:
            title = of(found[0], "title")
            if title.confidence >= SURE and title.value != truth[0].title:
                wrong.append((name, title.value))
    assert wrong == []


@pytest.mark.parametrize("name", ["01", "03", "05", "07", "13"])
def test_what_was_chosen_is_what_the_article_says(name: str) -> None:
    article = letter_article(name)
    for field in ("title", "summary", "byline", "author", "unit", "genre"):
        assert of(article, field).value == (getattr(article, field) or "")
    assert [each.value for each in article.chosen if each.field == "caption"] == [
        photo.caption or "" for photo in article.photos
    ]


def test_a_title_in_its_dress_is_surer_than_a_plain_line_and_that_surer_than_none() -> None:
    plain = replace(Sent(), text=[], note="\n\n".join(["Làng vào mùa gặt mới", *TEXT[:2]]), subject="Tin bài")
    dressed, undressed = of(sent_article(Sent()), "title"), of(sent_article(plain), "title")
    nothing = of(sent_article(replace(plain, note="\n\n".join(TEXT[:2]), subject="gửi BBT")), "title")
    assert dressed.confidence >= SURE > undressed.confidence > nothing.confidence
    assert nothing.value == ""


def test_a_title_that_is_wrong_has_the_right_one_beside_it() -> None:
    """A kicker in capitals is taken for the title; the line below it and the subject are offered."""
    word = document([paragraph("BẢN TIN NÔNG THÔN MỚI", bold=True, align="center"), paragraph("."), paragraph(TITLE)])
    assert word
    article = sent_article(Sent(title="BẢN TIN NÔNG THÔN MỚI", text=[TITLE, *TEXT], subject=f"Tin: {TITLE}"))
    title = of(article, "title")
    assert TITLE in [title.value, *values(title)]


def test_the_other_texts_of_the_letter_are_offered_as_the_source() -> None:
    source = of(letter_article("01"), "source")
    assert source.value == next(iter(letter_article("01").chosen)).value
    assert values(source) == ["body", "raw"]
    assert of(letter_article("01"), "note").value == "note"


def test_a_source_that_belongs_to_another_article_is_not_offered() -> None:
    for article in read(raw_letter("05"), site=load(SITE_DATA), limits=Limits()).articles:
        assert values(of(article, "source")) == ["raw"]


def test_a_letter_with_one_text_is_sure_of_its_source() -> None:
    assert of(sent_article(replace(Sent(), text=[], note="\n\n".join([TITLE, *TEXT]))), "source").confidence == 1.0


def test_one_of_several_items_can_be_merged_and_one_that_looks_like_several_parted() -> None:
    merged = read(raw_letter("05"), site=load(SITE_DATA), limits=Limits()).articles[2]
    assert values(of(merged, "items")) == ["one"]
    text = [*TEXT[:2], "PHỤ NỮ CẦU GIẢ TRỒNG HOA", TEXT[2]]
    assert values(of(sent_article(Sent(title=TITLE.upper(), text=text)), "items")) == ["several"]
    assert values(of(sent_article(Sent()), "items")) == []


def test_a_repaired_encoding_can_be_left_as_it_came() -> None:
    encoding = of(letter_article("03"), "encoding")
    assert (encoding.value, encoding.confidence >= SURE) == ("tcvn3", True)
    assert values(encoding) == ["unicode"]
    assert "N«ng d©n" in encoding.others[0].label


def test_ordinary_text_has_no_other_encoding() -> None:
    encoding = of(letter_article("01"), "encoding")
    assert (encoding.value, encoding.confidence, encoding.others) == ("unicode", 1.0, ())


def test_text_that_could_be_viqr_is_offered_as_such_and_never_taken_for_it() -> None:
    note = "Ba` con thôn".replace("ô", "o^") + " go'p co^ng la`m ddu+o+`ng mo+'i va`o ru+`ng, da`i hai ca^y so^'."
    article = sent_article(replace(Sent(), text=[], note=note))
    encoding = of(article, "encoding")
    assert (encoding.value, encoding.confidence < SURE) == ("unicode", True)
    assert values(encoding) == ["viqr"]
    assert "Bà con thôn góp công làm đường mới" in encoding.others[0].label


@pytest.mark.parametrize(
    ("names", "least"), [(("1.jpg", "2.jpg"), SURE), (("anh a.jpg", "anh b.jpg"), 0.0)], ids=["numbered", "in order"]
)
def test_a_caption_with_its_photos_number_is_surer_than_one_matched_in_order(
    names: tuple[str, str], least: float
) -> None:
    text = [*TEXT[:4], "Ảnh 1: Cán bộ hướng dẫn.", "Ảnh 2: Hội viên thực hành.", TEXT[4]]
    photos = {names[0]: a_picture("red"), names[1]: a_picture("green")}
    captions = [each for each in sent_article(Sent(text=text, photos=photos)).chosen if each.field == "caption"]
    assert [each.confidence >= SURE for each in captions] == [least >= SURE] * 2
    assert all(len(each.others) >= 1 for each in captions)


def test_a_column_below_the_bar_is_not_chosen_and_offered() -> None:
    column = of(read(raw_letter("05"), site=load(SITE_DATA), limits=Limits()).articles[0], "column")
    assert column.value == ""
    assert values(column)[0] == "Mặt trận – đoàn thể"


def test_without_a_site_there_is_no_column_to_choose() -> None:
    article = read(raw_letter("01"), site=None, limits=Limits()).articles[0]
    assert [each for each in article.chosen if each.field == "column"] == []


def test_what_is_set_aside_for_no_good_reason_is_least_sure() -> None:
    photos = {"1.jpg": a_picture("red")}
    text = [*TEXT[:4], "Ảnh 1: Cán bộ hướng dẫn.", "Ảnh 2: Hội viên thực hành.", TEXT[4]]
    asides = {each.about: each.confidence for each in sent_article(Sent(text=text, photos=photos)).chosen if each.about}
    assert min(asides, key=lambda why: asides[why]) == "chú thích chưa khớp với ảnh nào"
