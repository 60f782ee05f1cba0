"""Splitting, merging and linking: nothing of text or photos is lost, and it can be undone."""

from collections import Counter
from typing import Any

import pytest

from tests.review.office import Office, Visit, a_picture
from tinbai.article import Article, ArticleStatus
from tinbai.event import history
from tinbai.html import text_of_html
from tinbai.people import RoleName
from tinbai.related import Related
from tinbai.revision import RevisionPhoto

A = ArticleStatus
BODY = (
    "<p>Sáng nay, xã tổ chức hội nghị.</p><ul><li>Một</li><li>Hai</li></ul>"
    "<p>Hội thi nấu ăn</p><p>Chiều cùng ngày, hội thi diễn ra.</p><table><tbody><tr><td>Nhất</td></tr></tbody></table>"
)
SEEN = {"seen": "1"}


def photos(office: Office, *places: int | None, first: int = 0) -> tuple[RevisionPhoto, ...]:
    return tuple(
        RevisionPhoto(
            position=number, sha256=office.blobs.put(a_picture(size=(40 + first + number, 30))),
            filename=f"{first + number}.jpg",
            caption=f"Ảnh số {first + number}", place=place, edit="", cover=number == 0,
        )
        for number, place in enumerate(places)
    )  # fmt: skip


def everything(*articles: Article) -> tuple[Counter[str], set[str]]:
    """Every word of these articles, and every photo."""
    words: Counter[str] = Counter()
    for article in articles:
        assert article.revision is not None
        revision = article.revision
        captions = " ".join(photo.caption for photo in revision.photos)
        words.update(f"{revision.title} {revision.summary} {text_of_html(revision.body_html)} {captions}".split())
    return words, {photo.sha256 for each in articles for photo in (each.revision.photos if each.revision else ())}


def others(office: Office, *known: int) -> list[Article]:
    with office.database.reading() as session:
        ids = [row.id for row in session.query(Article.id).filter(Article.id.not_in(known)).order_by(Article.id)]
    return [office.read(each) for each in ids]


def split(office: Office, visit: Visit, article_id: int, place: int) -> tuple[Article, Article]:
    answer = visit.post(f"/articles/{article_id}/split", SEEN | {"place": str(place)})
    assert answer.status_code == 303
    (made,) = others(office, article_id)
    return office.read(article_id), made


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_a_split_loses_no_word_and_no_photo(office: Office, place: int) -> None:
    message_id = office.letter()
    article_id = office.article(
        body_html=BODY, photos=photos(office, -1, 0, 2, 4, None),
        change=lambda article: setattr(article, "message_id", message_id),
    )  # fmt: skip
    before = everything(office.read(article_id))
    first, second = split(office, office.enter(RoleName.EDITOR), article_id, place)
    assert everything(first, second) == before
    assert (first.status, second.status) == (A.EDITING, A.NEW)
    assert first.revision
    assert second.revision
    assert second.revision.byline == first.revision.byline == "Tin, ảnh: Thí Điểm"
    assert (second.message_id, second.ordinal) == (message_id, 1)
    assert second.code != first.code


def test_photos_stand_after_the_same_text_as_before(office: Office) -> None:
    article_id = office.article(body_html=BODY, photos=photos(office, 0, 3, 4, None))
    first, second = split(office, office.enter(RoleName.EDITOR), article_id, 2)
    assert first.revision
    assert second.revision
    assert second.revision.title == "Hội thi nấu ăn"  # a short line becomes the title
    assert [(photo.caption, photo.place) for photo in first.revision.photos] == [("Ảnh số 0", 0), ("Ảnh số 3", None)]
    assert [(photo.caption, photo.place) for photo in second.revision.photos] == [("Ảnh số 1", 0), ("Ảnh số 2", 1)]
    assert first.revision.photos[0].cover


def test_both_histories_tell_of_the_split(office: Office) -> None:
    article_id = office.article(body_html=BODY)
    first, second = split(office, office.enter(RoleName.EDITOR), article_id, 2)
    with office.database.reading() as session:
        (one,) = session.scalars(history("article", first.id)).all()
        (other,) = session.scalars(history("article", second.id)).all()
    assert (one.decision, one.note) == ("split", f"Tách thành bài {second.code}.")
    assert (other.decision, other.note) == ("made_by_split", f"Tách từ bài {first.code}.")


def test_a_split_is_undone_as_long_as_nobody_has_worked_on_either(office: Office) -> None:
    article_id, visit = office.article(body_html=BODY, photos=photos(office, 0, 4)), office.enter(RoleName.EDITOR)
    before = everything(office.read(article_id))
    _, second = split(office, visit, article_id, 2)
    assert visit.post(f"/articles/{article_id}/split/undoing", {"seen": "2"}).status_code == 303
    assert everything(office.read(article_id)) == before
    assert office.read(second.id).status is A.REJECTED
    assert visit.post(f"/articles/{article_id}/split/undoing", {"seen": "3"}).status_code == 422


def test_a_split_is_not_undone_when_somebody_has_worked_on_the_second(office: Office) -> None:
    article_id, visit = office.article(body_html=BODY), office.enter(RoleName.EDITOR)
    _, second = split(office, visit, article_id, 2)
    visit.post(f"/articles/{second.id}/claim", SEEN)
    assert visit.post(f"/articles/{article_id}/split/undoing", {"seen": "2"}).status_code == 422
    assert office.read(second.id).status is A.EDITING


@pytest.mark.parametrize("place", ["0", "5", "-1", "x"])
def test_a_place_that_parts_nothing_is_refused(office: Office, place: str) -> None:
    article_id = office.article(body_html=BODY)
    answer = office.enter(RoleName.EDITOR).post(f"/articles/{article_id}/split", SEEN | {"place": place})
    assert answer.status_code == 422
    assert others(office, article_id) == []


def merged(office: Office, visit: Visit, into: int, other: int) -> Any:
    code = office.read(other).code
    return visit.post(f"/articles/{into}/merge", {"seen": "1", "code": code, "other_seen": "1"})


def two(office: Office) -> tuple[int, int]:
    first = office.article(body_html=BODY, photos=photos(office, 0, None))
    shared = office.read(first).revision
    assert shared is not None
    again = RevisionPhoto(
        position=2, sha256=shared.photos[0].sha256, filename="0.jpg", caption="Chú thích khác", place=1, edit="",
        cover=False,
    )  # fmt: skip
    second = office.article(title="Bài thứ hai", body_html="<p>Đoạn A.</p><p>Đoạn B.</p>",
                            photos=(*photos(office, -1, 1, first=10), again))  # fmt: skip
    return first, second


@pytest.mark.parametrize("status", [A.NEW, A.EDITING, A.SUBMITTED, A.RETURNED])
def test_a_merge_loses_no_word_and_no_photo(office: Office, status: ArticleStatus) -> None:
    first, second = two(office)
    with office.database.writing() as session:
        session.get_one(Article, second).status = status
    words, pictures = everything(office.read(first), office.read(second))
    assert merged(office, office.enter(RoleName.EDITOR), first, second).status_code == 303
    now, away = office.read(first), office.read(second)
    kept_words, kept = everything(now)
    assert kept == pictures
    assert words - kept_words == Counter()
    assert (now.status, away.status) == (A.EDITING, A.REJECTED)


def test_merged_photos_stand_after_the_same_text_as_before(office: Office) -> None:
    first = office.article(body_html="<p>Một.</p>")
    second = office.article(title="Bài thứ hai", body_html="<p>A.</p><p>B.</p>", photos=photos(office, -1, 0, 1, None))
    merged(office, office.enter(RoleName.EDITOR), first, second)
    revision = office.read(first).revision
    assert revision is not None
    summary = "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn."
    assert text_of_html(revision.body_html).split("\n") == ["Một.", "Bài thứ hai", summary, "A.", "B."]
    assert [photo.place for photo in revision.photos] == [2, 3, 4, None]


@pytest.mark.parametrize("status", [A.NEW, A.EDITING, A.SUBMITTED, A.RETURNED])
def test_a_merge_is_undone_and_both_stand_as_before(office: Office, status: ArticleStatus) -> None:
    first, second = two(office)
    with office.database.writing() as session:
        session.get_one(Article, second).status = status
    before, visit = everything(office.read(first)), office.enter(RoleName.EDITOR)
    merged(office, visit, first, second)
    assert visit.post(f"/articles/{first}/merge/undoing", {"seen": "2"}).status_code == 303
    assert everything(office.read(first)) == before
    assert office.read(second).status is status


@pytest.mark.parametrize("status", [A.APPROVED, A.PUBLISHED, A.REJECTED, A.WITHDRAWN])
def test_what_was_decided_already_is_not_merged(office: Office, status: ArticleStatus) -> None:
    first, second = office.article(), office.article(status)
    assert merged(office, office.enter(RoleName.EDITOR), first, second).status_code == 422
    assert office.read(second).status is status


def test_what_belongs_to_others_is_not_merged(office: Office) -> None:
    own, foreign = office.article(), office.article(site_key="dong-thu")
    closed = office.article(column="kinh-te")
    assert merged(office, office.enter(RoleName.EDITOR), own, foreign).status_code == 422
    assert merged(office, office.enter(RoleName.EDITOR), own, own).status_code == 422
    visit, here = office.enter(RoleName.EDITOR, column="van-hoa"), office.article(column="van-hoa")
    assert merged(office, visit, here, closed).status_code == 403


def test_a_version_nobody_has_seen_is_not_merged(office: Office) -> None:
    first, second = two(office)
    with office.database.writing() as session:
        session.get_one(Article, second).version = 2
    assert merged(office, office.enter(RoleName.EDITOR), first, second).status_code == 409


def test_an_article_is_linked_to_an_earlier_one_once_and_unlinked(office: Office) -> None:
    earlier, later, visit = office.article(), office.article(), office.enter(RoleName.EDITOR)
    code = office.read(earlier).code
    path = f"/articles/{later}/related"
    assert visit.post(path, {"code": code.lower()}).status_code == 303
    assert "Tiếp nối bài" in visit.get(f"/articles/{later}").text
    assert "Được tiếp nối ở bài" in visit.get(f"/articles/{earlier}").text
    assert visit.post(path, {"code": code}).status_code == 422
    assert visit.post(f"/articles/{earlier}/related", {"code": office.read(later).code}).status_code == 422
    assert visit.post(path, {"code": office.read(later).code}).status_code == 422
    assert visit.post(path, {"code": "AM-1999-0001"}).status_code == 422
    with office.database.reading() as session:
        row = session.query(Related).one()
        told = [event.decision for each in (earlier, later) for event in session.scalars(history("article", each))]
    assert told == ["relate", "relate"]
    assert visit.post(f"{path}/{row.id}/removal").status_code == 303
    with office.database.reading() as session:
        assert session.query(Related).count() == 0
