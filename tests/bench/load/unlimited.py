"""The application without limits on how often somebody may write, so that writing can be measured.

Everything is counted as ever; only the numbers it is compared with are larger. Guests' passwords are
hashed cheaply: what argon2 costs is its purpose, and is not measured here.
"""

from dataclasses import replace

from board.models.moderation import attack_mode
from board.models.rate_limits import LIMITS

MOST = 10**9
attack_mode.MOST_WRITERS = MOST

for kind, limit in LIMITS.items():
    LIMITS[kind] = replace(
        limit,
        person=limit.person and MOST,
        address=limit.address and MOST,
        everyone=limit.everyone and MOST,
    )

from board.models import use_cheap_passwords  # noqa: E402 - the limits first
from board.wsgi import front  # noqa: E402

use_cheap_passwords(True)

__all__ = ["front"]
