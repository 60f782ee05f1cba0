"""The one place where a status changes.

Three tables say which moves there are: for messages, articles and publications. A move is an UPDATE guarded by the
status that was read, so of two who act at once one wins, and its event is written in the same transaction. The
diagram in ARCHITECTURE.md shows the same tables.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from tinbai.article import Article, ArticleStatus
from tinbai.db import changed
from tinbai.errors import ForbiddenMoveError, StaleError
from tinbai.event import MACHINE, Event
from tinbai.message import Message, MessageStatus
from tinbai.people import User
from tinbai.publication import Publication, PublicationStatus


class Decision(StrEnum):
    """What somebody says about an article. `publish` is the machine's: its publications are live."""

    CLAIM = "claim"  # nhận xử lý
    EDIT = "edit"
    SUBMIT = "submit"  # trình duyệt
    APPROVE = "approve"  # duyệt
    RETURN = "return"  # trả lại
    RENEW = "renew"  # the contributor's new version has arrived
    REJECT = "reject"  # từ chối
    RESTORE = "restore"  # khôi phục
    PUBLISH = "publish"  # đăng
    WITHDRAW = "withdraw"  # gỡ bài
    REPUBLISH = "republish"  # đăng lại


class Fate(StrEnum):
    """What becomes of a letter."""

    DRAFT = "draft"
    JOIN = "join"
    DISMISS = "dismiss"  # nothing to do with it
    HOLD = "hold"
    FAIL = "fail"
    REPROCESS = "reprocess"


class Step(StrEnum):
    """What happens to a publication."""

    ORDER = "order"  # an approval wants it (again)
    SEND = "send"
    RETRY = "retry"  # the portal could not be reached; later
    PROVE = "prove"  # read back: it is there
    REFUSE = "refuse"  # the portal will not have it
    CANCEL = "cancel"  # edited again before it was ever written
    KEEP = "keep"  # edited again before the new revision was written: the older one stays
    TAKE_DOWN = "take_down"
    CONFIRM_DOWN = "confirm_down"


A, D = ArticleStatus, Decision
ARTICLE_MOVES: Mapping[tuple[ArticleStatus, Decision], ArticleStatus] = {
    (A.NEW, D.CLAIM): A.EDITING,
    (A.NEW, D.EDIT): A.EDITING,
    (A.NEW, D.SUBMIT): A.SUBMITTED,
    (A.NEW, D.APPROVE): A.APPROVED,  # where the column needs one decision only
    (A.NEW, D.RETURN): A.RETURNED,
    (A.NEW, D.REJECT): A.REJECTED,
    (A.NEW, D.RENEW): A.NEW,
    (A.EDITING, D.CLAIM): A.EDITING,  # taken over from somebody else
    (A.EDITING, D.EDIT): A.EDITING,
    (A.EDITING, D.SUBMIT): A.SUBMITTED,
    (A.EDITING, D.APPROVE): A.APPROVED,  # where the column needs one decision only
    (A.EDITING, D.RETURN): A.RETURNED,
    (A.EDITING, D.REJECT): A.REJECTED,
    (A.EDITING, D.RENEW): A.EDITING,
    (A.EDITING, D.WITHDRAW): A.WITHDRAWN,  # live in an older revision
    (A.SUBMITTED, D.EDIT): A.EDITING,
    (A.SUBMITTED, D.APPROVE): A.APPROVED,
    (A.SUBMITTED, D.RETURN): A.RETURNED,
    (A.SUBMITTED, D.REJECT): A.REJECTED,
    (A.SUBMITTED, D.RENEW): A.EDITING,
    (A.RETURNED, D.CLAIM): A.EDITING,
    (A.RETURNED, D.EDIT): A.EDITING,
    (A.RETURNED, D.RENEW): A.NEW,
    (A.RETURNED, D.REJECT): A.REJECTED,
    (A.REJECTED, D.RESTORE): A.NEW,
    (A.APPROVED, D.EDIT): A.EDITING,
    (A.APPROVED, D.RENEW): A.EDITING,
    (A.APPROVED, D.PUBLISH): A.PUBLISHED,
    (A.APPROVED, D.WITHDRAW): A.WITHDRAWN,  # in haste: due, or live in an older revision or on one portal already
    (A.PUBLISHED, D.EDIT): A.EDITING,
    (A.PUBLISHED, D.RENEW): A.EDITING,
    (A.PUBLISHED, D.WITHDRAW): A.WITHDRAWN,
    (A.WITHDRAWN, D.REPUBLISH): A.APPROVED,
}

M, F = MessageStatus, Fate
MESSAGE_MOVES: Mapping[tuple[MessageStatus, Fate], MessageStatus] = {
    (M.RECEIVED, F.DRAFT): M.DRAFTED,
    (M.RECEIVED, F.JOIN): M.JOINED,
    (M.RECEIVED, F.DISMISS): M.NOTHING,
    (M.RECEIVED, F.HOLD): M.HELD,
    (M.RECEIVED, F.FAIL): M.FAILED,
    (M.HELD, F.DRAFT): M.DRAFTED,  # released
    (M.HELD, F.DISMISS): M.NOTHING,  # discarded
    (M.HELD, F.REPROCESS): M.RECEIVED,
    (M.NOTHING, F.REPROCESS): M.RECEIVED,
    (M.FAILED, F.REPROCESS): M.RECEIVED,
}

P, S = PublicationStatus, Step
PUBLICATION_MOVES: Mapping[tuple[PublicationStatus, Step], PublicationStatus] = {
    (P.DUE, S.SEND): P.SENDING,
    (P.DUE, S.ORDER): P.DUE,
    (P.DUE, S.CANCEL): P.WITHDRAWN,  # was never live
    (P.DUE, S.KEEP): P.LIVE,
    (P.DUE, S.TAKE_DOWN): P.WITHDRAWING,
    (P.SENDING, S.SEND): P.SENDING,  # the one who was at it has died
    (P.SENDING, S.PROVE): P.LIVE,
    (P.SENDING, S.RETRY): P.DUE,
    (P.SENDING, S.REFUSE): P.FAILED,
    (P.SENDING, S.TAKE_DOWN): P.WITHDRAWING,
    (P.LIVE, S.ORDER): P.DUE,
    (P.LIVE, S.TAKE_DOWN): P.WITHDRAWING,
    (P.WITHDRAWING, S.CONFIRM_DOWN): P.WITHDRAWN,
    (P.WITHDRAWING, S.RETRY): P.WITHDRAWING,
    (P.WITHDRAWING, S.REFUSE): P.FAILED,
    (P.WITHDRAWN, S.ORDER): P.DUE,
    (P.FAILED, S.ORDER): P.DUE,
    (P.FAILED, S.TAKE_DOWN): P.WITHDRAWING,
}


def decide(
    session: Session,
    article: Article,
    decision: Decision,
    *,
    by: User | None,
    at: datetime,
    note: str = "",
    data: dict[str, Any] | None = None,
) -> Event:
    """Move `article` and record who did it, in the caller's transaction.

    Raises ForbiddenMoveError when there is no such move, StaleError when somebody else moved it first. Rights are
    the caller's to check.
    """
    after = ARTICLE_MOVES.get((article.status, decision))
    if after is None:
        raise ForbiddenMoveError(noun="article", key=article.id, status=article.status, decision=decision)
    event = _record(
        session, article, "article", article.site_id, decision, after, {"changed_at": at},
        by=by, at=at, note=note, data=data,
    )  # fmt: skip
    session.flush()  # its number is what an approval is known by
    return event


def settle(session: Session, message: Message, fate: Fate, *, by: User | None, at: datetime, reason: str = "") -> Event:
    """Move a message, record it, and end the lease on it. Raises as `decide`."""
    after = MESSAGE_MOVES.get((message.status, fate))
    if after is None:
        raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision=fate)
    also = {"reason": reason or None, "lease_until": None}
    return _record(
        session, message, "message", message.site_id, fate, after, also, by=by, at=at, note=reason, data=None
    )  # fmt: skip


def advance(
    session: Session,
    publication: Publication,
    step: Step,
    *,
    at: datetime,
    by: User | None = None,
    note: str = "",
    data: dict[str, Any] | None = None,
) -> Event:
    """Move a publication and record it. Raises as `decide`."""
    after = PUBLICATION_MOVES.get((publication.status, step))
    if after is None:
        raise ForbiddenMoveError(noun="publication", key=publication.id, status=publication.status, decision=step)
    site_id = publication.article.site_id
    return _record(session, publication, "publication", site_id, step, after, {}, by=by, at=at, note=note, data=data)


def record(
    session: Session, noun: str, noun_id: int, site_id: int, decision: str, *, by: User | None, at: datetime,
    note: str = "", before: str | None = None, after: str | None = None, data: dict[str, Any] | None = None,
) -> Event:  # fmt: skip
    """Write an event that is no move: something was made, or changed without changing its status.

    It gets its number when the session is flushed.
    """
    event = Event(
        site_id=site_id, at=at, user_id=by.id if by else None, actor=by.name if by else MACHINE, noun=noun,
        noun_id=noun_id, decision=decision, before=before, after=after, note=note, data=data,
    )  # fmt: skip
    session.add(event)
    return event


def _record(
    session: Session, row: Article | Message | Publication, noun: str, site_id: int, decision: StrEnum, after: StrEnum,
    also: Mapping[str, Any], *, by: User | None, at: datetime, note: str, data: dict[str, Any] | None,
) -> Event:  # fmt: skip
    """Change the status, and with it the values in `also`, where the row still stands as it was read."""
    before = row.status
    session.flush()  # what the caller changed goes first, so that the guard sees the row as it is
    kind = type(row)
    moved = session.execute(
        update(kind)
        .where(kind.id == row.id, kind.status == before)
        .values(status=after, **also)
        .execution_options(synchronize_session=False)
    )
    if changed(moved) != 1:
        raise StaleError(noun=noun, key=row.id)
    for name, value in {"status": after, **also}.items():  # what the database has now, without asking it
        set_committed_value(row, name, value)
    return record(
        session, noun, row.id, site_id, decision, by=by, at=at, note=note, before=before, after=after, data=data
    )
