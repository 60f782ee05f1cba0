"""What the virus scanner named, and which version of the program gave a letter up."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it. What was named before stands in the findings; reading such a letter again marks it here, too."""
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("failed_version", sa.String(32), nullable=True, comment="of the program that gave it up")
        )
        batch_op.add_column(
            sa.Column("malware", sa.String(250), nullable=True, comment="what the scanner found in it as a whole")
        )
    with op.batch_alter_table("message_part", schema=None) as batch_op:
        batch_op.add_column(sa.Column("malware", sa.String(250), nullable=True, comment="what the scanner found in it"))


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("message_part", schema=None) as batch_op:
        batch_op.drop_column("malware")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_column("malware")
        batch_op.drop_column("failed_version")
