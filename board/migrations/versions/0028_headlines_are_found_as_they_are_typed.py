"""headlines are found as they are typed

What is searched gets the marks of a keyboard: no quotation marks, one dot, one dash, 1200 for 1,200.
An index lists the bylines, which nobody but the paper may carry as a name. A suspension says whether
guests at the member's address wait for the desk.
"""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

BATCH = 200
IGNORED = "\"'`′″‘’‚‛“”„‟«»‹›「」『』〈〉《》〝〞〟<>"
TYPED = {"·": "\u119eㆍ•‧∙⋅・", "-": "‐‑‒–—―−", "~": "〜∼～", "x": "×"}
FOLDED = str.maketrans(
    dict.fromkeys(IGNORED, "") | {each: typed for typed, set_ in TYPED.items() for each in set_}
)
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")

articles = sa.table("articles", sa.column("id", sa.Integer), sa.column("search_text", sa.String))


def upgrade() -> None:
    op.create_index("ix_articles_byline", "articles", ["byline", "published_at"])
    waits: sa.Column[bool] = sa.Column(
        "holds_guests", sa.Boolean(), server_default="1", nullable=False
    )
    op.add_column("suspensions", waits)
    connection, last = op.get_bind(), 0
    texts = sa.select(articles.c.id, articles.c.search_text).order_by(articles.c.id).limit(BATCH)
    change = sa.update(articles).where(articles.c.id == sa.bindparam("key"))
    while rows := connection.execute(texts.where(articles.c.id > last)).all():
        last = rows[-1].id
        changed = [
            {"key": row.id, "search_text": key}
            for row in rows
            if (key := as_typed(row.search_text)) != row.search_text
        ]
        if changed:
            connection.execute(change, changed)


def downgrade() -> None:
    with op.batch_alter_table("suspensions") as batch_op:
        batch_op.drop_column("holds_guests")
    op.drop_index("ix_articles_byline", "articles")


def as_typed(text: str) -> str:
    """As `board.text.searching` folded it on the day of this migration."""
    bare = unicodedata.normalize("NFKC", text.translate(FOLDED))
    return " ".join(THOUSANDS.sub("", bare).split())
