"""articles that say the same are recognised

A few numbers of each article's text. Those of articles that are there already are computed here,
some milliseconds for each, as `board.text.shingles` computed them on the day of this migration;
`board recount` computes them anew at any time.
"""

import html
import re
import unicodedata
from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BATCH = 200
MOST_ARTICLES = 20
RUN = 8  # letters
SHORTEST = 80  # letters; a shorter text has one number, that of the whole
FEWEST, MOST = 64, 1_000  # numbers of one text
SHARE = 24
HIGHEST = 2**31

# Bodies were cleaned on their way in: every "<" begins a tag and no tag is left open.
TAG = re.compile(r"""<(?:"[^"]*+"|'[^']*+'|[^"'>])*+>""")
# Characters nobody sees; the Hangul fillers among them would count as letters.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

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
    """The smallest numbers of its runs of letters; the first, below zero, is that of the whole."""
    body = html.unescape(TAG.sub("", row.body))
    letters = _letters("\n".join((row.title, *row.subtitles, body)))
    if not letters:
        return []
    whole = -1 - _number(letters)
    if len(letters) < SHORTEST:
        return [whole]
    runs = {_number(letters[start : start + RUN]) for start in range(len(letters) - RUN + 1)}
    kept = min(max(FEWEST, len(runs) // SHARE), MOST)
    return [whole, *sorted(runs)[:kept]]


def _letters(text: str) -> str:
    """Letters and digits alone, width and case folded."""
    folded = unicodedata.normalize("NFKC", UNSEEN.sub("", text)).casefold()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", UNSEEN.sub("", folded))))


def _number(letters: str) -> int:
    digest = blake2b(letters.encode("utf-8", "replace"), digest_size=4).digest()
    return int.from_bytes(digest) % HIGHEST
