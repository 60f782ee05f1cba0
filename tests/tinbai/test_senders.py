"""Senders are let in or refused once, by name and time; the register follows, and so do the letters that wait."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.rows import NOON, a_site, a_user
from tinbai import senders
from tinbai.db import Database
from tinbai.errors import ForbiddenMoveError, InputError
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.people import Contributor, ContributorAddress, Origin, RefusedSender, RoleName, Unit, User
from tinbai.register import renew, sender_of, with_register
from tinbai.site import Site
from tinbai.site_data import ContributorData, SiteData
from tinbai.site_loading import data_of, load_site

NEW = "ccb@songmau.example"


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """An open transaction on a site with a secretary and three waiting letters, two of them from one address."""
    with database.writing() as session:
        site = a_site(session)
        a_user(session, site, RoleName.SECRETARY)
        for number, address in enumerate((NEW, "CCB@songmau.example", "dan@thu-ca-nhan.example"), start=1):
            session.add(a_letter(site, number, address))
        session.flush()
        yield session


def a_letter(site: Site, number: int, address: str, **changes: object) -> Message:
    values: dict[str, object] = {"standing": "unknown", "status": MessageStatus.HELD} | changes
    return Message(
        site_id=site.id, sha256=f"{number:064}", size=1, received_at=NOON, from_address=address, attempts=2, **values
    )


def the_site(session: Session) -> Site:
    return session.scalars(select(Site)).one()


def the_user(session: Session) -> User:
    return session.scalars(select(User)).one()


def first(session: Session) -> Message:
    return session.scalars(select(Message).order_by(Message.id)).first()  # type: ignore[return-value]


def known(session: Session) -> Sequence[ContributorData]:
    return data_of(the_site(session)).contributors


def a_member(session: Session, name: str = "Hội Cựu chiến binh") -> Contributor:
    unit = session.scalars(select(Unit)).one()
    return senders.register(session, the_site(session), name, unit, by=the_user(session), at=NOON)


def accepted(session: Session, member: Contributor, *, reread: bool = True) -> int:
    return senders.accept(session, first(session), member, personal=False, reread=reread, by=the_user(session), at=NOON)


def test_each_address_waits_once_however_many_letters_it_sent(session: Session) -> None:
    assert senders.count_waiting(session, the_site(session).id) == 2
    assert len(session.scalars(senders.waiting_with(first(session))).all()) == 2


def test_a_yes_is_remembered_and_the_waiting_letters_are_read_again_but_not_released(session: Session) -> None:
    assert accepted(session, a_member(session)) == 2
    letters = session.scalars(select(Message).order_by(Message.id)).all()
    assert [(one.status, one.released, one.attempts) for one in letters] == [
        (MessageStatus.RECEIVED, False, 0),
        (MessageStatus.RECEIVED, False, 0),
        (MessageStatus.HELD, False, 2),
    ]
    assert known(session) == (ContributorData(name="Hội Cựu chiến binh", addresses=(NEW,), unit="hnd"),)
    assert sender_of(session, the_site(session).id, NEW.upper())
    event = session.scalars(select(Event).where(Event.decision == senders.ACCEPT)).one()
    assert (event.actor, event.at, event.note) == (the_user(session).name, NOON, NEW)


def test_a_yes_may_leave_the_letters_where_they_are(session: Session) -> None:
    assert accepted(session, a_member(session), reread=False) == 0
    assert first(session).status is MessageStatus.HELD


def test_a_no_is_remembered_with_its_reason_and_ends_the_waiting_letters(session: Session) -> None:
    assert senders.refuse(session, first(session), note="Quảng cáo", by=the_user(session), at=NOON) == 2
    assert first(session).status is MessageStatus.NOTHING
    assert "Quảng cáo" in (first(session).reason or "")
    assert data_of(the_site(session)).refused_addresses == (NEW,)
    assert session.scalars(select(Event).where(Event.decision == senders.REFUSE)).one().actor == the_user(session).name
    senders.readmit(session, session.scalars(select(RefusedSender)).one(), by=the_user(session), at=NOON)
    assert data_of(the_site(session)).refused_addresses == ()


def test_a_no_needs_a_reason_and_changes_nothing_without(session: Session) -> None:
    with pytest.raises(InputError):
        senders.refuse(session, first(session), note="", by=the_user(session), at=NOON)
    assert first(session).status is MessageStatus.HELD
    assert session.scalars(select(RefusedSender)).all() == []


def test_a_yes_after_a_no_wins(session: Session) -> None:
    senders.refuse(session, first(session), note="nhầm", by=the_user(session), at=NOON)
    senders.add_address(session, a_member(session), NEW, personal=False, by=the_user(session), at=NOON)
    assert data_of(the_site(session)).refused_addresses == ()
    assert [one.addresses for one in known(session)] == [(NEW,)]


@pytest.mark.parametrize(
    "change",
    [{"standing": "forged"}, {"standing": "verified"}, {"status": MessageStatus.NOTHING}, {"from_address": None}],
)
def test_only_a_held_letter_of_an_unknown_sender_is_answered(session: Session, change: dict[str, object]) -> None:
    message = first(session)
    for name, value in change.items():
        setattr(message, name, value)
    session.flush()
    with pytest.raises(ForbiddenMoveError):
        accepted(session, a_member(session))
    with pytest.raises(ForbiddenMoveError):
        senders.refuse(session, message, note="x", by=the_user(session), at=NOON)


def test_an_address_that_no_column_holds_is_neither_let_in_nor_refused(session: Session) -> None:
    message = first(session)
    message.from_address = f"{'a' * 300}@b.example"
    session.flush()
    with pytest.raises(InputError):
        accepted(session, a_member(session))
    with pytest.raises(InputError):
        senders.refuse(session, message, note="x", by=the_user(session), at=NOON)


def test_an_address_that_counts_for_somebody_is_not_given_to_somebody_else(session: Session) -> None:
    accepted(session, a_member(session))
    other = a_member(session, "Trạm Y tế")
    with pytest.raises(InputError):
        senders.add_address(session, other, NEW, personal=False, by=the_user(session), at=NOON)
    assert [one.addresses for one in known(session)] == [(NEW,), ()]


@pytest.mark.parametrize(
    "address", ["", "x", "@songmau.example", "a b@songmau.example", "a@b", f"{'a' * 250}@b.example"]
)
def test_what_is_no_address_is_refused(session: Session, address: str) -> None:
    with pytest.raises(InputError):
        senders.add_address(session, a_member(session), address, personal=False, by=the_user(session), at=NOON)


@pytest.mark.parametrize("name", ["", "x" * 251, "Hội Cựu chiến binh"])
def test_a_name_is_needed_and_belongs_to_one(session: Session, name: str) -> None:
    a_member(session)
    with pytest.raises(InputError):
        a_member(session, name)


def test_who_was_stopped_or_whose_address_was_taken_out_is_unknown_again(session: Session) -> None:
    member = a_member(session)
    accepted(session, member)
    senders.set_stopped(session, member, stopped=True, by=the_user(session), at=NOON)
    assert known(session) == ()
    assert sender_of(session, the_site(session).id, NEW) is None
    senders.set_stopped(session, member, stopped=False, by=the_user(session), at=NOON)
    assert len(known(session)) == 1
    address = session.scalars(select(ContributorAddress)).one()
    senders.remove_address(session, address, by=the_user(session), at=NOON)
    assert [one.addresses for one in known(session)] == [()]
    with pytest.raises(ForbiddenMoveError):
        senders.remove_address(session, address, by=the_user(session), at=NOON)
    decisions = session.scalars(select(Event.decision).where(Event.noun == "contributor").order_by(Event.id)).all()
    assert list(decisions)[-3:] == [senders.STOP, senders.RESUME, senders.REMOVE_ADDRESS]


def test_names_are_changed_for_those_that_people_keep(session: Session) -> None:
    member = a_member(session)
    aliases = ["CCB", "", "CCB", *(f"tên {number}" for number in range(30))]
    senders.change(session, member, name="Hội CCB", unit=None, aliases=aliases, by=the_user(session), at=NOON)
    (only,) = known(session)
    assert (only.name, only.unit, only.aliases[:2], len(only.aliases)) == ("Hội CCB", None, ("CCB", "tên 0"), 20)


FILE = 'name = "An Mẫu"\n[[contributors]]\nname = "Trạm Y tế"\naliases = ["TYT"]\naddresses = ["TYT@songmau.example"]\n'


def test_the_file_and_the_pages_each_govern_their_own(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(FILE, encoding="utf-8")
    accepted(session, a_member(session))
    load_site(session, the_site(session), path, date(2026, 10, 1))
    assert {one.name: one.addresses for one in known(session)} == {
        "Hội Cựu chiến binh": (NEW,),
        "Trạm Y tế": ("tyt@songmau.example",),
    }
    from_file = session.scalars(select(Contributor).where(Contributor.name == "Trạm Y tế")).one()
    assert (from_file.origin, from_file.aliases) == (Origin.FILE, ["TYT"])
    with pytest.raises(ForbiddenMoveError):
        senders.change(session, from_file, name="x", unit=None, aliases=[], by=the_user(session), at=NOON)
    with pytest.raises(ForbiddenMoveError):
        senders.remove_address(session, from_file.addresses[0], by=the_user(session), at=NOON)
    senders.set_stopped(session, from_file, stopped=True, by=the_user(session), at=NOON)
    load_site(session, the_site(session), path, date(2026, 10, 2))
    assert [one.name for one in known(session)] == ["Hội Cựu chiến binh"]


def test_an_address_taken_out_on_a_page_does_not_come_back_with_the_file(session: Session, tmp_path: Path) -> None:
    member = a_member(session)
    accepted(session, member)
    senders.remove_address(session, member.addresses[0], by=the_user(session), at=NOON)
    path = tmp_path / "site.toml"
    path.write_text('name = "An Mẫu"\n', encoding="utf-8")
    load_site(session, the_site(session), path, date(2026, 10, 2))
    assert [one.addresses for one in known(session)] == [()]


def test_an_address_that_leaves_the_file_no_longer_counts(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(FILE, encoding="utf-8")
    load_site(session, the_site(session), path, date(2026, 10, 1))
    path.write_text(FILE.replace("TYT@songmau", "tramyte@songmau"), encoding="utf-8")
    load_site(session, the_site(session), path, date(2026, 10, 2))
    assert [one.addresses for one in known(session)] == [("tramyte@songmau.example",)]


def test_the_register_is_what_the_rows_say(session: Session) -> None:
    site = the_site(session)
    data = SiteData(name="An Mẫu", contributors=(ContributorData(name="cũ", addresses=("a@b.example",)),))
    assert with_register(data, "") == data
    renew(session, site)
    assert with_register(data, site.register).contributors == ()
