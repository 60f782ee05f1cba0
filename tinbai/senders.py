"""Who may send: what people say about senders, once, and what follows for the letters that wait for it.

Every verb records an event with who said it and when, and renews the site's register, in the caller's transaction.
Rights are the caller's to check. Nothing that arrives by mail ever calls any of them.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, ScalarSelect, Select, delete, func, select
from sqlalchemy.orm import Session

from tinbai.errors import ForbiddenMoveError, InputError
from tinbai.message import Message, MessageStatus, standing_at
from tinbai.people import Contributor, ContributorAddress, Origin, RefusedSender, Unit, User
from tinbai.register import renew
from tinbai.site import Site
from tinbai.workflow import Fate, record, settle

ACCEPT, REFUSE, READMIT = "accept_sender", "refuse_sender", "readmit_sender"
REGISTER, CHANGE, STOP, RESUME = "register", "change_contributor", "stop_contributor", "resume_contributor"
ADD_ADDRESS, REMOVE_ADDRESS = "add_address", "remove_address"
UNKNOWN = "unknown"  # the standing of a letter whose sender is not in the register
LONGEST_NAME, LONGEST_ADDRESS = 250, 254
MOST_ALIASES = 20


def waiting_for_answer(site_id: int | BindParameter[int]) -> Select[Message]:
    """Held letters whose sender nobody has said yes or no to, oldest first; none that only named roles may see."""
    waits = (Message.standing == UNKNOWN, Message.from_address.is_not(None), Message.restriction.is_(None))
    return select(Message).where(standing_at(site_id, MessageStatus.HELD), *waits).order_by(Message.id)


def waiting_with(message: Message) -> Select[Message]:
    """Those of the same address as `message`, itself included."""
    same = func.lower(Message.from_address) == func.lower(message.from_address or "")
    return waiting_for_answer(message.site_id).where(same)


def count_waiting(session: Session, site_id: int) -> int:
    """How many senders wait for an answer."""
    return session.scalar(select(number_waiting(site_id))) or 0


def number_waiting(site_id: int | BindParameter[int]) -> ScalarSelect[int]:
    """The same, as part of another statement."""
    addresses = (
        waiting_for_answer(site_id).order_by(None).with_only_columns(func.lower(Message.from_address)).distinct()
    )
    return select(func.count()).select_from(addresses.subquery()).scalar_subquery()


def accept(
    session: Session,
    message: Message,
    contributor: Contributor,
    *,
    personal: bool,
    reread: bool,
    by: User,
    at: datetime,
) -> int:
    """Yes: the letter's address is `contributor`'s from now on. Returns how many waiting letters are read again.

    They are not released: what else they are held for holds them again. Raises ForbiddenMoveError when the letter
    does not wait for an answer, InputError for an address that cannot be registered.
    """
    address = _waiting_address(message, ACCEPT)
    _give(session, contributor, address, personal=personal)
    _forget_refusal(session, message.site_id, address)
    note = f"{address} (hộp thư cá nhân)" if personal else address
    record(session, "contributor", contributor.id, message.site_id, ACCEPT, by=by, at=at, note=note)
    letters = session.scalars(waiting_with(message)).all() if reread else []
    for letter in letters:
        if letter.stored:
            settle(session, letter, Fate.REPROCESS, by=by, at=at, reason=f"Đã nhận người gửi {address}.")
            letter.attempts = 0
    _renewed(session, message.site_id)
    return len(letters)


def refuse(session: Session, message: Message, *, note: str, by: User, at: datetime) -> int:
    """No: nothing becomes of what this address sent and will send. Returns how many letters that ended.

    Raises as `accept`, and InputError without a reason.
    """
    address = _waiting_address(message, REFUSE)
    if not note:
        raise InputError(field="note", problem="reason_missing")
    _forget_refusal(session, message.site_id, address)
    refused = RefusedSender(site_id=message.site_id, address=address, user_id=by.id, actor=by.name, at=at, note=note)
    session.add(refused)
    session.flush()
    record(session, "refused_sender", refused.id, message.site_id, REFUSE, by=by, at=at, note=f"{address}: {note}")
    letters = session.scalars(waiting_with(message)).all()
    for letter in letters:
        settle(session, letter, Fate.DISMISS, by=by, at=at, reason=f"Đã từ chối người gửi {address}: {note}")
    _renewed(session, message.site_id)
    return len(letters)


def readmit(session: Session, refused: RefusedSender, *, by: User, at: datetime) -> None:
    """The refusal is taken back: the next letter waits for an answer again. What was dismissed stays as it is."""
    site_id = refused.site_id
    record(session, "refused_sender", refused.id, site_id, READMIT, by=by, at=at, note=refused.address)
    session.delete(refused)
    _renewed(session, site_id)


def register(session: Session, site: Site, name: str, unit: Unit | None, *, by: User, at: datetime) -> Contributor:
    """A contributor that people keep. Raises InputError when the name is missing, too long or taken."""
    _check_name(session, site.id, name)
    made = Contributor(site_id=site.id, name=name, unit_id=unit.id if unit else None, origin=Origin.PAGE, active=True)
    session.add(made)
    session.flush()
    record(session, "contributor", made.id, site.id, REGISTER, by=by, at=at, note=name)
    _renewed(session, site.id)
    return made


def change(
    session: Session, contributor: Contributor, *, name: str, unit: Unit | None, aliases: Sequence[str], by: User,
    at: datetime,
) -> None:  # fmt: skip
    """Its name, unit and other names. Raises ForbiddenMoveError for one that the site's file governs, InputError."""
    if contributor.origin is Origin.FILE:
        raise ForbiddenMoveError(noun="contributor", key=contributor.id, status=Origin.FILE, decision=CHANGE)
    if name != contributor.name:
        _check_name(session, contributor.site_id, name)
    before = contributor.name
    contributor.name, contributor.unit_id = name, unit.id if unit else None
    contributor.aliases = [alias[:LONGEST_NAME] for alias in dict.fromkeys(aliases) if alias][:MOST_ALIASES]
    session.flush()
    session.expire(contributor, ["unit"])
    note = "" if before == name else f"{before} → {name}"
    record(session, "contributor", contributor.id, contributor.site_id, CHANGE, by=by, at=at, note=note)
    _renewed(session, contributor.site_id)


def set_stopped(session: Session, contributor: Contributor, *, stopped: bool, by: User, at: datetime) -> None:
    """It no longer sends, or sends again. Its letters then wait like those of anybody unknown."""
    contributor.stopped = stopped
    decision = STOP if stopped else RESUME
    record(session, "contributor", contributor.id, contributor.site_id, decision, by=by, at=at)
    _renewed(session, contributor.site_id)


def add_address(
    session: Session, contributor: Contributor, address: str, *, personal: bool, by: User, at: datetime
) -> None:
    """One more address. Raises InputError when it is none, or somebody else's."""
    address = address.strip().lower()
    _give(session, contributor, address, personal=personal)
    _forget_refusal(session, contributor.site_id, address)
    record(session, "contributor", contributor.id, contributor.site_id, ADD_ADDRESS, by=by, at=at, note=address)
    _renewed(session, contributor.site_id)


def remove_address(session: Session, address: ContributorAddress, *, by: User, at: datetime) -> None:
    """An address that people added no longer counts. Raises ForbiddenMoveError for one of the site's file."""
    if address.origin is Origin.FILE or not address.active:
        raise ForbiddenMoveError(noun="address", key=address.id, status=address.origin, decision=REMOVE_ADDRESS)
    address.active = False
    note = address.address
    record(session, "contributor", address.contributor_id, address.site_id, REMOVE_ADDRESS, by=by, at=at, note=note)
    _renewed(session, address.site_id)


def _waiting_address(message: Message, decision: str) -> str:
    waits = message.status is MessageStatus.HELD and message.standing == UNKNOWN and message.restriction is None
    if not waits or not message.from_address:
        raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision=decision)
    if len(message.from_address) > LONGEST_ADDRESS:
        raise InputError(field="address", problem="address_wrong")
    return message.from_address.lower()


def _give(session: Session, contributor: Contributor, address: str, *, personal: bool) -> None:
    """The address is the contributor's. One that counts for somebody else is not taken away from him silently."""
    local, at_sign, domain = address.rpartition("@")
    if not (local and at_sign and "." in domain) or len(address) > LONGEST_ADDRESS or len(address.split()) != 1:
        raise InputError(field="address", problem="address_wrong")
    known = session.scalar(
        select(ContributorAddress).where(
            ContributorAddress.site_id == contributor.site_id, ContributorAddress.address == address
        )
    )
    if known is None:
        known = ContributorAddress(site_id=contributor.site_id, address=address, origin=Origin.PAGE)
        session.add(known)
    elif known.active and known.contributor_id != contributor.id and known.contributor.active:
        raise InputError(field="address", problem="address_taken")
    elif not known.active:
        known.origin = Origin.PAGE
    known.contributor_id, known.personal, known.active = contributor.id, personal, True
    session.flush()


def _forget_refusal(session: Session, site_id: int, address: str) -> None:
    session.execute(delete(RefusedSender).where(RefusedSender.site_id == site_id, RefusedSender.address == address))


def _check_name(session: Session, site_id: int, name: str) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise InputError(field="name", problem="contributor_name_missing")
    taken = select(Contributor.id).where(Contributor.site_id == site_id, Contributor.name == name)
    if session.scalar(taken) is not None:
        raise InputError(field="name", problem="contributor_name_taken")


def _renewed(session: Session, site_id: int) -> None:
    renew(session, session.get_one(Site, site_id))
