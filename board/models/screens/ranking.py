"""Rankings on the front page: most recommended and most discussed articles of the last days."""

from dataclasses import dataclass
from datetime import timedelta

from board import clock
from board.extensions import db
from board.models.article.article import Article

WINDOWS = (7, 30)
LENGTH = 5


@dataclass
class Ranking:
    """A ranking; `days` is the window used, `articles` is empty when none qualifies."""

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
        """The ranking of a week, or of a month when the week has too few articles."""
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
