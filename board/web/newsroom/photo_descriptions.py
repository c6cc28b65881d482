"""Photo descriptions: alternative texts, captions and credits, saved together."""

from flask import Blueprint, g, redirect, request, url_for

from board.extensions import db
from board.forms.newsroom.attachments import PhotosForm
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Article

bp = Blueprint("photo_descriptions", __name__)

SAVED = "사진 설명을 저장했습니다."


@bp.post("/articles/<int:article_id>/descriptions")
def create(article_id):
    article = db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
    words = PhotosForm(article)
    if not words.save(by=g.viewer):
        context = {"article": article, "words": words}
        page = "newsroom/photo_descriptions/create.html"
        return answer("newsroom/attachments/index.hx.html", otherwise=page, status=422, **context)
    db.session.commit()
    if not wants_fragment():
        return redirect(_onward(article), 303)
    return answer("newsroom/attachments/index.hx.html", otherwise="", article=article, say=SAVED)


def _onward(article: Article) -> str:
    """The editor, or the crop or blur page of the photo whose button was pressed."""
    for name in ("crop", "blur"):
        chosen = request.form.get(name, type=int)
        if chosen in {photo.id for photo in article.photos}:
            return url_for(f"newsroom.photo_{name}s.new", attachment_id=chosen)
    notice(SAVED)
    return url_for("newsroom.articles.edit", article_id=article.id) + "#enclosures"
