"""Form fields of the newsroom: text tidied as it is read, errors that say what to do."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from wtforms import (
    DateField,
    DateTimeLocalField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import ValidationError

from board import clock
from board.text import plain

Given = TypeVar("Given")
Made = TypeVar("Made")
LONGEST_LINE, LONGEST_TEXT = 200, 2000  # characters, where a field says nothing else


class Line(StringField):
    """One line of text, tidied. `most` is the largest number of characters."""

    def __init__(self, label: str, most: int = LONGEST_LINE, needed: str = "", **options) -> None:
        super().__init__(label, **options)
        self.most, self.needed = most, needed
        self.flags.required = bool(needed)
        self.flags.maxlength = most

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = plain.tidy(valuelist[0]) if valuelist else ""

    def pre_validate(self, form) -> None:
        check_length(self.data or "", self.most, self.needed)


class Text(TextAreaField):
    """Text of several lines, tidied."""

    def __init__(self, label: str, most: int = LONGEST_TEXT, needed: str = "", **options) -> None:
        super().__init__(label, **options)
        self.most, self.needed = most, needed
        self.flags.required = bool(needed)
        self.flags.maxlength = most

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = plain.tidy(valuelist[0], multiline=True) if valuelist else ""

    def pre_validate(self, form) -> None:
        check_length(self.data or "", self.most, self.needed)


class Lines(Text):
    """Several lines, one item each; `lines` is the list of them."""

    @property
    def lines(self) -> list[str]:
        return [line for line in map(plain.tidy, (self.data or "").split("\n")) if line]


class Day(DateField):
    """A date, or None when left empty."""

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = plain.tidy(valuelist[0]) if valuelist else ""
        self.data = _parsed(typed, self.format[0]) if typed else None

    @property
    def day(self) -> date | None:
        return self.data


class Moment(DateTimeLocalField):
    """A time in Seoul; `moment` is the same as an aware datetime, or None."""

    def process_data(self, value: datetime | None) -> None:
        self.data = value and clock.local(value).replace(tzinfo=None)

    def propose(self, moment: datetime) -> None:
        """Show this time instead of what was typed."""
        self.raw_data = None
        self.process_data(moment)

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return f"{self.data:%Y-%m-%dT%H:%M}" if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = plain.tidy(valuelist[0]).replace(" ", "T") if valuelist else ""
        self.data = _read_moment(typed) if typed else None

    @property
    def moment(self) -> datetime | None:
        return self.data and self.data.replace(tzinfo=clock.SEOUL)


class Choice(SelectField):
    """One item of a list."""

    data: Any  # what `coerce` makes of the choice; None when it can make nothing of it

    def pre_validate(self, form) -> None:
        if self.data not in [choice.value for choice in self.iter_choices()]:
            raise ValidationError(f"{self.label.text}: 목록에서 하나를 골라 주세요.")

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            self.data = None


class Choices(SelectMultipleField):
    """Any number of items of a list."""

    def pre_validate(self, form) -> None:
        known = [choice.value for choice in self.iter_choices()]
        if any(each not in known for each in self.data or []):
            raise ValidationError(f"{self.label.text}: 목록에 있는 것만 골라 주세요.")


def accepted(check: Callable[[Given], Made], text: Given) -> Made:
    """The result of `check`; its ValueError becomes the field's error."""
    try:
        return check(text)
    except ValueError as error:
        raise ValidationError(str(error)) from None


def check_length(text: str, most: int, needed: str = "") -> None:
    """ValidationError when a required text is missing, or longer than `most`."""
    if needed and plain.is_blank(text):
        raise ValidationError(needed)
    if len(text) > most:
        raise ValidationError(f"{most:,}자까지 쓸 수 있습니다. 지금 {len(text):,}자입니다.")


def _parsed(typed: str, pattern: str) -> date:
    try:
        day = datetime.strptime(typed, pattern).date()  # noqa: DTZ007 - a calendar day
        day + timedelta(days=1)  # the very last day there is has no end
        return day
    except (ValueError, OverflowError):
        raise ValueError("날짜를 2025-06-13처럼 써 주세요.") from None


def _read_moment(typed: str) -> datetime:
    try:
        moment = datetime.fromisoformat(typed).replace(tzinfo=None)
        moment.replace(tzinfo=clock.SEOUL).astimezone(clock.UTC)  # the far ends of time overflow
    except (ValueError, OverflowError):
        raise ValueError("날짜와 시각을 2025-06-13 14:05처럼 써 주세요.") from None
    return moment
