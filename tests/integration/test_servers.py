"""The servers that other tests rely on do what those tests take for granted."""

import imaplib
import smtplib
import ssl
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Page
from sqlalchemy import create_engine, text

from tests.servers.browser import NewContext
from tests.servers.dovecot import Dovecot, MailAccount
from tests.servers.program import MOST_WORKERS, PORTS, free_port, ports_of
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.integration

LETTER = b"Subject: Tin bai\r\nFrom: an@xaanmau.example\r\n\r\nCh\xc3\xa0o ban bi\xc3\xaan t\xe1\xba\xadp.\r\n"


def test_no_two_workers_get_the_same_port_and_no_test_the_port_of_another():
    of_workers = [port for number in range(MOST_WORKERS) for port in ports_of(f"gw{number}")]
    assert sorted(of_workers) == list(PORTS)
    assert len({free_port() for _ in range(20)}) == 20


def test_a_letter_put_into_dovecot_comes_back_byte_for_byte(dovecot: Dovecot, mail_account: MailAccount):
    dovecot.append(mail_account, LETTER)
    with imaplib.IMAP4(dovecot.host, dovecot.port) as client:
        client.login(mail_account.user, mail_account.password)
        client.select("INBOX")
        _, answer = client.uid("FETCH", "1:*", "(BODY.PEEK[])")
    assert answer[0][1] == LETTER


def test_dovecot_proves_who_it_is_by_tls_and_by_starttls(dovecot: Dovecot, mail_account: MailAccount):
    context = ssl.create_default_context(cafile=dovecot.ca_file)
    with imaplib.IMAP4_SSL(dovecot.host, dovecot.tls_port, ssl_context=context) as client:
        client.login(mail_account.user, mail_account.password)
    with imaplib.IMAP4("localhost", dovecot.port) as client:
        client.starttls(context)
        client.login(mail_account.user, mail_account.password)


def test_dovecot_refuses_a_wrong_password_without_delay(dovecot: Dovecot, mail_account: MailAccount):
    began = time.monotonic()
    with (
        imaplib.IMAP4(dovecot.host, dovecot.port) as client,
        pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"),
    ):
        client.login(mail_account.user, "sai")
    assert time.monotonic() - began < 2  # what Dovecot waits by itself, auth_failure_delay


def test_dovecot_takes_keywords_and_moves_letters_to_a_folder_with_a_vietnamese_name(
    dovecot: Dovecot, mail_account: MailAccount
):
    dovecot.append(mail_account, LETTER)
    dovecot.append(mail_account, LETTER, mailbox="Đã xử lý")
    with imaplib.IMAP4(dovecot.host, dovecot.port) as client:
        client.login(mail_account.user, mail_account.password)
        client.select("INBOX")
        assert client.uid("STORE", "1", "+FLAGS", "($DaXuLy)")[0] == "OK"
        assert client.uid("MOVE", "1", '"&ARAA4w- x&Hu0- l&AP0-"')[0] == "OK"
        assert client.select('"&ARAA4w- x&Hu0- l&AP0-"') == ("OK", [b"2"])


def test_each_test_has_an_empty_postgresql_database(postgresql_database: str):
    engine = create_engine(postgresql_database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE tin (tieu_de text)"))
        connection.execute(text("INSERT INTO tin VALUES ('Đảng bộ xã An Mẫu')"))
        assert connection.scalar(text("SELECT upper(tieu_de) FROM tin")) == "ĐẢNG BỘ XÃ AN MẪU"
        tables = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        assert tables.all() == ["tin"]
    engine.dispose()


def test_each_test_has_an_empty_mariadb_database(mariadb_database: str):
    engine = create_engine(mariadb_database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE tin (tieu_de text, anh longblob)"))
        connection.execute(text("INSERT INTO tin VALUES ('Đảng bộ 🎉', :photo)"), {"photo": b"\xff" * 5_000_000})
        assert connection.execute(text("SELECT tieu_de, length(anh) FROM tin")).one() == ("Đảng bộ 🎉", 5_000_000)
        assert connection.scalars(text("SHOW TABLES")).all() == ["tin"]
    engine.dispose()


def test_the_browser_shows_a_page_at_desk_and_telephone_width(page: Page, phone_page: Page, tmp_path: Path):
    for each, width in ((page, 1440), (phone_page, 390)):
        each.set_content("<meta name=viewport content='width=device-width'><h1>Ban biên tập</h1>")
        assert each.get_by_role("heading", name="Ban biên tập").is_visible()
        assert each.evaluate("innerWidth") == width
        assert len(each.screenshot(path=tmp_path / f"{width}.png")) > 1000


def test_the_editor_bundle_edits_in_the_browser(page: Page):
    script = (Path(__file__).parents[2] / "review" / "static" / "vendor" / "editor.js").read_text()
    page.set_content("<div id=e></div>")
    page.evaluate(
        """async (source) => {
            const { createEditor } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
            window.editor = createEditor({ element: document.querySelector("#e"), content: "<p>Tin</p>" });
            window.editor.commands.focus("end");
        }""",
        script,
    )
    # The editor takes the focus with the next frame.
    page.wait_for_function("editor.isFocused")
    page.keyboard.type(" mới")
    assert page.evaluate("editor.getHTML()") == "<p>Tin mới</p>"


def test_each_person_in_the_browser_has_cookies_of_their_own(new_context: NewContext):
    editor, head = new_context(), new_context()
    editor.add_cookies([{"name": "phien", "value": "1", "url": "http://127.0.0.1"}])
    assert len(editor.cookies()) == 1
    assert head.cookies() == []


def test_the_smtp_sink_keeps_what_it_is_sent(smtp_sink: SmtpSink):
    letter = EmailMessage()
    letter["Subject"] = "Đã nhận tin, bài"
    letter.set_content("Cảm ơn.")
    with smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client:
        client.send_message(letter, "toasoan@anmau.example", ["ctv@anmau.example"])
    (sent,) = smtp_sink.wait_for(1)
    assert (sent.sender, sent.recipients) == ("toasoan@anmau.example", ["ctv@anmau.example"])
    assert sent.message["Subject"] == "Đã nhận tin, bài"


def test_the_smtp_sink_can_refuse(smtp_sink: SmtpSink):
    smtp_sink.refuse_with = "451 try later"
    with smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client, pytest.raises(smtplib.SMTPDataError, match="451"):
        client.sendmail("a@anmau.example", ["b@anmau.example"], LETTER)
    assert smtp_sink.letters == []
