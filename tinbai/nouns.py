"""Every table, imported once: for migrations, and for whoever creates a schema."""

from tinbai import (
    article,
    column,
    delivery,
    event,
    lease,
    login,
    message,
    outbox,
    people,
    publication,
    revision,
    site,
)
from tinbai.db import Base

__all__ = ["METADATA"]

METADATA = Base.metadata
TABLES = (article, column, delivery, event, lease, login, message, outbox, people, publication, revision, site)
