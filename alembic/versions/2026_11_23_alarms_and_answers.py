"""Alarms, how a mailbox stands on its server, which articles were announced, and which letters of ours bounced."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    op.create_table(
        "alarm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name", sa.String(length=200), nullable=False, comment="what is wrong, and where: silence an-mau/chung"
        ),
        sa.Column("open", sa.String(length=200), nullable=True, comment="the name while it lasts; null: over"),
        sa.Column("site_id", sa.Integer(), nullable=True, comment="null: the whole server"),
        sa.Column("words", sa.String(), nullable=False, comment="in Vietnamese: what is wrong, and what to do"),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False, comment="first seen"),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True, comment="null: it has not lasted long enough"),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_alarm_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarm")),
        sa.UniqueConstraint("open", name=op.f("uq_alarm_open")),
    )
    op.create_index("ix_alarm_told_at", "alarm", ["told_at"])
    op.create_index("ix_outgoing_letter_created_at", "outgoing_letter", ["created_at"])
    with op.batch_alter_table("outgoing_letter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "bounced_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="a server reported that it did not arrive",
            )
        )
        batch_op.create_index("ix_outgoing_letter_bounced_at", ["bounced_at"])
    with op.batch_alter_table("contributor_address", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "bounced_at", sa.DateTime(timezone=True), nullable=True, comment="a letter of ours did not reach it"
            )
        )
        batch_op.add_column(sa.Column("bounce", sa.String(), nullable=True, comment="why, in words"))
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "announced_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="its contributor was told that it is live",
            )
        )
    op.execute("UPDATE article SET announced_at = changed_at WHERE status = 'published'")  # it is no news any more
    with op.batch_alter_table("mailbox", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("quota_used", sa.BigInteger(), nullable=True, comment="bytes; null: the server tells no quota")
        )
        batch_op.add_column(sa.Column("quota_room", sa.BigInteger(), nullable=True, comment="bytes"))
        batch_op.add_column(
            sa.Column(
                "certificate_until", sa.DateTime(timezone=True), nullable=True, comment="the server's; null: no TLS"
            )
        )
        batch_op.add_column(
            sa.Column(
                "looked_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="when the three above were asked for",
            )
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("mailbox", schema=None) as batch_op:
        for name in ("looked_at", "certificate_until", "quota_room", "quota_used"):
            batch_op.drop_column(name)
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_column("announced_at")
    with op.batch_alter_table("contributor_address", schema=None) as batch_op:
        batch_op.drop_column("bounce")
        batch_op.drop_column("bounced_at")
    with op.batch_alter_table("outgoing_letter", schema=None) as batch_op:
        batch_op.drop_index("ix_outgoing_letter_bounced_at")
        batch_op.drop_column("bounced_at")
    op.drop_index("ix_outgoing_letter_created_at", table_name="outgoing_letter")
    op.drop_index("ix_alarm_told_at", table_name="alarm")
    op.drop_table("alarm")
