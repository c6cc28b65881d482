"""The optional wordlists: each switched on or off for the whole site."""

from flask import Blueprint, abort, g, redirect, request, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import OPTIONAL_NAMES, OptionalWordlist
from board.text.korean import josa

bp = Blueprint("word_lists", __name__, url_prefix="/words/lists")


@bp.post("")
def update():
    name = request.form.get("name", "")
    if name not in OPTIONAL_NAMES:
        abort(400)
    on = request.form.get("on") == "yes"
    OptionalWordlist.switch(name, on, by=g.viewer)
    db.session.commit()
    notice(f"{josa(OPTIONAL_NAMES[name], '을/를')} {'찾습니다' if on else '찾지 않습니다'}.")
    return redirect(url_for("newsroom.words.index", _anchor="lists"), 303)
