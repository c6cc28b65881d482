"""Corrections: published on top of an article, on the paper's own initiative or on request."""

from flask import Blueprint, abort, g, make_response, redirect, render_template, request, url_for

from board.extensions import db
from board.forms.newsroom.corrections import CorrectionForm
from board.http.flash import notice
from board.http.params import possible_id
from board.jobs.viewings import note_viewing
from board.models import Article, CorrectionRequest
from board.pages.templating import url_of

bp = Blueprint("corrections", __name__, url_prefix="/articles/<int:article_id>/corrections")


@bp.get("/new")
def new(article_id):
    article, sent = _find(article_id)
    form = CorrectionForm(formdata=None)
    if sent is not None:
        note_viewing(sent)
        form.kind.data, form.text.data = sent.kind, sent.wanted
    return _page(article, sent, form)


@bp.post("")
def create(article_id):
    article, sent = _find(article_id)
    form = CorrectionForm()
    if not form.validate_on_submit():
        return _page(article, sent, form, 422)
    words = {"kind": form.kind.data, "text": form.text.data, "once": form.once.data}
    waiting = sent if sent is not None and sent.state == "accepted" else None
    try:
        correction = article.correct(by=g.viewer, request=waiting, **words)
    except ValueError as error:
        form.text.errors = [str(error)]
        return _page(article, sent, form, 422)
    db.session.commit()
    notice(f"{correction.kind_name}를 게재했습니다.")
    if sent is not None:
        return redirect(url_for("newsroom.correction_requests.show", request_id=sent.id), 303)
    return redirect(url_of(correction), 303)


def _find(article_id: int) -> tuple[Article, CorrectionRequest | None]:
    """(article, the request about it that is to be answered, or None)."""
    article = db.first_or_404(Article.editable_by(g.viewer).filter_by(id=article_id))
    request_id = request.values.get("request", type=possible_id)
    if request_id is None:
        return article, None
    sent = db.first_or_404(CorrectionRequest.visible_to(g.viewer).filter_by(id=request_id))
    return (article, sent) if sent.article_id == article.id else abort(404)


def _page(article, sent, form, status: int = 200):
    page = render_template("newsroom/corrections/new.html", article=article, sent=sent, form=form)
    return make_response(page, status)
