"""The publishing calendar: what stands on which day, what clashes, and who may move what."""

from datetime import UTC, date, datetime

import pytest
from lxml import html

from review.schedule import span_named, span_of
from tests.review.office import Office
from tests.review.route_things import put_on_portal
from tinbai.article import ArticleStatus
from tinbai.people import RoleName
from tinbai.publication import Publication

A = ArticleStatus


def scheduled(office: Office, hour: str, column: str = "kinh-te") -> int:
    article_id = office.article(A.SUBMITTED, column=column)
    form = {"seen": "1", "publish_at": hour}
    assert office.enter(RoleName.HEAD).post(f"/articles/{article_id}/approval", form).status_code == 303
    return article_id


def day(page: html.HtmlElement, when: str) -> html.HtmlElement:
    (found,) = page.xpath(f"//li[@data-day='{when}']")
    return found


def month(office: Office, role: RoleName = RoleName.HEAD, span: str = "2026-10") -> html.HtmlElement:
    answer = office.enter(role).get(f"/calendar?site=an-mau&span={span}")
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_what_is_scheduled_stands_on_its_vietnamese_day(office: Office) -> None:
    scheduled(office, "2026-10-20T00:30")  # the 19th in UTC
    page = month(office)
    assert "00:30" in day(page, "2026-10-20").text_content()
    assert "00:30" not in day(page, "2026-10-19").text_content()


def test_what_was_published_stands_there_too_and_cannot_be_moved(office: Office) -> None:
    article_id = office.article(A.PUBLISHED)
    put_on_portal(office, article_id)
    today = day(month(office), "2026-10-15")
    assert "Đang hiển thị" in today.text_content()
    assert today.forms == []


def test_the_same_minute_in_the_same_column_is_called_a_clash(office: Office) -> None:
    scheduled(office, "2026-10-20T08:00")
    assert "Trùng giờ" not in month(office).text_content()
    scheduled(office, "2026-10-20T08:00", column="van-hoa")
    assert day(month(office), "2026-10-20").text_content().count("Trùng giờ") == 2
    assert "cùng chuyên mục" not in month(office).text_content()
    scheduled(office, "2026-10-20T08:00")
    assert day(month(office), "2026-10-20").text_content().count("Trùng giờ, cùng chuyên mục") == 2


def test_public_holidays_and_weekends_are_named(office: Office) -> None:
    page = month(office, span="2026-09")
    assert "Quốc khánh" in day(page, "2026-09-02").text_content()
    assert "Ngày nghỉ" in day(page, "2026-09-06").text_content()
    assert "Ngày nghỉ" not in day(page, "2026-09-07").text_content()


@pytest.mark.parametrize(
    ("role", "column", "may"),
    [
        (RoleName.PUBLISHER, None, True), (RoleName.HEAD, None, True), (RoleName.EDITOR, None, False),
        (RoleName.APPROVER, "kinh-te", True), (RoleName.APPROVER, "van-hoa", False),
    ],
)  # fmt: skip
def test_only_who_may_publish_in_its_column_moves_it(
    office: Office, role: RoleName, column: str | None, may: bool
) -> None:
    article_id = scheduled(office, "2026-10-20T08:00")
    visit = office.enter(role, column=column)
    page = html.fromstring(visit.get("/calendar?span=2026-10").text)
    forms = [form for form in page.forms if form.action.endswith("/schedule")]
    assert bool(forms) is may
    answer = visit.post(f"/articles/{article_id}/schedule", {"seen": "1", "publish_at": "2026-10-21T08:00"})
    assert answer.status_code == (303 if may else 403)


def test_the_plain_form_moves_it_and_leads_back_to_the_calendar(office: Office) -> None:
    scheduled(office, "2026-10-20T08:00")
    visit = office.enter(RoleName.PUBLISHER)
    page = html.fromstring(visit.get("/calendar?span=2026-10").text)
    (form,) = [form for form in page.forms if form.action.endswith("/schedule")]
    fields = dict(form.form_values()) | {"publish_at": "2026-11-30T09:15"}
    answer = visit.client.post(form.action, data=fields)
    assert answer.headers["location"] == "/calendar?site=an-mau&span=2026-11&moved=1"
    with office.database.reading() as session:
        assert session.query(Publication).one().due_at == datetime(2026, 11, 30, 2, 15, tzinfo=UTC)
    assert visit.client.post(form.action, data=fields).status_code == 409  # the page is an old one


def test_another_board_sees_nothing_of_it(office: Office) -> None:
    scheduled(office, "2026-10-20T08:00")
    page = office.enter(RoleName.HEAD, site_key="dong-thu").get("/calendar?span=2026-10").text
    assert "08:00" not in page
    assert office.enter(RoleName.HEAD, site_key="dong-thu").get("/calendar?site=an-mau").status_code == 404


@pytest.mark.parametrize("span", ["x", "2026-13", "2026-W60", "0001-01", "9999-12", "2026-1", "-W1", "2026-W0"])
def test_what_names_no_month_and_no_week_is_not_found(office: Office, span: str) -> None:
    assert office.enter(RoleName.HEAD).get(f"/calendar?span={span}").status_code == 404


def test_an_empty_month_says_what_will_stand_there(office: Office) -> None:
    assert "Chưa có bài nào" in month(office).text_content()


@pytest.mark.parametrize(("key", "first", "last"), [("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
                                                    ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
                                                    ("2026-W53", date(2026, 12, 28), date(2027, 1, 3))])  # fmt: skip
def test_a_span_is_whole_weeks_around_what_it_names(key: str, first: date, last: date) -> None:
    span = span_named(key)
    assert span is not None
    assert (span.first, span.last, span.key) == (first, last, key)
    assert (span.begins.weekday(), span.ends.weekday()) == (0, 6)
    assert span.moved(1).moved(-1) == span
    assert span_of(span.kind, first) == span
