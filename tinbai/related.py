"""Links from an article to an earlier one of the same site: the series, the event it goes on with."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from tinbai.article import Article
from tinbai.db import Base, Moment


class Related(Base):
    """One link. Taken away by deleting the row; the history of both articles tells of it."""

    __tablename__ = "related"
    __table_args__ = (UniqueConstraint("article_id", "earlier_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    earlier_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    actor: Mapped[str] = mapped_column(String(250), comment="who linked them; the name at that time")
    at: Mapped[datetime] = mapped_column(Moment)
    article: Mapped[Article] = relationship(foreign_keys=[article_id])
    earlier: Mapped[Article] = relationship(foreign_keys=[earlier_id])


def earlier_of(session: Session, article_id: int) -> Sequence[Related]:
    """What the article goes on with."""
    return session.scalars(select(Related).where(Related.article_id == article_id).order_by(Related.id)).all()


def later_of(session: Session, article_id: int) -> Sequence[Related]:
    """What goes on with the article."""
    return session.scalars(select(Related).where(Related.earlier_id == article_id).order_by(Related.id)).all()
