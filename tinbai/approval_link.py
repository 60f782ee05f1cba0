"""Links in letters by which one person decides about one version of one article, once, with a PIN."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.article import Article
from tinbai.db import Base, Moment
from tinbai.people import User


class ApprovalLink(Base):
    """A link. The letter holds a random token of 256 bits; only its SHA-256 is stored, so the table opens no door.

    It is good for `user` and `revision_id` only: a newer version makes it worthless.
    """

    __tablename__ = "approval_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), comment="the decision that asks for the opinion")
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment, comment="null: not yet")
    user: Mapped[User] = relationship()
    article: Mapped[Article] = relationship()


class Pin(Base):
    """A person's PIN for such links: argon2id, and how many wrong ones were given in a row."""

    __tablename__ = "pin"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True)
    pin_hash: Mapped[str] = mapped_column(String(200))
    set_at: Mapped[datetime] = mapped_column(Moment)
    wrong: Mapped[int] = mapped_column(default=0, comment="in a row")
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
