"""Publisher record (발행 정보), shown at the foot of every page."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.publisher import PublisherForm
from board.http.flash import notice
from board.models import FirstSteps, Publisher

bp = Blueprint("publisher", __name__, url_prefix="/publisher")


@bp.get("/edit")
def edit():
    publisher = db.session.get(Publisher, 1) or Publisher.blank()
    return _page(publisher, PublisherForm.of(publisher))


@bp.post("/edit")
def update():
    publisher = Publisher.current()
    form = PublisherForm()
    if not form.validate_on_submit():
        return _page(publisher, form, 422)
    publisher.revise(by=g.viewer, **form.written)
    db.session.commit()
    notice("발행 정보를 저장했습니다.")
    return redirect(url_for("newsroom.publisher.edit"), 303)


def _page(publisher: Publisher, form: PublisherForm, status: int = 200):
    page = render_template(
        "newsroom/publisher/edit.html", publisher=publisher, form=form, steps=FirstSteps.read()
    )
    return make_response(page, status)
