"""What the reader chose stands beside every reading; requests for another reading; who sent what lately is found fast.

Revisions of the release before have no choices to show, and those it writes while it still runs have none either.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index("ix_article_contributor_id", ["contributor_id", "id"], unique=False)
        batch_op.create_index("ix_article_unit_id", ["unit_id", "id"], unique=False)
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "chosen",
                sa.JSON(none_as_null=True),
                nullable=True,
                comment="what the reader chose, how sure it was, and what else there was; null: no reading",
            )
        )
        batch_op.add_column(
            sa.Column(
                "origin",
                sa.Integer(),
                nullable=True,
                comment="number of the reading that an editor's version goes back to; null: it is one",
            )
        )
    op.create_table(
        "rereading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False, comment="the article's version that the editor had before him"),
        sa.Column("wish", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True, comment="somebody is at it until then"),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True, comment="null: it waits"),
        sa.Column("problem", sa.String(), nullable=True, comment="why nothing came of it; for people"),
        sa.Column("revision_id", sa.Integer(), nullable=True, comment="what came of it"),
        sa.Column("base_id", sa.Integer(), nullable=True, comment="the revision that it followed"),
        sa.Column(
            "besides", sa.JSON(none_as_null=True), nullable=True, comment="was, became: the article beside its text"
        ),
        sa.Column("made", sa.JSON(none_as_null=True), nullable=False, comment="id and code of the articles made"),
        sa.Column(
            "merged",
            sa.JSON(none_as_null=True),
            nullable=False,
            comment="id and code of the articles that went into this one",
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_rereading_article_id_article")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["user.id"], name=op.f("fk_rereading_asked_by_id_user")),
        sa.ForeignKeyConstraint(["base_id"], ["revision.id"], name=op.f("fk_rereading_base_id_revision")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_rereading_message_id_message")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_rereading_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rereading")),
    )
    with op.batch_alter_table("rereading", schema=None) as batch_op:
        batch_op.create_index("ix_rereading_done_at", ["done_at", "id"], unique=False)
        for name in ("article_id", "message_id", "revision_id"):
            batch_op.create_index(batch_op.f(f"ix_rereading_{name}"), [name], unique=False)


def downgrade() -> None:
    """Undo it."""
    op.drop_table("rereading")
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.drop_column("origin")
        batch_op.drop_column("chosen")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_index("ix_article_unit_id")
        batch_op.drop_index("ix_article_contributor_id")
