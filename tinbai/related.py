"""Links from an article to an earlier one of the same site: the series, the event it goes on with."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, bindparam, or_, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from tinbai.article import Article
from tinbai.db import Base, Moment
from tinbai.revision import Revision


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


def links_of(session: Session, article_id: int) -> Sequence[Related]:
    """What the article goes on with and what goes on with it, each with the title of the other one."""
    return session.scalars(_links(), {"article": article_id}).all()


@cache
def _links() -> Select[Related]:
    either = or_(Related.article_id == bindparam("article"), Related.earlier_id == bindparam("article"))
    titles = (
        joinedload(side).joinedload(Article.revision).load_only(Revision.title)
        for side in (Related.article, Related.earlier)
    )
    return select(Related).where(either).order_by(Related.id).options(*titles)
