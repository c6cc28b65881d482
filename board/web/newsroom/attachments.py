"""Attachments of an article: adding and removing photos and files."""

from flask import Blueprint, g, url_for

from board.access.throttling import pace
from board.extensions import db
from board.forms.newsroom.attachments import PhotosForm, UploadForm
from board.http.flash import notice
from board.http.htmx import answer
from board.models import Article, Attachment

bp = Blueprint("attachments", __name__)


@bp.post("/articles/<int:article_id>/attachments")
def create(article_id):
    article = _article(article_id)
    form = UploadForm()
    if not form.validate_on_submit():
        return _enclosures(article, "", form.files.errors)
    pace("upload")  # commits: making photos takes seconds, in which nothing may be locked
    with form.staged():
        article = _article(article_id)
        problems = form.attach_to(article, by=g.viewer)
        db.session.commit()
    return _enclosures(article, "파일을 올렸습니다.", problems)


@bp.post("/attachments/<int:attachment_id>/removal")
def destroy(attachment_id):
    attachment = _find(attachment_id)
    article, name = attachment.article, attachment.name
    words = PhotosForm(article)
    words.save(by=g.viewer)
    attachment.remove(by=g.viewer)
    db.session.commit()
    return _enclosures(article, f"‘{name}’ 파일을 뺐습니다.", words=words)


def _article(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))


def _find(attachment_id: int) -> Attachment:
    """The attachment; admins may see every article, so no further check is needed."""
    return db.first_or_404(Article.enclosure(attachment_id))


def _enclosures(article: Article, say: str, problems: list[str] | tuple = (), **context):
    """The updated list of attachments; for a plain form the editor, with the same sentences."""
    otherwise = url_for("newsroom.articles.edit", article_id=article.id) + "#enclosures"
    response = answer(
        "newsroom/attachments/index.hx.html",
        otherwise=otherwise,
        article=article,
        say="" if problems else say,
        problems=problems,
        **context,
    )
    if response.status_code == 303:
        for sentence, kind in [(each, "danger") for each in problems] or [(say, "ok")]:
            notice(sentence, kind)
    return response
