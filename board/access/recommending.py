"""Pressing 추천: done as wanted, or stopped with a sentence beside the button."""

from flask import Response, redirect

from board.access.suspended import let_in
from board.access.throttling import pace
from board.current import known_viewer, origin
from board.extensions import db
from board.http.flash import notice
from board.http.htmx import wants_fragment
from board.models import Article, Comment, EnoughError
from board.pages.errors import page


def press(thing: Article | Comment, wanted: bool, at: str, place: str) -> Response | None:
    """Recommend, or take it back; None when that was done. Otherwise the answer to somebody who has
    done so often enough for today: `at` is the id of what the button stands in, `place` where."""
    let_in()
    pace("recommendation")
    by = known_viewer()
    if not wanted:
        thing.unrecommend(by=by)
        return None
    try:
        thing.recommend(by=by, address=origin()[0])
    except EnoughError as enough:
        db.session.rollback()
        return _stop(enough, at, place)
    return None


def _stop(enough: EnoughError, at: str, place: str) -> Response:
    if not wants_fragment():
        notice(str(enough), "warn", at=at)
        return redirect(place, 303)  # type: ignore[return-value]
    answer = page(429, str(enough))
    answer.headers["Retry-After"] = str(enough.wait)
    return answer
