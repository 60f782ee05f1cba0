"""Lists by unit, column or kind within one status: a status and a unit that share hardly an article are read at once.

Each of the two was an index of its own, and where both are long and meet nowhere, one of them was read to its end:
50,000 rows of a million.
"""

from collections.abc import Sequence

from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INDEXES = {
    "ix_article_unit_status": ["unit_id", "status", "id"],
    "ix_article_site_column_status": ["site_id", "column_id", "status", "id"],
    "ix_article_site_kind_status": ["site_id", "kind", "status", "id"],
}


def upgrade() -> None:
    """Do it."""
    for name, columns in INDEXES.items():
        op.create_index(name, "article", columns)


def downgrade() -> None:
    """Undo it."""
    for name in reversed(INDEXES):
        op.drop_index(name, table_name="article")
