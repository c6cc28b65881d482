"""a board's articles are listed by their last change

The newsroom's list can be narrowed to a board.
"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

INDEX = "ix_articles_board_id_updated_at"


def upgrade() -> None:
    op.create_index(INDEX, "articles", ["board_id", "updated_at", "id"])


def downgrade() -> None:
    op.drop_index(INDEX, "articles")
