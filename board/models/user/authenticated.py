"""Passwords: argon2id, rehashed silently when the settings change."""

import secrets
from dataclasses import dataclass
from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Mapped, mapped_column

# OWASP's figures for argon2id: 19 MiB, two passes, one lane.
HONEST = PasswordHasher(memory_cost=19 * 1024, time_cost=2, parallelism=1, type=Type.ID)
CHEAP = PasswordHasher(memory_cost=8, time_cost=1, parallelism=1, type=Type.ID)

SHORTEST_PASSWORD = 8
SHORTEST_STAFF_PASSWORD = 12
SHORTEST_GUEST_PASSWORD = 4  # of one comment
LONGEST_PASSWORD = 128
COMMON_PASSWORDS = 3000
SITE_WORDS = ("naru", "나루", "신문", "password", "비밀번호", "qwerty", "asdf", "12345678")

_hasher = HONEST


def use_cheap_passwords(cheap: bool) -> None:
    """Use fast hashing; for tests only, which hash thousands of passwords."""
    global _hasher
    _hasher = CHEAP if cheap else HONEST
    _decoy.cache_clear()


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password matches; takes the same time when there is no hash."""
    try:
        return _hasher.verify(password_hash or _decoy(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


@dataclass
class PasswordCheck:
    """Check of a password against a stored hash. Calling it asks the database nothing, so that it can
    stand outside every transaction, and takes the same time when there is no hash.

    `renewed` is a hash by today's settings, where the stored one is older and the password right.
    """

    stored: str | None
    given: str
    renewed: str | None = None

    def __call__(self) -> bool:
        if not matches(self.stored, self.given):
            return False
        if _hasher.check_needs_rehash(self.stored or ""):
            self.renewed = hash_password(self.given)
        return True


def shortest_password(staff: bool) -> int:
    return SHORTEST_STAFF_PASSWORD if staff else SHORTEST_PASSWORD


def password_problem(password: str, *, staff: bool = False, own_words: tuple[str, ...] = ()) -> str:
    """Why this password is not accepted, as a Korean sentence; empty when it is."""
    least = shortest_password(staff)
    if len(password) < least:
        return f"비밀번호를 {least}자 이상으로 정해 주세요."
    if len(password) > LONGEST_PASSWORD:
        return f"비밀번호는 {LONGEST_PASSWORD}자까지 쓸 수 있습니다."
    lowered = password.casefold()
    if lowered in _common() or len(set(lowered)) < 4:
        return "많이 쓰여 알아내기 쉬운 비밀번호입니다. 단어를 두세 개 이어 다시 정해 주세요."
    rest = lowered
    for word in (*own_words, *SITE_WORDS):
        rest = rest.replace(word.casefold(), "") if word else rest
    if len(rest.strip("0123456789!@#$%^&*.-_ ")) == 0 and rest != lowered:
        return "이름이나 흔한 단어만으로 된 비밀번호입니다. 다른 단어를 더 이어 주세요."
    return ""


class Authenticated:
    """Mixin: a password, stored only as its hash."""

    password_hash: Mapped[str] = mapped_column()
    must_change_password: Mapped[bool] = mapped_column(default=False)

    def set_password(self, password: str) -> None:
        self.password_hash = hash_password(password)
        self.must_change_password = False

    def has_password(self, password: str) -> bool:
        check = PasswordCheck(self.password_hash, password)
        return self.passes(check, fits=check())

    def passes(self, check: PasswordCheck, *, fits: bool) -> bool:
        """The outcome of a check of this password; a renewed hash is kept."""
        if check.renewed:
            self.password_hash = check.renewed
        return fits


@cache
def _decoy() -> str:
    return _hasher.hash(secrets.token_urlsafe())


@cache
def _common() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # slow to import, so only when asked

    return frozenset(FREQUENCY_LISTS["passwords"][:COMMON_PASSWORDS])
