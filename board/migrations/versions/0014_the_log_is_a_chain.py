"""the log is a chain

Each entry gets its number and a digest over its words and the digest before it. Who did it is
remembered also when that member has gone, so the foreign key goes.
"""

import hashlib
import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ROWS_AT_ONCE = 1000
ENTRIES = sa.table(
    "audit_entries",
    sa.column("id", sa.Integer),
    sa.column("at", sa.DateTime),
    sa.column("actor_id", sa.Integer),
    sa.column("actor_role", sa.String),
    sa.column("action", sa.String),
    sa.column("subject_type", sa.String),
    sa.column("subject_id", sa.Integer),
    sa.column("detail", sa.JSON),
    sa.column("number", sa.Integer),
    sa.column("digest", sa.String),
)
WORDS = list(ENTRIES.columns)[:-2]


def upgrade() -> None:
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_audit_entries_actor_id_users"), type_="foreignkey")
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("digest", sa.String(), nullable=True))
        batch_op.create_unique_constraint(op.f("uq_audit_entries_number"), ["number"])
    _seal_what_stands(op.get_bind())


def downgrade() -> None:
    op.execute(
        "update audit_entries set actor_id = null where actor_id not in (select id from users)"
    )
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("uq_audit_entries_number"), type_="unique")
        batch_op.drop_column("digest")
        batch_op.drop_column("number")
        batch_op.create_foreign_key(
            op.f("fk_audit_entries_actor_id_users"),
            "users",
            ["actor_id"],
            ["id"],
            ondelete="SET NULL",
        )


def _seal_what_stands(connection: sa.Connection) -> None:
    number, digest, last = 0, "0" * 64, -1
    following = sa.select(*WORDS).order_by(ENTRIES.c.id).limit(ROWS_AT_ONCE)
    seal = ENTRIES.update().where(ENTRIES.c.id == sa.bindparam("entry_id"))
    seal = seal.values(number=sa.bindparam("place"), digest=sa.bindparam("seal"))
    while rows := connection.execute(following.where(ENTRIES.c.id > last)).all():
        seals = []
        for row in rows:
            number, digest, last = number + 1, _digest(digest, number + 1, row), row.id
            seals.append({"entry_id": row.id, "place": number, "seal": digest})
        connection.execute(seal, seals)


def _digest(previous: str, number: int, row: sa.Row) -> str:
    """As `board.models.sealing` reckoned it on the day of this migration."""
    words = json.dumps([number, *row], sort_keys=True, separators=(",", ":"), default=_moment)
    return hashlib.sha256(f"{previous}\n{words}".encode()).hexdigest()


def _moment(at: datetime) -> str:
    return at.replace(tzinfo=UTC).isoformat(timespec="microseconds")
