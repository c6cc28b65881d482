"""Sitemap entries: which articles search engines are told of, and when each last changed."""

from datetime import datetime

from sqlalchemy import Select, case, select

from board.extensions import db
from board.models.article.article import Article
from board.models.article.counted import MonthCount, month_number, month_of, month_start

MOST_ENTRIES = 50_000  # the protocol's limit for one file


def sitemap_months() -> list[datetime]:
    """The beginnings, in UTC, of the months of which readers see an article, newest first."""
    published = Article.published().with_only_columns(month_of(Article.published_at))
    newest = published.order_by(Article.published_at.desc()).limit(1).scalar_subquery()
    # Of later months there are but scheduled articles.
    seen = select(MonthCount.month).where(MonthCount.month <= newest, MonthCount.articles > 0)
    months = seen.distinct().order_by(MonthCount.month.desc())
    return [month_start(month) for month in db.session.scalars(months)]


def sitemap_articles(month: datetime) -> Select[int, datetime]:
    """(id, last change) of the published articles of the month that begins then, newest first. What
    was written before the publication is no change to readers."""
    at, end = Article.published_at, month_start(month_number(month) + 1)
    later = Article.updated_at > at
    changed = case((later, Article.updated_at), else_=at).label("changed_at")
    published = Article.published().where(at >= month, at < end)
    newest = published.order_by(at.desc(), Article.id.desc()).limit(MOST_ENTRIES)
    return newest.with_only_columns(Article.id, changed)
