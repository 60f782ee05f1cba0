"""What an account needs beside its password: one-time links, the second factor, and a log-in that is half done.

Of every token and recovery code only the SHA-256 is stored, so the tables open no door.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tinbai.db import Base, Choice, Moment


class LinkPurpose(StrEnum):
    """Why somebody gets a link with which he sets his password."""

    INVITATION = "invitation"  # mời dùng trang biên tập
    RESET = "reset"  # đặt lại mật khẩu


class AccountLink(Base):
    """A link with which a user sets his password once. A newer one of the same user ends it."""

    __tablename__ = "account_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    purpose: Mapped[LinkPurpose] = mapped_column(Choice(LinkPurpose))
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), comment="null: he asked for it himself")
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)
    used_at: Mapped[datetime | None] = mapped_column(Moment, comment="used, or ended by a newer one")


class StepKind(StrEnum):
    """What a log-in still waits for."""

    SECOND_FACTOR = "second_factor"  # the password was right
    PROVIDER = "provider"  # the identity provider's answer


class LoginStep(Base):
    """A log-in between its two steps. It is no session: with it nothing opens but the second step."""

    __tablename__ = "login_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[StepKind] = mapped_column(Choice(StepKind))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True, comment="null: not known yet")
    data: Mapped[dict[str, Any]] = mapped_column(comment="where to go; for a provider: state, nonce, PKCE verifier")
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)


class SecondFactor(Base):
    """A user's authenticator (TOTP, RFC 6238). It counts from `confirmed_at` on; the secret is shown until then."""

    __tablename__ = "second_factor"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), unique=True)
    secret: Mapped[str] = mapped_column(String(64), comment="base32; never shown once it is confirmed")
    created_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    last_step: Mapped[int] = mapped_column(default=0, comment="of the last code taken: no code is taken twice")


class RecoveryCode(Base):
    """A code for whoever has lost his telephone; each opens once."""

    __tablename__ = "recovery_code"
    __table_args__ = (UniqueConstraint("user_id", "code_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None] = mapped_column(Moment)
