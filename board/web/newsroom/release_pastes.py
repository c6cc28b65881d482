"""Release paste: a pasted page becomes a draft; what was left out is shown beside it."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.release_pastes import PasteForm
from board.http.flash import notice
from board.models import Board
from board.models.article.drafting import draft_once

bp = Blueprint("release_pastes", __name__, url_prefix="/pastes")


@bp.get("/new")
def new():
    return render_template("newsroom/release_pastes/new.html", form=_form())


@bp.post("/new")
def create():
    form = _form()
    db.session.commit()  # reading a long page takes its time, in which nothing may be locked
    if not form.validate_on_submit():
        return make_response(render_template("newsroom/release_pastes/new.html", form=form), 422)
    article, _ = draft_once(form.once.data, lambda: form.draft(by=g.viewer))
    db.session.commit()
    if (number := len(form.releases)) > 1:
        notice(
            f"보도자료 {number}건이 든 글이라 초안도 {number}개 만들었습니다. 하나씩 살펴봐 주세요."
        )
        return redirect(url_for("newsroom.articles.index"), 303)
    notice("붙여 넣은 글로 초안을 만들었습니다. 제목과 본문을 살펴봐 주세요.")
    return redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)


def _form() -> PasteForm:
    return PasteForm().offer(list(db.session.scalars(Board.in_order())))
