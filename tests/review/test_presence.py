"""Who is at an article: seen by the others, one writes at a time, taking over is on record, nothing is saved over."""

import pytest

from review.presence import LINGERS, STAYS
from tests.review.office import Office, Visit
from tests.review.test_saving import form_of, save
from tinbai.at_article import EditingLock, Presence
from tinbai.event import Event
from tinbai.people import RoleName, User


@pytest.fixture
def lan(office: Office) -> Visit:
    return somebody(office, "Bà Lan")


@pytest.fixture
def minh(office: Office) -> Visit:
    return somebody(office, "Ông Minh")


def somebody(office: Office, name: str) -> Visit:
    visit = office.enter(RoleName.EDITOR)
    with office.database.writing() as session:
        newest = session.query(User).order_by(User.id.desc()).first()
        assert newest is not None
        newest.name = name
    return visit


def say(visit: Visit, article_id: int, page: str, **more: str) -> str:
    answer = visit.post(f"/articles/{article_id}/presence", {"page": page, "seen": "1", **more})
    assert answer.status_code == 200
    return str(answer.text)


def test_whoever_looks_is_seen_by_the_others_with_the_time_since_when(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a")
    office.clock.move(minutes=2)
    assert "Bà Lan đang xem từ 12:00." in say(minh, article_id, "b")
    assert "Ông Minh đang xem từ 12:02." in say(lan, article_id, "a")


def test_whoever_closes_the_page_or_falls_silent_is_no_longer_there(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a")
    say(lan, article_id, "a", leave="1")
    assert "Bà Lan" not in say(minh, article_id, "b")
    say(lan, article_id, "c")
    office.clock.move(seconds=STAYS.total_seconds() + 1)
    assert "Bà Lan" not in say(minh, article_id, "b")
    with office.database.reading() as session:
        assert session.query(Presence).filter_by(page="a").count() == 0


def test_while_one_writes_the_page_of_another_only_reads(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a", writing="1")
    told = say(minh, article_id, "b", writing="1")
    assert 'data-held="1"' in told
    assert "Bà Lan đang sửa bài này</strong> từ 12:00" in told
    assert "Nhận sửa thay Bà Lan" in told
    assert 'data-held="0"' in say(lan, article_id, "a", writing="1")
    page = minh.get(f"/articles/{article_id}").text
    assert "Bà Lan đang sửa bài này" in page


def test_the_same_person_on_two_pages_is_told_and_not_stopped(office: Office, lan: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a", writing="1")
    told = say(lan, article_id, "b", writing="1")
    assert 'data-held="0"' in told
    assert "Bạn cũng mở bài này ở một thẻ khác từ 12:00" in told


def test_a_save_while_somebody_else_writes_is_refused_with_both_shown(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a", writing="1")
    answer = save(minh, office, article_id, title="Tiêu đề của ông Minh")
    assert answer.status_code == 409
    assert "Bà Lan đang sửa bài này" in answer.text
    assert "Tiêu đề của ông Minh" in answer.text
    assert 'name="take_over" value="1"' in answer.text
    assert len(office.read(article_id).revisions) == 1


def test_taking_over_is_an_event_and_the_other_page_then_only_reads(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a", writing="1")
    office.clock.move(minutes=1)
    answer = minh.post(f"/articles/{article_id}/takeover")
    assert answer.headers["location"] == f"/articles/{article_id}?done=taken_over"
    assert "Ông Minh đang sửa bài này</strong> từ 12:01" in say(lan, article_id, "a", writing="1")
    with office.database.reading() as session:
        event = session.query(Event).filter_by(decision="take_over").one()
        assert (event.actor, event.note) == ("Ông Minh", "Thay Bà Lan, đang sửa từ 12:00.")
    assert "nhận sửa thay" in minh.get(f"/articles/{article_id}/history").text


def test_saving_with_the_take_over_is_on_record_too(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a", writing="1")
    answer = save(minh, office, article_id, title="Tiêu đề của ông Minh", take_over="1")
    assert answer.headers["location"].endswith("done=saved")
    with office.database.reading() as session:
        assert session.query(Event).filter_by(decision="take_over").count() == 1
        assert session.query(EditingLock).count() == 0  # saved: the next one may write


def test_after_a_save_the_others_hear_of_the_newer_version(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    assert "Bài vừa có thay đổi" not in say(minh, article_id, "b")
    save(lan, office, article_id, title="Bản mới")
    assert "Bài vừa có thay đổi từ khi bạn mở trang" in say(minh, article_id, "b")


def test_a_writer_who_is_gone_holds_nothing(office: Office, lan: Visit, minh: Visit) -> None:
    article_id = office.article()
    say(lan, article_id, "a", writing="1")
    office.clock.move(seconds=STAYS.total_seconds() + 1)
    assert 'data-held="0"' in say(minh, article_id, "b", writing="1")
    say(minh, article_id, "b", leave="1")
    assert 'data-held="1"' in say(lan, article_id, "a", writing="1")  # he may only be loading the page again
    office.clock.move(seconds=LINGERS.total_seconds() + 1)
    assert 'data-held="0"' in say(lan, article_id, "a", writing="1")


def test_who_may_only_read_holds_nothing(office: Office, lan: Visit) -> None:
    article_id = office.article()
    admin = office.enter(RoleName.ADMIN)
    assert 'data-held="0"' in say(admin, article_id, "z", writing="1")
    assert 'data-held="0"' in say(lan, article_id, "a", writing="1")


def test_a_late_save_shows_who_saved_what_else_differs_and_the_whole_newest_text(
    office: Office, lan: Visit, minh: Visit
) -> None:
    article_id = office.article()
    late = form_of(office, article_id, title="Tiêu đề của ông Minh", column="van-hoa", genre="Bài")
    save(lan, office, article_id, title="Tiêu đề của bà Lan")
    page = minh.post(f"/articles/{article_id}/revisions", late).text
    assert "Bà Lan vừa lưu một bản khác (bản 2" in page
    assert "Chuyên mục: bản của bạn là “Văn hóa – xã hội”, bản mới nhất là “Kinh tế”." in page
    assert "Thể loại: bản của bạn là “Bài”, bản mới nhất là “chưa chọn”." in page
    assert "Toàn văn bản mới nhất (bản 2, Bà Lan)" in page
