"""The one place where a status changes.

Three tables say which moves there are: for messages, articles and publications. A move is an UPDATE guarded by the
status that was read, so of two who act at once one wins, and its event is written in the same transaction. The
diagram in ARCHITECTURE.md shows the same tables.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Update, bindparam, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from tinbai import __version__
from tinbai.article import Article, ArticleStatus
from tinbai.db import changed
from tinbai.errors import ForbiddenMoveError, StaleError
from tinbai.event import MACHINE, Event
from tinbai.message import Message, MessageStatus
from tinbai.people import User
from tinbai.plain_rows import insert_now, table_of
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
    ESCALATE = "escalate"  # xin ý kiến Trưởng ban
    RESCHEDULE = "reschedule"  # đổi giờ đăng
    GO_AHEAD = "go_ahead"  # what was kept back as too late still goes out
    CORRECT = "correct"  # đính chính
    SPLIT = "split"  # tách thành hai bài
    MERGE = "merge"  # gộp một bài khác vào bài này
    GO_INTO = "go_into"  # được gộp vào bài khác
    # A decision that somebody takes back within seconds: the article stands again where it stood.
    BACK_TO_NEW = "back_to_new"
    BACK_TO_EDITING = "back_to_editing"
    BACK_TO_SUBMITTED = "back_to_submitted"
    BACK_TO_RETURNED = "back_to_returned"
    BACK_TO_PUBLISHED = "back_to_published"


class Fate(StrEnum):
    """What becomes of a letter."""

    DRAFT = "draft"
    JOIN = "join"
    DISMISS = "dismiss"  # nothing to do with it
    HOLD = "hold"
    FAIL = "fail"
    REPROCESS = "reprocess"
    SEPARATE = "separate"  # it was joined by mistake: read again, and never joined


class Step(StrEnum):
    """What happens to a publication."""

    ORDER = "order"  # an approval wants it (again)
    SEND = "send"
    RETRY = "retry"  # the portal could not be reached; later
    PROVE = "prove"  # read back: it is there
    REFUSE = "refuse"  # the portal will not have it
    CANCEL = "cancel"  # edited again before it was ever written
    KEEP_BACK = "keep_back"  # too late to go out unasked
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
    (A.NEW, D.ESCALATE): A.SUBMITTED,
    (A.EDITING, D.ESCALATE): A.SUBMITTED,
    (A.SUBMITTED, D.ESCALATE): A.SUBMITTED,
    (A.APPROVED, D.RESCHEDULE): A.APPROVED,  # to another hour; nothing was written yet
    (A.APPROVED, D.GO_AHEAD): A.APPROVED,
    (A.PUBLISHED, D.CORRECT): A.EDITING,  # what is live stays until the correction is approved
    (A.EDITING, D.CORRECT): A.EDITING,
    (A.NEW, D.SPLIT): A.EDITING,
    (A.EDITING, D.SPLIT): A.EDITING,
    (A.SUBMITTED, D.SPLIT): A.EDITING,
    (A.NEW, D.MERGE): A.EDITING,
    (A.EDITING, D.MERGE): A.EDITING,
    (A.SUBMITTED, D.MERGE): A.EDITING,
    (A.NEW, D.GO_INTO): A.REJECTED,
    (A.EDITING, D.GO_INTO): A.REJECTED,
    (A.SUBMITTED, D.GO_INTO): A.REJECTED,
    (A.RETURNED, D.GO_INTO): A.REJECTED,
    (A.SUBMITTED, D.BACK_TO_NEW): A.NEW,
    (A.SUBMITTED, D.BACK_TO_EDITING): A.EDITING,
    (A.SUBMITTED, D.BACK_TO_SUBMITTED): A.SUBMITTED,
    (A.APPROVED, D.BACK_TO_NEW): A.NEW,
    (A.APPROVED, D.BACK_TO_EDITING): A.EDITING,
    (A.APPROVED, D.BACK_TO_SUBMITTED): A.SUBMITTED,
    (A.RETURNED, D.BACK_TO_NEW): A.NEW,
    (A.RETURNED, D.BACK_TO_EDITING): A.EDITING,
    (A.RETURNED, D.BACK_TO_SUBMITTED): A.SUBMITTED,
    (A.REJECTED, D.BACK_TO_NEW): A.NEW,
    (A.REJECTED, D.BACK_TO_EDITING): A.EDITING,
    (A.REJECTED, D.BACK_TO_SUBMITTED): A.SUBMITTED,
    (A.REJECTED, D.BACK_TO_RETURNED): A.RETURNED,
    (A.EDITING, D.BACK_TO_PUBLISHED): A.PUBLISHED,
    (A.EDITING, D.BACK_TO_EDITING): A.EDITING,
}

M, F = MessageStatus, Fate
MESSAGE_MOVES: Mapping[tuple[MessageStatus, Fate], MessageStatus] = {
    (M.RECEIVED, F.DRAFT): M.DRAFTED,
    (M.RECEIVED, F.JOIN): M.JOINED,
    (M.RECEIVED, F.DISMISS): M.NOTHING,
    (M.RECEIVED, F.HOLD): M.HELD,
    (M.RECEIVED, F.FAIL): M.FAILED,
    (M.JOINED, F.SEPARATE): M.RECEIVED,
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
    (P.DUE, S.KEEP_BACK): P.DUE,
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
    return _record(
        session, article, "article", article.site_id, decision, after, {"changed_at": at},
        by=by, at=at, note=note, data=data,
    )  # fmt: skip


def settle(session: Session, message: Message, fate: Fate, *, by: User | None, at: datetime, reason: str = "") -> Event:
    """Move a message, record it, and end the lease on it. Raises as `decide`."""
    after = MESSAGE_MOVES.get((message.status, fate))
    if after is None:
        raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision=fate)
    also: dict[str, Any] = {"reason": reason or None, "lease_until": None}
    if fate is Fate.FAIL:
        also["failed_version"] = __version__
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
    """Write an event that is no move: something was made, or changed without changing its status."""
    event = Event(
        site_id=site_id, at=at, user_id=by.id if by else None, actor=by.name if by else MACHINE, noun=noun,
        noun_id=noun_id, decision=decision, before=before, after=after, note=note, data=data,
    )  # fmt: skip
    return insert_now(session, event)


def _record(
    session: Session, row: Article | Message | Publication, noun: str, site_id: int, decision: StrEnum, after: StrEnum,
    also: Mapping[str, Any], *, by: User | None, at: datetime, note: str, data: dict[str, Any] | None,
) -> Event:  # fmt: skip
    """Change the status, and with it the values in `also`, where the row still stands as it was read."""
    before = row.status
    session.flush()  # what the caller changed goes first, so that the guard sees the row as it is
    values = {"status": after, **also}
    moved = session.execute(_guarded(type(row), tuple(values)), {"row": row.id, "before": before, **values})
    if changed(moved) != 1:
        raise StaleError(noun=noun, key=row.id)
    for name, value in values.items():  # what the database has now, without asking it
        set_committed_value(row, name, value)
    return record(
        session, noun, row.id, site_id, decision, by=by, at=at, note=note, before=before, after=after, data=data
    )


@lru_cache
def _guarded(kind: type[Article | Message | Publication], names: tuple[str, ...]) -> Update:
    """The UPDATE of the row `row` that still has the status `before`; the others are named as their columns."""
    table = table_of(kind)
    return (
        update(table)
        .where(table.c.id == bindparam("row"), table.c.status == bindparam("before"))
        .values({name: bindparam(name) for name in names})
    )
