"""Letters that only named roles may see: those with a mark of secrecy, and petitions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "restriction",
                sa.String(32),
                nullable=True,
                comment="only named roles see it; lifted when a person lets it through",
            )
        )


def downgrade() -> None:
    """Undo it. Letters that are held stay so, and the whole board sees them."""
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_column("restriction")
