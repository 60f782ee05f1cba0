"""What is due, portal by portal, so that one portal's queue never stands in front of another's."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, select, tuple_

from tinbai.article import Article
from tinbai.publication import Publication, PublicationStatus, to_do
from tinbai.site import Site


class PortalKey(NamedTuple):
    """A portal's name: portals of different sites may be called the same."""

    site: str
    portal: str


def due_at(portal: PortalKey, now: datetime, limit: int) -> Select[Publication]:
    """What there is to do at one portal, by due time."""
    query = to_do(now, limit).join(Article, Article.id == Publication.article_id)
    return query.join(Site, Site.id == Article.site_id).where(
        Site.key == portal.site, Publication.portal == portal.portal
    )


def kept_at(portal: PortalKey) -> Select[Publication]:
    """What is kept back at one portal as too late, by due time."""
    query = select(Publication).join(Article, Article.id == Publication.article_id)
    return (
        query.join(Site, Site.id == Article.site_id)
        .where(Site.key == portal.site, Publication.portal == portal.portal)
        .where(Publication.status == PublicationStatus.DUE, Publication.kept_at.is_not(None))
        .order_by(Publication.due_at, Publication.id)
    )


def stranded(portals: Collection[PortalKey], now: datetime, limit: int) -> Select[int]:
    """Ids of publications that are due at a portal which is not, or no longer, in the configuration."""
    due = to_do(now, limit).with_only_columns(Publication.id).join(Article, Article.id == Publication.article_id)
    known = tuple_(Site.key, Publication.portal).in_([tuple(portal) for portal in portals])
    return due.join(Site, Site.id == Article.site_id).where(~known)


def by_id(publication_id: int) -> Select[Publication]:
    """One publication, its row locked until the transaction ends."""
    return select(Publication).where(Publication.id == publication_id).with_for_update(of=Publication)
