"""Pictures that articles use, and the copies made of them in advance.

Both tables are new and empty: what an older release wrote stays as it is, and the copies are made after the start.
The index answers which articles use a picture.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "picture",
        sa.Column("original", sa.String(64), nullable=False, comment="SHA-256 of its bytes"),
        sa.Column("made_for", sa.String(64), nullable=True, comment="null: not made yet"),
        sa.Column(
            "attempts", sa.Integer(), nullable=False, comment="of decoding it, since it was last made or given up"
        ),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("problem", sa.String(), nullable=False, comment="why there are no copies, in Vietnamese"),
        sa.Column("width", sa.Integer(), nullable=True, comment="of the original, upright, in pixels"),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("has_gps", sa.Boolean(), nullable=False, comment="the original says where it was taken"),
        sa.Column(
            "sharp_at", sa.Integer(), nullable=True, comment="longer side at which it looks sharp; null: cannot be told"
        ),
        sa.PrimaryKeyConstraint("original", name=op.f("pk_picture")),
    )
    op.create_index(op.f("ix_picture_made_for"), "picture", ["made_for"])
    op.create_table(
        "picture_copy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("original", sa.String(64), nullable=False),
        sa.Column("longest", sa.Integer(), nullable=False, comment="the longer side that was asked for, in pixels"),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False, comment="the rule that it was made by"),
        sa.Column("sha256", sa.String(64), nullable=False, comment="in the blob store"),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["original"], ["picture.original"], name=op.f("fk_picture_copy_original_picture")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture_copy")),
        sa.UniqueConstraint("original", "longest", "public", name=op.f("uq_picture_copy_original_longest_public")),
    )
    op.create_index(op.f("ix_revision_photo_sha256"), "revision_photo", ["sha256"])


def downgrade() -> None:
    """Take them away; the blobs are swept like any that nothing refers to."""
    op.drop_index(op.f("ix_revision_photo_sha256"), "revision_photo")
    op.drop_table("picture_copy")
    op.drop_table("picture")
