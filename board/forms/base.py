"""Base form: tidied text, and errors that say what to do."""

from collections.abc import Callable
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, ValidationError
from wtforms.meta import DefaultMeta
from wtforms.validators import StopValidation

from board.text.plain import is_blank, tidy

TRAP = "homepage"
LONGEST_ONCE = 100  # characters of a form's one-use id, which an index must hold
UNSURE = "사람이 보낸 것인지 알 수 없습니다. 다시 한 번 눌러 주세요."


class Form(FlaskForm):
    """Base form; its CSRF token was already checked before the view (`board/http/csrf.py`)."""

    class Meta:
        csrf = False
        locales = ("ko",)  # for what no form of ours lets somebody choose or write
        get_translations = DefaultMeta.get_translations

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Every error as (id of its field, Korean sentence), for the error summary."""
        return [(field.id, error) for field in self for error in field.errors]


class TrappedForm(Form):
    """A form with a honeypot field (`ui/guards.html`). Whoever fills it gets the form back with the
    field empty; people send it again, a machine fills it again."""

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        if not super().validate(*args, **kwargs):
            return False
        if request.form.get(TRAP):
            self.form_errors.append(UNSURE)
        return not self.form_errors


def one_line(text: str | None) -> str | None:
    """Filter: text normalised to one line, control characters removed."""
    return text and tidy(text)


def many_lines(text: str | None) -> str | None:
    """Filter: text normalised, line ends kept."""
    return text and tidy(text, multiline=True)


def one_use(text: str | None) -> str | None:
    """Filter: a form's one-use id, no longer than an index can hold."""
    return text and tidy(text)[:LONGEST_ONCE]


class Check:
    """A validator, with the flags it gives its field."""

    def __init__(self, check: Callable[[Form, Field], None], **flags: int | str) -> None:
        self._check, self.field_flags = check, flags

    def __call__(self, form: Form, field: Field) -> None:
        self._check(form, field)


def filled(sentence: str) -> Check:
    """Validator: visible text is required; otherwise the error is `sentence`, and nothing more."""

    def check(_form, field) -> None:
        if is_blank(field.data or ""):
            field.errors[:] = []
            raise StopValidation(sentence)

    return Check(check, required=True)


def at_most(most: int) -> Check:
    """Validator: at most `most` characters."""

    def check(_form, field) -> None:
        length = len(field.data or "")
        if length > most:
            raise ValidationError(f"{most:,}자까지 쓸 수 있습니다. 지금 {length:,}자입니다.")

    return Check(check, maxlength=most)


def hints(**flags: int | str) -> Check:
    """Validator that refuses nothing: it gives `ui/field.html` the `minlength`, `maxlength` or
    `inputmode` of a field whose own `validate_…` judges it in sentences of its own."""
    return Check(lambda _form, _field: None, **flags)
