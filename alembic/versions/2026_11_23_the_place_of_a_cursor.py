"""The cursor of a mailbox belongs to its place, deliveries to an epoch; the daily comparison is remembered.

Rows of the release before stand in epoch 1, and so do those it writes while it still runs.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("mailbox", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "place",
                sa.String(),
                nullable=True,
                comment="where the cursor counts: protocol, user, server, folder",
            )
        )
        batch_op.add_column(
            sa.Column(
                "epoch",
                sa.Integer(),
                server_default=sa.text("1"),
                nullable=False,
                comment="counts how often UIDs began anew",
            )
        )
        batch_op.add_column(
            sa.Column("letters", sa.Integer(), nullable=True, comment="how many stood on the server at the last pass")
        )
        batch_op.add_column(
            sa.Column(
                "reconciled_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="server and rows were last compared",
            )
        )
        batch_op.add_column(
            sa.Column(
                "missing",
                sa.Integer(),
                server_default=sa.text("0"),
                nullable=False,
                comment="letters found missing then that could not be fetched",
            )
        )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "epoch",
                sa.Integer(),
                server_default=sa.text("1"),
                nullable=False,
                comment="that of the mailbox at the time",
            )
        )
        batch_op.drop_constraint(batch_op.f("uq_delivery_mailbox_id_uidvalidity_uid"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_delivery_mailbox_id_epoch_uidvalidity_uid"), ["mailbox_id", "epoch", "uidvalidity", "uid"]
        )


def downgrade() -> None:
    """Undo it. Fails, and leaves all as it is, where two epochs hold the same UIDVALIDITY and UID."""
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_delivery_mailbox_id_epoch_uidvalidity_uid"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_delivery_mailbox_id_uidvalidity_uid"), ["mailbox_id", "uidvalidity", "uid"]
        )
        batch_op.drop_column("epoch")
    with op.batch_alter_table("mailbox", schema=None) as batch_op:
        for name in ("missing", "reconciled_at", "letters", "epoch", "place"):
            batch_op.drop_column(name)
