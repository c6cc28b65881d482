"""old archives cost nothing

Indexes by which staff's lists and the front page's rankings find their rows, however many there are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

UNDECIDED = sa.text("ended_at IS NULL AND (source <> 'moderator' OR resubmitted_at IS NOT NULL)")
DRAFT = sa.text("published_at IS NULL")
RANKED = ["published_at", "comments_count", "recommendations_count"]


def upgrade() -> None:
    op.create_index("ix_articles_ranked", "articles", RANKED)
    op.create_index("ix_articles_updated_at", "articles", ["updated_at", "id", "published_at"])
    _create_partial("ix_articles_drafts", "articles", ["updated_at", "id"], DRAFT)
    _create_partial("ix_holds_undecided", "holds", ["comment_id"], UNDECIDED)
    op.create_index("ix_audit_entries_actor_id", "audit_entries", ["actor_id", "id"])
    op.create_index("ix_audit_entries_at", "audit_entries", ["at"])


def downgrade() -> None:
    op.drop_index("ix_audit_entries_at", "audit_entries")
    op.drop_index("ix_audit_entries_actor_id", "audit_entries")
    op.drop_index("ix_holds_undecided", "holds")
    op.drop_index("ix_articles_drafts", "articles")
    op.drop_index("ix_articles_updated_at", "articles")
    op.drop_index("ix_articles_ranked", "articles")


def _create_partial(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
