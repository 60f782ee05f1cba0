"""Reference numbers (mã số) of articles: AM-2026-0123, counted per site and year, never used again."""

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from tinbai.site import Site, SiteCounter


def next_code(session: Session, site_id: int, year: int) -> str:
    """The next number of a site in `year`, in the caller's transaction."""
    last = session.scalar(_COUNT_ON, {"site": site_id, "of_year": year})
    if last is None:
        last = 1
        session.add(SiteCounter(site_id=site_id, year=year, last=last))
    return f"{session.scalar(_CODE, {'site': site_id})}-{year}-{last:04}"


_CODE = select(Site.code).where(Site.id == bindparam("site"))
_COUNT_ON = (
    update(SiteCounter)
    .where(SiteCounter.site_id == bindparam("site"), SiteCounter.year == bindparam("of_year"))
    .values(last=SiteCounter.last + 1)
    .returning(SiteCounter.last)
    .execution_options(synchronize_session=False)
)
