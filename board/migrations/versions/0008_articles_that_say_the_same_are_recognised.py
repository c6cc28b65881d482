"""articles that say the same are recognised

A few numbers of each article's text. Those of articles that are there already are computed here,
some milliseconds for each; `board recount` computes them anew at any time.
"""

import sqlalchemy as sa
from alembic import op

from board.text.plain import text_of
from board.text.shingles import shingles_of

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BATCH = 200
MOST_ARTICLES = 20

articles = sa.table(
    "articles",
    sa.column("id", sa.Integer),
    sa.column("title", sa.String),
    sa.column("subtitles", sa.JSON),
    sa.column("body", sa.Text),
)
shingles = sa.table(
    "shingles", sa.column("number", sa.Integer), sa.column("article_id", sa.Integer)
)
# Numbers of passages that stand in very many articles are kept for the first of them.
THIN = f"""
    delete from shingles where (number, article_id) in (
        select number, article_id from (
            select number, article_id,
                   row_number() over (partition by number order by article_id) as place
            from shingles where number >= 0
        ) as placed where place > {MOST_ARTICLES}
    )
"""  # noqa: S608


def upgrade() -> None:
    op.create_table(
        "shingles",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_shingles_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", "article_id", name=op.f("pk_shingles")),
        sqlite_with_rowid=False,
    )
    _fill(op.get_bind())
    op.create_index("ix_shingles_article_id", "shingles", ["article_id"])
    op.execute(THIN)


def downgrade() -> None:
    op.drop_table("shingles")


def _fill(connection: sa.Connection) -> None:
    last = 0
    while True:
        question = sa.select(articles).where(articles.c.id > last).order_by(articles.c.id)
        batch = connection.execute(question.limit(BATCH)).all()
        if not batch:
            return
        rows = [{"number": each, "article_id": row.id} for row in batch for each in _numbers(row)]
        if rows:
            connection.execute(sa.insert(shingles), rows)
        last = batch[-1].id


def _numbers(row: sa.Row) -> list[int]:
    return shingles_of("\n".join((row.title, *row.subtitles, text_of(row.body))))
