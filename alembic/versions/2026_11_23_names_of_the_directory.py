"""The name with which somebody came in through the directory; such names are longer than user names."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "directory_name", sa.String(254), nullable=True, comment="typed; null: the directory was not asked"
            )
        )
    with op.batch_alter_table("login_failure", schema=None) as batch_op:
        batch_op.alter_column("username", existing_type=sa.String(64), type_=sa.String(254), existing_nullable=False)


def downgrade() -> None:
    """Undo it. Tries under names that are too long for the old table are forgotten."""
    failure = sa.table("login_failure", sa.column("username", sa.String))
    op.execute(sa.delete(failure).where(sa.func.length(failure.c.username) > 64))
    with op.batch_alter_table("login_failure", schema=None) as batch_op:
        batch_op.alter_column("username", existing_type=sa.String(254), type_=sa.String(64), existing_nullable=False)
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.drop_column("directory_name")
