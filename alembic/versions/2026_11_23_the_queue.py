"""What the queue asks for: the terms that articles are found by, when each one came, and saved filters.

The full-text index over the terms is each engine's own (docs/decisions/0014). Articles that are there already are
indexed when the program runs next.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

DELETE = (
    "INSERT INTO fts_article_search(fts_article_search, rowid, terms) VALUES ('delete', old.article_id, old.terms); "
)
INSERT = "INSERT INTO fts_article_search(rowid, terms) VALUES (new.article_id, new.terms); "
TABLE = (
    "CREATE VIRTUAL TABLE fts_article_search USING fts5(terms, content='article_search', content_rowid='article_id', "
    "detail=none, columnsize=0, tokenize=\"unicode61 remove_diacritics 0 tokenchars '=#!@_'\")"
)
SQLITE = (
    TABLE,
    f"CREATE TRIGGER fts_article_search_insert AFTER INSERT ON article_search BEGIN {INSERT}END",
    f"CREATE TRIGGER fts_article_search_delete AFTER DELETE ON article_search BEGIN {DELETE}END",
    f"CREATE TRIGGER fts_article_search_update AFTER UPDATE ON article_search BEGIN {DELETE}{INSERT}END",
)
POSTGRESQL = (
    # The terms lie apart from the rows, so that a look at many rows reads few pages.
    "ALTER TABLE article_search SET (toast_tuple_target = 128)",
    "CREATE INDEX fts_article_search_terms ON article_search USING gin (terms) WITH (fastupdate = off)",
)


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "arrived_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="when its newest letter came: the deadline runs from then",
            )
        )
    op.execute("UPDATE article SET arrived_at = created_at")
    op.create_index("ix_article_editor_id", "article", ["editor_id", "id"])
    op.create_index("ix_article_site_kind", "article", ["site_id", "kind", "id"])
    op.create_index("ix_article_site_created", "article", ["site_id", "created_at", "id"])
    op.create_index("ix_article_site_status_arrived", "article", ["site_id", "status", "arrived_at", "id"])
    restricted = sa.text("restriction IS NOT NULL")
    op.create_index(
        "ix_message_restricted", "message", ["site_id"], sqlite_where=restricted, postgresql_where=restricted
    )  # fmt: skip
    op.create_table(
        "article_search",
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True, comment="whose terms they are"),
        sa.Column(
            "terms",
            sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"),
            nullable=False,
            comment="see search_terms.py; none: restricted",
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_search_article_id_article")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_search")),
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column(
            "query", sa.String(length=1000), nullable=False, comment='as in an address: "status=new&column=kinh-te"'
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_saved_filter_site_id_site")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_saved_filter_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint("user_id", "site_id", "name", name=op.f("uq_saved_filter_user_id_site_id_name")),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Undo it. Saved filters are lost; the terms can be made again."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE fts_article_search")
    op.drop_table("saved_filter")
    op.drop_table("article_search")
    op.drop_index("ix_message_restricted", "message")
    for name in ("site_status_arrived", "site_created", "site_kind", "editor_id"):
        op.drop_index(f"ix_article_{name}", "article")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_column("arrived_at")
