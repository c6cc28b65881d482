"""an origin knows what was guessed

How an article came, from which file, what was guessed from which line, what could not be read;
and what was cut is kept by kind and place instead of as one sentence.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

CUT = sa.table("origins", sa.column("id", sa.Integer), sa.column("cut", sa.JSON))


def upgrade() -> None:
    with op.batch_alter_table("origins", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("came_by", sa.String(), server_default="paste", nullable=False)
        )
        batch_op.add_column(sa.Column("file_name", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("guesses", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("problems", sa.JSON(), server_default="[]", nullable=False))
    _rewrite(lambda line, place: {"kind": "", "text": line, "place": place})


def downgrade() -> None:
    _rewrite(lambda cut, _place: cut["text"])
    with op.batch_alter_table("origins", schema=None) as batch_op:
        for name in ("problems", "guesses", "file_name", "came_by"):
            batch_op.drop_column(name)


def _rewrite(written) -> None:
    connection = op.get_bind()
    for id_, cut in connection.execute(sa.select(CUT.c.id, CUT.c.cut)).all():
        lines = json.loads(cut) if isinstance(cut, str) else cut
        lines = [written(line, place) for place, line in enumerate(lines)]
        connection.execute(CUT.update().where(CUT.c.id == id_).values(cut=lines))
