"""articles can be deleted and keep what is typed"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deletions",
        *_of_an_article("deletions"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "manuscripts",
        *_of_an_article("manuscripts"),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("manuscripts")
    op.drop_table("deletions")


def _of_an_article(table: str) -> list:
    """One row an article, made by somebody."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f(f"fk_{table}_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["users.id"], name=op.f(f"fk_{table}_by_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("article_id", name=op.f(f"uq_{table}_article_id")),
    ]
