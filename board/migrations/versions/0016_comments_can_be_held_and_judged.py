"""comments can be held and judged

Holds, reports and the moderators' rulings; where a comment came from and which edit of it stands.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rulings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        _link("rulings", "by_id", "users", "SET NULL"),
        _link("rulings", "undone_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulings")),
    )
    op.create_index("ix_rulings_created_at", "rulings", ["created_at"])
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ruling_id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        _link("judgements", "ruling_id", "rulings", "CASCADE"),
        _link("judgements", "comment_id", "comments", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
    )
    op.create_index("ix_judgements_ruling_id", "judgements", ["ruling_id"])
    op.create_index("ix_judgements_comment_id_revision", "judgements", ["comment_id", "revision"])
    op.create_table(
        "holds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("was_shown", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("resubmitted_at", sa.DateTime(), nullable=True),
        sa.Column("placed_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        _link("holds", "comment_id", "comments", "CASCADE"),
        _link("holds", "placed_by_id", "rulings", "SET NULL"),
        _link("holds", "ended_by_id", "rulings", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    in_force = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_holds_comment_id",
        "holds",
        ["comment_id"],
        unique=True,
        sqlite_where=in_force,
        postgresql_where=in_force,
    )
    op.create_index("ix_holds_comment_id", "holds", ["comment_id"])
    op.create_index("ix_holds_created_at", "holds", ["created_at"])
    op.create_index("ix_holds_placed_by_id", "holds", ["placed_by_id"])
    op.create_index("ix_holds_ended_by_id", "holds", ["ended_by_id"])
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("address_hash", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("ruling_id", sa.Integer(), nullable=True),
        _link("reports", "comment_id", "comments", "CASCADE"),
        _link("reports", "ruling_id", "rulings", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("comment_id", "reporter", name=op.f("uq_reports_comment_id")),
    )
    op.create_index("ix_reports_reporter", "reports", ["reporter"])
    op.create_index("ix_reports_ruling_id", "reports", ["ruling_id"])
    with op.batch_alter_table("removals") as batch_op:
        batch_op.add_column(sa.Column("ruling_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_removals_ruling_id_rulings"),
            "rulings",
            ["ruling_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_index("ix_removals_ruling_id", ["ruling_id"])
    with op.batch_alter_table("comments") as batch_op:
        batch_op.add_column(sa.Column("revision", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("address_hash", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("address_mask", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("fingerprint", sa.String(), server_default="", nullable=False)
        )
        batch_op.create_index("ix_comments_created_at", ["created_at"])
        batch_op.create_index("ix_comments_guest_key", ["guest_key"])
        batch_op.create_index("ix_comments_address_hash", ["address_hash"])
        batch_op.create_index("ix_comments_fingerprint", ["fingerprint"])
    with op.batch_alter_table("boards") as batch_op:
        batch_op.add_column(
            sa.Column("reporting", sa.String(), server_default="guest", nullable=False)
        )
        batch_op.add_column(
            sa.Column("holds_newcomers", sa.Boolean(), server_default="0", nullable=False)
        )


def _link(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def downgrade() -> None:
    with op.batch_alter_table("boards") as batch_op:
        batch_op.drop_column("holds_newcomers")
        batch_op.drop_column("reporting")
    with op.batch_alter_table("comments") as batch_op:
        for column in ("fingerprint", "address_hash", "guest_key", "created_at"):
            batch_op.drop_index(f"ix_comments_{column}")
        for column in ("fingerprint", "address_mask", "address_hash", "revision"):
            batch_op.drop_column(column)
    with op.batch_alter_table("removals") as batch_op:
        batch_op.drop_index("ix_removals_ruling_id")
        batch_op.drop_constraint(op.f("fk_removals_ruling_id_rulings"), type_="foreignkey")
        batch_op.drop_column("ruling_id")
    for table in ("reports", "holds", "judgements", "rulings"):
        op.drop_table(table)
