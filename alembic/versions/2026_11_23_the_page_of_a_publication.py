"""Whether readers get what was published: when its page is opened, and what was amiss."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it. What is live already was seen by people: its pages are not opened until it goes out anew."""
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "page_due_at",
                sa.DateTime(timezone=True),
                nullable=True,
                comment="when its page is opened as readers do",
            )
        )
        batch_op.add_column(sa.Column("page_checked_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column("page_problem", sa.String(), nullable=True, comment="what readers would miss, a line each")
        )
        batch_op.add_column(
            sa.Column(
                "page_tries",
                sa.Integer(),
                nullable=False,
                server_default=sa.text("0"),
                comment="times that the page was wrong, one after another",
            )
        )
        batch_op.create_index("ix_publication_page_due_at", ["page_due_at"], unique=False)
        batch_op.create_index("ix_publication_page_tries", ["page_tries"], unique=False)


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index("ix_publication_page_tries")
        batch_op.drop_index("ix_publication_page_due_at")
        batch_op.drop_column("page_tries")
        batch_op.drop_column("page_problem")
        batch_op.drop_column("page_checked_at")
        batch_op.drop_column("page_due_at")
