"""Asking the head of the board (xin ý kiến Trưởng ban): the article waits for the head, who is told by letter."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.approval_link import ApprovalLink
from tinbai.article import Article
from tinbai.clock import local
from tinbai.errors import InputError
from tinbai.event import Event
from tinbai.outbox import UNDO_WINDOW, LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.people import Role, RoleName, User
from tinbai.site import Site
from tinbai.workflow import Decision, decide

LINK_LIFE = timedelta(days=3)


def escalate(
    session: Session, article: Article, *, by: User, at: datetime, note: str, sender: str, address: str
) -> Event:
    """Hand the newest revision to the head, who alone approves it from now on, and write to every head.

    Each letter holds a link of its own, by which its addressee may decide; where the review site has no public
    `address`, it says where to log in instead. One transaction, the caller's. Raises InputError without a question.
    """
    if not note.strip():
        raise InputError(field="note", problem="reason_missing")
    data = {"needed_head": article.needs_head, "revision": article.revision_id}
    event = decide(session, article, Decision.ESCALATE, by=by, at=at, note=note, data=data)
    article.needs_head = True
    article.editor_id = article.editor_id or by.id
    for head in heads_of(session, article.site_id):
        if head.email and head.id != by.id:
            link = f"{address.rstrip('/')}/approve/{new_link(session, article, head, event, at=at)}" if address else ""
            session.add(_letter(session, article, head, event, note=note, link=link, sender=sender, at=at))
    return event


def heads_of(session: Session, site_id: int) -> Sequence[User]:
    """Those who head the board of a site."""
    query = select(User).join(Role, Role.user_id == User.id).where(Role.site_id == site_id, User.active)
    return session.scalars(query.where(Role.name == RoleName.HEAD).order_by(User.id).distinct()).all()


def new_link(session: Session, article: Article, user: User, event: Event, *, at: datetime) -> str:
    """The token of a new link for `user` to the newest revision. The table gets its hash only."""
    if article.revision_id is None:
        raise InputError(field="body", problem="text_missing")
    token = secrets.token_urlsafe(32)
    session.add(
        ApprovalLink(
            token_hash=hash_of(token), user_id=user.id, article_id=article.id, revision_id=article.revision_id,
            event_id=event.id, created_at=at, expires_at=at + LINK_LIFE,
        )
    )  # fmt: skip
    return token


def hash_of(token: str) -> str:
    """What the table knows of a token."""
    return sha256(token.encode()).hexdigest()


def _letter(
    session: Session, article: Article, head: User, event: Event, *, note: str, link: str, sender: str, at: datetime
) -> OutgoingLetter:
    site = session.get_one(Site, article.site_id)
    text = _text(article, head, event, note=note, link=link, site_name=site.name, at=at)
    return OutgoingLetter(
        site_id=site.id, kind=LetterKind.OPINION, once=f"opinion:{article.code}:{event.id}:{head.id}", to=head.email,
        subject=f"Xin ý kiến về tin, bài ({article.code})", text=text, message_id=own_message_id(sender),
        in_reply_to=None, status=LetterStatus.WAITING, not_before=at + UNDO_WINDOW, created_at=at, attempts=0,
        event_id=event.id,
    )  # fmt: skip


def _text(article: Article, head: User, event: Event, *, note: str, link: str, site_name: str, at: datetime) -> str:
    title = article.revision.title if article.revision else ""
    until = local(at + LINK_LIFE).strftime("%H:%M ngày %d/%m/%Y")
    way = (
        [
            "Xem bài và quyết định tại liên kết sau (dùng một lần, chỉ dành cho người nhận thư này, xin không chuyển",
            "tiếp; cần mã PIN hoặc đăng nhập):",
            "",
            link,
            "",
            f"Liên kết có hiệu lực đến {until}, và hết hiệu lực ngay khi bài có bản mới.",
        ]
        if link
        else ["Xin đăng nhập trang biên tập để xem bài và quyết định."]
    )
    lines = [
        f"Kính gửi: {head.name}",
        "",
        f"{event.actor} xin ý kiến về tin, bài:",
        "",
        f"Mã số: {article.code}",
        f"Tiêu đề: {title or '(chưa có tiêu đề)'}",
        f"Nội dung xin ý kiến: {note.strip()}",
        "",
        *way,
        "",
        f"Ban biên tập {site_name}",
    ]
    return "\n".join(lines)
