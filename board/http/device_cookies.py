"""Device cookies: a browser in which a member has signed in is known again, for a year.

They open nothing: whoever guesses passwords elsewhere is slowed down, and a known browser is not.
The term and the idea are OWASP's. A cookie holds a random number, and is bound to the member and to
an epoch by its signature alone; a new epoch forgets all browsers of that member.
"""

import secrets
from datetime import timedelta

from itsdangerous import BadSignature, TimestampSigner

from board.application import current_app
from board.http.cookies import cookie

NAME = "device"
LASTS = timedelta(days=365)


def new_device(user_id: int, epoch: int) -> str:
    """A cookie for a browser that nobody has seen before."""
    return _signer(user_id, epoch).sign(secrets.token_hex(8)).decode()


def known_device(user_id: int, epoch: int) -> str | None:
    """The random number of this browser, if it is known to this member; else None."""
    try:
        most = LASTS // timedelta(seconds=1)
        return _signer(user_id, epoch).unsign(cookie(NAME), max_age=most).decode()
    except (BadSignature, UnicodeError):
        return None


def _signer(user_id: int, epoch: int) -> TimestampSigner:
    return TimestampSigner(current_app.settings.signing_keys, salt=f"device.{user_id}.{epoch}")
