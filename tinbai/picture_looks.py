"""Pictures found again by how they look, whatever their size and bytes: 64 bits, and an index over quarters of them.

Two pictures that differ in less than four bits agree in one quarter at least: that one an index can answer.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import BigInteger, ForeignKey, String, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tinbai.db import Base

MOST_BITS = 4  # in which two copies of one photo differ; frames of a burst mostly by more
_QUARTERS, _BITS = 4, 16
_MOST_ALIKE = 200  # pictures with the same quarter that are compared: a plain one has thousands
_SIGN = 1 << 63  # columns hold signed numbers


class PictureLook(Base):
    """What a picture looks like, and under which four numbers it is found."""

    __tablename__ = "picture_look"
    __table_args__ = ({"sqlite_with_rowid": False},)

    quarter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="16 bits, and which they are")
    original: Mapped[str] = mapped_column(String(64), ForeignKey("picture.original"), primary_key=True, index=True)
    bits: Mapped[int] = mapped_column(BigInteger, comment="all 64, less 2^63")


def note_look(session: Session, original: str, bits: int | None) -> None:
    """Write down how a picture looks, in the caller's transaction. None: like every plain surface."""
    session.execute(delete(PictureLook).where(PictureLook.original == original))
    if bits is not None:
        rows = [{"quarter": each, "original": original, "bits": bits - _SIGN} for each in _quarters(bits)]
        session.execute(insert(PictureLook), rows)


def looking_alike(session: Session, originals: Collection[str]) -> Mapping[str, set[str]]:
    """Of each picture those that look like it, as far as it is known how they look; without itself."""
    asked = select(PictureLook.original, PictureLook.bits).where(PictureLook.original.in_(set(originals))).distinct()
    return {original: _alike(session, original, bits + _SIGN) for original, bits in session.execute(asked)}


def _alike(session: Session, original: str, bits: int) -> set[str]:
    found: set[str] = set()
    for quarter in _quarters(bits):
        same = select(PictureLook.original, PictureLook.bits).where(PictureLook.quarter == quarter)
        for other, its in session.execute(same.limit(_MOST_ALIKE)):
            if other != original and (bits ^ (its + _SIGN)).bit_count() <= MOST_BITS:
                found.add(other)
    return found


def _quarters(bits: int) -> list[int]:
    return [place << _BITS | (bits >> place * _BITS) % (1 << _BITS) for place in range(_QUARTERS)]
