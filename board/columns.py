"""Column types that keep a promise on both sides: what goes in and what comes out."""

from collections.abc import Callable
from datetime import UTC, datetime

from markupsafe import Markup
from sqlalchemy import DateTime, Text
from sqlalchemy.types import TypeDecorator


class UTCDateTime(TypeDecorator):
    """Aware datetimes in, aware datetimes in UTC out; SQLite and PostgreSQL alike."""

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


class SafeHTML(TypeDecorator):
    """HTML that is cleaned by `clean` on its way in and by `again` on its way out.

    Templates get `Markup`, so none of them ever has to say that a text is safe; and a row that
    was changed behind our back is still harmless.
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
