"""The job that raises alarms: a letter to the administrator when trouble lasts, and one when it is over.

May run twice at once: an alarm stands once by its unique name, and a letter goes out once by its own.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tinbai.alarm import Alarm
from tinbai.clock import Clock, local
from tinbai.db import changed
from tinbai.happened import has_happened
from tinbai.office import Office
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.pages_amiss import NAME as PAGES
from tinbai.site import Site
from tinbai.troubles import Trouble, troubles
from tinbai.working_time import WorkingTime

log = structlog.get_logger()


def raise_alarms(office: Office, *, clock: Clock) -> None:
    """Compare what is wrong with what was known, and tell what has lasted or is over."""
    found = {trouble.name: trouble for trouble in troubles(office, clock=clock)}
    at_work = WorkingTime(office.config.working_time).is_working(clock())
    patience = timedelta(minutes=office.config.alarms.patience_minutes)
    try:
        with office.database.writing() as session:
            known = {alarm.name: alarm for alarm in session.scalars(select(Alarm).where(Alarm.open.is_not(None)))}
            for name, alarm in known.items():
                if name not in found:
                    _over(session, office, alarm, clock())
                else:
                    alarm.words = found[name].words
            for name, trouble in found.items():
                if trouble.in_hours and not at_work:
                    continue
                alarm = known.get(name) or _seen(session, trouble, clock())
                if clock() - alarm.since >= patience:
                    _tell(session, office, alarm, clock())
    except IntegrityError:  # another process saw the same at the same moment; the next look finds it
        log.info("alarms raised elsewhere")


def _seen(session: Session, trouble: Trouble, at: datetime) -> Alarm:
    site_id = session.scalar(select(Site.id).where(Site.key == trouble.site)) if trouble.site else None
    alarm = Alarm(name=trouble.name, open=trouble.name, site_id=site_id, words=trouble.words, since=at)
    session.add(alarm)
    session.flush()
    return alarm


def _tell(session: Session, office: Office, alarm: Alarm, at: datetime) -> None:
    untold = update(Alarm).where(Alarm.id == alarm.id, Alarm.told_at.is_(None)).values(told_at=at)
    if changed(session.execute(untold)) == 1:
        log.warning("alarm", name=alarm.name)
        text = f"{alarm.words}\n\nNhận thấy từ: {_moment(alarm.since)}."
        session.add_all(_letters(session, office, alarm, "Cảnh báo", text, at))


def _over(session: Session, office: Office, alarm: Alarm, at: datetime) -> None:
    ended = update(Alarm).where(Alarm.id == alarm.id, Alarm.open.is_not(None)).values(open=None, over_at=at)
    if changed(session.execute(ended)) == 1 and alarm.told_at is not None and _ends(alarm.name):
        log.info("alarm over", name=alarm.name)
        text = f"Đã hết: {alarm.words}\n\nTừ {_moment(alarm.since)} đến {_moment(at)}."
        session.add_all(_letters(session, office, alarm, "Đã hết cảnh báo", text, at))


def _ends(name: str) -> bool:
    """Whether its end says that all is well: what happened has none, and pages are not opened for ever."""
    return not has_happened(name) and not name.startswith(f"{PAGES} ")


def _letters(
    session: Session, office: Office, alarm: Alarm, about: str, text: str, at: datetime
) -> Iterable[OutgoingLetter]:
    """One to each administrator. A letter belongs to a site; that of the whole server to the first one."""
    site_id = alarm.site_id or session.scalar(select(Site.id).order_by(Site.id).limit(1))
    if site_id is None:
        return
    for to in office.config.alarms.to:
        yield OutgoingLetter(
            site_id=site_id, kind=LetterKind.ALARM, once=f"alarm:{alarm.id}:{about}:{to}"[:200], to=to,
            subject=f"[tinbai] {about}: {alarm.words.partition('.')[0]}", text=f"{text}\n\nThư tự động của tinbai.",
            message_id=own_message_id(office.config.smtp.sender), in_reply_to=None, status=LetterStatus.WAITING,
            not_before=at, created_at=at, attempts=0,
        )  # fmt: skip


def _moment(moment: datetime) -> str:
    return local(moment).strftime("%H:%M ngày %d/%m/%Y")
