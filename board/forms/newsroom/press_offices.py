"""Press office form: name, sender address, and the board for its releases."""

import re
from typing import Any, Self

from wtforms.validators import ValidationError

from board.forms.newsroom.entries import EntryForm
from board.forms.newsroom.fields import Choice, Line
from board.models import Board, PressOffice, User
from board.models.intake.press_office import LONGEST_OFFICE_ADDRESS, LONGEST_OFFICE_NAME

ADDRESS = re.compile(r"(?:[^\s@,;<>]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)


class PressOfficeForm(EntryForm):
    name = Line("기관 이름", most=LONGEST_OFFICE_NAME, needed="기관 이름을 써 주세요.")
    address = Line(
        "메일 주소",
        most=LONGEST_OFFICE_ADDRESS,
        needed="메일 주소를 써 주세요.",
        description="press@solnae.example처럼 한 사람을 쓰거나, solnae.example처럼 기관의 주소만 씁니다.",
    )
    board_id = Choice("넣을 게시판", coerce=int)

    def among(self, boards: list[Board]) -> Self:
        """Offer the boards to choose from."""
        self.boards = {board.id: board for board in boards}
        named = {board.id: board.full_name for board in boards}
        self.board_id.choices = {0: "정하지 않음"} | named
        return self

    def validate_address(self, field: Line) -> None:
        if not ADDRESS.fullmatch(field.data):
            raise ValidationError("press@solnae.example이나 solnae.example처럼 써 주세요.")
        if PressOffice.is_known(field.data, but=self.own_id):
            raise ValidationError("이미 등록한 주소입니다. 목록에서 그 기관을 고쳐 주세요.")

    def add(self, by: User) -> None:
        PressOffice.add(by=by, **self.written)

    def revise(self, office: PressOffice, by: User) -> None:
        office.revise(by=by, **self.written)

    @property
    def written(self) -> dict[str, Any]:
        board = self.boards.get(self.board_id.data)
        return {"name": self.name.data, "address": self.address.data, "board": board}
