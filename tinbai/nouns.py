"""Every table, imported once: for migrations, and for whoever creates a schema."""

from tinbai import (
    alarm,
    article,
    column,
    delivery,
    event,
    lease,
    login,
    message,
    outbox,
    people,
    picture,
    publication,
    rereading,
    revision,
    site,
)
from tinbai.db import Base

__all__ = ["METADATA"]

METADATA = Base.metadata
TABLES = (
    alarm, article, column, delivery, event, lease, login, message, outbox, people, picture, publication, rereading,
    revision, site,
)  # fmt: skip
