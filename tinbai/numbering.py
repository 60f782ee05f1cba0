"""Reference numbers (mã số) of articles: AM-2026-0123, counted per site and year, never used again."""

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from tinbai.plain_rows import table_of
from tinbai.site import Site, SiteCounter


def next_code(session: Session, site_id: int, year: int) -> str:
    """The next number of a site in `year`, in the caller's transaction."""
    session.flush()  # a site that is new itself
    connection = session.connection()
    counted = connection.execute(_COUNT_ON, {"site": site_id, "of_year": year}).one_or_none()
    if counted is None:
        connection.execute(_BEGIN, {"site_id": site_id, "year": year, "last": 0})
        counted = connection.execute(_COUNT_ON, {"site": site_id, "of_year": year}).one()
    last, code = counted
    return f"{code}-{year}-{last:04}"


_COUNTERS = table_of(SiteCounter)
_BEGIN = insert(_COUNTERS)
_COUNT_ON = (  # built once: it is done for every article
    update(_COUNTERS)
    .where(_COUNTERS.c.site_id == bindparam("site"), _COUNTERS.c.year == bindparam("of_year"))
    .values(last=_COUNTERS.c.last + 1)
    .returning(_COUNTERS.c.last, select(Site.code).where(Site.id == bindparam("site")).scalar_subquery())
)
