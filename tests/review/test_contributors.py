"""The pages about contributors: who waits is answered once, and what the pages show is right and harmless."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.review.office import Office
from tests.rows import NOON
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.people import Contributor, ContributorAddress, RefusedSender, RoleName
from tinbai.senders import ACCEPT, REFUSE
from tinbai.site import Site
from tinbai.site_loading import data_of

SCRIPT = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"
NEW = "ccb@songmau.example"


def unknown(office: Office, address: str = NEW, **options: Any) -> int:
    values: dict[str, Any] = {"from_name": "Hội CCB", "standing": "unknown", "from_address": address} | options
    return office.letter(known=False, **values)


def stands(office: Office, message_id: int) -> MessageStatus:
    with office.database.reading() as session:
        return session.get_one(Message, message_id).status


def test_one_line_for_each_address_that_waits_with_what_it_looks_like(office: Office) -> None:
    first = unknown(office, subject="Bài một")
    newest = unknown(office, NEW.upper(), subject="Bài hai", alike=["địa chỉ gần giống cu@songmau.example"])
    page = office.enter(RoleName.EDITOR).get("/contributors").text
    assert f"/messages/{newest}/sender" in page
    assert f"/messages/{first}/sender" not in page
    assert "2 thư đang chờ" in page
    assert "gần giống cu@songmau.example" in page
    assert 'Cộng tác viên <span class="count">1' in page


def test_without_anybody_waiting_the_contributors_are_shown(office: Office) -> None:
    page = office.enter(RoleName.EDITOR).get("/contributors").text
    assert "Hội Nông dân xã An Mẫu" in page
    assert "Chưa có địa chỉ nào" in page


@pytest.mark.parametrize("tab", ["waiting", "active", "stopped", "refused"])
def test_every_tab_says_what_is_not_there(office: Office, tab: str) -> None:
    with office.database.writing() as session:
        session.query(Contributor).delete()
    assert 'class="empty"' in office.enter(RoleName.EDITOR).get(f"/contributors?status={tab}").text


def test_a_yes_makes_a_contributor_and_reads_the_letter_again(office: Office) -> None:
    message_id = unknown(office)
    visit = office.enter(RoleName.EDITOR)
    assert 'value="Hội CCB"' in visit.get(f"/messages/{message_id}/sender").text
    form = {"name": "Hội Cựu chiến binh", "unit": "hnd", "reread": "1"}
    answer = visit.post(f"/messages/{message_id}/sender/acceptance", form)
    page = visit.get(answer.headers["location"]).text
    for words in ("Đã nhận người gửi", "Hội Cựu chiến binh", "Hội Nông dân xã An Mẫu", NEW, "nhận người gửi"):
        assert words in page
    assert stands(office, message_id) is MessageStatus.RECEIVED
    with office.database.reading() as session:
        site = session.scalars(select(Site).where(Site.key == "an-mau")).one()
        assert NEW in [address for one in data_of(site).contributors for address in one.addresses]
        assert session.scalars(select(Event).where(Event.decision == ACCEPT)).one().user_id


def test_a_yes_may_be_another_address_of_somebody_who_is_there(office: Office) -> None:
    message_id = unknown(office, "hnd.anmau@gmail.com")
    visit = office.enter(RoleName.SECRETARY)
    page = visit.get(f"/messages/{message_id}/sender").text
    assert 'name="personal" value="1" checked' in page
    with office.database.reading() as session:
        member = session.scalars(select(Contributor)).one().id
    visit.post(f"/messages/{message_id}/sender/acceptance", {"contributor": str(member), "personal": "1"})
    with office.database.reading() as session:
        address = session.scalars(select(ContributorAddress)).one()
        assert (address.contributor_id, address.personal) == (member, True)
    assert stands(office, message_id) is MessageStatus.HELD


def test_a_no_is_shown_with_its_reason_and_can_be_taken_back(office: Office) -> None:
    message_id, visit = unknown(office), office.enter(RoleName.EDITOR)
    assert visit.post(f"/messages/{message_id}/sender/refusal").status_code == 422
    answer = visit.post(f"/messages/{message_id}/sender/refusal", {"note": "Quảng cáo"})
    page = visit.get(answer.headers["location"]).text
    assert NEW in page
    assert "Quảng cáo" in page
    assert stands(office, message_id) is MessageStatus.NOTHING
    with office.database.reading() as session:
        refusal = session.scalars(select(RefusedSender)).one().id
        assert session.scalars(select(Event).where(Event.decision == REFUSE)).one().user_id
    answer = visit.post(f"/refusals/{refusal}/removal")
    assert "Chưa từ chối người gửi nào" in visit.get(answer.headers["location"]).text


def test_the_warning_about_a_registered_name_stands_once(office: Office) -> None:
    alike = "tên giống cộng tác viên Hội Nông dân xã An Mẫu"
    ask = "Bấm “Xác nhận người gửi” để nhận hoặc từ chối; chỉ cần trả lời một lần cho mỗi địa chỉ."
    reason = f"người gửi {NEW} chưa có trong danh sách cộng tác viên. Chú ý: {alike}. {ask}"
    message_id = unknown(office)
    with office.database.writing() as session:
        message = session.get_one(Message, message_id)
        message.alike, message.standing_reason = [alike], reason
    page = office.enter(RoleName.SECRETARY).get(f"/messages/{message_id}/sender").text
    assert page.count(alike) == 1
    assert f"người gửi {NEW} chưa có trong danh sách cộng tác viên. {ask}" in page


def test_what_is_answered_cannot_be_answered_again(office: Office) -> None:
    message_id, visit = unknown(office), office.enter(RoleName.EDITOR)
    visit.post(f"/messages/{message_id}/sender/refusal", {"note": "x"})
    assert visit.get(f"/messages/{message_id}/sender").status_code == 409
    assert visit.post(f"/messages/{message_id}/sender/acceptance", {"name": "y"}).status_code == 409
    assert visit.post(f"/messages/{message_id}/sender/refusal", {"note": "y"}).status_code == 409


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": ""}, "Cần có tên cộng tác viên"),
        ({"name": "Hội Nông dân xã An Mẫu"}, "Đã có cộng tác viên mang tên này"),
        ({"name": "Mới", "unit": "khong-co"}, "Đơn vị này không có"),
        ({"contributor": "x"}, "ô số không đúng"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong_and_changes_nothing(
    office: Office, form: dict[str, str], words: str
) -> None:
    message_id = unknown(office)
    answer = office.enter(RoleName.EDITOR).post(f"/messages/{message_id}/sender/acceptance", form)
    assert answer.status_code == 422
    assert words in answer.text
    assert stands(office, message_id) is MessageStatus.HELD
    with office.database.reading() as session:
        assert len(session.scalars(select(Contributor)).all()) == 1


def test_a_contributor_of_another_site_is_not_there(office: Office) -> None:
    message_id = unknown(office)
    with office.database.writing() as session:
        other = session.scalars(select(Site).where(Site.key == "dong-thu")).one()
        session.add(Contributor(site_id=other.id, name="Của phường"))
        session.flush()
        theirs = session.scalars(select(Contributor.id).where(Contributor.site_id == other.id)).one()
    form = {"contributor": str(theirs)}
    assert office.enter(RoleName.EDITOR).post(f"/messages/{message_id}/sender/acceptance", form).status_code == 404


def test_only_those_who_may_see_the_buttons(office: Office) -> None:
    message_id = unknown(office)
    for role, may in ((RoleName.EDITOR, True), (RoleName.SECRETARY, True), (RoleName.ADMIN, False)):
        visit = office.enter(role)
        assert (">Nhận</button>" in visit.get(f"/messages/{message_id}/sender").text) is may
        assert (">Thêm</button>" in visit.get("/contributors?status=active").text) is may


def test_the_letter_leads_to_the_question_and_says_why(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    assert "Xác nhận người gửi" in visit.get(f"/messages/{unknown(office)}").text
    forged = office.letter(standing="forged", standing_reason="máy chủ thư báo thư giả")
    page = visit.get(f"/messages/{forged}").text
    assert "Xác nhận người gửi" not in page
    assert "máy chủ thư báo thư giả" in page


def test_a_domain_in_other_letters_is_shown_as_dns_has_it(office: Office) -> None:
    message_id = unknown(office, "hnd@sоngmau.example")
    assert "Tên miền thật sự: xn--sngmau-" in office.enter(RoleName.EDITOR).get(f"/messages/{message_id}/sender").text


def test_a_contributor_is_kept_on_its_page(office: Office) -> None:
    visit = office.enter(RoleName.SECRETARY)
    form = {"site": "an-mau", "name": "Trạm Y tế", "address": "TYT@songmau.example", "unit": "hnd"}
    path = visit.post("/contributors", form).headers["location"].partition("?")[0]
    visit.post(f"{path}/details", {"name": "Trạm Y tế xã", "unit": "", "aliases": "TYT\r\nTrạm xá"})
    visit.post(f"{path}/addresses", {"address": "tyt@gmail.com", "personal": "1"})
    visit.post(f"{path}/stop")
    page = visit.get(path).text
    for words in ("Trạm Y tế xã", "TYT; Trạm xá", "tyt@songmau.example", "Hộp thư cá nhân", "Đã ngừng"):
        assert words in page
    assert "Trạm Y tế xã" in visit.get("/contributors?status=stopped").text
    visit.post(f"{path}/resumption")
    assert "Đang cộng tác</span>" in visit.get(path).text


@pytest.mark.parametrize("role", [RoleName.HEAD, RoleName.ADMIN])
def test_scripts_in_any_name_stay_text(office: Office, role: RoleName) -> None:
    message_id = unknown(office, f'"{SCRIPT}"@la.example', from_name=SCRIPT, subject=SCRIPT, alike=[SCRIPT],
                         standing_reason=SCRIPT)  # fmt: skip
    with office.database.writing() as session:
        site_id = session.scalars(select(Site.id).where(Site.key == "an-mau")).one()
        member = Contributor(site_id=site_id, name=SCRIPT, aliases=[SCRIPT])
        member.addresses = [ContributorAddress(site_id=site_id, address=SCRIPT)]
        session.add_all(
            [member, RefusedSender(site_id=site_id, address=SCRIPT, actor=SCRIPT, note=SCRIPT, at=office.clock())]
        )
        session.flush()
        member_id = member.id
    visit = office.enter(role)
    tabs = [f"/contributors?status={tab}" for tab in ("waiting", "active", "stopped", "refused")]
    for path in (*tabs, f"/contributors/{member_id}", f"/messages/{message_id}/sender"):
        page = visit.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("path", ["/contributors/0", "/contributors/999999999999", "/contributors?status=x"])
def test_addresses_that_stand_for_nothing_are_not_found(office: Office, path: str) -> None:
    assert office.enter(RoleName.HEAD).get(path).status_code == 404


def test_an_address_that_letters_of_ours_did_not_reach_says_so(office: Office) -> None:
    with office.database.writing() as session:
        site = session.scalars(select(Site).where(Site.key == "an-mau")).one()
        contributor = Contributor(site_id=site.id, name="Trạm Y tế")
        bounce = "địa chỉ không có hoặc sai (5.1.1)"
        contributor.addresses = [ContributorAddress(site_id=site.id, address=NEW, bounced_at=NOON, bounce=bounce)]
        session.add(contributor)
    page = office.enter(RoleName.EDITOR).get(f"/contributors/{contributor.id}").text
    assert f"Thư không tới (15/10/2026 12:00): {bounce}" in page
