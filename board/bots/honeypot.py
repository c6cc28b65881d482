"""Honeypot and timing stamp of a form: a field that people do not see, and a signed time at which
writing began. They never refuse; what they find makes a moderator look first.

Pages for everyone are the same bytes and carry no stamp: a script fetches one when its reader
begins to write, and waits with sending until the stamp is old enough. A browser without scripts has
no stamp, and that alone is no suspicion.
"""

import secrets
from datetime import timedelta

from flask import request
from itsdangerous import BadSignature, TimestampSigner

from board import clock
from board.application import current_app
from board.bots.proof_of_work import PROOF, is_proven
from board.forms.base import TRAP
from board.models import Alarm, Throttle

STAMP = "stamp"
QUICKEST = timedelta(seconds=2)  # nobody finds the place, writes a word and sends it in less
LONGEST = timedelta(days=1)


def new_stamp() -> str:
    """A signed time; valid for one comment, from `QUICKEST` to `LONGEST` after it was made."""
    return _signer().sign(secrets.token_urlsafe(9)).decode()


def suspicions() -> list[str]:
    """Signs that a machine sent this form, as short Korean phrases; usually none.

    A stamp is used up in the transaction of the write.
    """
    return [found for found in (_trapped(), _stamped(), _unproven()) if found]


def _trapped() -> str:
    return "숨은 칸이 채워짐" if request.form.get(TRAP) else ""


def _stamped() -> str:
    given = request.form.get(STAMP, "")
    if not given:
        return ""
    try:
        number, made_at = _signer().unsign(given, return_timestamp=True)
    except BadSignature:
        return "시각 도장이 맞지 않음"
    age = clock.now() - made_at
    if age < QUICKEST:
        return "너무 빨리 보냄"
    if age > LONGEST:
        return "쓰기 시작한 지 하루가 넘음"
    if Throttle.check("stamp", person=number.decode()):
        return "시각 도장을 두 번 씀"
    return ""


def _unproven() -> str:
    """Proof-of-work check during an attack; without a script the comment is held, not refused."""
    if Alarm.now() is None or is_proven(request.form.get(PROOF, "")):
        return ""
    return "도배를 막는 동안 브라우저가 확인되지 않음"


def _signer() -> TimestampSigner:
    return TimestampSigner(current_app.settings.signing_keys, salt="stamp")
