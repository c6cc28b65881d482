"""Guest passwords, asked before an edit or a deletion; guessing is rate-limited."""

from collections.abc import Callable
from datetime import timedelta

from itsdangerous import BadSignature, TimestampSigner

from board.access.throttling import is_right, pace_tries
from board.application import current_app
from board.current import viewer
from board.models import Comment
from board.models.user.authenticated import PasswordCheck

CLAIMED_FOR = timedelta(minutes=30)
UNFIT = "비밀번호가 맞지 않습니다. 댓글을 쓸 때 정한 것을 넣어 주세요."
UNPROVED = "비밀번호나 통지번호가 맞지 않습니다. 댓글을 쓸 때 정한 것이나 받은 것을 넣어 주세요."


def check_guess(comment: Comment, form) -> bool:
    """True when `form.password` is right or not needed; otherwise the form has the error.

    Raises a 429 after too many wrong tries for this comment or from this address; the browser in
    which it was written has tries of its own, whatever others do.
    """
    if not asks_password(comment, form):
        return True
    check = PasswordCheck(comment.password_hash, form.password.data or "")
    return _check(comment, form.password, check, UNFIT)


def asks_password(comment: Comment, form) -> bool:
    """Whether the form must ask for the password. Not if it was just given to see the text: then
    `form.claim`, where a form has one, proves it."""
    claim = form.claim.data if "claim" in form else ""
    return viewer.must_give_password(comment) and not _is_claimed(comment, claim or "")


def new_claim(comment: Comment) -> str:
    """A signed proof that the password was given for this text; valid for `CLAIMED_FOR`, and until
    the text changes."""
    return _signer().sign(_words_of(comment)).decode()


def check_proof(comment: Comment, field, check: Callable[[], bool]) -> bool:
    """Like `check_guess`, for any secret that proves authorship; `check` asks no database."""
    return _check(comment, field, check, UNPROVED)


def _check(comment: Comment, field, check: Callable[[], bool], error: str) -> bool:
    kind, tried = "comment_password", str(comment.id)
    if viewer.is_author_of(comment):
        kind, tried = "own_comment_password", f"{comment.id}@{viewer.key}"
    pace_tries(kind, tried)
    if is_right(check, **{kind: tried}):
        return True
    field.errors = [error]
    return False


def _is_claimed(comment: Comment, claim: str) -> bool:
    try:
        words = _signer().unsign(claim, max_age=CLAIMED_FOR // timedelta(seconds=1))
    except (BadSignature, UnicodeError):
        return False
    return words.decode() == _words_of(comment)


def _words_of(comment: Comment) -> str:
    return f"{comment.id}.{comment.revision}"


def _signer() -> TimestampSigner:
    return TimestampSigner(current_app.settings.signing_keys, salt="claim")
