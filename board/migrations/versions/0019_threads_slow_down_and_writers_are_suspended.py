"""threads slow down and writers are suspended

A thread in which everybody waits between two comments, or nobody writes; people who may only read.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "slowdowns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
        sa.Column("lifted_by_id", sa.Integer(), nullable=True),
        _link("slowdowns", "article_id", "articles", "CASCADE"),
        _link("slowdowns", "by_id", "users", "SET NULL"),
        _link("slowdowns", "lifted_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slowdowns")),
    )
    lasting = sa.text("lifted_at IS NULL")
    op.create_index(
        "uq_slowdowns_article_id",
        "slowdowns",
        ["article_id"],
        unique=True,
        sqlite_where=lasting,
        postgresql_where=lasting,
    )
    op.create_index("ix_slowdowns_article_id", "slowdowns", ["article_id"])
    op.create_table(
        "suspensions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("guest_key", sa.String(), nullable=True),
        sa.Column("address_hash", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
        sa.Column("lifted_by_id", sa.Integer(), nullable=True),
        _link("suspensions", "user_id", "users", "CASCADE"),
        _link("suspensions", "comment_id", "comments", "SET NULL"),
        _link("suspensions", "by_id", "users", "SET NULL"),
        _link("suspensions", "lifted_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspensions")),
    )
    for column in ("user_id", "guest_key", "address_hash", "comment_id"):
        op.create_index(f"ix_suspensions_{column}", "suspensions", [column])


def downgrade() -> None:
    op.drop_table("suspensions")
    op.drop_table("slowdowns")


def _link(table: str, column: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=ondelete)
