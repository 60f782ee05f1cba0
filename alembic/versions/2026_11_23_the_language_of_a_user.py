"""The language in which a user wants the pages."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("language", sa.String(8), nullable=True, comment="of the pages; null: as the site's")
        )


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("language")
