"""The letter to a contributor whose articles are on the portal: their titles and where they stand.

Several that come out soon after each other stand in one letter. An article is announced once, when it is first
published; what is corrected later is no news to whoever wrote it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.article import Article, ArticleStatus
from tinbai.clock import Clock, local
from tinbai.office import Office
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, may_write, own_message_id
from tinbai.publication import Publication, PublicationStatus
from tinbai.returning import addressee
from tinbai.site import Site
from tinbai.site_text import TextKey, text_of

GATHERED = timedelta(minutes=30)  # so long an article waits for others of the same contributor
FORGOTTEN = timedelta(days=7)  # what was not told within a week is no news any more
_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class _News:
    """An article that is live, and who is to hear of it."""

    site: str
    to: str
    article: Article


def announce(office: Office, *, clock: Clock) -> None:
    """Write the letters that are due. May run twice at once: an article is told of in one of them."""
    with office.database.writing() as session:
        at = clock()
        news = _news(session, office, at)
        for (site, to), group in groupby(news, key=lambda one: (one.site, one.to)):
            articles = [one.article for one in group]
            if any(at - article.changed_at >= GATHERED for article in articles):
                _tell(session, office, site, to, articles, at)


def _news(session: Session, office: Office, at: datetime) -> list[_News]:
    """Published articles of which nobody was told, by site and addressee, the oldest first."""
    told = {site.key for site in office.config.sites if site.announcements}
    query = (
        select(Article, Site.key)
        .join(Site, Site.id == Article.site_id)
        .where(Article.status == ArticleStatus.PUBLISHED, Article.announced_at.is_(None))
        .where(Article.changed_at > at - FORGOTTEN, Site.key.in_(told))
        .order_by(Article.changed_at)
        .limit(_AT_ONCE)
        .with_for_update(of=Article)
    )
    sender = office.config.smtp.sender
    found = [(key, addressee(article, sender), article) for article, key in session.execute(query)]
    for _, to, article in found:
        if to is None:
            article.announced_at = at  # there is nobody to be told
    news = [_News(site=key, to=to, article=article) for key, to, article in found if to is not None]
    return sorted(news, key=lambda one: (one.site, one.to))


def _tell(session: Session, office: Office, site_key: str, to: str, articles: Sequence[Article], at: datetime) -> None:
    """One letter about all of them; tomorrow, where the address has had as many as it may today."""
    if not may_write(session, to, at, most=office.config.smtp.most_a_day):
        return
    site = office.config.site(site_key)
    one = len(articles) == 1
    about = f"({articles[0].code})" if one else f"({len(articles)} tin, bài)"
    answered = articles[0].message.message_id if one and articles[0].message else None
    letter = OutgoingLetter(
        site_id=articles[0].site_id, kind=LetterKind.PUBLISHED, once=f"published:{articles[0].code}", to=to,
        subject=f"Tin, bài đã đăng {about}", text=_text(
            articles, _addresses(session, articles), site.name,
            added=text_of(session, articles[0].site_id, TextKey.PUBLISHED),
        ),
        message_id=own_message_id(office.config.smtp.sender), in_reply_to=answered, status=LetterStatus.WAITING,
        not_before=at, created_at=at, attempts=0,
    )  # fmt: skip
    session.add(letter)
    for article in articles:
        article.announced_at = at


def _addresses(session: Session, articles: Iterable[Article]) -> dict[int, list[str]]:
    """Where each article stands, by its id."""
    live = select(Publication).where(
        Publication.article_id.in_([article.id for article in articles]), Publication.status == PublicationStatus.LIVE
    )
    found: dict[int, list[str]] = {}
    for publication in session.scalars(live.order_by(Publication.id)):
        if publication.address:
            found.setdefault(publication.article_id, []).append(publication.address)
    return found


def _text(articles: Sequence[Article], addresses: dict[int, list[str]], site_name: str, *, added: str) -> str:
    contributor = articles[0].contributor
    lines = [f"Kính gửi: {contributor.name if contributor else 'cộng tác viên'}", ""]
    lines += [f"Tin, bài của đơn vị đã đăng trên {site_name}:", ""]
    for article in articles:
        title = article.revision.title if article.revision else ""
        lines += [f"- {title or '(không có tiêu đề)'}", f"  Mã số: {article.code}"]
        lines += [f"  Đăng lúc: {local(article.changed_at).strftime('%H:%M ngày %d/%m/%Y')}"]
        lines += [f"  {address}" for address in addresses.get(article.id, [])]
        lines += [""]
    lines += [
        "Nếu bài đăng còn chỗ chưa đúng, đề nghị trả lời thư này và nêu rõ chỗ cần sửa.",
        *([added.strip()] if added.strip() else []),
        "Thư này được lập tự động.",
        "",
        "Trân trọng cảm ơn!",
        f"Ban biên tập {site_name}",
    ]
    return "\n".join(lines)
