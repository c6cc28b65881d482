"""Rate limits of sign-ins: whoever guesses is slowed down, and nobody is locked out.

A browser that is known to the account (`device_cookies`) has tries of its own, whatever others do.
Strangers are counted by the address, by the account they ask for from there, by the account and all
together. When the last two are used up, a stranger proves some work; without a script, an address has
one try for each window. An account that many guess at takes few tries from each address besides. What
is counted is the name as typed, so that an unknown one is told the same.
"""

from board.access.throttling import ask_proof, pace_tries
from board.current import origin
from board.http.device_cookies import known_device
from board.models import Throttle, User

NOBODY = (0, 0)  # an unknown name takes as long: no cookie is this member's
UNPROVEN = (
    "로그인에 실패하는 일이 많아 처음 보는 브라우저를 확인하고 있습니다. 전에 로그인한 브라우저를 쓰시거나, "
    "자바스크립트를 켜고 로그인 화면을 새로 열어 주세요. 어려우면"
)


def pace_sign_in(user: User | None, username: str) -> dict[str, str | None]:
    """Raise a 429 for one try too many; else what a wrong one counts for, as `is_right` takes it."""
    name = username.lower()
    whose = (user.id, user.device_epoch) if user else NOBODY
    if device := known_device(*whose):
        pace_tries("known_device", f"{name}@{device}")
        return {"known_device": f"{name}@{device}"}
    here = f"{name}@{origin()[0]}"
    counted = {"session": here, "stranger": None, "account": name}
    pace_tries("session", here)
    is_crowded = Throttle.wait("stranger")
    if is_attacked := Throttle.wait("account", person=name):
        pace_tries("slow_account", here)
        counted["slow_account"] = here
    if is_crowded or is_attacked:
        ask_proof(UNPROVEN)
    return counted
