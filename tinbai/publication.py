"""Publications: an article on a portal.

due ──▶ sending ──▶ live ──▶ withdrawing ──▶ withdrawn
 ▲         │         │                           │
 │         ├──▶ failed (by hand or by time: due) │
 └─────────┴─────────┴───────────────────────────┘
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tinbai.article import Article
from tinbai.db import Base, Choice, Moment
from tinbai.revision import Revision

PAGE_TRIES = 4  # so often a page must be wrong before anybody is told: a portal's cache may keep the old one
PAGE_WATCHED = timedelta(days=1)  # so long after it went live a page is opened, and told of
REACHED = "reached"  # in a proof: the approval that a portal has, or may have, though it could not be proven


class PublicationStatus(StrEnum):
    """Where an article stands on one portal."""

    DUE = "due"  # approved; to be written when its time has come
    SENDING = "sending"  # somebody is writing it; after the lease, the portal is asked before anything is written
    LIVE = "live"  # written, read back, and proven
    WITHDRAWING = "withdrawing"  # to be taken down
    WITHDRAWN = "withdrawn"
    FAILED = "failed"  # the portal refused; a person must look


class Publication(Base):
    """One article on one portal. `key` is given to the portal's row and never changes: it is how we find it again.

    `approval` is the key of the approval that is being carried out (the id of its event): the portal's row
    carries it too, so that the same approval is never carried out twice.
    """

    __tablename__ = "publication"
    __table_args__ = (
        UniqueConstraint("article_id", "portal"),
        Index("ix_publication_status_due_at", "status", "due_at"),
        Index("ix_publication_page_due_at", "page_due_at"),
        Index("ix_publication_page_tries", "page_tries"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    portal: Mapped[str] = mapped_column(String(64), comment="key of the portal in config.toml")
    key: Mapped[str] = mapped_column(String(36), unique=True)
    approval: Mapped[int] = mapped_column(ForeignKey("event.id"))
    status: Mapped[PublicationStatus] = mapped_column(Choice(PublicationStatus))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), comment="the approved one")
    live_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), comment="what readers see")
    due_at: Mapped[datetime] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(default=0)
    retry_at: Mapped[datetime | None] = mapped_column(Moment)
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    portal_id: Mapped[str | None] = mapped_column(String(64), comment="the portal's own number")
    address: Mapped[str | None] = mapped_column(comment="where readers find it")
    kept_at: Mapped[datetime | None] = mapped_column(
        Moment, comment="too late to go out unasked: it waits for a person's word since then"
    )
    live_at: Mapped[datetime | None] = mapped_column(Moment)
    proof: Mapped[dict[str, Any] | None] = mapped_column(comment="what was read back, and when")
    error: Mapped[str | None]
    page_due_at: Mapped[datetime | None] = mapped_column(Moment, comment="when its page is opened as readers do")
    page_checked_at: Mapped[datetime | None] = mapped_column(Moment)
    page_problem: Mapped[str | None] = mapped_column(comment="what readers would miss, a line each")
    page_tries: Mapped[int] = mapped_column(
        default=0, server_default=text("0"), comment="times that the page was wrong, one after another"
    )
    article: Mapped[Article] = relationship()
    revision: Mapped[Revision] = relationship(foreign_keys=[revision_id])

    @property
    def is_kept(self) -> bool:
        """Whether it waits for a person's word."""
        return self.status is PublicationStatus.DUE and self.kept_at is not None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing of it has begun to go out, as far as another hour is concerned."""
        return self.is_kept or (self.status is PublicationStatus.DUE and not self.attempts)


WORK = (PublicationStatus.DUE, PublicationStatus.SENDING, PublicationStatus.WITHDRAWING)


def to_do(now: datetime, limit: int) -> Select[Publication]:
    """Publications that something must be done about now, and that nobody is at, by due time."""
    free = Publication.lease_until.is_(None) | (Publication.lease_until < now)
    ready = Publication.retry_at.is_(None) | (Publication.retry_at <= now)
    wanted = (Publication.status != PublicationStatus.DUE) | Publication.kept_at.is_(None)
    query = select(Publication).where(Publication.status.in_(WORK), Publication.due_at <= now, free, ready, wanted)
    return query.order_by(Publication.due_at, Publication.id).limit(limit)
