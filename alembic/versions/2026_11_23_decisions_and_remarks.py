"""What the board says besides deciding: corrections, remarks, links between articles, and links that approve."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    _corrections()
    _remarks()
    _links()
    with op.batch_alter_table("outgoing_letter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "event_id",
                sa.Integer(),
                nullable=True,
                comment="the decision it tells of, as long as that can be taken back",
            )
        )
        batch_op.create_index(batch_op.f("ix_outgoing_letter_event_id"), ["event_id"])
        batch_op.create_foreign_key(batch_op.f("fk_outgoing_letter_event_id_event"), "event", ["event_id"], ["id"])


def downgrade() -> None:
    """Undo it."""
    op.execute("UPDATE outgoing_letter SET status = 'failed' WHERE status = 'cancelled'")
    op.execute("DELETE FROM outgoing_letter WHERE kind IN ('mention', 'opinion')")
    with op.batch_alter_table("outgoing_letter", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_outgoing_letter_event_id_event"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_outgoing_letter_event_id"))
        batch_op.drop_column("event_id")
    for table in ("pin", "approval_link", "related", "mention", "remark", "correction"):
        op.drop_table(table)


def _corrections() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(length=250), nullable=False, comment="the name at that time"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(), nullable=False, comment="as readers see it"),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True, comment="taken back before it went out"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_correction_article_id_article")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_correction_event_id_event")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_correction_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("event_id", name=op.f("uq_correction_event_id")),
    )
    op.create_index(op.f("ix_correction_article_id"), "correction", ["article_id"])


def _remarks() -> None:
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True, comment="the version it was said of"),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=250), nullable=False, comment="the name at that time"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.String(length=250), nullable=True, comment="the name at that time"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_remark_article_id_article")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_remark_revision_id_revision")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_remark_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index(op.f("ix_remark_article_id"), "remark", ["article_id"])
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("remark_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["remark_id"], ["remark.id"], name=op.f("fk_mention_remark_id_remark")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_mention_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint("remark_id", "user_id", name=op.f("uq_mention_remark_id_user_id")),
    )
    op.create_index(op.f("ix_mention_user_id"), "mention", ["user_id"])


def _links() -> None:
    op.create_table(
        "related",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("earlier_id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=250), nullable=False, comment="who linked them; the name at that time"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_related_article_id_article")),
        sa.ForeignKeyConstraint(["earlier_id"], ["article.id"], name=op.f("fk_related_earlier_id_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_related")),
        sa.UniqueConstraint("article_id", "earlier_id", name=op.f("uq_related_article_id_earlier_id")),
    )
    op.create_index(op.f("ix_related_earlier_id"), "related", ["earlier_id"])
    op.create_table(
        "approval_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False, comment="the decision that asks for the opinion"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True, comment="null: not yet"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_approval_link_user_id_user")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_approval_link_article_id_article")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_approval_link_revision_id_revision")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_approval_link_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_approval_link_token_hash")),
    )
    for column in ("user_id", "article_id"):
        op.create_index(op.f(f"ix_approval_link_{column}"), "approval_link", [column])
    op.create_table(
        "pin",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False, comment="in a row"),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_pin_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_pin")),
    )
