"""The first rules, each seen to speak and to be silent."""

import pytest

from tinbai.checks import CHECKS, Checked, CheckedPhoto, check
from tinbai.checks.earlier import UsedPhoto
from tinbai.finding import Finding, Severity
from tinbai.kind import Kind
from tinbai.site_data import ColumnData, SiteData

LONG = "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn, Hội Nông dân xã tổ chức lớp tập huấn cho hội viên. " * 3
COMPLETE = Checked(
    title="Tập huấn kỹ thuật trồng nấm rơm",
    summary="Hội Nông dân xã tổ chức lớp tập huấn.",
    body_text=f"{LONG}\n{LONG}",
    byline="Tin, ảnh: Thí Điểm",
    author="Thí Điểm",
    column="Kinh tế",
    photos=(CheckedPhoto(filename="1.jpg", caption="Khai mạc lớp tập huấn.", alt="Một hội trường đông người."),),
)
SITE = SiteData(name="An Mẫu", columns=(ColumnData(key="economy", name="Kinh tế"),))


def found(article: Checked, site: SiteData | None = SITE) -> dict[str, Finding]:
    return {finding.check: finding for finding in check(article, site)}


def changed(**values: object) -> Checked:
    return Checked(**{**{name: getattr(COMPLETE, name) for name in COMPLETE.__dataclass_fields__}, **values})


def test_a_complete_article_gives_no_finding() -> None:
    assert found(COMPLETE) == {}


@pytest.mark.parametrize("title", [None, "", " – "])
def test_a_title_without_words_blocks(title: str | None) -> None:
    assert found(changed(title=title))["title_missing"].severity is Severity.BLOCK


def test_a_title_of_twenty_one_words_is_long() -> None:
    assert "title_long" not in found(changed(title="từ " * 20))
    assert "21 chữ" in found(changed(title="từ " * 21))["title_long"].message


def test_a_title_in_capitals_is_told_with_a_proposal() -> None:
    finding = found(changed(title="HỘI NGHỊ SƠ KẾT 9 THÁNG"))["title_shouting"]
    assert finding.severity is Severity.WARN
    assert finding.repairs == ("Hội nghị sơ kết 9 tháng",)


@pytest.mark.parametrize("title", ["UBND", "UBND xã họp", "Kế hoạch số 45/KH-UBND"])
def test_abbreviations_alone_do_not_shout(title: str) -> None:
    assert "title_shouting" not in found(changed(title=title))


def test_a_missing_summary_weighs_by_whether_the_first_paragraph_could_serve() -> None:
    two, three = changed(summary=None), changed(summary=None, body_text=f"{LONG}\n{LONG}\n{LONG}")
    assert found(two)["summary_missing"].severity is Severity.WARN
    assert found(two)["summary_missing"].repairs == ()
    assert found(three)["summary_missing"].severity is Severity.HINT
    assert found(three)["summary_missing"].repairs == (LONG,)


def test_fewer_than_fifty_words_are_too_few() -> None:
    assert "chỉ có 49 chữ" in found(changed(summary=None, body_text="từ " * 49))["body_short"].message
    assert "body_short" not in found(changed(summary="từ", body_text="từ " * 49))


def test_an_article_without_photos_is_told() -> None:
    assert found(changed(photos=()))["photo_missing"].severity is Severity.WARN


def test_a_photo_without_caption_is_named_by_its_index() -> None:
    photos = (*COMPLETE.photos, CheckedPhoto(filename="2.jpg", alt="Cánh đồng."))
    finding = found(changed(photos=photos))["caption_missing"]
    assert (finding.where.field, finding.where.block) == ("photos", 1)
    assert "2.jpg" in finding.message


def test_the_caption_is_proposed_as_alternative_text() -> None:
    finding = found(changed(photos=(CheckedPhoto(filename="1.jpg", caption="Khai mạc."),)))["alt_missing"]
    assert (finding.severity, finding.repairs) == (Severity.HINT, ("Khai mạc.",))


def test_without_a_caption_there_is_nothing_to_propose() -> None:
    finding = found(changed(photos=(CheckedPhoto(filename="1.jpg"),)))["alt_missing"]
    assert finding.repairs == ()


def test_a_missing_author_warns_unless_a_source_is_named() -> None:
    assert found(changed(author=None))["author_missing"].severity is Severity.WARN
    assert found(changed(author=None, source="Báo Minh Họa"))["author_missing"].severity is Severity.HINT


def test_a_missing_column_is_told_only_where_the_site_has_columns() -> None:
    assert found(changed(column=None))["column_missing"].severity is Severity.HINT
    assert "column_missing" not in found(changed(column=None), None)


@pytest.mark.parametrize("kind", [Kind.DOCUMENT, Kind.QUESTION, Kind.SETTLEMENT])
def test_other_kinds_need_no_photo_and_no_author(kind: Kind) -> None:
    assert found(changed(kind=kind, photos=(), author=None, summary=None, body_text="")) == {}


def test_every_rule_is_named_as_its_findings_are() -> None:
    used = UsedPhoto(article_id=1, code="AM-2026-0001", title="Tập huấn", same=True, times=1)
    photo = CheckedPhoto(filename="1.jpg", longest=300, sharp_at=64, sideways=True, used=used)
    empty = Checked(title="HỘI NGHỊ SƠ KẾT " * 10, photos=(photo,))
    named = {each.name for each in CHECKS if each.subject in {"form", "photos"}}
    assert set(found(empty)) | set(found(Checked())) == named
