"""Release import form: files that become drafts."""

from pathlib import Path

from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, HiddenField
from wtforms.validators import ValidationError

from board.files.limits import LARGEST_FILE, LARGEST_ZIP
from board.files.storage import TooLargeError, write
from board.files.types import clean_name
from board.forms.base import Form, one_use
from board.forms.newsroom.fields import Choice
from board.models import Arrival, Batch, Board, User
from board.text.documents import Enclosed

BY_ITSELF = "글을 보고 알아서 고르기"


class ArrivalForm(Form):
    files = MultipleFileField("파일")
    board_id = Choice("게시판", coerce=int)
    originals = BooleanField("원본 파일도 글에 첨부합니다.")
    once = HiddenField(filters=[one_use])

    def offer(self, boards: list[Board]) -> "ArrivalForm":
        """Offer the boards; unless one is chosen, each file is filed by what it says."""
        self.boards = {board.id: board for board in boards}
        self.board_id.choices = {0: BY_ITSELF} | {board.id: board.full_name for board in boards}
        self.board_id.data = self.board_id.data or 0
        return self

    def validate_board_id(self, field: Choice) -> None:
        if not self.boards:
            raise ValidationError("글을 넣을 게시판이 없습니다. 먼저 게시판을 만들어 주세요.")

    def validate_files(self, field: MultipleFileField) -> None:
        if not self.chosen:
            raise ValidationError("글로 만들 파일을 먼저 골라 주세요.")

    @property
    def chosen(self) -> list:
        """The chosen files; an empty file field sends one without a name."""
        return [file for file in self.files.data or [] if getattr(file, "filename", "")]

    def batch(self, by: User) -> Batch:
        board = self.boards.get(self.board_id.data)
        return Batch(board, by, self.once.data or "", originals=self.originals.data)

    def keep_in(self, folder: Path) -> tuple[list[Enclosed], list[Arrival]]:
        """(files written into `folder`, arrivals for those that are too large)."""
        kept, refused = [], []
        for number, file in enumerate(self.chosen):
            name = clean_name(file.filename)
            limit = LARGEST_ZIP if name.endswith(".zip") else LARGEST_FILE
            try:
                write(folder / str(number), file.stream, limit=limit)
                kept.append(Enclosed(name, folder / str(number)))
            except TooLargeError as error:
                refused.append(Arrival(name, problem=f"‘{name}’: {error}"))
        return kept, refused
