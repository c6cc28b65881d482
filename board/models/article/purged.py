"""Purge of deleted articles after thirty days, with their comments and files."""

from collections.abc import Sequence

from sqlalchemy import Select, delete, select

from board import clock
from board.extensions import db
from board.files.storage import storage
from board.models import audit
from board.models.article.article import Article
from board.models.article.deletable import KEPT_FOR, Deletion
from board.models.attachment.attachment import Attachment


def beyond_return() -> Select[int]:
    """Ids of articles deleted too long ago to be undeleted."""
    return select(Deletion.article_id).where(Deletion.created_at <= clock.now() - KEPT_FOR)


def delete_for_good(ids: Sequence[int]) -> int:
    """Delete these articles and everything attached, files at commit; returns how many."""
    still = Article.id.in_(ids), Article.id.in_(beyond_return())
    articles = select(Article).where(*still).order_by(Article.id).with_for_update()
    gone = db.session.scalars(articles).all()
    for article in gone:
        audit.record("article.purge", on=article)
    due = [article.id for article in gone]
    files = select(Attachment.stored_as).where(Attachment.article_id.in_(due))
    for name in db.session.scalars(files):
        storage().drop(name, db.session())
    db.session.flush()
    statement = delete(Article).where(Article.id.in_(due))
    db.session.execute(statement, execution_options={"synchronize_session": False})
    db.session.expire_all()
    return len(due)
