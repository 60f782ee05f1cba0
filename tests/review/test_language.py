"""Which language a page is in, and what stays Vietnamese whatever it is."""

import re

import pytest
from markupsafe import escape
from starlette.testclient import TestClient

from review.app import create
from review.language import Words, _, begin, counted, language, pgettext, speak, speaking
from review.locale import calendar as calendar_words
from review.locale import vi, when
from review.schedule import span_named
from tests.review.hard_coded import is_vietnamese
from tests.review.office import Office, Visit
from tests.review.test_own_account import DETAILS, guong
from tests.review.test_second_factor import visit
from tests.rows import NOON
from tinbai.article import ArticleStatus
from tinbai.event import Event
from tinbai.login import LONGEST_NAME
from tinbai.outbox import OutgoingLetter
from tinbai.people import RoleName

__all__ = ["visit"]


def english(visit: Visit) -> Visit:
    visit.client.cookies.set("language", "en")
    return visit


def lang(page: str) -> str:
    found = re.search(r'<html lang="(\w+)">', page)
    assert found is not None
    return found[1]


def test_a_page_is_vietnamese_whatever_the_browser_would_rather_have(office: Office) -> None:
    page = office.stranger().get("/login", headers={"Accept-Language": "en-GB,en;q=0.9"}).text
    assert lang(page) == "vi"
    assert "Tên đăng nhập" in page
    assert "script-words" not in page


def test_the_switch_at_the_log_in_is_kept_in_the_browser(office: Office) -> None:
    stranger = office.stranger()
    answer = stranger.client.post("/language", data={"language": "en", "next": "/calendar"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fcalendar")
    kept = answer.headers["set-cookie"].lower()
    assert all(word in kept for word in ("language=en", "httponly", "samesite=lax", "max-age=31536000"))
    page = stranger.get("/login").text
    assert lang(page) == "en"
    assert "User name" in page
    stranger.client.post("/language", data={"language": "vi"})
    assert lang(stranger.get("/login").text) == "vi"


@pytest.mark.parametrize("name", ["guong", "Đỗ Thị Gương", 'a"><script>', "x" * 300])
def test_the_name_that_was_typed_is_still_there_in_the_other_language_and_once_only(office: Office, name: str) -> None:
    stranger = office.stranger()
    form = {"language": "en", "username": name, "password": "bi-mat", "next": "/"}
    answer = stranger.client.post("/language", data=form)
    assert "bi-mat" not in str(answer.headers)
    assert "guong" not in answer.headers["location"]
    page = stranger.get("/login").text
    assert f'value="{escape(name[:LONGEST_NAME])}"' in page
    assert name not in page or "<" not in name
    assert f'value="{escape(name[:LONGEST_NAME])}"' not in stranger.get("/login").text


def test_the_languages_belong_to_the_form_of_the_log_in(office: Office) -> None:
    page = office.stranger().get("/login").text
    for code in ("vi", "en"):
        assert f'form="log-in" formaction="/language" formnovalidate name="language" value="{code}"' in page


@pytest.mark.parametrize(
    ("form", "headers", "status"),
    [
        ({"language": "fr"}, {}, 422),
        ({}, {}, 422),
        ({"language": "en"}, {"Origin": "https://ac.example"}, 403),
        ({"language": "en"}, {"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_no_other_language_and_no_other_site_sets_it(
    office: Office, form: dict[str, str], headers: dict[str, str], status: int
) -> None:
    answer = office.stranger().client.post("/language", data=form, headers=headers)
    assert answer.status_code == status
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("next_path", ["https://ac.example/", "//ac.example", "/\\ac.example"])
def test_the_switch_leads_nowhere_else(office: Office, next_path: str) -> None:
    answer = office.stranger().client.post("/language", data={"language": "en", "next": next_path})
    assert answer.headers["location"] == "/login"


@pytest.mark.parametrize("cookie", ["fr", "../en", '"en', "en;q=1", ""])
def test_a_cookie_that_says_anything_else_is_not_followed(office: Office, cookie: str) -> None:
    page = office.stranger().get("/login", headers={"Cookie": f"language={cookie}"}).text
    assert lang(page) == ("en" if cookie.startswith("en") else "vi")


def test_what_the_user_chose_holds_in_every_browser(office: Office, visit: Visit) -> None:
    assert lang(visit.get("/account").text) == "vi"
    assert visit.post("/account/details", DETAILS | {"language": "en"}).status_code == 303
    assert guong(office).language == "en"
    page = visit.get("/account").text
    assert lang(page) == "en"
    assert '<option value="en" lang="en" selected>English</option>' in page
    visit.client.cookies.set("language", "vi")
    assert lang(visit.get("/account").text) == "en"
    visit.post("/account/details", DETAILS | {"language": ""})
    assert guong(office).language is None
    assert lang(visit.get("/account").text) == "vi"
    assert visit.post("/account/details", DETAILS | {"language": "fr"}).status_code == 422


def test_a_site_may_be_english_until_somebody_chooses(office: Office) -> None:
    web = office.config.web.model_copy(update={"language": "en"})
    app = create(office.config.model_copy(update={"web": web}), office.database, office.blobs, clock=office.clock)
    client = TestClient(app)
    assert lang(client.get("/login").text) == "en"
    assert lang(client.get("/login", headers={"Cookie": "language=vi"}).text) == "vi"


def test_errors_are_told_in_the_language_too(office: Office) -> None:
    editor = english(office.enter(RoleName.EDITOR))
    assert "There is no such page" in editor.get("/articles/999").text
    assert "You have no right to do this" in editor.get("/users").text
    article_id = office.article(ArticleStatus.NEW)
    answer = editor.post(f"/articles/{article_id}/rejection", {"seen": "1"})
    assert (answer.status_code, "A reason is needed." in answer.text) == (422, True)
    assert "User name or password is wrong." in english(office.stranger()).client.post("/login").text


def test_one_request_does_not_speak_for_another() -> None:
    begin("en")
    speak("fr")
    assert language() == "en"
    with speaking("vi"):
        speak("en")
        assert _("Lưu") == "Save"
    speak("vi")
    assert (language(), _("Lưu")) == ("vi", "Lưu")


# Dates, numbers and plurals.


def test_dates_and_numbers_follow_the_language() -> None:
    span = span_named("2026-11")
    assert span is not None
    assert (when.moment(NOON), when.size(1_400_000)) == (f"{NOON:%d/%m/%Y} 12:00", "1,4 MB")
    assert calendar_words.heading(span) == "Tháng 11/2026"
    with speaking("en"):
        assert (when.moment(NOON), when.size(1_400_000)) == (f"{NOON:%d %b %Y} 12:00", "1.4 MB")
        assert calendar_words.heading(span) == "November 2026"
        assert calendar_words.day_words(span.first) == "Sunday, 01 Nov 2026"
        assert vi.ERROR[404][0] == "There is no such page"


@pytest.mark.parametrize(("number", "words"), [(0, "minutes"), (1, "minute"), (2, "minutes"), (21, "minutes")])
def test_english_counts_one_apart(number: int, words: str) -> None:
    assert counted("{number} phút trước", number) == "{number} phút trước"
    with speaking("en"):
        assert counted("{number} phút trước", number) == f"{{number}} {words} ago"


def test_the_same_vietnamese_word_is_told_apart_by_its_context(office: Office) -> None:
    article_id = office.article(ArticleStatus.RETURNED)
    page = english(office.enter(RoleName.HEAD)).get("/?status=returned").text
    assert f"chip-{ArticleStatus.RETURNED}" in english(office.enter(RoleName.HEAD)).get(f"/articles/{article_id}").text
    assert "Returned" in page
    assert re.search(r'value="return">\s*Return\s*</button>', page)


# What stays Vietnamese.


def test_the_guide_and_the_slip_are_vietnamese_for_everybody(office: Office) -> None:
    head = english(office.enter(RoleName.HEAD))
    slip = head.get(f"/articles/{office.article()}/slip").text
    guide = english(office.stranger()).get("/guide/an-mau").text
    assert (lang(slip), lang(guide)) == ("vi", "vi")
    assert "Phiếu duyệt tin, bài" in slip


def test_letters_and_the_history_are_written_in_vietnamese(office: Office) -> None:
    article_id = office.article(ArticleStatus.NEW)
    editor = english(office.enter(RoleName.EDITOR))
    assert is_vietnamese(editor.get(f"/articles/{article_id}/return").text)
    other = english(office.enter(RoleName.EDITOR))
    for each in (editor, other):
        seen = office.read(article_id).version
        assert each.post(f"/articles/{article_id}/claim", {"seen": str(seen)}).status_code == 303
    changed = {"site": "an-mau", "receipt": "Cam on."}
    english(office.enter(RoleName.HEAD)).post("/settings/texts", changed)
    with office.database.reading() as session:
        notes = {event.decision: event.note for event in session.query(Event).filter(Event.note != "")}
        texts_changed = session.query(Event).filter_by(decision="text_changed").one().data
        letters = [letter.text for letter in session.query(OutgoingLetter)]
    assert notes["claim"].startswith("Nhận lại từ ")
    assert texts_changed is not None
    assert texts_changed["after"] == ["thư xác nhận đã nhận"]
    assert all(map(is_vietnamese, letters))


def test_nothing_is_nothing_in_every_language() -> None:
    with speaking("en"):
        assert _("") == pgettext("button", "") == Words({"none": ""}, context="status")["none"] == ""
