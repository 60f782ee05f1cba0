"""Every page in English, opened: it says nothing in Vietnamese but its content."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect

from review.locale.vi import GENRES
from review.paragraphs import OPENING_WORDS
from tests.review.hard_coded import is_vietnamese
from tests.review.office import Office
from tests.review.route_rows import ROWS
from tests.review.route_things import address
from tests.review.test_language import english, lang
from tests.review.wizard import SITE, STEPS, Wizard, an_empty_folder
from tinbai.article import ArticleStatus
from tinbai.message import MessageStatus
from tinbai.people import RoleName
from tinbai.reasons import USUAL

PAPERS = {"/guide", "/guide/{key}", "/articles/{article_id}/slip"}  # Vietnamese for everybody
CONTENT = {"/articles/{article_id}/portal/page", "/approve/{token}/page", "/messages/{message_id}/original"}
PAGES = sorted(path for method, path in ROWS if method == "GET" and path not in PAPERS | CONTENT)


@pytest.fixture
def everything(office: Office) -> Office:
    """Articles in every status and letters in every state, so that the lists have rows."""
    for status in ArticleStatus:
        office.article(status)
    for kind in MessageStatus:
        office.letter(kind, known=False)
    return office


def texts(page: str) -> list[str]:
    """What a page says: its text, and the attributes that are read out. What is marked as Vietnamese is content."""
    page = re.sub(r'<(textarea|input|dd|div)[^>]* lang="vi"[^>]*>.*?</\1>', " ", page, flags=re.DOTALL)
    page = re.sub(r"<script.*?</script>", " ", page, flags=re.DOTALL)
    said = re.findall(r'\b(?:aria-label|placeholder|title|alt)="([^"]*)"', page)
    return [" ".join(html.unescape(each).split()) for each in (*re.sub(r"<[^>]*>", "\n", page).split("\n"), *said)]


def content(office: Office) -> list[str]:
    """Every text that the database and the configuration hold, the longest first."""
    found = {site.name for site in office.config.sites} | {"Tiếng Việt", *GENRES, *USUAL}
    with office.database.reading() as session:
        names = inspect(session.connection()).get_table_names()
        for name in names:
            for row in session.connection().exec_driver_sql(f'select * from "{name}"'):
                for value in row:
                    found.update(_strings(value))
    found |= {" ".join(each.split()[:OPENING_WORDS]) for each in found}
    return sorted((each for each in found if is_vietnamese(each)), key=len, reverse=True)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and value[:1] in {"[", "{"}:
        value = json.loads(value)
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, str):
        for text in (value, re.sub(r"<[^>]*>", "\n", value)):
            yield from (" ".join(line.split()) for line in text.split("\n"))


def vietnamese(page: str, known: list[str]) -> list[str]:
    """What a page says in Vietnamese that is no content."""
    found = []
    for text in filter(is_vietnamese, texts(page)):
        left = text
        for each in known:
            left = left.replace(each, "")
        if is_vietnamese(left):
            found.append(text)
    return found


def test_no_page_in_english_says_anything_vietnamese_but_its_content(everything: Office) -> None:
    office, wrong, seen = everything, {}, 0
    for path in PAGES:
        row = ROWS["GET", path]
        target = address(office, path, row)
        answer = english(office.enter(RoleName.HEAD)).get(target)
        if "text/html" in answer.headers.get("content-type", "") and answer.status_code != 303:
            seen += 1
            found = vietnamese(answer.text, content(office))
            if found or ("<html" in answer.text and lang(answer.text) != "en"):
                wrong[path] = found
    assert wrong == {}
    assert seen > 25


def test_the_search_for_vietnamese_finds_it_in_vietnamese_pages(everything: Office) -> None:
    head = everything.enter(RoleName.HEAD)
    for path in ("/", "/messages", "/account", "/settings/texts", "/calendar"):
        assert len(vietnamese(head.get(path).text, content(everything))) > 5


def test_lists_in_english_say_no_vietnamese_in_any_status(everything: Office) -> None:
    head = english(everything.enter(RoleName.HEAD))
    known = content(everything)
    for status in (*ArticleStatus, "all"):
        assert vietnamese(head.get(f"/?status={status}").text, known) == []
    for kind in (*MessageStatus, "restricted"):
        assert vietnamese(head.get(f"/messages?status={kind}").text, known) == []
    for tab in ("waiting", "active", "stopped", "refused"):
        assert vietnamese(head.get(f"/contributors?status={tab}").text, known) == []


def test_the_scripts_texts_come_with_an_english_page_and_run_nothing(office: Office) -> None:
    page = english(office.enter(RoleName.EDITOR)).get("/")
    table = re.search(r'<script type="application/json" id="script-words">(.*?)</script>', page.text)
    assert table is not None
    words = json.loads(table[1])
    assert words["Đang lưu…"] == ["Saving…"]
    assert words["Còn {number} giây để hoàn tác."] == [
        "{number} second left to undo.",
        "{number} seconds left to undo.",
    ]
    assert "script-src 'self';" in page.headers["content-security-policy"]
    assert len(table[0].encode()) < 12_000


def test_the_wizard_of_the_first_run_speaks_english_too(tmp_path: Path, migrated_file: Path) -> None:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    stranger = wizard.browser()
    stranger.cookies.set("language", "en")
    assert vietnamese(stranger.get("/first-run").text, ["Tiếng Việt"]) == []
    inside = wizard.inside()
    inside.client.cookies.set("language", "en")
    for step in STEPS:
        page = re.sub(r"<textarea.*?</textarea>", "", inside.get(step).text, flags=re.DOTALL)
        assert lang(page) == "en"
        assert vietnamese(page, ["Đăng nhập được", SITE["name"], "Tiếng Việt"]) == []
        inside.answer(step)
