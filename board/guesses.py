"""A guest's password, asked before an edit or a deletion; guessing is slowed down."""

from board.current import address_key, viewer
from board.errors import too_many
from board.extensions import db
from board.models import Attempt, Comment

MOST_GUESSES = 5


def check_guess(comment: Comment, form) -> bool:
    """True when `form.password` fits or none is needed; otherwise the form has the error.

    Raises a 429 after five wrong tries in ten minutes, for this comment or from this address.
    """
    if not viewer.must_give_password(comment):
        return True
    keys = (f"comment:{comment.id}", f"address:{address_key()}")
    if wait := Attempt.wait("comment", keys, MOST_GUESSES):
        raise too_many(wait, "비밀번호가 여러 번 틀렸습니다.")
    if comment.has_password(form.password.data or ""):
        return True
    Attempt.failed("comment", keys)
    db.session.commit()
    form.password.errors = ["비밀번호가 맞지 않습니다. 댓글을 쓸 때 정한 것을 넣어 주세요."]
    return False
