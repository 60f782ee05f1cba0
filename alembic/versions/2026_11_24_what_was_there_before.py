"""What came before: shingles by which copies of a text are found, and looks by which copies of a photo are.

All tables are new and empty, and a picture gets one column without a value. Articles that are there already are taken
into the index after the start, some at a time (docs/decisions/0031); how pictures look is known of those that come.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "article_shingle",
        sa.Column("shingle", sa.Integer(), autoincrement=False, nullable=False, comment="see shingles.py, less 2^31"),
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("shingle", "article_id", name=op.f("pk_article_shingle")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "article_sample",
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False, comment="by which it was made"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_sample_article_id_article")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_sample")),
    )
    op.create_table(
        "picture_look",
        sa.Column("quarter", sa.Integer(), autoincrement=False, nullable=False, comment="16 bits, and which they are"),
        sa.Column("original", sa.String(length=64), nullable=False),
        sa.Column("bits", sa.BigInteger(), nullable=False, comment="all 64, less 2^63"),
        sa.ForeignKeyConstraint(["original"], ["picture.original"], name=op.f("fk_picture_look_original_picture")),
        sa.PrimaryKeyConstraint("quarter", "original", name=op.f("pk_picture_look")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_picture_look_original"), "picture_look", ["original"])
    op.add_column(
        "picture",
        sa.Column(
            "sideways", sa.Boolean(), nullable=True, comment="turned twice: readers see it lying; null: not looked at"
        ),
    )


def downgrade() -> None:
    """Take them away; all of it can be made again."""
    op.drop_column("picture", "sideways")
    for name in ("picture_look", "article_sample", "article_shingle"):
        op.drop_table(name)
