"""What the board has said of an article, for the routes about it to be tried on."""

from tests.review.office import Office
from tests.rows import a_user, an_article
from tinbai.article import Article
from tinbai.correction import Correction
from tinbai.people import RoleName
from tinbai.related import Related
from tinbai.remark import Remark
from tinbai.site import Site
from tinbai.workflow import record

EARLIER = "AM-2020-0001"
TO_MERGE = "AM-2020-0002"


def board_rows(office: Office, article_id: int) -> dict[str, object]:
    """A correction, a remark, a link to another article: their ids by the names that addresses have for them."""
    article, at = office.read(article_id), office.clock()
    with office.database.writing() as session:
        site = session.get_one(Site, article.site_id)
        user = a_user(session, site, RoleName.HEAD)
        event = record(session, "article", article.id, site.id, "correct", by=user, at=at)
        session.flush()
        said = {"article_id": article.id, "actor": user.name, "at": at}
        correction = Correction(event_id=event.id, user_id=user.id, words="Sai", **said)
        remark = Remark(user_id=user.id, words="Xem lại", **said)
        if session.query(Article).filter_by(code=EARLIER).first() is None:
            an_article(session, site).code = EARLIER
        session.query(Article).filter_by(code=TO_MERGE).update({"code": f"AM-2020-1{article.id:05}"})
        an_article(session, site).code = TO_MERGE
        related = Related(earlier_id=an_article(session, site).id, **said)
        session.add_all([correction, remark, related])
        session.flush()
        return {"token": "x" * 43, "correction_id": correction.id, "remark_id": remark.id, "related_id": related.id}
