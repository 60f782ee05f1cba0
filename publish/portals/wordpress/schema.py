"""Those of WordPress's tables that publishing touches, as its wp-admin/includes/schema.php makes them.

They are WordPress's: nothing here creates or alters one. Dates are naive: `post_date` on the portal's clock, those
that end in `_gmt` in UTC.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sqlalchemy import BigInteger, Column, DateTime, Integer, MetaData, String, Table, Text

LONGEST_NAME = 200  # characters of post_name and slug


@dataclass(frozen=True, kw_only=True)
class Tables:
    """The tables of one WordPress, whose names begin with its prefix."""

    posts: Table
    postmeta: Table
    terms: Table
    term_taxonomy: Table
    term_relationships: Table
    users: Table

    def __iter__(self) -> Iterator[Table]:
        """Each of them."""
        for field in fields(self):
            yield getattr(self, field.name)


def tables(prefix: str) -> Tables:
    """The tables whose names begin with `prefix`, with the columns that publishing reads or writes."""
    known = MetaData()
    return Tables(
        posts=_posts(known, prefix),
        postmeta=Table(
            f"{prefix}postmeta", known, Column("meta_id", BigInteger, primary_key=True), Column("post_id", BigInteger),
            Column("meta_key", String(255)), Column("meta_value", Text),
        ),
        terms=Table(
            f"{prefix}terms", known, Column("term_id", BigInteger, primary_key=True), Column("name", String(200)),
            Column("slug", String(LONGEST_NAME)),
        ),
        term_taxonomy=Table(
            f"{prefix}term_taxonomy", known, Column("term_taxonomy_id", BigInteger, primary_key=True),
            Column("term_id", BigInteger), Column("taxonomy", String(32)), Column("count", BigInteger),
        ),
        term_relationships=Table(
            f"{prefix}term_relationships", known,
            Column("object_id", BigInteger, primary_key=True, autoincrement=False),
            Column("term_taxonomy_id", BigInteger, primary_key=True, autoincrement=False),
            Column("term_order", Integer),
        ),
        users=Table(f"{prefix}users", known, Column("ID", BigInteger, key="id", primary_key=True)),
    )  # fmt: skip


def _posts(known: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}posts", known,
        Column("ID", BigInteger, key="id", primary_key=True),
        Column("post_author", BigInteger),
        Column("post_date", DateTime),
        Column("post_date_gmt", DateTime),
        Column("post_content", Text),
        Column("post_title", Text),
        Column("post_excerpt", Text),
        Column("post_status", String(20)),
        Column("comment_status", String(20)),
        Column("ping_status", String(20)),
        Column("post_password", String(255)),
        Column("post_name", String(LONGEST_NAME)),
        Column("to_ping", Text),
        Column("pinged", Text),
        Column("post_modified", DateTime),
        Column("post_modified_gmt", DateTime),
        Column("post_content_filtered", Text),
        Column("post_parent", BigInteger),
        Column("guid", String(255)),
        Column("post_type", String(20)),
        Column("post_mime_type", String(100)),
    )  # fmt: skip
