"""Ruling form: which comments as they were seen, the decision, and its reason."""

from typing import Any

from wtforms import Field, RadioField, StringField
from wtforms.validators import Optional, ValidationError

from board.extensions import db
from board.forms.base import Form, at_most, one_line
from board.models import REASONS, Comment, Queue
from board.models.comment.removal import LONGEST_NOTE
from board.models.moderation.ruling.verdict import HOLD, KEEP, REMOVE
from board.models.screens.queue import judging


class Seen(Field):
    """Up to `most` times `12:3.40`: a comment's id, and its `seen` mark when it was shown. Where
    there may be many, one value holds them all, with spaces between."""

    def __init__(self, *args: Any, most: int = Queue.size, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most = most

    def process_formdata(self, valuelist: list[str]) -> None:
        pairs = (each.partition(":") for each in " ".join(valuelist).split()[: self.most])
        self.data = {int(number): seen for number, _, seen in pairs if _is_id(number)}


class RulingForm(Form):
    """A reason without a decision means deletion: its button says so."""

    seen = Seen()
    verdict = StringField(validators=[Optional()])
    reason = RadioField(
        "삭제 사유",
        choices=REASONS,
        validate_choice=False,
    )
    note = StringField(
        "덧붙일 말",
        description="운영 기록에만 남습니다.",
        filters=[one_line],
        validators=[at_most(LONGEST_NOTE)],
    )

    def validate_reason(self, field: RadioField) -> None:
        if self.asks_reason and field.data not in REASONS:
            raise ValidationError("삭제 사유를 골라 주세요.")

    @property
    def chosen_verdict(self) -> str | None:
        given = self.verdict.data or (REMOVE if self.reason.data else None)
        return given if given in (KEEP, HOLD, REMOVE) else None

    @property
    def asks_reason(self) -> bool:
        return self.chosen_verdict == REMOVE

    def comments(self, viewer) -> dict[Comment, str]:
        """The chosen comments that still exist, in order, each with its `seen` mark."""
        seen = self.seen.data or {}
        chosen = Comment.readable_by(viewer).where(Comment.id.in_(seen)).options(*judging())
        return {each: seen[each.id] for each in db.session.scalars(chosen.order_by(Comment.id))}


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10
