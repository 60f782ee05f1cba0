"""Who is at an article and what he wrote and has not saved; photos turned, cut and chosen as the cover."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    op.create_table(
        "presence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False, comment="when the page was opened"),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False, comment="when it last said so"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_presence_article_id_article")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_presence_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence")),
        sa.UniqueConstraint("article_id", "page", name=op.f("uq_presence_article_id_page")),
    )
    op.create_index("ix_presence_seen_at", "presence", ["seen_at"])
    op.create_table(
        "editing_lock",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False, comment="when the writer was last there"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_editing_lock_article_id_article")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_editing_lock_user_id_user")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_editing_lock")),
    )
    op.create_table(
        "article_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False, comment="the article's version that it was begun on"),
        sa.Column(
            "form", sa.JSON(), nullable=False, comment='the fields as the form has them: {"pairs": [[name, value]]}'
        ),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_draft_article_id_article")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_article_draft_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_draft")),
        sa.UniqueConstraint("article_id", "user_id", "key", name=op.f("uq_article_draft_article_id_user_id_key")),
    )
    op.create_index("ix_article_draft_saved_at", "article_draft", ["saved_at"])
    with op.batch_alter_table("revision_photo", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "edit",
                sa.String(length=32),
                server_default=sa.text("''"),
                nullable=False,
                comment="how it is turned and cut, see photo_edit.py",
            )
        )
        batch_op.add_column(
            sa.Column(
                "cover",
                sa.Boolean(),
                server_default=sa.text("false"),
                nullable=False,
                comment="ảnh đại diện; where none is, the first photo placed",
            )
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("revision_photo", schema=None) as batch_op:
        batch_op.drop_column("cover")
        batch_op.drop_column("edit")
    op.drop_index("ix_article_draft_saved_at", table_name="article_draft")
    op.drop_table("article_draft")
    op.drop_table("editing_lock")
    op.drop_index("ix_presence_seen_at", table_name="presence")
    op.drop_table("presence")
