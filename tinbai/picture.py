"""Pictures with the copies that were made of them: for the pages of the review site, and for the portals.

What stands here can always be made again from the originals. Whoever wants a copy that is not here makes do without.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.db import Base, Moment
from tinbai.picture_looks import PictureLook
from tinbai.revision import RevisionPhoto

RULE = 1  # of making copies: a higher number, and all of them are made again
SMALL, MEDIUM, LARGE = 480, 960, 1600  # longer sides, pixels


class Picture(Base):
    """An original that articles use, what was seen when it was decoded, and whether its copies are made.

    `made_for` names the rule and the portals' sizes that its copies were made for; when it is another than is wanted
    now, they are made anew.
    """

    __tablename__ = "picture"

    original: Mapped[str] = mapped_column(String(64), primary_key=True, comment="SHA-256 of its bytes")
    made_for: Mapped[str | None] = mapped_column(String(64), index=True, comment="null: not made yet")
    attempts: Mapped[int] = mapped_column(default=0, comment="of decoding it, since it was last made or given up")
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    problem: Mapped[str] = mapped_column(default="", comment="why there are no copies, in Vietnamese")
    width: Mapped[int | None] = mapped_column(comment="of the original, upright, in pixels")
    height: Mapped[int | None]
    has_gps: Mapped[bool] = mapped_column(default=False, comment="the original says where it was taken")
    sharp_at: Mapped[int | None] = mapped_column(comment="longer side at which it looks sharp; null: cannot be told")
    sideways: Mapped[bool | None] = mapped_column(comment="turned twice: readers see it lying; null: not looked at")


class PictureCopy(Base):
    """One copy. `public`: exactly what readers of a portal get; the others are for the review site's pages."""

    __tablename__ = "picture_copy"
    __table_args__ = (UniqueConstraint("original", "longest", "public"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    original: Mapped[str] = mapped_column(ForeignKey("picture.original"))
    longest: Mapped[int] = mapped_column(comment="the longer side that was asked for, in pixels")
    public: Mapped[bool]
    rule: Mapped[int] = mapped_column(comment="the rule that it was made by")
    sha256: Mapped[str] = mapped_column(String(64), comment="in the blob store")
    width: Mapped[int]
    height: Mapped[int]


def page_copy(original: str, longest: int) -> Select[str]:
    """The blob of a copy for the review site. One of an older rule will do until it is made again."""
    return select(PictureCopy.sha256).where(
        PictureCopy.original == original, PictureCopy.longest == longest, PictureCopy.public.is_(False)
    )


def portal_copy(original: str, longest: int) -> Select[PictureCopy]:
    """The copy for a portal, by today's rule."""
    return select(PictureCopy).where(
        PictureCopy.original == original,
        PictureCopy.longest == longest,
        PictureCopy.public.is_(True),
        PictureCopy.rule == RULE,
    )


def pictures_of(session: Session, originals: Collection[str]) -> Mapping[str, Picture]:
    """What is known of these originals, by their hashes; those that nobody has looked at are left out."""
    found = session.scalars(select(Picture).where(Picture.original.in_(set(originals))))
    return {picture.original: picture for picture in found}


def sweep_pictures(session: Session) -> None:
    """Forget pictures that no article shows; the blobs of their copies go when housekeeping comes to them."""
    shown = select(RevisionPhoto.id).where(RevisionPhoto.sha256 == Picture.original).exists()
    unused = select(Picture.original).where(~shown)
    for noun in (PictureCopy, PictureLook):
        session.execute(delete(noun).where(noun.original.in_(unused)))
    session.execute(delete(Picture).where(~shown))
