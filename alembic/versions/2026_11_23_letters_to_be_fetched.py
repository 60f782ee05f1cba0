"""How many letters of a mailbox are still to be fetched; since when a publication is kept back as too late."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("mailbox", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "waiting",
                sa.Integer(),
                nullable=False,
                server_default=sa.text("0"),
                comment="of these, still to be fetched; kept up with every slice",
            )
        )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "kept_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="too late to go out unasked: it waits for a person's word since then",
            )
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_column("kept_at")
    with op.batch_alter_table("mailbox", schema=None) as batch_op:
        batch_op.drop_column("waiting")
