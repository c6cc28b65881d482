"""Release paste form: a pasted page."""

from wtforms import HiddenField, TextAreaField
from wtforms.validators import ValidationError

from board.forms.base import Form, one_use
from board.forms.newsroom.fields import Choice, accepted
from board.forms.newsroom.release_imports import BY_ITSELF
from board.models import Article, Board, PressRelease, User

MOST = 200_000  # characters


class PasteForm(Form):
    board_id = Choice("게시판", coerce=int)
    text = TextAreaField(
        "붙여 넣는 곳",
        description="보도자료나 기사 화면을 통째로 붙여도 됩니다. 메뉴와 바닥글은 저절로 빠집니다.",
    )
    once = HiddenField(filters=[one_use])

    def offer(self, boards: list[Board]) -> "PasteForm":
        self.boards = {board.id: board for board in boards}
        self.board_id.choices = {0: BY_ITSELF} | {board.id: board.full_name for board in boards}
        self.board_id.data = self.board_id.data or 0
        return self

    @property
    def board(self) -> Board | None:
        """The chosen board; None to file it by what it says."""
        return self.boards.get(self.board_id.data)

    def validate_text(self, field: TextAreaField) -> None:
        if not (field.data or "").strip():
            raise ValidationError("글을 붙여 넣어 주세요.")
        if len(field.data) > MOST:
            raise ValidationError(f"{MOST:,}자까지 붙여 넣을 수 있습니다. 나누어 붙여 주세요.")
        self.releases = accepted(PressRelease.each_in, field.data)

    def draft(self, by: User) -> Article:
        """Create a draft from each release in the pasted text; the first is returned. `once`
        prevents them from being made again from the same form."""
        once = self.once.data or None
        first = self.releases[0].draft(board=self.board, by=by, once=once)
        for release in self.releases[1:]:
            release.draft(board=self.board, by=by)
        return first
