"""Log-ins: the sessions of the review site, and the failed tries that lock an account for a while."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.db import Base, Moment
from tinbai.people import User

LONGEST_NAME = 254  # of what somebody logs in with: an e-mail address may be so long (RFC 5321, section 4.5.3.1.3)


class LoginSession(Base):
    """A log-in. The cookie holds a random token; only its SHA-256 is stored, so the table opens no door."""

    __tablename__ = "login_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    csrf_token: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)
    device: Mapped[str] = mapped_column(
        String(250), default="", server_default=text("''"), comment="what the browser said of itself"
    )
    address: Mapped[str] = mapped_column(
        String(64), default="", server_default=text("''"), comment="where it logged in"
    )
    directory_name: Mapped[str | None] = mapped_column(
        String(LONGEST_NAME), comment="typed; null: the directory was not asked"
    )
    user: Mapped[User] = relationship()


class LoginFailure(Base):
    """A failed try, by user name (known or not) and by address it came from."""

    __tablename__ = "login_failure"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(LONGEST_NAME), index=True)
    address: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
