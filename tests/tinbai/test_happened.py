"""What a pass or the daily comparison finds strange in a mailbox is told to the administrator once, with its reason."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from ingest.run import RECONCILE_EVERY
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.mailbox_rows import letter
from tests.ingest.test_alerts import configured, polled, reconciled
from tests.rows import NOON, a_site
from tinbai import happened
from tinbai.alarm import lasting
from tinbai.alarming import raise_alarms
from tinbai.config import Config
from tinbai.delivery import Delivery, MailboxRow
from tinbai.event import LEFT_BEHIND, NEW_EPOCH
from tinbai.message import Message, MessageStatus
from tinbai.office import Office
from tinbai.outbox import OutgoingLetter

HALF_AN_HOUR = timedelta(minutes=30)
Strange = Callable[[Office], None]


@pytest.fixture
def office(database: object, blobs: object, tmp_path: Path) -> Office:
    """Eight letters of its mailbox are here; the administrator has an address."""
    given = configured(tmp_path, host="mail.example").model_dump() | {
        "alarms": {"to": ["quantri@songmau.example"], "silence": False}
    }
    office = Office(config=Config.model_validate(given), database=database, blobs=blobs)  # type: ignore[arg-type]
    with office.database.writing() as session:
        session.add(MailboxRow(site_id=a_site(session).id, key="chung"))
    polled(office.config, office.database, office.blobs, eight())
    return office


def eight(**how: int) -> FakeMailbox:
    return FakeMailbox({uid: letter(uid) for uid in range(1, 9)}, **how)  # type: ignore[arg-type]


def renumbered(office: Office) -> None:
    polled(office.config, office.database, office.blobs, eight(uidvalidity=8))


def moved(office: Office) -> None:
    other = configured(office.config.root, host="mail2.example")
    polled(other, office.database, office.blobs, eight())


def restored(office: Office) -> None:
    fewer = FakeMailbox({uid: letter(uid) for uid in range(1, 6)}, uidnext=6)
    polled(office.config, office.database, office.blobs, fewer)


def emptied(office: Office) -> None:
    polled(office.config, office.database, office.blobs, FakeMailbox())


def forgotten(office: Office) -> None:
    with office.database.writing() as session:
        session.execute(delete(Delivery).where(Delivery.uid == 3))
    assert reconciled(office.config, office.database, office.blobs, eight(), NOON) is not None


def told(office: Office) -> list[str]:
    """The letters to the administrator, whatever is seen in two days."""
    with office.database.writing() as session:
        session.execute(update(Message).values(status=MessageStatus.NOTHING))  # unread ones are another trouble
    for half_hours in range(96):
        at = NOON + half_hours * HALF_AN_HOUR
        with office.database.writing() as session:
            row = session.scalars(select(MailboxRow)).one()
            row.polled_at, row.missing = at, 0  # what is still missing is another trouble, too
        raise_alarms(office, clock=lambda at=at: at)  # type: ignore[misc]
    with office.database.reading() as session:
        assert session.scalars(lasting()).all() == []  # after a day no page shows it any more
        return [f"{one.subject}\n{one.text}" for one in session.scalars(select(OutgoingLetter))]


STRANGE = [
    (renumbered, "đã đánh số lại thư của hộp thư an-mau/chung"),
    (moved, "an-mau/chung nay là của máy chủ, tài khoản hoặc thư mục khác"),
    (restored, "an-mau/chung đã được phục hồi về một thời điểm trước"),
    (emptied, "an-mau/chung bỗng không còn thư nào, trước đó có 8 thư"),
    (forgotten, "1 thư của hộp thư an-mau/chung chưa có ở đây; đã lấy bù 1 thư"),
]


@pytest.mark.parametrize(("strange", "words"), STRANGE, ids=[one.__name__ for one, _ in STRANGE])
def test_what_is_strange_in_a_mailbox_is_told_once_and_has_no_end(office: Office, strange: Strange, words: str) -> None:
    strange(office)
    (letter,) = told(office)
    assert words in letter
    assert letter.startswith("[tinbai] Cảnh báo: ")


def test_numbers_that_change_at_every_pass_are_one_letter_a_day(office: Office) -> None:
    for uidvalidity in range(8, 28):
        polled(office.config, office.database, office.blobs, eight(uidvalidity=uidvalidity))
    (letter,) = told(office)
    assert f"Trong ngày {NOON:%d/%m/%Y}, việc này đã xảy ra 20 lần." in letter


def test_strange_things_of_other_kinds_are_told_each(office: Office) -> None:
    renumbered(office)
    moved(office)
    emptied(office)
    assert len(told(office)) == 3


def test_letters_that_are_on_the_server_and_do_not_come_are_not_called_fetched(office: Office) -> None:
    with office.database.writing() as session:
        session.execute(delete(Delivery).where(Delivery.uid.in_([3, 5])))
    mailbox = FakeMailbox({uid: letter(uid) for uid in range(1, 9)}, silent={3: 99})
    reconciled(office.config, office.database, office.blobs, mailbox, NOON)
    (told_of_it,) = told(office)
    assert "mới lấy bù 1 thư, còn 1 thư nằm trên máy chủ thư mà chưa tải được" in told_of_it
    assert "Thư lấy bù nằm ở" not in told_of_it


def test_an_ordinary_day_tells_nothing(office: Office) -> None:
    polled(office.config, office.database, office.blobs, eight())
    reconciled(office.config, office.database, office.blobs, eight(), NOON + RECONCILE_EVERY)
    assert told(office) == []


def test_without_its_name_in_the_list_nobody_would_hear_of_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(happened, "TOLD", (LEFT_BEHIND,))
    renumbered(office)
    assert NEW_EPOCH not in happened.TOLD
    assert told(office) == []
