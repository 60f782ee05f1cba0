"""How an article will look on the site's portal: drawn by what the composition root hands in, shown in a frame."""

from collections.abc import Callable

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from review.desk import Desk
from tinbai.article import Article
from tinbai.correction import corrections_of
from tinbai.site import Site


def look_of(desk: Desk, session: Session, article: Article) -> Callable[[], str]:
    """What draws the page of the newest revision, as it would go out now or at the hour agreed on. Raises 404.

    Draw when the session is closed: photos are made anew in a child process, and no transaction waits for that.
    """
    if desk.portal_view is None or article.revision is None:
        raise HTTPException(404)
    site = session.get_one(Site, article.site_id)
    corrections = list(corrections_of(session, article.id))
    return desk.portal_view(site.key, article, article.revision, corrections, article.publish_at or desk.clock())
