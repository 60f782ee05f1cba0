"""Users hear of what waits for them: each thing in a letter of its own, or all of a day in one, as they chose.

What waits is found in the events, so that no decision has to remember it; `note` is for whoever has more to say.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tinbai.account_letters import base_address
from tinbai.article import Article, ArticleStatus
from tinbai.clock import Clock, local
from tinbai.event import Event
from tinbai.notice import Notice
from tinbai.office import Office
from tinbai.outbox import UNDO_WINDOW, LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.people import Notify, Role, RoleName, User
from tinbai.site import Site
from tinbai.workflow import Decision

DIGEST_HOUR = 7  # on the clock of Vietnam: before the office opens
LOOKED_BACK = timedelta(days=1)  # what has waited longer than this was told of already
_AT_ONCE = 500


def note(
    session: Session, user: User, site_id: int, *, once: str, words: str, path: str, at: datetime
) -> Notice | None:
    """Let `user` hear of something, unless he wants no letters, has no address, or heard of it: None then.

    `once` names the thing; `words` is one sentence, `path` the page. In the caller's transaction.
    """
    key = f"{once}:{user.id}"[:200]
    if user.notify is Notify.NONE or not user.email or not user.active:
        return None
    if session.scalar(select(Notice.id).where(Notice.once == key)) is not None:
        return None
    notice = Notice(user_id=user.id, site_id=site_id, once=key, at=at, words=words, path=path)
    session.add(notice)
    return notice


def notify(office: Office, *, clock: Clock) -> None:
    """Find what waits, and write the letters that are due. May run twice at once: a thing is told of once."""
    with office.database.writing() as session:
        at = clock()
        _note_submitted(session, at)
        session.flush()
        waiting = session.execute(
            select(Notice, User, Site)
            .join(User, User.id == Notice.user_id)
            .join(Site, Site.id == Notice.site_id)
            .where(Notice.told_at.is_(None), or_(User.notify != Notify.DIGEST, Notice.at < _digest_ends(at)))
            .order_by(Notice.user_id, Notice.site_id, Notice.id)
            .limit(_AT_ONCE)
            .with_for_update(of=Notice)
        ).all()
        for (user, site), rows in groupby(waiting, key=lambda row: (row[1], row[2])):
            _tell(session, office, user, site, [row[0] for row in rows], at)


def _note_submitted(session: Session, at: datetime) -> None:
    """Articles that wait for approval, for those who may approve them.

    The newest submission of each, once it can be taken back no more. Whoever is asked for an opinion by a decision
    (`tinbai/escalating.py`) hears by a letter with a link of its own.
    """
    waits = (Article.status == ArticleStatus.SUBMITTED, Article.changed_at > at - LOOKED_BACK)
    query = select(Article).where(*waits).order_by(Article.id).limit(_AT_ONCE)
    articles = {article.id: article for article in session.scalars(query)}
    own = (Event.noun == "article", Event.noun_id.in_(articles), Event.decision == Decision.SUBMIT)
    submissions = session.scalars(select(Event).where(*own, Event.at > at - LOOKED_BACK).order_by(Event.id))
    newest = {event.noun_id: event for event in submissions}
    for event in newest.values():
        if event.at > at - UNDO_WINDOW:
            continue
        article = articles[event.noun_id]
        title = (article.revision.title if article.revision else "") or "(chưa có tiêu đề)"
        for user in _approvers(session, article):
            if user.id != event.user_id:
                note(
                    session, user, article.site_id, once=f"submit:{event.id}", path=f"/articles/{article.id}", at=at,
                    words=f"{event.actor} trình duyệt: {title} ({article.code}).",
                )  # fmt: skip


def _approvers(session: Session, article: Article) -> Sequence[User]:
    """Those whom `review/security/rights.py` lets approve it."""
    here = or_(Role.column_id.is_(None), Role.column_id == article.column_id)
    head = Role.name == RoleName.HEAD
    may = head if article.needs_head else or_(head, (Role.name == RoleName.APPROVER) & here)
    query = select(User).where(User.id.in_(select(Role.user_id).where(Role.site_id == article.site_id, may)))
    return session.scalars(query.order_by(User.id)).all()


def _digest_ends(at: datetime) -> datetime:
    """A digest holds what was noted before the last seven in the morning."""
    seven = local(at).replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return seven if local(at) >= seven else seven - timedelta(days=1)


def _tell(session: Session, office: Office, user: User, site: Site, notices: Sequence[Notice], at: datetime) -> None:
    """One letter about all of them; none to somebody who has meanwhile said no, or is shut out."""
    for notice in notices:
        notice.told_at = at
    if user.notify is Notify.NONE or not user.email or not user.active:
        return
    sender = office.config.smtp.sender
    several = len(notices) > 1
    session.add(
        OutgoingLetter(
            site_id=site.id, kind=LetterKind.NOTICE, once=f"notice:{notices[0].id}", to=user.email,
            subject=f"{len(notices)} việc đang chờ đồng chí" if several else "Có việc đang chờ đồng chí",
            text=_text(user, site, notices, base_address(office.config.web)), message_id=own_message_id(sender),
            in_reply_to=None, status=LetterStatus.WAITING, not_before=at, created_at=at, attempts=0,
        )
    )  # fmt: skip


def _text(user: User, site: Site, notices: Iterable[Notice], base: str) -> str:
    lines = [f"Kính gửi: {user.name}", ""]
    for notice in notices:
        lines += [f"- {notice.words}", *([f"  {base}{notice.path}"] if notice.path else [])]
    lines += [
        "",
        f"Muốn nhận mỗi ngày một thư, hoặc không nhận: {base}/account",
        "Thư này được lập tự động.",
        "",
        f"Ban biên tập {site.name}",
    ]
    return "\n".join(lines)
