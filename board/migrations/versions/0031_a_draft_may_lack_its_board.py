"""a draft may lack its board

Where nothing says on which board a release belongs, its draft asks for one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("origins") as origins:
        origins.add_column(
            sa.Column("lacks_board", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("origins") as origins:
        origins.drop_column("lacks_board")
