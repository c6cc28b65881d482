"""Release import: uploaded files become drafts; each file gets a result."""

from flask import Blueprint, g, render_template, url_for

from board.access.throttling import pace
from board.extensions import db
from board.files.storage import storage
from board.forms.newsroom.release_imports import ArrivalForm
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Arrival, Board, each_of

bp = Blueprint("release_imports", __name__, url_prefix="/arrivals")


@bp.get("/new")
def new():
    return render_template("newsroom/release_imports/new.html", form=_form())


@bp.post("")
def create():
    form = _form()
    if not form.validate_on_submit():
        return answer(
            "newsroom/release_imports/create.hx.html",
            otherwise="newsroom/release_imports/new.html",
            status=422,
            form=form,
            arrivals=[Arrival("", problem=error) for _, error in form.problems],
        )
    pace("upload")
    arrivals = _landed(form)
    drafts = list(dict.fromkeys(each.article for each in arrivals if each.article))
    if len(drafts) == 1 and all(each.article for each in arrivals):
        onward = url_for("newsroom.articles.edit", article_id=drafts[0].id)
        if not wants_fragment():
            notice("파일로 초안을 만들었습니다. 읽은 것이 맞는지 봐 주세요.")
    else:
        onward = "newsroom/release_imports/create.html"
    return answer(
        "newsroom/release_imports/create.hx.html",
        otherwise=onward,
        status=200 if drafts else 422,
        form=form,
        arrivals=arrivals,
    )


def _landed(form: ArrivalForm) -> list[Arrival]:
    """The result of each file. Each is committed by itself: parsing takes seconds, in which nothing
    may be locked, and what is done stays done."""
    batch = form.batch(by=g.viewer)
    db.session.commit()
    with storage().scratch() as folder:
        files, arrivals = form.keep_in(folder)
        for arriving in each_of(files, originals=batch.originals):
            arrivals += [batch.land(each) for each in arriving.each]
            db.session.commit()
    return arrivals


def _form() -> ArrivalForm:
    return ArrivalForm().offer(list(db.session.scalars(Board.in_order())))
