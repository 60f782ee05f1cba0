"""One-time links with which a user sets his password: for who is invited, and for who has forgotten it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from review.security import tokens
from tinbai.account import AccountLink, LinkPurpose
from tinbai.db import changed
from tinbai.people import User

LIFE: Mapping[LinkPurpose, timedelta] = {
    LinkPurpose.INVITATION: timedelta(days=7),
    LinkPurpose.RESET: timedelta(hours=2),
}


def make(session: Session, user: User, purpose: LinkPurpose, *, by: User | None, at: datetime) -> str:
    """A new link's token; every older link of `user` ends. Only the token's hash is stored."""
    end_all(session, user.id, at=at)
    token = tokens.new()
    session.add(
        AccountLink(
            token_hash=tokens.hashed(token), user_id=user.id, purpose=purpose, made_by_id=by.id if by else None,
            created_at=at, expires_at=at + LIFE[purpose],
        )
    )  # fmt: skip
    return token


def find(session: Session, token: str, *, at: datetime) -> tuple[AccountLink, User] | None:
    """The link that is still good, and whose it is. Looking at it uses nothing up: mail programs look ahead."""
    query = (
        select(AccountLink, User)
        .join(User, User.id == AccountLink.user_id)
        .where(AccountLink.token_hash == tokens.hashed(token), AccountLink.used_at.is_(None))
        .where(AccountLink.expires_at > at, User.active)
    )
    found = session.execute(query).first()
    return (found[0], found[1]) if found else None


def use(session: Session, link: AccountLink, *, at: datetime) -> bool:
    """Use the link up; False when somebody was faster."""
    taken = update(AccountLink).where(AccountLink.id == link.id, AccountLink.used_at.is_(None)).values(used_at=at)
    return changed(session.execute(taken.execution_options(synchronize_session=False))) == 1


def end_all(session: Session, user_id: int, *, at: datetime) -> None:
    """End every link of a user."""
    unused = update(AccountLink).where(AccountLink.user_id == user_id, AccountLink.used_at.is_(None))
    session.execute(unused.values(used_at=at))
