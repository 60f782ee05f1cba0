"""Trouble that lasts is told once, and once when it is over."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.rows import a_site
from tinbai import alarming
from tinbai.alarm import Alarm, lasting
from tinbai.alarming import raise_alarms
from tinbai.blobs import Blobs
from tinbai.clock import VIETNAM
from tinbai.config import Config
from tinbai.db import Database
from tinbai.delivery import Delivery, MailboxRow, Told
from tinbai.event import LEFT_BEHIND
from tinbai.health import metrics
from tinbai.message import Message, MessageStatus
from tinbai.office import Office
from tinbai.outbox import OutgoingLetter
from tinbai.troubles import troubles
from tinbai.workflow import record

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)  # a Monday


def at(moment: datetime) -> "Clock":
    return Clock(moment)


class Clock:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def office(database: Database, blobs: Blobs, tmp_path: Path) -> Office:
    """An office with one mailbox, asked at the hour of the test, and one administrator."""
    sites = [{"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung", "host": "mail.example"}]}]
    alarms = {"to": ["quantri@songmau.example"]}
    given = {"root": tmp_path, "sites": sites, "blobs": {"free_bytes": 0}, "alarms": alarms}
    with database.writing() as session:
        session.add(MailboxRow(site_id=a_site(session).id, key="chung"))
    return Office(config=Config.model_validate(given), database=database, blobs=blobs)


def set_mailbox(office: Office, **values: object) -> None:
    with office.database.writing() as session:
        row = session.scalars(select(MailboxRow)).one()
        for name, value in values.items():
            setattr(row, name, value)


def receive(office: Office, moments: list[datetime], *, ahead: timedelta = timedelta()) -> None:
    with office.database.writing() as session:
        row = session.scalars(select(MailboxRow)).one()
        start = session.scalar(select(func.max(Delivery.uid))) or 0
        for number, moment in enumerate(moments, start + 1):
            message = Message(
                site_id=row.site_id, sha256=f"{number:064}", size=1, status=MessageStatus.NOTHING, received_at=moment
            )
            session.add(message)
            session.flush()
            session.add(
                Delivery(
                    mailbox_id=row.id,
                    epoch=1,
                    uidvalidity=1,
                    uid=number,
                    message_id=message.id,
                    size=1,
                    internal_date=moment + ahead,
                    received_at=moment,
                    told=Told.DONE,
                )
            )


def letters(office: Office) -> list[OutgoingLetter]:
    with office.database.reading() as session:
        return list(session.scalars(select(OutgoingLetter).order_by(OutgoingLetter.id)))


def names(office: Office, moment: datetime) -> set[str]:
    return {trouble.name for trouble in troubles(office, clock=at(moment))}


def busy(last: datetime) -> list[datetime]:
    """A letter each working hour of three weeks, up to `last`."""
    hours = [last - timedelta(hours=number) for number in range(21 * 24)]
    return sorted(hour for hour in hours if hour.isoweekday() <= 5 and 8 <= hour.hour <= 16 and hour.hour != 12)


def test_a_quiet_office_raises_nothing(office: Office) -> None:
    raise_alarms(office, clock=at(MORNING))
    assert letters(office) == []


def test_trouble_that_lasts_is_told_once_and_its_end_once(office: Office) -> None:
    set_mailbox(office, error="log in: no", error_since=MORNING)
    for minutes in (0, 29):
        raise_alarms(office, clock=at(MORNING + timedelta(minutes=minutes)))
    assert letters(office) == []
    for minutes in (30, 35, 600):
        raise_alarms(office, clock=at(MORNING + timedelta(minutes=minutes)))
    (letter,) = letters(office)
    assert letter.to == "quantri@songmau.example"
    assert "an-mau/chung" in letter.subject
    assert "log in: no" in letter.text
    assert "09:00 ngày 23/11/2026" in letter.text
    set_mailbox(office, error=None, error_since=None, polled_at=MORNING + timedelta(minutes=601))
    for minutes in (601, 602):
        raise_alarms(office, clock=at(MORNING + timedelta(minutes=minutes)))
    assert [letter.subject.split(":")[0] for letter in letters(office)] == [
        "[tinbai] Cảnh báo",
        "[tinbai] Đã hết cảnh báo",
    ]


def test_trouble_that_is_over_soon_is_told_to_nobody(office: Office) -> None:
    set_mailbox(office, error="log in: no", error_since=MORNING)
    raise_alarms(office, clock=at(MORNING))
    set_mailbox(office, error=None, error_since=None, polled_at=MORNING + timedelta(minutes=1))
    raise_alarms(office, clock=at(MORNING + timedelta(minutes=1)))
    raise_alarms(office, clock=at(MORNING + timedelta(hours=1)))
    assert letters(office) == []


def test_trouble_that_comes_again_is_told_again(office: Office) -> None:
    for hour in (0, 2):
        set_mailbox(office, error="log in: no", error_since=MORNING)
        for minutes in (0, 30):
            raise_alarms(office, clock=at(MORNING + timedelta(hours=hour, minutes=minutes)))
        set_mailbox(office, error=None, error_since=None, polled_at=MORNING + timedelta(hours=hour + 1))
        raise_alarms(office, clock=at(MORNING + timedelta(hours=hour + 1)))
    assert len(letters(office)) == 4
    with office.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Alarm)) == 2


def test_what_lasts_is_a_figure(office: Office) -> None:
    set_mailbox(office, error="log in: no", error_since=MORNING)
    raise_alarms(office, clock=at(MORNING))
    assert b'tinbai_alarm{name="mailbox an-mau/chung"}' not in metrics(office, clock=at(MORNING))
    raise_alarms(office, clock=at(MORNING + timedelta(minutes=30)))
    assert b'tinbai_alarm{name="mailbox an-mau/chung"} 1.0' in metrics(office, clock=at(MORNING))
    with office.database.reading() as session:
        assert session.scalars(lasting()).one().site_id is not None


def test_a_mailbox_that_falls_silent_is_named_in_working_time(office: Office) -> None:
    friday = datetime(2026, 11, 20, 15, 0, tzinfo=VIETNAM)
    receive(office, busy(friday))
    assert names(office, MORNING) == set()  # two hours on Friday and one and a half on Monday: a weekend is no silence
    assert names(office, MORNING + timedelta(hours=2)) == {"silence an-mau/chung"}
    (trouble,) = troubles(office, clock=at(MORNING + timedelta(hours=2)))
    assert "15:00 ngày 20/11/2026" in trouble.words


def test_of_silence_one_is_told_in_working_time_and_once(office: Office) -> None:
    """Neither is the evening its end nor the morning its beginning."""
    receive(office, busy(datetime(2026, 11, 20, 15, 0, tzinfo=VIETNAM)))
    for hours in range(72):
        raise_alarms(office, clock=at(MORNING + timedelta(hours=hours)))
    (letter,) = letters(office)
    assert "không có thư mới" in letter.subject
    with office.database.reading() as session:
        alarm = session.scalars(select(Alarm)).one()
        assert alarm.told_at == MORNING + timedelta(hours=2)
    receive(office, [MORNING + timedelta(hours=72)])
    raise_alarms(office, clock=at(MORNING + timedelta(hours=73)))
    assert letters(office)[-1].subject.startswith("[tinbai] Đã hết cảnh báo")


def test_silence_that_begins_at_night_is_told_in_the_morning(office: Office) -> None:
    receive(office, busy(datetime(2026, 11, 13, 15, 0, tzinfo=VIETNAM)))
    for hours in range(9, 22):  # from six in the evening
        raise_alarms(office, clock=at(MORNING - timedelta(days=7) + timedelta(hours=hours)))
    assert letters(office) == []
    for hours in (23, 24):
        raise_alarms(office, clock=at(MORNING - timedelta(days=7) + timedelta(hours=hours)))
    assert len(letters(office)) == 1


def test_silence_over_tet_is_no_trouble(office: Office) -> None:
    receive(office, busy(datetime(2026, 2, 13, 16, 0, tzinfo=VIETNAM)))
    assert names(office, datetime(2026, 2, 23, 9, 0, tzinfo=VIETNAM)) == set()  # ten days later, and one working hour
    assert names(office, datetime(2026, 2, 24, 9, 0, tzinfo=VIETNAM)) == {"silence an-mau/chung"}


def test_what_is_usual_for_a_mailbox_is_learnt(office: Office) -> None:
    """One letter a week: a week without is usual."""
    weekly = [MORNING - timedelta(days=2 * number) for number in range(24)]
    receive(office, sorted(moment for moment in weekly if moment.isoweekday() == 1 or moment.isoweekday() == 4))
    assert names(office, MORNING + timedelta(days=2)) == set()


def test_a_new_mailbox_is_not_silent(office: Office) -> None:
    receive(office, busy(MORNING - timedelta(days=10))[-19:])
    assert names(office, MORNING) == set()


def test_hours_can_be_fixed(office: Office) -> None:
    alarms = office.config.alarms.model_copy(update={"silence_hours": 2})
    fixed = Office(
        config=office.config.model_copy(update={"alarms": alarms}), database=office.database, blobs=office.blobs
    )
    receive(office, [MORNING - timedelta(days=3)])
    assert names(fixed, MORNING + timedelta(hours=1)) == {"silence an-mau/chung"}
    assert names(office, MORNING + timedelta(hours=1)) == set()


@pytest.mark.parametrize(("used", "told"), [(89, False), (90, True), (100, True)])
def test_a_mailbox_that_fills_is_named(office: Office, used: int, told: bool) -> None:
    set_mailbox(office, quota_used=used * 1000, quota_room=100_000)
    assert ("quota an-mau/chung" in names(office, MORNING)) is told


@pytest.mark.parametrize(("days", "told"), [(15, False), (13, True), (-1, True)])
def test_a_certificate_near_its_end_is_named(office: Office, days: int, told: bool) -> None:
    set_mailbox(office, certificate_until=MORNING + timedelta(days=days))
    assert ("certificate an-mau/chung" in names(office, MORNING)) is told


@pytest.mark.parametrize(("minutes", "told"), [(-60, False), (4, False), (6, True)])
def test_a_clock_that_is_behind_is_named(office: Office, minutes: int, told: bool) -> None:
    receive(office, [MORNING - timedelta(minutes=10)], ahead=timedelta(minutes=minutes))
    assert ("clock an-mau/chung" in names(office, MORNING)) is told


def test_a_disk_that_fills_is_named_before_fetching_ends(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = office.config.blobs.model_copy(update={"free_bytes": 1_000_000_000})
    near = Office(
        config=office.config.model_copy(update={"blobs": blobs}), database=office.database, blobs=office.blobs
    )
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1_900_000_000})())
    assert names(near, MORNING) == {"disk"}


def test_a_letter_that_the_mail_server_cannot_give_is_told_of_for_a_day(office: Office) -> None:
    with office.database.writing() as session:
        row = session.scalars(select(MailboxRow)).one()
        data = {"uid": 3, "message": 1, "passes": 3}
        record(session, "mailbox", row.id, row.site_id, LEFT_BEHIND, by=None, at=MORNING, data=data)
    (told,) = [one for one in troubles(office, clock=at(MORNING)) if one.name.startswith("left_behind")]
    assert (told.name, told.site) == ("left_behind an-mau/chung 2026-11-23", "an-mau")
    later = troubles(office, clock=at(MORNING + timedelta(days=2)))
    assert [one for one in later if one.name.startswith("left_behind")] == []


@pytest.mark.parametrize(("name", "ends"), [("pages an-mau/cong", False), ("disk", True), ("pagesx", True)])
def test_pages_that_are_opened_no_more_are_not_called_well(name: str, ends: bool) -> None:
    assert alarming._ends(name) is ends
