"""Rankings on the front page: most recommended and most discussed articles of the last days."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute

from board.columns import present
from board.models.article.article import Article
from board.models.screens.headlines import COLUMNS, LENGTH, Headline

WINDOWS = (7, 30)


@dataclass
class Ranking:
    """A ranking; `days` is the window used, `articles` is empty when none qualifies."""

    days: int
    articles: list[Headline]

    @classmethod
    def most_recommended(cls) -> "Ranking":
        return cls._most(Article.recommendations_count)

    @classmethod
    def most_discussed(cls) -> "Ranking":
        return cls._most(Article.comments_count)

    @classmethod
    def _most(cls, counter: InstrumentedAttribute[int]) -> "Ranking":
        """The ranking of a week, or of a month when the week has too few articles."""
        for days in WINDOWS:
            articles = Headline.of(_ranked(counter, days))
            if len(articles) == LENGTH:
                break
        return cls(days, articles)


@cache
def _ranked(counter: InstrumentedAttribute[int], days: int) -> Select:
    since = present(-timedelta(days=days))
    ranked = select(*COLUMNS).where(Article.is_out(), Article.published_at > since, counter > 0)
    return ranked.order_by(counter.desc(), Article.published_at.desc()).limit(LENGTH)
