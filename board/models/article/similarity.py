"""Similarity index: shingles of articles; articles that share many are similar."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, ForeignKey, Index, delete, func, insert, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from board.extensions import Model, db

# A passage that stands in as many articles says nothing: an address, a closing line.
MOST_ARTICLES = 20
FEWEST = 6  # numbers that must be there to compare; fewer are an accident
CANDIDATES = 20


class Shingle(Model):
    """A shingle (see `board.text.shingles`) of an article.

    Not stored for more than MOST_ARTICLES articles, so that queries do not grow with the paper.
    """

    __tablename__ = "shingles"
    __table_args__ = (Index("ix_shingles_article_id", "article_id"), {"sqlite_with_rowid": False})

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


def keep(connection: Connection, article_id: int, numbers: list[int]) -> None:
    """Replace the article's shingles."""
    connection.execute(delete(Shingle).where(Shingle.article_id == article_id))
    common = set(connection.scalars(_common(Shingle.number.in_(numbers))))
    rows = [{"number": each, "article_id": article_id} for each in numbers if each not in common]
    if rows:
        connection.execute(insert(Shingle), rows)


def alike(article_id: int) -> dict[int, int]:
    """{article id: percentage of the shorter text that both share}, for those that share any."""
    holders = _holders(article_id)
    mine = {number for number, articles in holders.items() if len(articles) < MOST_ARTICLES}
    often = Counter(other for number in mine if number >= 0 for other in holders[number])
    del often[article_id]
    theirs = _numbers_of([other for other, _ in often.most_common(CANDIDATES)])
    found = {other: _percentage(mine, numbers) for other, numbers in theirs.items()}
    exact = {other for number in holders if number < 0 for other in holders[number]}
    return found | dict.fromkeys(exact - {article_id}, 100)


def _holders(article_id: int) -> dict[int, set[int]]:
    """{article id: shared shingles}, including the article itself."""
    other = aliased(Shingle)
    joined = select(other.number, other.article_id).join(Shingle, Shingle.number == other.number)
    found: dict[int, set[int]] = defaultdict(set)
    for number, holder in db.session.execute(joined.where(Shingle.article_id == article_id)):
        found[number].add(holder)
    return found


def _numbers_of(articles: list[int]) -> dict[int, set[int]]:
    """{article id: its rare shingles}."""
    rows = select(Shingle.article_id, Shingle.number).where(Shingle.article_id.in_(articles))
    found: dict[int, set[int]] = defaultdict(set)
    for article_id, number in db.session.execute(rows):
        found[article_id].add(number)
    theirs = select(Shingle.number).where(Shingle.article_id.in_(articles))
    common = set(db.session.scalars(_common(Shingle.number.in_(theirs))))
    return {article_id: numbers - common for article_id, numbers in found.items()}


def _common(condition):
    question = select(Shingle.number).where(condition, Shingle.number >= 0)
    return question.group_by(Shingle.number).having(func.count() >= MOST_ARTICLES)


def _percentage(mine: set[int], theirs: set[int]) -> int:
    """Of a long text only the smallest shingles are kept: compare up to where both have them."""
    limit = min(max(mine), max(theirs))
    one, other = ({each for each in numbers if 0 <= each <= limit} for numbers in (mine, theirs))
    fewer = min(len(one), len(other))
    # Only the very same text is all the same.
    return min(99, round(100 * len(one & other) / fewer)) if fewer >= FEWEST else 0
