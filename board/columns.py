"""Column types: values are checked, cleaned or sealed both when written and when read.

`cryptography` is loaded by whoever seals something: readers' pages need none of it.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup
from sqlalchemy import BindParameter, DateTime, Text, bindparam
from sqlalchemy.types import TypeDecorator

from board import clock
from board.application import current_app

if TYPE_CHECKING:
    from cryptography.fernet import Fernet, MultiFernet


class UTCDateTime(TypeDecorator):
    """Aware datetimes in, aware UTC datetimes out, on SQLite and PostgreSQL alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a datetime without a time zone does not go into the database")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect):
        return value and value.replace(tzinfo=UTC)


def present(shift: timedelta = timedelta()) -> BindParameter[datetime]:
    """SQL parameter: the moment of execution, or one that far from it. A statement with it can be
    built once and kept."""

    def at_execution() -> datetime:
        return clock.now() + shift

    name = f"present_{shift.total_seconds():.0f}"  # one parameter, however often it stands there
    return bindparam(name, callable_=at_execution, type_=UTCDateTime())


class SafeHTML(TypeDecorator):
    """Sanitised HTML: cleaned by `clean` when written and by `again` when read.

    Templates get `Markup`, so none has to mark a text as safe; and a row changed behind the
    application's back is still harmless.
    """

    impl = Text
    cache_ok = True

    def __init__(self, clean: Callable[[str], str], again: Callable[[str], str]) -> None:
        super().__init__()
        self.clean = clean
        self.again = again

    def process_bind_param(self, value: str | None, dialect):
        return None if value is None else self.clean(str(value))

    def process_result_value(self, value: str | None, dialect):
        return None if value is None else Markup(self.again(value))  # noqa: S704


class Sealed(TypeDecorator):
    """Text encrypted with the site's secret key (Fernet: AES-128-CBC and HMAC-SHA256).

    A copy of the database alone does not give it away. Keys that were replaced still open it; with
    none that fits it reads as None.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect):
        return None if value is None else _seals().encrypt(value.encode()).decode()

    def process_result_value(self, value: str | None, dialect):
        if value is None:
            return None
        from cryptography.fernet import InvalidToken

        try:
            return _seals().decrypt(value).decode()
        except InvalidToken:
            return None


def _seals() -> MultiFernet:
    from cryptography.fernet import MultiFernet

    settings = current_app.settings
    return MultiFernet(
        [_seal(key) for key in (settings.secret_key, *settings.secret_key_fallbacks)]
    )


@cache
def _seal(secret: str) -> Fernet:
    """The seal of a secret key, derived so that it serves no other purpose of that key."""
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(SHA256(), length=32, salt=None, info=b"naru: sealed column")
    return Fernet(urlsafe_b64encode(derived.derive(secret.encode())))
