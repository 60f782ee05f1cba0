"""Held letters in a browser: why they stopped, the letter itself, and what the head of the board says about them.

With TINBAI_PICTURES set to a folder, the pages are photographed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from review.app import create
from review.security import sessions
from tests.attacks.carrying import insider
from tests.attacks.serving import served
from tests.e2e.test_whole_way import Visitor
from tests.mail.making.docx import document, paragraph
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.offices import TestOffice
from tests.rows import a_user
from tests.servers.browser import NewContext
from tests.servers.dovecot import Dovecot
from tinbai.clock import now
from tinbai.office import Office
from tinbai.people import RoleName
from tinbai.site import Site

pytestmark = [pytest.mark.integration, pytest.mark.timeout(200)]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SECRET, PETITION, ACTIVE = "Phương án diễn tập", "Gửi UBND xã", "Báo cáo tháng 10"


def raw(number: int, subject: str, *lines: str, file: tuple[str, bytes] | None = None) -> bytes:
    headers = [
        ("From", f"{encoded('Hội Nông dân xã')} <hnd@songmau.example>"), ("To", "bbt.anmau@songmau.example"),
        ("Subject", encoded(subject)), ("Date", "Thu, 15 Oct 2026 08:00:00 +0700"),
        ("Message-ID", f"<giu.{number}@songmau.example>"),
    ]  # fmt: skip
    parts = [plain("\r\n\r\n".join(lines))]
    if file is not None:
        parts.append(attachment(file[0], DOCX if file[0].endswith("docx") else "application/pdf", file[1]))
    return letter(headers, Multipart(subtype="mixed", boundary="phan", parts=parts))


@pytest.fixture
def read_office(opened: Office, an_office: TestOffice, dovecot: Dovecot) -> Office:
    """An office with a letter that bears a mark of secrecy, a petition, and one with a file that acts."""
    plan = document([paragraph("UBND XÃ AN MẪU"), paragraph("MẬT"), paragraph("Phương án diễn tập năm 2026")])
    letters = (
        raw(1, SECRET, "Kính gửi Ban biên tập.", file=("Phuong an.docx", plan)),
        raw(2, PETITION, "ĐƠN KHIẾU NẠI", "Gia đình tôi khiếu nại việc đo đạc lại thửa đất."),
        raw(3, ACTIVE, "Kính gửi Ban biên tập báo cáo tháng 10.", file=("Bao cao.pdf", PDF)),
    )
    for one in letters:
        dovecot.append(an_office.account, one)
    (site,) = opened.config.sites
    poll(opened.config, site, site.mailboxes[0], opened.database, opened.blobs, clock=now)
    with Reader(limits=opened.config.limits) as reader:
        read_waiting(opened.config, opened.database, opened.blobs, reader, clock=now)
    return opened


@pytest.fixture
def site(read_office: Office) -> Iterator[str]:
    with served(create(read_office.config, read_office.database, read_office.blobs)) as address:
        yield address


def logged_in(office: Office, new_context: NewContext, site: str, axe: str, *roles: RoleName) -> Visitor:
    """Somebody with these roles; the head, where none are said."""
    token = insider(office).token
    if roles:
        with office.database.writing() as session:
            user = a_user(session, session.query(Site).one(), *roles)
            token = sessions.start(session, user, at=now(), hours=12)
    context = new_context()
    context.add_cookies([{"name": "tinbai", "value": token, "url": site}])
    return Visitor(context.new_page(), site, axe)


def test_the_head_sees_why_letters_are_held_and_lets_one_through_with_a_reason(
    read_office: Office, site: str, new_context: NewContext, axe_script: Path
) -> None:
    axe = axe_script.read_text(encoding="utf-8")
    head = logged_in(read_office, new_context, site, axe)
    head.page.goto(f"{site}messages")
    expect(head.page.get_by_role("link", name=ACTIVE)).to_be_visible()
    expect(head.page.get_by_text(SECRET)).to_have_count(0)
    head.look("held")
    head.page.get_by_role("link", name=ACTIVE).click()
    expect(head.page.get_by_text("Có nguy hiểm").first).to_be_visible()
    head.look("held-letter")

    head.page.goto(f"{site}messages?status=restricted")
    head.look("restricted")
    head.page.get_by_role("link", name=SECRET).click()
    expect(head.page.get_by_text("Chỉ Trưởng Ban biên tập thấy thư này.")).to_be_visible()
    expect(head.page.frame_locator("iframe.letter-frame").get_by_text("Kính gửi Ban biên tập.")).to_be_visible()
    head.look("restricted-letter")
    head.page.get_by_role("button", name="Thả ra").click()
    expect(head.page.get_by_role("button", name="Thả ra")).to_be_visible()  # the browser asks for the reason
    head.page.get_by_label("Lý do thả ra").fill("Chữ “MẬT” là tên một loại mật ong.")
    head.page.get_by_role("button", name="Thả ra").click()
    expect(head.page.get_by_text("Chữ “MẬT” là tên một loại mật ong.").first).to_be_visible()


def test_an_editor_finds_nothing_of_a_restricted_letter_anywhere(
    read_office: Office, site: str, new_context: NewContext, axe_script: Path
) -> None:
    editor = logged_in(read_office, new_context, site, axe_script.read_text(encoding="utf-8"), RoleName.EDITOR)
    addresses = ("", "?status=all", "messages", "messages?status=restricted", "messages?status=nothing", "messages/1")
    for address in addresses:
        editor.page.goto(site + address)
        for words in (SECRET, PETITION, "Hạn chế", "khiếu nại"):
            assert words not in editor.page.content(), address
