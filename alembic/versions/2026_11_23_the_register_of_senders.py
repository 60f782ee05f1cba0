"""The register of contributors is kept on pages too; who was refused is remembered; why a sender is believed.

Rows of the release before come from the site's file, and all its addresses count until the file is loaded again.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ORIGIN = "file or page: who governs it"


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "register",
                sa.String(),
                server_default=sa.text("''"),
                nullable=False,
                comment="who may send, as JSON; follows the rows, see register.py",
            )
        )
    with op.batch_alter_table("contributor", schema=None) as batch_op:
        batch_op.add_column(_origin())
        batch_op.add_column(
            sa.Column(
                "stopped",
                sa.Boolean(),
                server_default=sa.text("false"),
                nullable=False,
                comment="a person said that it no longer sends",
            )
        )
        batch_op.add_column(sa.Column("aliases", sa.JSON(), nullable=True, comment="other names it goes by"))
    with op.batch_alter_table("contributor_address", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "active",
                sa.Boolean(),
                server_default=sa.text("true"),
                nullable=False,
                comment="false: taken out, kept for what came from it",
            )
        )
        batch_op.add_column(_origin())
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("standing_reason", sa.String(), nullable=True, comment="why; for people"))
        batch_op.add_column(
            sa.Column("alike", sa.JSON(), nullable=True, comment="whom an unknown sender looks like; for people")
        )
    _make_refused_sender()


def _origin() -> sa.Column[str]:
    return sa.Column("origin", sa.String(32), server_default=sa.text("'file'"), nullable=False, comment=_ORIGIN)


def _make_refused_sender() -> None:
    op.create_table(
        "refused_sender",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(length=250), nullable=False, comment="the name at that time"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.String(), nullable=False, comment="the reason given"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_refused_sender_site_id_site")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_refused_sender_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refused_sender")),
        sa.UniqueConstraint("site_id", "address", name=op.f("uq_refused_sender_site_id_address")),
    )


def downgrade() -> None:
    """Undo it. What was taken out on pages counts again, and what was refused is unknown again."""
    op.drop_table("refused_sender")
    for table, columns in (
        ("message", ("alike", "standing_reason")),
        ("contributor_address", ("origin", "active")),
        ("contributor", ("aliases", "stopped", "origin")),
        ("site", ("register",)),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in columns:
                batch_op.drop_column(name)
