"""The reference portal's tables, as docs/portal-reference.md describes them.

They belong to the portal. Publishing never creates or alters them; `create_schema` is for the demo, for tests, and
for an operator who builds a portal on them.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Engine,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.mysql import LONGTEXT

from tinbai.db import Moment

PORTAL = MetaData()

_LONG = Text().with_variant(LONGTEXT(), "mysql", "mariadb")  # their TEXT ends at 64 KB
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows by itself only in an INTEGER
_MYSQL: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_charset": "utf8mb4",
    "mariadb_engine": "InnoDB",
    "mariadb_charset": "utf8mb4",
}

portal_article = Table(
    "portal_article",
    PORTAL,
    # An identity column: unlike a sequence of its own, it needs no right beside INSERT.
    Column("id", _NUMBER, Identity(), primary_key=True),
    Column("tinbai_key", String(36), nullable=False, unique=True),
    Column("approval", BigInteger, nullable=False),
    Column("column_key", String(64), nullable=False),
    Column("column_name", String(250), nullable=False),
    Column("title", String(500), nullable=False),
    Column("slug", String(250), nullable=False),
    Column("summary", _LONG, nullable=False),
    Column("body_html", _LONG, nullable=False),
    Column("byline", String(500), nullable=False),
    Column("author", String(250), nullable=False),
    Column("source", String(500), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("fields", _LONG, nullable=False),
    Column("published_at", Moment, nullable=False),
    Column("updated_at", Moment),
    Column("visible", Boolean, nullable=False),
    Index("ix_portal_article_column", "column_key", "visible", "published_at"),
    Index("ix_portal_article_newest", "visible", "published_at"),
    **_MYSQL,
)

portal_photo = Table(
    "portal_photo",
    PORTAL,
    Column("id", _NUMBER, Identity(), primary_key=True),
    Column("article_id", _NUMBER, ForeignKey("portal_article.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("file", String(250), nullable=False),
    Column("caption", _LONG, nullable=False),
    Column("alt", _LONG, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("is_cover", Boolean, nullable=False),
    UniqueConstraint("article_id", "position"),
    **_MYSQL,
)

portal_attachment = Table(
    "portal_attachment",
    PORTAL,
    Column("id", _NUMBER, Identity(), primary_key=True),
    Column("article_id", _NUMBER, ForeignKey("portal_article.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("file", String(250), nullable=False),
    Column("name", String(250), nullable=False),
    Column("media_type", String(128), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    UniqueConstraint("article_id", "position"),
    **_MYSQL,
)

FILE_TABLES = (portal_photo, portal_attachment)


def create_schema(engine: Engine) -> None:
    """Make the tables where they are missing."""
    PORTAL.create_all(engine)
