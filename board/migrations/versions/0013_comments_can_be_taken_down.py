"""comments can be taken down

Requests that a comment be hidden because it harms somebody, what was decided, and the letters.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "takedown_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("asker", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("wrong", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("answer_by", sa.DateTime(), nullable=False),
        sa.Column("once", sa.String(), nullable=True),
        sa.Column("sender_key", sa.String(), nullable=True),
        sa.Column("erased_at", sa.DateTime(), nullable=True),
        _reference("takedown_requests", "comment_id", "comments", "SET NULL"),
        _reference("takedown_requests", "article_id", "articles", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takedown_requests")),
        sa.UniqueConstraint("once", name=op.f("uq_takedown_requests_once")),
        sa.UniqueConstraint("receipt", name=op.f("uq_takedown_requests_receipt")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_takedown_requests_year")),
    )
    for name in ("answer_by", "article_id", "comment_id"):
        op.create_index(f"ix_takedown_requests_{name}", "takedown_requests", [name])
    op.create_table(
        "takedown_refusals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        _reference("takedown_refusals", "request_id", "takedown_requests", "CASCADE"),
        _reference("takedown_refusals", "by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takedown_refusals")),
        sa.UniqueConstraint("request_id", name=op.f("uq_takedown_refusals_request_id")),
    )
    op.create_table(
        "takedowns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        _reference("takedowns", "request_id", "takedown_requests", "CASCADE"),
        _reference("takedowns", "comment_id", "comments", "SET NULL"),
        _reference("takedowns", "by_id", "users", "SET NULL"),
        _reference("takedowns", "ended_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takedowns")),
        sa.UniqueConstraint("notice", name=op.f("uq_takedowns_notice")),
        sa.UniqueConstraint("request_id", name=op.f("uq_takedowns_request_id")),
    )
    op.create_index("ix_takedowns_comment_id", "takedowns", ["comment_id"])
    op.create_table(
        "takedown_objections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("takedown_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        _reference("takedown_objections", "takedown_id", "takedowns", "CASCADE"),
        _reference("takedown_objections", "answered_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takedown_objections")),
        sa.UniqueConstraint("takedown_id", name=op.f("uq_takedown_objections_takedown_id")),
    )
    with op.batch_alter_table("outgoing_mails", schema=None) as batch_op:
        batch_op.add_column(sa.Column("takedown_request_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_outgoing_mails_takedown_request_id_takedown_requests"),
            "takedown_requests",
            ["takedown_request_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch_op.create_index("ix_outgoing_mails_takedown_request_id", ["takedown_request_id"])


def downgrade() -> None:
    with op.batch_alter_table("outgoing_mails", schema=None) as batch_op:
        batch_op.drop_index("ix_outgoing_mails_takedown_request_id")
        batch_op.drop_constraint(
            op.f("fk_outgoing_mails_takedown_request_id_takedown_requests"), type_="foreignkey"
        )
        batch_op.drop_column("takedown_request_id")
    for table in ("takedown_objections", "takedowns", "takedown_refusals", "takedown_requests"):
        op.drop_table(table)


def _reference(table: str, column: str, other: str, gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=gone)
