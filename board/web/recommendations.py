"""Recommendation of an article: the desired state is posted, so a double click is one action."""

from flask import Blueprint, abort, request

from board.access.doors import anyone, open_to
from board.access.suspended import refuse_suspended
from board.access.throttling import paced
from board.current import known_viewer, origin, viewer
from board.extensions import db
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Article
from board.pages.errors import say
from board.pages.templating import url_of

bp = Blueprint("recommendations", __name__)


@bp.post("/articles/<int:article_id>/recommendation")
@open_to(anyone)
def create(article_id: int):
    article = Article.bare(article_id, viewer) or abort(404)
    if not viewer.can_recommend(article):
        raise say(403, "내 글이거나 추천을 받지 않는 게시판의 글이라 추천할 수 없습니다.")
    wanted = request.form.get("recommended") != "no"
    refuse_suspended()
    with paced("recommendation"):
        article.set_recommended(wanted, by=known_viewer(), address=origin()[0])
        db.commit()
    count = article.recommendations_count
    said = f"추천했습니다. 모두 {count:,}명" if wanted else "추천을 취소했습니다."
    if not wants_fragment():
        notice(said, at="recommendation")
    return answer(
        "recommendations/create.hx.html",
        otherwise=url_of(article) + "#recommendation",
        article=article,
        recommended=wanted,
        say=said,
    )
