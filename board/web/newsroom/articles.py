"""Articles in any state: list, editor, preview."""

from flask import Blueprint, abort, g, make_response, redirect, render_template, request, url_for

from board.access.search_query import typed_query
from board.extensions import db
from board.forms.newsroom.articles import ArticleForm
from board.forms.newsroom.attachments import PhotosForm
from board.http.flash import notice
from board.http.params import day, page_number
from board.models import Article, Board, Desk
from board.models.article.drafting import draft_once
from board.pages.templating import site

bp = Blueprint("articles", __name__, url_prefix="/articles")


@bp.get("")
def index():
    query, slug = typed_query(), request.args.get("board")
    groups = site().groups
    desk = Desk(
        state=request.args.get("state", ""),
        query=query.words,
        page=page_number(),
        of_board=(site().board_at(slug) or abort(404)) if slug else None,
        since=day("from"),
        until=day("to"),
    )
    return render_template("newsroom/articles/index.html", desk=desk, query=query, groups=groups)


@bp.get("/<int:article_id>")
def show(article_id):
    """The article page, drafts too, with a toolbar."""
    return render_template("newsroom/articles/show.html", article=_find(article_id))


@bp.get("/new")
def new():
    return _editor("newsroom/articles/new.html", _blank_form())


@bp.post("")
def create():
    form = _blank_form()
    if not form.validate_on_submit():
        return _editor("newsroom/articles/new.html", form, 422)
    db.session.commit()  # making photos takes seconds, in which nothing may be locked
    with form.staged():
        article, is_new = draft_once(form.once.data, lambda: form.draft(by=g.viewer))
        if form.was_autosaved_to(article):  # a moment ago, by the very window that now saves
            form.revise(article, by=g.viewer)
        problems = form.attach_to(article, by=g.viewer)
        db.session.commit()
    _tell("초안을 저장했습니다." if is_new else "이미 저장한 초안입니다.", problems)
    return redirect(_next_page(article), 303)


@bp.get("/<int:article_id>/edit")
def edit(article_id):
    article = _find(article_id)
    form = ArticleForm.of(article, article.manuscript).offer(_boards())
    return _editor("newsroom/articles/edit.html", form, article=article)


@bp.post("/<int:article_id>/edit")
def update(article_id):
    article = _find(article_id)
    form = _form_of(article)
    if not form.validate_on_submit():
        return _editor("newsroom/articles/edit.html", form, 422, article=article)
    db.session.commit()  # making photos takes seconds, in which nothing may be locked
    with form.staged():
        article = _find(article_id)
        if form.is_stale(article):
            form.know(article)
            return _editor("newsroom/articles/edit.html", form, 409, article=article, conflict=True)
        form.revise(article, by=g.viewer)
        PhotosForm(article).save(by=g.viewer)
        problems = form.attach_to(article, by=g.viewer)
        db.session.commit()
    _tell("저장했습니다.", problems)
    return redirect(_next_page(article), 303)


def _find(article_id: int) -> Article:
    return db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))


def _blank_form() -> ArticleForm:
    return ArticleForm().offer(_boards())


def _form_of(article: Article) -> ArticleForm:
    return ArticleForm.of(article).offer(_boards())


def _boards() -> list[Board]:
    return list(db.session.scalars(Board.in_order()))


def _editor(template: str, form: ArticleForm, status: int = 200, **context):
    """Render the editor: the only page whose CSP allows style attributes."""
    g.editor = True
    return make_response(render_template(template, form=form, **context), status)


def _next_page(article: Article) -> str:
    """The editor, or the page the pressed button leads to, once all is saved."""
    onward = {"show": "newsroom.articles.show", "publish": "newsroom.article_publications.new"}
    endpoint = onward.get(request.form.get("onward", ""), "newsroom.articles.edit")
    return url_for(endpoint, article_id=article.id)


def _tell(sentence: str, problems: list[str]) -> None:
    notice(sentence)
    for problem in problems:
        notice(problem, "danger")
