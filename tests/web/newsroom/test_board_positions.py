"""Boards in order."""

from board.extensions import db
from board.models import Board, Menu


def test_a_board_moves_up_and_a_double_click_moves_it_once(visit, admin, board):
    for slug in ("dumul", "free"):
        Menu.add(Board(slug=slug, name=slug, group=board.group), by=admin)
    db.session.commit()
    free = db.session.scalar(Board.at("free"))
    desk = visit(admin)
    for _ in range(2):
        answer = desk.submit(f"/newsroom/boards/{free.id}/position", position=1)
        assert answer.location == f"/newsroom/boards#board-{free.id}"
    db.session.expire_all()
    assert [each.slug for each in db.session.scalars(Board.in_order())] == [
        "solnae",
        "free",
        "dumul",
    ]
