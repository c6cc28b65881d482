"""Column types: values are checked or cleaned both when written and when read."""

from collections.abc import Callable
from datetime import UTC, datetime

from markupsafe import Markup
from sqlalchemy import DateTime, Text
from sqlalchemy.types import TypeDecorator


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
