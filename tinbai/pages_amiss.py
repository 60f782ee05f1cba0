"""Articles that are on a portal and that readers do not get as they should: told once a portal, while it lasts."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.publication import PAGE_TRIES, Publication, PublicationStatus
from tinbai.site import Site

_LATELY = timedelta(days=1)  # so long it is told that an article was taken down for it
MOST = 200


def pages_amiss(session: Session, at: datetime) -> Iterator[tuple[str, str, str]]:
    """Site, portal and words of each portal with such articles."""
    query = (
        select(Site.key, Publication)
        .join(Article, Article.id == Publication.article_id)
        .join(Site, Site.id == Article.site_id)
        .where(Publication.page_tries >= PAGE_TRIES)
        .where(or_(Publication.status == PublicationStatus.LIVE, Publication.page_checked_at > at - _LATELY))
        .order_by(Publication.page_checked_at.desc())
        .limit(MOST)
    )
    found: dict[tuple[str, str], list[Publication]] = {}
    for site, publication in session.execute(query):
        found.setdefault((site, publication.portal), []).append(publication)
    for (site, portal), publications in found.items():
        newest = publications[0]
        problem = "; ".join((newest.page_problem or "").splitlines())
        words = (
            f"{len(publications)} bài đã ghi vào cổng {site}/{portal} nhưng mở trang như người đọc thì chưa đúng. Bài "
            f"mới kiểm tra nhất: {newest.address} ({problem}). Hãy mở thử trang; nếu người đọc vẫn xem được, máy chủ "
            "này có thể không được phép mở trang của cổng: khi đó tắt page_check của cổng trong config.local.toml."
        )
        yield site, portal, words
