"""Masthead: the names that the paper and its people bear, which nobody else may carry."""

from functools import cache

from sqlalchemy import CompoundSelect, Select, exists, func, select, union_all

from board.columns import present
from board.extensions import db
from board.models.article.article import Article
from board.models.site.publisher import Publisher
from board.models.user.roles import READER
from board.models.user.user import User
from board.text.names import check_name, names_in

# Lines of the publisher's record that name the paper or somebody of it.
NAMING = (
    Publisher.name,
    Publisher.company,
    Publisher.publisher,
    Publisher.editor,
    Publisher.youth_officer,
    Publisher.privacy_officer,
)


class Masthead:
    """The paper's own names; bylines count once they were published."""

    @staticmethod
    def names() -> list[str]:
        return [name for line in db.session.scalars(_lines()) for name in names_in(line)]

    @classmethod
    def check_free(cls, name: str) -> str:
        """The tidied name for somebody who is not of the paper; ValueError with a Korean sentence
        that says what to change."""
        return check_name(name, cls.names())


@cache
def _lines() -> CompoundSelect:
    return union_all(select(User.name).where(User.role != READER), _bylines(), *map(select, NAMING))


def _bylines() -> Select:
    """Those that were published, each found in the index behind the one before (a loose index
    scan): it costs what the bylines are, not what the articles are."""
    first = select(func.min(Article.byline).label("byline")).cte(recursive=True)
    following = select(func.min(Article.byline)).where(Article.byline > first.c.byline)
    every = first.union_all(select(following.scalar_subquery()).where(first.c.byline.is_not(None)))
    is_out = exists().where(Article.byline == every.c.byline, Article.published_at <= present())
    return select(every.c.byline).where(is_out)
