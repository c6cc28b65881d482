"""The home page's rankings: what was recommended and discussed most in the last days."""

from dataclasses import dataclass
from datetime import timedelta

from board import clock
from board.extensions import db
from board.models.article.article import Article

WINDOWS = (7, 30)
LENGTH = 5


@dataclass
class Ranking:
    """`days` is the window that was needed; `articles` is empty when nothing deserves a place."""

    days: int
    articles: list[Article]

    @classmethod
    def most_recommended(cls) -> "Ranking":
        return cls._most(Article.recommendations_count)

    @classmethod
    def most_discussed(cls) -> "Ranking":
        return cls._most(Article.comments_count)

    @classmethod
    def _most(cls, counter) -> "Ranking":
        """A week's; a month's when a week has too few to fill it."""
        for days in WINDOWS:
            since = clock.now() - timedelta(days=days)
            articles = db.session.scalars(
                Article.published()
                .where(Article.published_at > since, counter > 0)
                .order_by(counter.desc(), Article.published_at.desc())
                .limit(LENGTH)
                .options(*Article.in_list())
            ).all()
            if len(articles) == LENGTH:
                break
        return cls(days, list(articles))
