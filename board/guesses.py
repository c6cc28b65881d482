"""A guest's password, asked before an edit or a deletion; guessing is slowed down."""

from board.current import viewer
from board.extensions import db
from board.models import Comment
from board.pacing import count_try, pace_tries


def check_guess(comment: Comment, form) -> bool:
    """True when `form.password` fits or none is needed; otherwise the form has the error.

    Raises a 429 after five wrong tries in ten minutes, for this comment or from this address.
    """
    if not viewer.must_give_password(comment):
        return True
    pace_tries("comment_password", str(comment.id))
    if comment.has_password(form.password.data or ""):
        return True
    count_try("comment_password", str(comment.id))
    db.session.commit()
    form.password.errors = ["비밀번호가 맞지 않습니다. 댓글을 쓸 때 정한 것을 넣어 주세요."]
    return False
