"""how often a thing was done is counted

Per person, address and for all at once, in windows. What was kept of wrong passwords is older
than ten minutes at the next start and goes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "throttles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_throttles")),
    )
    op.create_index("uq_throttles_kind", "throttles", ["kind", "key"], unique=True)
    op.create_index("ix_throttles_started_at", "throttles", ["started_at"])
    op.drop_table("attempts")


def downgrade() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index("ix_attempts_kind_key_at", "attempts", ["kind", "key", "at"])
    op.create_index("ix_attempts_at", "attempts", ["at"])
    op.drop_table("throttles")
