"""Rate limiting: too many requests of a kind are refused with the time at which it works again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import request

from board.application import current_app
from board.bots.proof_of_work import PROOF, is_proven
from board.current import origin, viewer
from board.extensions import db
from board.models import Deed, Throttle
from board.models.rate_limits import LIMITS
from board.pages.errors import too_many
from board.text.korean import span

COMMENTS = LIMITS["comment"]
SAID = {
    "comment": f"댓글은 {span(COMMENTS.window)}에 {COMMENTS.person}개까지 쓸 수 있습니다.",
    "report": "신고를 여러 번 했습니다.",
    "recommendation": "추천을 너무 자주 눌렀습니다.",
    "search": "너무 자주 찾았습니다.",
    "registration": "가입을 여러 번 했습니다.",
    "upload": "파일을 너무 자주 올렸습니다.",
    "request": "청구를 여러 번 보냈습니다.",
    "session": "로그인에 여러 번 실패했습니다.",
    "known_device": "로그인에 여러 번 실패했습니다.",
    "slow_account": "이 아이디로 로그인에 실패하는 일이 많아 조금씩만 받습니다. "
    "전에 로그인한 브라우저에서는 바로 됩니다.",
    "password": "비밀번호가 여러 번 틀렸습니다.",
    "comment_password": "비밀번호가 여러 번 틀렸습니다.",
    "own_comment_password": "비밀번호가 여러 번 틀렸습니다.",
    "receipt": "접수번호나 연락처가 여러 번 틀렸습니다.",
}
CROWDED = (
    "지금 한꺼번에 많이 들어와 브라우저를 확인하고 있습니다. "
    "자바스크립트를 켜고 화면을 새로 열어 주세요. 어려우면"
)


def pace(kind: str, crowd: str | None = None) -> None:
    """Rate limit: count this try of the viewer for good; a 429 when it is one too many. `crowd` counts
    all together: above its limit nobody is refused, but a proof of work is asked.

    The count is committed by itself, before the deed: a try that is refused or warned of later, and
    rolled back, has been made all the same. So nothing may be pending when a view calls this.
    """
    if wait := Throttle.check(kind, **who()):
        raise too_many(wait, SAID[kind])
    if crowd and Throttle.check(crowd):
        ask_proof(CROWDED)
    db.session.commit()


@contextmanager
def paced(kind: str) -> Iterator[None]:
    """Rate limit around a quick deed that commits itself: like `pace`, but the try and the deed are
    one transaction. Of a deed that fails, the try is counted all the same."""
    if wait := Throttle.check(kind, **who()):
        raise too_many(wait, SAID[kind])
    try:
        yield
    except Exception:
        db.session.rollback()
        Throttle.check(kind, **who())
        db.session.commit()
        raise


def pace_reading(kind: str) -> None:
    """Rate limit for reads: counted a moment later, in the background."""
    if wait := Throttle.look(kind, **who()):
        raise too_many(wait, SAID[kind])
    current_app.tally.note(Deed(kind, who()))


def pace_tries(kind: str, person: str | None = None) -> None:
    """Rate limit for guesses: 429 after too many at `person` (an account, a comment), or from this
    address."""
    if wait := Throttle.wait(kind, person=person, address=origin()[0]):
        raise too_many(wait, SAID[kind])


def ask_proof(sentence: str) -> None:
    """Proof of work, or one try for each window from an address: a 429 with the sentence says when the
    next one is. The caller commits."""
    if is_proven(request.form.get(PROOF, "")):
        return
    if wait := Throttle.check("unproven", address=origin()[0]):
        raise too_many(wait, sentence)


def count_try(kind: str, person: str | None = None) -> None:
    """Count a wrong guess. The caller commits."""
    Throttle.check(kind, person=person, address=origin()[0])


def is_right(check: Callable[[], bool], **counted: str | None) -> bool:
    """Rate limit for guesses: count one for each kind and its person, check it, and take a right one
    off the count again.

    Counted first, a hundred at once are a hundred. `check` hashes and asks the database nothing: it
    stands between two transactions, so that nobody waits for it. Everything so far is committed.
    """
    for kind, person in counted.items():
        count_try(kind, person)
    db.session.commit()
    if not check():
        return False
    for kind, person in counted.items():
        Throttle.take_back(kind, person=person, address=origin()[0])
    db.session.commit()
    return True


def who() -> dict[str, str | None]:
    """The viewer's keys for rate limiting: member or guest cookie, and address."""
    return {"person": viewer.key, "address": origin()[0]}
