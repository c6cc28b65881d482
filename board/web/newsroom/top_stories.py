"""Top story: an article is put on top of the front page, or taken down from there."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.top_stories import TopStoryForm
from board.http.flash import notice
from board.models import Article, TopStory

bp = Blueprint("top_stories", __name__, url_prefix="/articles/<int:article_id>/top-story")


@bp.get("/new")
def new(article_id):
    return _page(_find(article_id), TopStoryForm.of(_standing()))


@bp.post("")
def create(article_id):
    article = _find(article_id)
    form = TopStoryForm()
    if not (form.validate_on_submit() and form.choose(article, by=g.viewer)):
        return _page(article, form, 422)
    db.session.commit()
    back = url_for("newsroom.top_stories.new", article_id=article.id)
    notice("톱기사로 두었습니다.", ways=[("첫 화면 보기", "/"), ("톱기사에서 내리기", back)])
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)


@bp.post("/removal")
def destroy(article_id):
    article, story = _find(article_id), _standing()
    if story is not None and story.article is article:
        story.end(by=g.viewer)
        db.session.commit()
    again = url_for("newsroom.top_stories.new", article_id=article.id)
    notice("톱기사에서 내렸습니다.", ways=[("다시 톱기사로", again)])
    return redirect(url_for("newsroom.home.index"), 303)


def _find(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))


def _standing() -> TopStory | None:
    return db.session.scalar(TopStory.chosen())


def _page(article: Article, form: TopStoryForm, status: int = 200):
    page = render_template(
        "newsroom/top_stories/new.html", article=article, form=form, story=_standing()
    )
    return make_response(page, status)
