"""The first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Do it."""
    op.create_table(
        "lease",
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=False, comment="machine/process/its start/random"),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "login_failure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_failure")),
    )
    with op.batch_alter_table("login_failure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_failure_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_login_failure_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_login_failure_username"), ["username"], unique=False)

    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("data", sa.String(), nullable=False, comment="the site's own TOML as last loaded; see site_data.py"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("key", name=op.f("uq_site_key")),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False, comment="lower case"),
        sa.Column("name", sa.String(length=250), nullable=False, comment="as it stands in the history"),
        sa.Column("title", sa.String(length=250), nullable=False, comment="chức vụ, free text"),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("username", name=op.f("uq_user_username")),
    )
    op.create_table(
        "column",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="order on pages"),
        sa.Column("decisions", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False, comment="items wanted per reporting period; 0: none set"),
        sa.Column("longest_silence_days", sa.Integer(), nullable=False, comment="0: none set"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_column_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column")),
        sa.UniqueConstraint("site_id", "key", name=op.f("uq_column_site_id_key")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True, comment="null: the program"),
        sa.Column("actor", sa.String(length=250), nullable=False, comment="the name at that time"),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("noun_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=True),
        sa.Column("after", sa.String(length=32), nullable=True),
        sa.Column("note", sa.String(), nullable=False, comment="the reason given"),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_event_site_id_site")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_event_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_noun_noun_id", ["noun", "noun_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_site_id"), ["site_id"], unique=False)

    op.create_table(
        "login_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("csrf_token", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_login_session_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_login_session_token_hash")),
    )
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_session_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_login_session_user_id"), ["user_id"], unique=False)

    op.create_table(
        "mailbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=True),
        sa.Column("last_uid", sa.BigInteger(), nullable=False, comment="every UID up to here is stored"),
        sa.Column(
            "polled_at", sa.DateTime(timezone=True), nullable=True, comment="the last pass that reached the server"
        ),
        sa.Column("error", sa.String(), nullable=True, comment="why the last pass failed; null: it did not"),
        sa.Column("error_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_mailbox_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailbox")),
        sa.UniqueConstraint("site_id", "key", name=op.f("uq_mailbox_site_id_key")),
    )
    op.create_table(
        "outgoing_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("once", sa.String(length=200), nullable=False, comment="what it tells, to whom"),
        sa.Column("to", sa.String(length=998), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(length=250), nullable=False, comment="our own Message-ID"),
        sa.Column("in_reply_to", sa.String(length=998), nullable=True),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_outgoing_letter_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_letter")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outgoing_letter_message_id")),
        sa.UniqueConstraint("once", name=op.f("uq_outgoing_letter_once")),
    )
    with op.batch_alter_table("outgoing_letter", schema=None) as batch_op:
        batch_op.create_index("ix_outgoing_letter_status_not_before", ["status", "not_before"], unique=False)

    op.create_table(
        "site_counter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_counter_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_counter")),
        sa.UniqueConstraint("site_id", "year", name=op.f("uq_site_counter_site_id_year")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("bloc", sa.String(length=64), nullable=True, comment="khối: Đảng, chính quyền, đoàn thể"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_unit_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("site_id", "key", name=op.f("uq_unit_site_id_key")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("column_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["column_id"], ["column.id"], name=op.f("fk_assignment_column_id_column")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_assignment_unit_id_unit")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_assignment_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_column_id"), ["column_id"], unique=False)

    op.create_table(
        "contributor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_contributor_site_id_site")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_contributor_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributor")),
        sa.UniqueConstraint("site_id", "name", name=op.f("uq_contributor_site_id_name")),
    )
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("column_id", sa.Integer(), nullable=True, comment="null: the whole site"),
        sa.Column("name", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["column_id"], ["column.id"], name=op.f("fk_role_column_id_column")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_role_site_id_site")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_role_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint(
            "user_id", "site_id", "column_id", "name", name=op.f("uq_role_user_id_site_id_column_id_name")
        ),
    )
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_user_id"), ["user_id"], unique=False)

    op.create_table(
        "contributor_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("contributor_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("personal", sa.Boolean(), nullable=False, comment="a private mailbox, not an official one"),
        sa.ForeignKeyConstraint(
            ["contributor_id"], ["contributor.id"], name=op.f("fk_contributor_address_contributor_id_contributor")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_contributor_address_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributor_address")),
        sa.UniqueConstraint("site_id", "address", name=op.f("uq_contributor_address_site_id_address")),
    )
    with op.batch_alter_table("contributor_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contributor_address_contributor_id"), ["contributor_id"], unique=False)

    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes"),
        sa.Column("stored", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(), nullable=True, comment="why nothing, held or failed; for people"),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released", sa.Boolean(), nullable=False, comment="a person let it through: it is not held again"),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="counted and committed before each reading"),
        sa.Column(
            "lease_until", sa.DateTime(timezone=True), nullable=True, comment="somebody is reading it until then"
        ),
        sa.Column("version", sa.String(length=32), nullable=True, comment="of the program that read it last"),
        sa.Column("message_id", sa.String(length=998), nullable=True, comment="the header, as it came"),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True, comment="the Date header; for display only"),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("from_name", sa.String(), nullable=True),
        sa.Column("from_address", sa.String(length=998), nullable=True),
        sa.Column("standing", sa.String(length=32), nullable=True, comment="how far the sender is to be believed"),
        sa.Column("contributor_id", sa.Integer(), nullable=True),
        sa.Column(
            "reading",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="what was understood, as `tinbai parse` prints it",
        ),
        sa.ForeignKeyConstraint(
            ["contributor_id"], ["contributor.id"], name=op.f("fk_message_contributor_id_contributor")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_message_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("site_id", "sha256", name=op.f("uq_message_site_id_sha256")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index("ix_message_site_message_id", ["site_id", "message_id"], unique=False)
        batch_op.create_index("ix_message_site_status", ["site_id", "status", "id"], unique=False)

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True, comment="null: written by hand"),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="which article of its letter, from 0"),
        sa.Column("contributor_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("column_id", sa.Integer(), nullable=True),
        sa.Column("genre", sa.String(length=64), nullable=True),
        sa.Column(
            "forwarded_by", sa.String(), nullable=True, comment="người chuyển, where the sender is not the author"
        ),
        sa.Column(
            "suggestions",
            sa.JSON(none_as_null=True),
            nullable=False,
            comment="columns that would fit: name, reason, confidence",
        ),
        sa.Column(
            "fields",
            sa.JSON(none_as_null=True),
            nullable=False,
            comment="what its kind needs besides text: a document's number, date",
        ),
        sa.Column(
            "set_aside", sa.JSON(none_as_null=True), nullable=False, comment="text and why: what is not in the article"
        ),
        sa.Column("editor_id", sa.Integer(), nullable=True, comment="who has claimed it"),
        sa.Column("needs_head", sa.Boolean(), nullable=False, comment="xin ý kiến Trưởng ban"),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=True, comment="hẹn giờ đăng; null: at once"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "revision_id", sa.Integer(), nullable=True, comment="the newest revision; null only while it is being made"
        ),
        sa.ForeignKeyConstraint(["column_id"], ["column.id"], name=op.f("fk_article_column_id_column")),
        sa.ForeignKeyConstraint(
            ["contributor_id"], ["contributor.id"], name=op.f("fk_article_contributor_id_contributor")
        ),
        sa.ForeignKeyConstraint(["editor_id"], ["user.id"], name=op.f("fk_article_editor_id_user")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_article_message_id_message")),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_article_revision_id_revision"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_article_site_id_site")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_article_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("message_id", "ordinal", name=op.f("uq_article_message_id_ordinal")),
        sa.UniqueConstraint("site_id", "code", name=op.f("uq_article_site_id_code")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index("ix_article_site_column", ["site_id", "column_id", "id"], unique=False)
        batch_op.create_index("ix_article_site_status", ["site_id", "status", "id"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailbox_id", sa.Integer(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes"),
        sa.Column("internal_date", sa.DateTime(timezone=True), nullable=True, comment="when the server got it"),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["mailbox_id"], ["mailbox.id"], name=op.f("fk_delivery_mailbox_id_mailbox")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_delivery_message_id_message")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("mailbox_id", "uidvalidity", "uid", name=op.f("uq_delivery_mailbox_id_uidvalidity_uid")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivery_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_told"), ["told"], unique=False)

    op.create_table(
        "message_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(length=128), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("inline", sa.Boolean(), nullable=False),
        sa.Column("content_id", sa.String(), nullable=True),
        sa.Column("inside", sa.String(), nullable=True, comment="the archive, document or letter it came out of"),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_message_part_message_id_message")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_part")),
        sa.UniqueConstraint("message_id", "position", name=op.f("uq_message_part_message_id_position")),
    )
    with op.batch_alter_table("message_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_part_sha256"), ["sha256"], unique=False)

    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True, comment="null: made from a letter"),
        sa.Column("message_id", sa.Integer(), nullable=True, comment="the letter it was made from"),
        sa.Column("from_part", sa.String(), nullable=True, comment='"body" or the file name it was read from'),
        sa.Column("encoding", sa.String(length=16), nullable=False, comment="before it was repaired"),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False, comment="sapo"),
        sa.Column("body_html", sa.String(), nullable=False, comment="as tinbai.clean leaves it; photos are apart"),
        sa.Column("byline", sa.String(), nullable=False, comment='as printed: "Tin, ảnh: Thí Điểm"'),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column(
            "findings", sa.JSON(none_as_null=True), nullable=False, comment="what the checks say of this version"
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_revision_article_id_article")),
        sa.ForeignKeyConstraint(["made_by_id"], ["user.id"], name=op.f("fk_revision_made_by_id_user")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_revision_message_id_message")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_revision_article_id_number")),
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("portal", sa.String(length=64), nullable=False, comment="key of the portal in config.toml"),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("approval", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False, comment="the approved one"),
        sa.Column("live_revision_id", sa.Integer(), nullable=True, comment="what readers see"),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("portal_id", sa.String(length=64), nullable=True, comment="the portal's own number"),
        sa.Column("address", sa.String(), nullable=True, comment="where readers find it"),
        sa.Column("live_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proof", sa.JSON(none_as_null=True), nullable=True, comment="what was read back, and when"),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["approval"], ["event.id"], name=op.f("fk_publication_approval_event")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_publication_article_id_article")),
        sa.ForeignKeyConstraint(
            ["live_revision_id"], ["revision.id"], name=op.f("fk_publication_live_revision_id_revision")
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_publication_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("article_id", "portal", name=op.f("uq_publication_article_id_portal")),
        sa.UniqueConstraint("key", name=op.f("uq_publication_key")),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index("ix_publication_status_due_at", ["status", "due_at"], unique=False)

    op.create_table(
        "revision_attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_revision_attachment_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision_attachment")),
        sa.UniqueConstraint("revision_id", "position", name=op.f("uq_revision_attachment_revision_id_position")),
    )
    op.create_table(
        "revision_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="of the original bytes, in the blob store"),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("alt", sa.String(), nullable=False, comment="văn bản thay thế"),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_revision_photo_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision_photo")),
        sa.UniqueConstraint("revision_id", "position", name=op.f("uq_revision_photo_revision_id_position")),
    )

    # Article and revision name each other: this side comes last.
    with op.batch_alter_table("article") as batch_op:
        batch_op.create_foreign_key(batch_op.f("fk_article_revision_id_revision"), "revision", ["revision_id"], ["id"])


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("article") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_article_revision_id_revision"), type_="foreignkey")
    op.drop_table("revision_photo")
    op.drop_table("revision_attachment")
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index("ix_publication_status_due_at")

    op.drop_table("publication")
    op.drop_table("revision")
    with op.batch_alter_table("message_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_part_sha256"))

    op.drop_table("message_part")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_told"))
        batch_op.drop_index(batch_op.f("ix_delivery_message_id"))

    op.drop_table("delivery")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_index("ix_article_site_status")
        batch_op.drop_index("ix_article_site_column")

    op.drop_table("article")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index("ix_message_site_status")
        batch_op.drop_index("ix_message_site_message_id")

    op.drop_table("message")
    with op.batch_alter_table("contributor_address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contributor_address_contributor_id"))

    op.drop_table("contributor_address")
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_user_id"))

    op.drop_table("role")
    op.drop_table("contributor")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_column_id"))

    op.drop_table("assignment")
    op.drop_table("unit")
    op.drop_table("site_counter")
    with op.batch_alter_table("outgoing_letter", schema=None) as batch_op:
        batch_op.drop_index("ix_outgoing_letter_status_not_before")

    op.drop_table("outgoing_letter")
    op.drop_table("mailbox")
    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_login_session_user_id"))
        batch_op.drop_index(batch_op.f("ix_login_session_expires_at"))

    op.drop_table("login_session")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_site_id"))
        batch_op.drop_index("ix_event_noun_noun_id")

    op.drop_table("event")
    op.drop_table("column")
    op.drop_table("user")
    op.drop_table("site")
    with op.batch_alter_table("login_failure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_login_failure_username"))
        batch_op.drop_index(batch_op.f("ix_login_failure_at"))
        batch_op.drop_index(batch_op.f("ix_login_failure_address"))

    op.drop_table("login_failure")
    op.drop_table("lease")
