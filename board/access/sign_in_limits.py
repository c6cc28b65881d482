"""Rate limits of sign-ins: whoever guesses is slowed down, and nobody is locked out.

A browser that is known to the account (`device_cookies`) has tries of its own, whatever others do.
Strangers are counted by the address, by the account they ask for from there, by the account and all
together. When the last two are used up, a stranger proves some work; without a script, an address has
one try for each window. An account that many guess at takes few tries from each address besides. What
is counted is the name as typed, so that an unknown one is told the same.
"""

from board.access.throttling import pace_tries, pace_unproven
from board.bots.proof_of_work import is_proven
from board.current import origin
from board.http.device_cookies import known_device
from board.models import Throttle, User

LONGEST_COUNTED = 40  # characters of a name; no longer one is taken


def pace_sign_in(user: User | None, form) -> dict[str, str | None]:
    """Raise a 429 for one try too many; else what a wrong one counts for, as `is_right` takes it."""
    name = form.username.data.lower()[:LONGEST_COUNTED]
    if device := known_device(user.id if user else 0, user.device_epoch if user else 0):
        pace_tries("known_device", f"{name}@{device}")
        return {"known_device": f"{name}@{device}"}
    here = f"{name}@{origin()[0]}"
    counted = {"session": here, "stranger": None, "account": name}
    pace_tries("session", here)
    is_crowded = Throttle.wait("stranger")
    if is_attacked := Throttle.wait("account", person=name):
        pace_tries("slow_account", here)
        counted["slow_account"] = here
    if (is_crowded or is_attacked) and not is_proven(form.proof.data or ""):
        pace_unproven()
    return counted
