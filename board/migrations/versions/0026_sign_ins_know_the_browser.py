"""sign-ins know the browser

A member's browsers are known by a cookie instead of their addresses.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("users") as batch_op:
        batch_op.add_column(
            sa.Column("device_epoch", sa.Integer(), server_default="0", nullable=False)
        )
    op.execute("DELETE FROM throttles WHERE kind = 'known'")


def downgrade() -> None:
    with op.batch_alter_table("users") as batch_op:
        batch_op.drop_column("device_epoch")
