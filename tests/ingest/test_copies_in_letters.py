"""A letter that brings what another unit sent before: the editor is told at once; a corrected version is no copy."""

from dataclasses import replace

from tests.ingest.corrections import NEXT_REPORT, REPORT, REPORT_TITLE, WOMEN, Sent, changed
from tests.ingest.test_joining import FIGURE, FIRST, OWN, REDDER, Desk, desk, site
from tinbai.article import Article
from tinbai.picture import Picture

__all__ = ["desk", "site"]  # fixtures


def told(desk: Desk, article: Article, check: str) -> list[tuple[str, int]]:
    with desk.database.reading() as session:
        revision = session.get_one(Article, article.id).revision
        assert revision is not None
        return [(each["severity"], each["article_id"]) for each in revision.findings if each["check"] == check]


def test_another_units_copy_is_told_with_the_article_that_was_first(desk: Desk) -> None:
    (first,) = desk.arrive(FIRST)
    (second,) = desk.arrive(Sent(text=FIGURE, sender=WOMEN, number=2))
    assert told(desk, first, "near_duplicate") == []
    assert told(desk, second, "near_duplicate") == [("warn", first.id)]


def test_a_corrected_version_is_no_copy_of_itself(desk: Desk) -> None:
    desk.arrive(FIRST)
    (article,) = desk.arrive(Sent(text=FIGURE, answers=OWN, number=2))
    assert article.revision is not None
    assert article.revision.number == 2
    assert told(desk, article, "near_duplicate") == []


def test_next_months_report_is_no_copy(desk: Desk) -> None:
    desk.arrive(Sent(title=REPORT_TITLE, text=REPORT))
    (new,) = desk.arrive(Sent(title=REPORT_TITLE.replace("tháng 9", "tháng 10"), text=NEXT_REPORT, number=2))
    assert told(desk, new, "near_duplicate") == []
    (copy,) = desk.arrive(
        Sent(title=REPORT_TITLE, text=changed(("310 kg", "301 kg"), text=REPORT), sender=WOMEN, number=3)
    )
    assert told(desk, copy, "near_duplicate") == [("warn", 1)]


def test_a_photo_that_was_decoded_before_is_judged_when_its_letter_is_drafted(desk: Desk) -> None:
    (first,) = desk.arrive(replace(FIRST, photos={"1.jpg": REDDER}))
    assert told(desk, first, "photo_used") == []
    with desk.database.writing() as session:
        for photo in session.get_one(Article, first.id).revision.photos:  # type: ignore[union-attr]
            session.add(Picture(original=photo.sha256, made_for="1/1600", width=900, height=600))
    (second,) = desk.arrive(Sent(title="Hội Phụ nữ họp", sender=WOMEN, photos={"1.jpg": REDDER}, number=2))
    assert told(desk, second, "photo_used") == [("warn", first.id)]
