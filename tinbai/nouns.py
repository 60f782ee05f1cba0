"""Every table, imported once: for migrations, and for whoever creates a schema."""

from tinbai import (
    account,
    alarm,
    approval_link,
    article,
    article_search,
    article_shingles,
    at_article,
    check_count,
    column,
    correction,
    delivery,
    event,
    lease,
    login,
    message,
    notice,
    outbox,
    people,
    picture,
    picture_looks,
    publication,
    related,
    remark,
    rereading,
    revision,
    saved_filter,
    site,
    site_list,
    site_text,
)
from tinbai.db import Base

__all__ = ["METADATA"]

METADATA = Base.metadata
TABLES = (
    account, alarm, approval_link, article, article_search, article_shingles, at_article, check_count, column,
    correction, delivery, event, lease, login, message, notice, outbox, people, picture, picture_looks, publication,
    related, remark, rereading, revision, saved_filter, site, site_list, site_text,
)  # fmt: skip
