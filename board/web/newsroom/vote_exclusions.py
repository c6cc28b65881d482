"""Vote exclusion: leave suspicious recommendations out of the count."""

from flask import Blueprint, g, redirect, request, url_for

from board.extensions import db
from board.http.flash import notice
from board.models import Exclusion, Finding
from board.models.voting.exclusion import LONGEST_WHY
from board.pages.errors import say
from board.text.plain import tidy

bp = Blueprint("vote_exclusions", __name__, url_prefix="/exclusions")

CHANGED = "그사이 바뀌었습니다. 추천 점검을 다시 열어 보고 정해 주세요."


@bp.post("")
def create():
    finding = Finding.as_seen(request.form.get("seen", ""))
    if finding is None:
        raise say(409, CHANGED)
    why = tidy(request.form.get("why", ""))[:LONGEST_WHY]
    exclusion = Exclusion.make(finding.votes, by=g.viewer, what=finding.what, why=why)
    db.session.commit()
    if exclusion is not None:
        notice(f"추천 {exclusion.votes_count:,}개를 세지 않습니다. 글이나 댓글에 그 말이 섭니다.")
    return redirect(url_for("newsroom.vote_manipulations.index"), 303)
