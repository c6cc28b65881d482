"""Recommendation of a comment (공감)."""

from flask import Blueprint, abort, request

from board.access.doors import anyone, open_to
from board.access.suspended import refuse_suspended
from board.access.throttling import paced
from board.current import known_viewer, origin, viewer
from board.extensions import db
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Comment, Thread
from board.pages.errors import say
from board.pages.templating import dom_id, url_of

bp = Blueprint("comment_recommendations", __name__)


@bp.post("/comments/<int:comment_id>/recommendation")
@open_to(anyone)
def create(comment_id: int):
    comment = Comment.readable(comment_id, viewer) or abort(404)
    if not comment.is_shown:
        raise say(409, "그사이 지워지거나 가려진 댓글이라 추천할 수 없습니다.")
    if not viewer.can_recommend(comment):
        raise say(403, "내 댓글이거나 추천을 받지 않는 댓글입니다.")
    wanted = request.form.get("recommended") != "no"
    refuse_suspended()
    with paced("recommendation"):
        comment.set_recommended(wanted, by=known_viewer(), address=origin()[0])
        db.commit()
    count = comment.recommendations_count
    said = f"추천했습니다. 모두 {count:,}명" if wanted else "추천을 취소했습니다."
    if not wants_fragment():
        notice(said, at=dom_id(comment))
    return answer(
        "comment_recommendations/create.hx.html",
        otherwise=url_of(comment),
        item=Thread.alone(comment, viewer),
        say=said,
    )
