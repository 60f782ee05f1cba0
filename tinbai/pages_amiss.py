"""Articles that are on a portal and that readers do not get as they should: told once a portal, while it lasts."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.config import Config
from tinbai.publication import PAGE_TRIES, PAGE_WATCHED, Publication, PublicationStatus
from tinbai.site import Site

MOST = 200
NAME = "pages"  # of the alarm, before the portal


def pages_amiss(session: Session, config: Config, at: datetime) -> Iterator[tuple[str, str, str]]:
    """Site, portal and words of each portal with such articles, where pages are opened at all."""
    opened = {(site.key, portal.key) for site in config.sites for portal in site.portals if portal.pages_are_opened}
    query = (
        select(Site.key, Publication)
        .join(Article, Article.id == Publication.article_id)
        .join(Site, Site.id == Article.site_id)
        .where(Publication.page_tries >= PAGE_TRIES)
        .where(Publication.live_at > at - PAGE_WATCHED, Publication.page_problem.is_not(None))
        .order_by(Publication.page_checked_at.desc())
        .limit(MOST)
    )
    found: dict[tuple[str, str], list[Publication]] = {}
    for site, publication in session.execute(query):
        found.setdefault((site, publication.portal), []).append(publication)
    for (site, portal), publications in found.items():
        if (site, portal) not in opened:
            continue
        newest = publications[0]
        problem = "; ".join((newest.page_problem or "").splitlines())
        words = (
            f"{len(publications)} bài đã ghi vào cổng {site}/{portal} nhưng mở trang như người đọc thì chưa đúng. Bài "
            f"mới kiểm tra nhất: {newest.address} ({problem}). Hãy mở thử trang; nếu người đọc vẫn xem được, máy chủ "
            "này có thể không được phép mở trang của cổng: khi đó tắt page_check của cổng trong config.local.toml."
        )
        if newest.status is not PublicationStatus.LIVE:
            words += " Hệ thống đã gỡ bài ấy khỏi cổng."
        yield site, portal, words
