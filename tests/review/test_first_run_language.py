"""The first-run wizard in English: chosen on its pages, and everything that trials say is said in it."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from review.first_run.trials import Tried
from review.language import speaking
from review.locale import first_run as words
from tests.review.hard_coded import is_vietnamese
from tests.review.wizard import MAIL, SITE, STEPS, Inside, Wizard, an_empty_folder
from tests.servers.program import free_port
from tinbai.checking import trials
from tinbai.config import MailboxConfig, PortalConfig


@pytest.fixture
def wizard(tmp_path: Path, migrated_file: Path) -> Wizard:
    wizard = Wizard(folder=an_empty_folder(tmp_path, migrated_file))
    wizard.start()
    return wizard


@pytest.fixture
def here(wizard: Wizard) -> Inside:
    """Somebody inside who chose English."""
    here = wizard.inside()
    choose(here.client)
    return here


def choose(client: Any, language: str = "en") -> Any:
    return client.post("/first-run/language", data={"language": language})


def vietnamese_in(page: str, *but: str) -> list[str]:
    """The texts of a page that are Vietnamese, apart from the language's own name and `but`."""
    body = re.sub(r"<(textarea|script|style).*?</\1>", "", page, flags=re.DOTALL)
    texts = {text.strip() for text in re.split(r"<[^>]*>", body)}
    return sorted(text for text in texts if is_vietnamese(text) and text not in {"Tiếng Việt", *but})


def test_the_language_is_chosen_before_the_code_and_on_every_step(wizard: Wizard) -> None:
    browser = wizard.browser()
    assert 'lang="en"' in browser.get("/first-run").text
    assert choose(browser).headers["location"] == "/first-run"
    assert vietnamese_in(browser.get("/first-run").text) == []
    here = wizard.inside()
    for step in ("site", "mailbox", "portal", "mail", "administrator"):
        assert vietnamese_in(here.get(step).text) != []
        assert vietnamese_in(here.post(step, language="en").text) == []
        assert vietnamese_in(here.get(step).text) == []
        here.post(step, language="vi")
    assert "Hộp thư nhận tin, bài" in here.get("mailbox").text


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_choice_is_kept_before_there_is_a_certificate(wizard: Wizard, scheme: str) -> None:
    wizard.config.write_text(wizard.config.read_text() + "[web]\nhttps_only = true\n")
    wizard.start()
    browser = wizard.browser()
    browser.base_url = f"{scheme}://bientap.songmau.example"
    cookie = choose(browser).headers["set-cookie"]
    assert ("; secure" in cookie.lower()) == (scheme == "https")
    assert vietnamese_in(browser.get("/first-run").text) == []


@pytest.mark.parametrize("step", STEPS)
def test_another_language_at_a_step_leaves_what_was_typed_and_tries_nothing(wizard: Wizard, step: str) -> None:
    here = wizard.inside()
    answer = here.post(step, language="en")
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    for name, value in STEPS[step].items():
        field = page.xpath(f"//*[@name='{name}']")[0]
        if name in {"password", "again"}:
            assert value not in answer.text or not value
        elif field.tag == "input" and field.get("type") == "checkbox":
            assert (field.get("checked") is not None) == bool(value)
        elif field.tag == "select" or field.get("type") == "radio":
            assert value in page.xpath(
                f"//*[@name='{name}']//option[@selected]/@value | //input[@name='{name}'][@checked]/@value"
            )
        else:
            shown = field.text if field.tag == "textarea" else field.get("value")
            assert (shown or "").strip() == value.strip(), name
    assert not wizard.asked
    assert not (wizard.folder / "config.local.toml").exists()


@pytest.mark.parametrize("step", ["mailbox", "portal"])
def test_a_servers_password_typed_before_another_language_need_not_be_typed_again(wizard: Wizard, step: str) -> None:
    here = wizard.inside()
    here.answer("site")
    here.post(step, language="en")
    assert here.post(step, password="").status_code == 303
    assert len(wizard.asked) == 1


def test_a_language_that_there_is_not_changes_nothing(wizard: Wizard) -> None:
    assert "set-cookie" not in choose(wizard.browser(), language="xx").headers


def test_what_trials_say_is_english_in_english_pages_and_kept_in_vietnamese(wizard: Wizard, here: Inside) -> None:
    seldom = "máy chủ không báo thư mới (IDLE), thư được hỏi định kỳ"
    wizard.answer = (Tried(ok=True, words=f"Đăng nhập được, thư mục INBOX có 5 thư; {seldom}"),)
    here.answer("site", "mailbox")
    wizard.answer = (Tried(ok=True, words="Kết nối được cơ sở dữ liệu của cổng"),)
    here.answer("portal")
    wizard.answer = (Tried(ok=True, words=f"Máy chủ đã nhận thư thử gửi tới {MAIL['to']}; hãy mở hộp thư ấy xem"),)
    here.answer("mail")
    page = here.get("administrator").text
    assert "Logged in, the folder INBOX has 5 letters; the server does not tell of new letters (IDLE)" in page
    assert f"The server took a test letter for {MAIL['to']}; open that mailbox and look" in page
    assert vietnamese_in(page, f"{SITE['name']} (AM)") == []
    choose(here.client, language="vi")
    assert "Đăng nhập được, thư mục INBOX có 5 thư" in here.get("administrator").text


def failures(folder: Path) -> list[str]:
    """What real trials say of servers and folders that are not there."""
    password = folder / "password"
    password.touch(mode=0o600)
    found: list[Tried] = []
    for host in ("127.0.0.1", "khong-co.invalid"):
        mailbox = MailboxConfig(
            key="chung", host=host, port=free_port(), username="bbt", password=f"file:{password}", timeout_seconds=5
        )
        found += trials().mailbox(mailbox)
    portal = PortalConfig(key="cong", url=f"sqlite:///{folder}/khong-co.db", media_path=str(folder / "khong-co"))
    return [each.words for each in (*found, *trials().portal(portal, folder)) if not each.ok]


def test_what_fails_is_told_in_english_with_its_field_and_advice(tmp_path: Path) -> None:
    told = failures(tmp_path)
    assert len(told) >= 4
    with speaking("en"):
        shown = [words.shown(each) for each in told]
    assert [each for each in shown if is_vietnamese(each) or "the key" in each] == []
    for expected in ("the field “Port”", "the field “Server”", "Make that folder", "Check kind, server"):
        assert any(expected in each for each in shown), (expected, shown)


def test_a_page_with_a_failure_is_english_altogether(wizard: Wizard, here: Inside, tmp_path: Path) -> None:
    here.answer("site")
    wizard.answer = [Tried(ok=False, words=each) for each in failures(tmp_path)]
    answer = here.post("mailbox")
    assert answer.status_code == 422
    assert vietnamese_in(answer.text) == []
