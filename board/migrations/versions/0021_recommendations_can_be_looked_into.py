"""recommendations can be looked into

From where one came, for a while, and which of them are not counted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

VOTES, THINGS = ("recommendations", "comment_recommendations"), ("articles", "comments")


def upgrade() -> None:
    op.create_table(
        "exclusions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("votes_count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        _to("users", "exclusions", "by_id", "SET NULL"),
        _to("users", "exclusions", "undone_by_id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusions")),
    )
    op.create_table(
        "excluded_votes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exclusion_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("voter", sa.String(), nullable=False),
        _to("exclusions", "excluded_votes", "exclusion_id", "CASCADE"),
        _to("articles", "excluded_votes", "article_id", "CASCADE"),
        _to("comments", "excluded_votes", "comment_id", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_excluded_votes")),
    )
    op.create_index(
        "uq_excluded_votes_article", "excluded_votes", ["article_id", "voter"], unique=True
    )
    op.create_index(
        "uq_excluded_votes_comment", "excluded_votes", ["comment_id", "voter"], unique=True
    )
    op.create_index("ix_excluded_votes_exclusion_id", "excluded_votes", ["exclusion_id"])
    for table in VOTES:
        op.add_column(table, sa.Column("address_hash", sa.String(), nullable=True))
        op.create_index(f"ix_{table}_address_hash", table, ["address_hash"])
        op.create_index(f"ix_{table}_voter", table, ["voter", "created_at"])
    for table in THINGS:
        excluded = sa.Column(
            "recommendations_excluded", sa.Integer(), server_default="0", nullable=False
        )
        op.add_column(table, excluded)


def downgrade() -> None:
    for table in THINGS:
        op.drop_column(table, "recommendations_excluded")
    for table in VOTES:
        op.drop_index(f"ix_{table}_voter", table_name=table)
        op.drop_index(f"ix_{table}_address_hash", table_name=table)
        op.drop_column(table, "address_hash")
    op.drop_table("excluded_votes")
    op.drop_table("exclusions")


def _to(table: str, of: str, column: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{of}_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete=ondelete)
