"""lists are counted by month

How many articles a board lists of each month is counted when they are published, so that no page of
a list counts all that is above it. Indexes list a board by recommendations, views and comments, and
the notices that are up.
"""

from collections import Counter
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

SORTED_BY = ("recommendations_count", "views_count", "comments_count")
articles = sa.table(
    "articles", *map(sa.column, ("id", "board_id")), sa.column("published_at", sa.DateTime)
)
postings = sa.table(
    "postings", *map(sa.column, ("article_id", "board_id")), sa.column("published_at", sa.DateTime)
)


def upgrade() -> None:
    counts = op.create_table(
        "month_counts",
        sa.Column("board_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"],
            ["boards.id"],
            name=op.f("fk_month_counts_board_id_boards"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "month", name=op.f("pk_month_counts")),
        sqlite_with_rowid=False,
    )
    listed = op.get_bind().execute(_listed())
    found = Counter((board_id, _month_of(at)) for board_id, at in listed)
    rows = [
        {"board_id": board_id, "month": month, "articles": articles}
        for (board_id, month), articles in found.items()
    ]
    if rows:
        op.bulk_insert(counts, rows)
    for name in SORTED_BY:
        keys = ["board_id", name, "published_at", "id"]
        op.create_index(f"ix_articles_board_id_{name}", "articles", keys)
    op.create_index("ix_notices_until", "notices", ["until"])


def downgrade() -> None:
    op.drop_index("ix_notices_until", "notices")
    for name in SORTED_BY:
        op.drop_index(f"ix_articles_board_id_{name}", "articles")
    op.drop_table("month_counts")


def _listed() -> sa.CompoundSelect:
    """(board id, time of publication) of every article in its board, and in every other that lists
    it."""
    stands = [
        ~sa.exists().where(gone.c.article_id == articles.c.id)
        for gone in (
            sa.table(name, sa.column("article_id")) for name in ("withdrawals", "deletions")
        )
    ]
    own = sa.select(articles.c.board_id, articles.c.published_at)
    guests = (
        sa.select(postings.c.board_id, postings.c.published_at)
        .join(articles, articles.c.id == postings.c.article_id)
        .where(postings.c.board_id != articles.c.board_id)
    )
    return sa.union_all(
        own.where(articles.c.published_at.is_not(None), *stands),
        guests.where(postings.c.published_at.is_not(None), *stands),
    )


def _month_of(at: datetime) -> int:
    """Months since the year 0, in UTC as stored."""
    return at.year * 12 + at.month - 1
