"""People: invitations, second factors, sessions, notices; columns, units and texts of the page; events that stay.

An event can be neither changed nor removed any more, whoever is connected: triggers refuse it on both engines.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_MOMENT = sa.DateTime(timezone=True)
_GOVERNS = "file or page: who governs it"


def upgrade() -> None:
    """Do it."""
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "notify", sa.String(32), server_default=sa.text("'immediate'"), nullable=False,
                comment="letters to him: how often",
            )
        )  # fmt: skip
    for table in ("unit", "column"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(
                sa.Column("origin", sa.String(32), server_default=sa.text("'file'"), nullable=False, comment=_GOVERNS)
            )
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "device", sa.String(250), server_default=sa.text("''"), nullable=False,
                comment="what the browser said of itself",
            )
        )  # fmt: skip
        batch_op.add_column(
            sa.Column(
                "address", sa.String(64), server_default=sa.text("''"), nullable=False, comment="where it logged in"
            )
        )
    _make_account_tables()
    _make_second_factor_tables()
    _make_tables_of_words()
    _keep_events()


def _make_account_tables() -> None:
    op.create_table(
        "account_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True, comment="null: he asked for it himself"),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT, nullable=True, comment="used, or ended by a newer one"),
        sa.ForeignKeyConstraint(["made_by_id"], ["user.id"], name=op.f("fk_account_link_made_by_id_user")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_account_link_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_account_link_token_hash")),
    )
    op.create_index(op.f("ix_account_link_user_id"), "account_link", ["user_id"])
    op.create_index(op.f("ix_account_link_expires_at"), "account_link", ["expires_at"])
    op.create_table(
        "login_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True, comment="null: not known yet"),
        sa.Column(
            "data", sa.JSON(none_as_null=True), nullable=False,
            comment="where to go; for a provider: state, nonce, PKCE verifier",
        ),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_login_step_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_step")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_login_step_token_hash")),
    )  # fmt: skip
    op.create_index(op.f("ix_login_step_user_id"), "login_step", ["user_id"])
    op.create_index(op.f("ix_login_step_expires_at"), "login_step", ["expires_at"])


def _make_second_factor_tables() -> None:
    op.create_table(
        "second_factor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False, comment="base32; never shown once it is confirmed"),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("confirmed_at", _MOMENT, nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False, comment="of the last code taken: no code is taken twice"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_second_factor_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_factor")),
        sa.UniqueConstraint("user_id", name=op.f("uq_second_factor_user_id")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("used_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_recovery_code_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint("user_id", "code_hash", name=op.f("uq_recovery_code_user_id_code_hash")),
    )
    op.create_index(op.f("ix_recovery_code_user_id"), "recovery_code", ["user_id"])


def _make_tables_of_words() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("once", sa.String(200), nullable=False, comment="what it tells, to whom"),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("words", sa.String(), nullable=False, comment="one sentence"),
        sa.Column("path", sa.String(), nullable=False, comment="the page that it is about: /articles/7"),
        sa.Column("told_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_notice_site_id_site")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_notice_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("once", name=op.f("uq_notice_once")),
    )
    op.create_index(op.f("ix_notice_user_id"), "notice", ["user_id"])
    op.create_index(op.f("ix_notice_told_at"), "notice", ["told_at"])
    op.create_table(
        "site_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_text_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_text")),
        sa.UniqueConstraint("site_id", "key", name=op.f("uq_site_text_site_id_key")),
    )


def _keep_events() -> None:
    """Whoever may write into the database may add events, and no more: not even the program takes one back."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'events are never changed or removed'; END $$"
        )
        op.execute(
            "CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
            "FOR EACH STATEMENT EXECUTE FUNCTION event_stays()"
        )
        return
    for move in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_stays_{move.lower()} BEFORE {move} ON event "
            "BEGIN SELECT RAISE(ABORT, 'events are never changed or removed'); END"
        )


def downgrade() -> None:
    """Undo it. Letters and roles of kinds that the release before does not know go with it."""
    op.execute("DELETE FROM outgoing_letter WHERE kind IN ('invitation', 'reset', 'account', 'notice', 'refusal')")
    op.execute("DELETE FROM role WHERE name IN ('publisher', 'reader')")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER event_stays ON event")
        op.execute("DROP FUNCTION event_stays()")
    else:
        op.execute("DROP TRIGGER event_stays_update")
        op.execute("DROP TRIGGER event_stays_delete")
    for table in ("site_text", "notice", "recovery_code", "second_factor", "login_step", "account_link"):
        op.drop_table(table)
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.drop_column("address")
        batch_op.drop_column("device")
    for table in ("column", "unit"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("origin")
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("notify")
