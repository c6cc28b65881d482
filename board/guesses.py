"""A guest's password, asked before an edit or a deletion; guessing is slowed down."""

from collections.abc import Callable

from board.current import viewer
from board.extensions import db
from board.models import Comment
from board.pacing import count_try, pace_tries

UNFIT = "비밀번호가 맞지 않습니다. 댓글을 쓸 때 정한 것을 넣어 주세요."
UNPROVED = "비밀번호나 통지번호가 맞지 않습니다. 댓글을 쓸 때 정한 것이나 받은 것을 넣어 주세요."


def check_guess(comment: Comment, form) -> bool:
    """True when `form.password` fits or none is needed; otherwise the form has the error.

    Raises a 429 after five wrong tries in ten minutes, for this comment or from this address.
    """
    if not viewer.must_give_password(comment):
        return True
    return _check(comment, form.password, comment.has_password, UNFIT)


def check_proof(comment: Comment, field, fits: Callable[[str], bool]) -> bool:
    """The same for any secret that shows whose comment it is; `fits` knows the right ones."""
    return _check(comment, field, fits, UNPROVED)


def _check(comment: Comment, field, fits: Callable[[str], bool], error: str) -> bool:
    pace_tries("comment_password", str(comment.id))
    if fits(field.data or ""):
        return True
    count_try("comment_password", str(comment.id))
    db.session.commit()
    field.errors = [error]
    return False
