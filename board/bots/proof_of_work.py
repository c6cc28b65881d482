"""Proof of work: the browser spends some computing time; no third party is involved.

The protocol is ALTCHA version 1: the signed hash of a salt and a secret number, which is found by
trying all numbers. A solution is good for one write within an hour.
"""

import base64
import hashlib
import hmac
import json
import secrets
from datetime import timedelta

from board import clock
from board.application import current_app
from board.models import Throttle

LARGEST = 10_000  # on the average half of them are tried: well below a second on a phone
LASTING = timedelta(hours=1)
PROOF = "proof"  # the field
LONGEST_PROOF = 1000  # characters
END = "&"  # of a salt: without it, digits of the number could pass for some of its time


def new_puzzle() -> dict[str, str | int]:
    """A puzzle for the browser: find the number from 0 to `maxnumber` with this hash."""
    expires = int((clock.now() + LASTING).timestamp())
    salt = f"{secrets.token_hex(12)}?expires={expires}{END}"
    challenge = _hash(salt, secrets.randbelow(LARGEST + 1))
    return {
        "algorithm": "SHA-256",
        "challenge": challenge,
        "maxnumber": LARGEST,
        "salt": salt,
        "signature": _signature(challenge, current_app.settings.secret_key),
    }


def is_proven(given: str) -> bool:
    """Whether this is the solution of a puzzle of ours, unexpired and unused. It is used up in the
    transaction of the write."""
    try:
        said = json.loads(base64.b64decode(given[:LONGEST_PROOF], validate=True))
        salt, challenge = str(said["salt"]), str(said["challenge"])
        number, signature = int(said["number"]), str(said["signature"])
        expires = int(salt.partition("?expires=")[2].removesuffix(END))
    except (ValueError, TypeError, KeyError):
        return False
    fits = salt.endswith(END) and _hash(salt, number) == challenge
    if not fits or clock.now().timestamp() > expires or not _is_ours(challenge, signature):
        return False
    return not Throttle.check("proof", person=salt)


def _is_ours(challenge: str, signature: str) -> bool:
    settings = current_app.settings
    keys = (settings.secret_key, *settings.secret_key_fallbacks)
    ours = (_signature(challenge, key).encode() for key in keys)
    return any(hmac.compare_digest(each, _bytes(signature)) for each in ours)


def _hash(salt: str, number: int) -> str:
    return hashlib.sha256(_bytes(f"{salt}{number}")).hexdigest()


def _signature(challenge: str, key: str) -> str:
    return hmac.new(f"proof{key}".encode(), _bytes(challenge), hashlib.sha256).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
