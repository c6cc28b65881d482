"""Sitemap entries: which articles search engines are told of, and when each last changed."""

from datetime import datetime

from sqlalchemy import Select, case

from board.models.article.article import Article


def sitemap_articles() -> Select[int, datetime]:
    """(id, last change) of published articles, newest first. What was written before the
    publication is no change to readers."""
    newest = (Article.published_at.desc(), Article.id.desc())
    later = Article.updated_at > Article.published_at
    changed = case((later, Article.updated_at), else_=Article.published_at).label("changed_at")
    return Article.published().with_only_columns(Article.id, changed).order_by(*newest)
