"""Reports: report a comment to the moderators."""

from flask import Blueprint, abort

from board.access.doors import anyone, open_to
from board.access.suspended import refuse_suspended
from board.access.throttling import paced
from board.current import known_viewer, origin, viewer
from board.extensions import db
from board.forms.reports import ReportForm
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.models import Comment, Thread
from board.pages.errors import say, sign_in_first
from board.pages.templating import dom_id, url_of

bp = Blueprint("reports", __name__)

GONE = "이미 지워졌거나 가려 두고 확인하는 댓글입니다. 알려 주셔서 고맙습니다."
OWN = "내가 쓴 댓글은 신고할 수 없습니다. 고치거나 지우실 수 있습니다."
ANSWERED = (
    "내가 답글을 단 댓글은 신고할 수 없습니다. 이야기를 나누던 두 사람 가운데 하나가 다른 쪽 말을"
    " 지우게 하지 않으려는 것입니다. 답글을 지우면 신고하실 수 있습니다."
)
CLOSED = "이 게시판은 댓글 신고를 받지 않습니다."


@bp.get("/comments/<int:comment_id>/reports/new")
@open_to(anyone)
def new(comment_id: int):
    comment = _find(comment_id)
    if comment.report_by(viewer) is not None:
        return _done(comment, "이미 신고하신 댓글입니다.")
    _check(comment)
    return _ask(comment, ReportForm(formdata=None, of=comment.revision))


@bp.post("/comments/<int:comment_id>/reports")
@open_to(anyone)
def create(comment_id: int):
    comment = _find(comment_id)
    if comment.report_by(viewer) is not None:  # sent twice
        return _done(comment, "이미 신고하신 댓글입니다.")
    if viewer.is_guest and comment.board.reporting == "member":
        return sign_in_first()
    _check(comment)
    refuse_suspended()
    form = ReportForm(of=comment.revision)
    if not form.validate_on_submit():
        return _ask(comment, form, status=422)
    said = {"reason": form.reason.data, "note": form.note.data or ""}
    with paced("report"):
        comment.report(by=known_viewer(), address=origin()[0], **said)
        db.commit()
    return _done(comment, "신고를 받았습니다. 하루 안에 확인합니다.")


def _find(comment_id: int) -> Comment:
    return Comment.readable(comment_id, viewer) or abort(404)


def _check(comment: Comment) -> None:
    """Refuse when this viewer may not report this comment, and say why."""
    if not comment.is_shown:
        raise say(409, GONE, heading="이미 살핀 댓글입니다")
    if viewer.is_author_of(comment):
        raise say(403, OWN, heading="내 댓글입니다")
    if not viewer.can_report(comment):
        raise say(403, CLOSED)
    if comment.is_answered_by(viewer):
        raise say(403, ANSWERED, heading="답글을 단 댓글입니다")


def _ask(comment: Comment, form: ReportForm, status: int = 200):
    said = {"comment": comment, "article": comment.article, "form": form}
    return answer("reports/new.hx.html", otherwise="reports/new.html", status=status, **said)


def _done(comment: Comment, said: str):
    if not wants_fragment():
        notice(said, at=dom_id(comment))
    return answer(
        "reports/create.hx.html",
        otherwise=url_of(comment),
        item=Thread.alone(comment, viewer),
        article=comment.article,
        said=said,
    )
