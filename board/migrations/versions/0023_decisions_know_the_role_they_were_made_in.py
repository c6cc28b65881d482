"""decisions know the role they were made in

Also of what was decided before, as far as the role of today tells; and which removals closed a case.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

DECISIONS = ("rulings", "removals", "suspensions", "slowdowns", "holds")
FILLING = (
    "UPDATE rulings SET by_role = (SELECT role FROM users WHERE users.id = rulings.by_id)",
    "UPDATE removals SET by_role = (SELECT role FROM users WHERE users.id = removals.by_id)",
    "UPDATE suspensions SET by_role = (SELECT role FROM users WHERE users.id = suspensions.by_id)",
    "UPDATE slowdowns SET by_role = (SELECT role FROM users WHERE users.id = slowdowns.by_id)",
    "UPDATE holds SET by_role ="
    " (SELECT by_role FROM rulings WHERE rulings.id = holds.placed_by_id)",
    "UPDATE judgements SET undone_by_role = (SELECT users.role FROM rulings"
    " JOIN users ON users.id = rulings.undone_by_id WHERE rulings.id = judgements.ruling_id)"
    " WHERE undone_at IS NOT NULL",
    "UPDATE removals SET takedown_id = (SELECT max(takedowns.id) FROM takedowns"
    " WHERE takedowns.comment_id = removals.comment_id AND takedowns.outcome = 'removed')",
)


def upgrade() -> None:
    for table in DECISIONS:
        op.add_column(table, sa.Column("by_role", sa.String(), nullable=True))
    op.add_column("judgements", sa.Column("undone_by_role", sa.String(), nullable=True))
    with op.batch_alter_table("removals") as batch_op:
        batch_op.add_column(sa.Column("takedown_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_removals_takedown_id_takedowns"),
            "takedowns",
            ["takedown_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_index("ix_removals_takedown_id", ["takedown_id"])
    for statement in FILLING:
        op.execute(statement)


def downgrade() -> None:
    with op.batch_alter_table("removals") as batch_op:
        batch_op.drop_index("ix_removals_takedown_id")
        batch_op.drop_constraint(op.f("fk_removals_takedown_id_takedowns"), type_="foreignkey")
        batch_op.drop_column("takedown_id")
    with op.batch_alter_table("judgements") as batch_op:
        batch_op.drop_column("undone_by_role")
    for table in DECISIONS:
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_column("by_role")
