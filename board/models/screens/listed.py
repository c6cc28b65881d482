"""Rows of a list: what it tells of an article, read as columns without loading the article."""

from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter

from board import clock
from board.models.article.article import Article
from board.models.article.labelled import LABELS
from board.models.article.publishable import NEW_FOR

COLUMNS = (
    Article.id,
    Article.title,
    Article.label,
    Article.byline,
    Article.published_at,
    Article.comments_count,
    Article.recommendations_count,
    Article.views_count,
    Article.has_attachments,
)


@dataclass(slots=True)
class ListedArticle:
    """A row of a list. `mark` is the text of its first cell: 공지, 열람중 or its number."""

    id: int
    title: str
    label: str
    byline: str
    published_at: datetime
    comments_count: int
    recommendations_count: int
    views_count: int
    has_attachments: bool
    is_notice: bool = False
    is_current: bool = False
    mark: str | int = ""

    @property
    def look(self) -> tuple:
        """Everything that the row looks like; its date is told otherwise on the day itself."""
        return (*_values(self), self.is_new)

    @property
    def label_name(self) -> str:
        return LABELS.get(self.label, "")

    @property
    def is_new(self) -> bool:
        return clock.now() - self.published_at < NEW_FOR


_values = attrgetter(*(field.name for field in fields(ListedArticle)))
