"""An unknown sender is let in, another one refused, in a browser: with scripts and without, on desk and telephone.

With TINBAI_PICTURES set to a folder, the pages are photographed for the documents.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from review.security import sessions
from tests.attacks.serving import served
from tests.e2e.looking import look
from tests.review.conftest import config, office
from tests.review.office import Office
from tests.rows import blobs, database, migrated_file
from tests.servers.browser import NewContext
from tinbai.message import MessageStatus
from tinbai.people import Contributor, ContributorAddress, Origin, RoleName, User
from tinbai.site import Site

__all__ = ["blobs", "config", "database", "migrated_file", "office"]

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]
CCB = "hoi.cuuchienbinh@songmau.example"
ADVERTISER = "khuyen-mai@qua-tang.example"


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The running site, where two senders wait; the contributor that is there has two addresses."""
    with office.database.writing() as session:
        member = session.query(Contributor).filter_by(name="Hội Nông dân xã An Mẫu").one()
        for mail, personal in (("hnd@songmau.example", False), ("hoinongdan.anmau@gmail.com", True)):
            member.addresses.append(
                ContributorAddress(site_id=member.site_id, address=mail, personal=personal, origin=Origin.PAGE)
            )
    office.letter(MessageStatus.DRAFTED, subject="Tin bài: Lớp học trồng nấm rơm", from_address="hnd@songmau.example")
    reason = "Chưa biết người gửi: người gửi chưa có trong danh sách cộng tác viên."
    for subject in ("Tin: Ra quân vệ sinh môi trường", "Ảnh gửi kèm tin hôm qua"):
        office.letter(
            known=False, standing="unknown", from_name="Hội Cựu chiến binh", from_address=CCB, subject=subject,
            reason=reason, standing_reason=reason,
            alike=["địa chỉ hoi.cuuchienbinh@songmau.example gần giống hoicuuchienbinh@songmau.example"],
        )  # fmt: skip
    office.letter(
        known=False, standing="unknown", from_name="", from_address=ADVERTISER, subject="Quà tặng tháng này",
        reason=reason, standing_reason=reason,
    )  # fmt: skip
    with served(office.app) as running:
        yield running.rstrip("/")


class Editor:
    """Somebody who looks at every page twice: as on a desk and as on a telephone."""

    def __init__(self, office: Office, address: str, new_context: NewContext, axe: Path, *, scripts: bool) -> None:
        context = new_context(java_script_enabled=scripts)
        office.enter(RoleName.EDITOR)
        with office.database.writing() as session:
            user = session.query(User).order_by(User.id.desc()).first()
            assert user is not None
            token = sessions.start(session, user, at=office.clock(), hours=1)
        context.add_cookies([{"name": "tinbai", "value": token, "url": address}])
        self.page: Page = context.new_page()
        self._axe = axe.read_text(encoding="utf-8") if scripts else None

    def look(self, name: str) -> None:
        """No accessibility violation, nothing wider than the screen; a picture of each."""
        if self._axe is not None:
            look(self.page, self._axe, name)


@pytest.mark.parametrize("scripts", [True, False])
def test_who_waits_is_answered_once(
    office: Office, address: str, new_context: NewContext, axe_script: Path, scripts: bool
) -> None:
    editor = Editor(office, address, new_context, axe_script, scripts=scripts)
    page = editor.page
    page.goto(address)
    page.get_by_role("link", name="Cộng tác viên").click()
    expect(page.get_by_role("link", name=CCB)).to_have_count(1)
    editor.look("senders")
    page.get_by_role("link", name=CCB).click()
    editor.look("sender")
    page.get_by_label("Tên (khi là cộng tác viên mới)").fill("Hội Cựu chiến binh xã")
    page.get_by_role("button", name="Nhận", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Đã nhận người gửi")
    editor.look("contributor")
    page.get_by_role("link", name="Cộng tác viên").first.click()
    page.get_by_role("link", name=ADVERTISER).click()
    page.get_by_label("Lý do từ chối (bắt buộc)").fill("Thư quảng cáo")
    page.get_by_role("button", name="Từ chối", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Đã từ chối người gửi")
    editor.look("refused")
    page.get_by_role("link", name="Đang cộng tác").click()
    expect(page.get_by_role("link", name="Hội Nông dân xã An Mẫu")).to_have_count(1)
    editor.look("contributors")
    with office.database.reading() as session:
        assert "Hội Cựu chiến binh xã" in session.query(Site).filter_by(key="an-mau").one().register
