"""Lists of a board for the checks, its wishes for single checks, and how often each check spoke by month."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ACTOR = "who changed it last, by the name at that time"


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "lists",
                sa.String(),
                server_default=sa.text("''"),
                nullable=False,
                comment="lists for the checks, as JSON; follows the rows, see site_lists.py",
            )
        )
    _make_site_entry()
    op.create_table(
        "check_wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("check_name", sa.String(64), nullable=False),
        sa.Column("switched_on", sa.Boolean(), nullable=True),
        sa.Column("severity", sa.String(32), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(250), nullable=False, comment=_ACTOR),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_check_wish_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_wish")),
        sa.UniqueConstraint("site_id", "check_name", name=op.f("uq_check_wish_site_id_check_name")),
    )
    _make_counts()


def downgrade() -> None:
    """Undo it."""
    for table in ("check_counted", "check_count", "check_wish", "site_entry"):
        op.drop_table(table)
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.drop_column("lists")


def _make_site_entry() -> None:
    op.create_table(
        "site_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("list_name", sa.String(32), nullable=False),
        sa.Column("key", sa.String(32), nullable=False, comment="what makes it the same entry; see site_entries.py"),
        sa.Column("name", sa.String(250), nullable=False),
        sa.Column("value", sa.String(250), nullable=False),
        sa.Column("note", sa.String(250), nullable=False),
        sa.Column("since", sa.Date(), nullable=True, comment="first day of it, or of what replaced it"),
        sa.Column("until", sa.Date(), nullable=True, comment="last day of it; of a place: the day on which it ended"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(250), nullable=False, comment=_ACTOR),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_entry_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_entry")),
        sa.UniqueConstraint("site_id", "list_name", "key", name=op.f("uq_site_entry_site_id_list_name_key")),
    )


def _make_counts() -> None:
    op.create_table(
        "check_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(7), nullable=False, comment='"2026-10"'),
        sa.Column("check_name", sa.String(64), nullable=False),
        sa.Column("hits", sa.Integer(), nullable=False),
        sa.Column("followed", sa.Integer(), nullable=False),
        sa.Column("dismissed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_check_count_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_count")),
        sa.UniqueConstraint("site_id", "month", "check_name", name=op.f("uq_check_count_site_id_month_check_name")),
    )
    op.create_table(
        "check_counted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False, comment="the last one counted"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_counted")),
    )
