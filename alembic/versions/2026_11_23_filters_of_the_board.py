"""Saved filters that the whole board sees."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it; what is saved already is its owner's alone, and the release before goes on saving such ones."""
    with op.batch_alter_table("saved_filter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "shared",
                sa.Boolean(),
                server_default=sa.text("false"),
                nullable=False,
                comment="the whole board sees it",
            )
        )


def downgrade() -> None:
    """Undo it: each is its owner's alone again."""
    with op.batch_alter_table("saved_filter", schema=None) as batch_op:
        batch_op.drop_column("shared")
