"""sign-ins and the log know from where

A member's browsers are known by a cookie instead of their addresses. Entries of the log have an origin
from now on; earlier ones have none, and digests without one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("users") as batch_op:
        batch_op.add_column(
            sa.Column("device_epoch", sa.Integer(), server_default="0", nullable=False)
        )
    op.execute("DELETE FROM throttles WHERE kind = 'known'")
    op.add_column("audit_entries", sa.Column("origin", sa.String(), nullable=True))
    op.create_index("ix_audit_entries_origin", "audit_entries", ["origin"])
    op.create_table(
        "audit_salts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_salts")),
    )


def downgrade() -> None:
    op.drop_table("audit_salts")
    with op.batch_alter_table("audit_entries") as batch_op:
        batch_op.drop_index("ix_audit_entries_origin")
        batch_op.drop_column("origin")
    with op.batch_alter_table("users") as batch_op:
        batch_op.drop_column("device_epoch")
